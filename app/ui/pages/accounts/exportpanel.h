// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/credentialexport.h"

#include <QFrame>

class QComboBox;
class QLabel;

namespace ui {

class Banner;
struct Notice;
class Workspace;

/// Gives the credentials of an account away, to a shell or a program, because the person wants it: on the clipboard,
/// which forgets them, or in a file of their own. They are never shown.
class ExportPanel : public QFrame
{
    Q_OBJECT

public:
    /// \a workspace must outlive this.
    ExportPanel(Workspace *workspace, QString accountId, QWidget *parent = nullptr);

Q_SIGNALS:
    void noticed(const ui::Notice &notice);
    void closed();

private:
    using Use = void (ExportPanel::*)(const QString &text);

    void build();
    core::ExportFormat format() const;
    QString suggestion() const;
    void fetch(Use use);
    void copy(const QString &text);
    void save(const QString &text);
    void write(const QString &path, const QString &text);
    void showClipboard();

    Workspace *m_workspace;
    QString m_id;
    QComboBox *m_format = nullptr;
    QLabel *m_clipboard = nullptr;
    Banner *m_banner = nullptr;
};

} // namespace ui
