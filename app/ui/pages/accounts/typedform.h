// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/foundcredentials.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace ui {

class Banner;

/// Credentials that a person types, or has on the clipboard in any form that programs write them.
class TypedForm : public QWidget
{
    Q_OBJECT

public:
    explicit TypedForm(QWidget *parent = nullptr);

    /// Forgets what was typed.
    void clear();

Q_SIGNALS:
    /// What was typed is complete; its root URL is empty unless the pasted text named one.
    void given(const core::FoundCredentials &found);
    /// The pasted text named a deployment.
    void deploymentFound(const QString &rootUrl);

private:
    void paste();
    void submit();

    Banner *m_banner;
    QLineEdit *m_clientId;
    QLineEdit *m_token;
    QPlainTextEdit *m_certificate;
};

} // namespace ui
