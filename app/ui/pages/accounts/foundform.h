// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/clientconfig.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class Banner;
class FactGrid;

/// Credentials that are on this machine already: in the environment, or in the `taskcluster` command's configuration.
class FoundForm : public QWidget
{
    Q_OBJECT

public:
    enum class Source { Environment, ConfigFile };

    explicit FoundForm(Source source, QWidget *parent = nullptr);

    /// Looks for them.
    void look();
    /// Forgets what was found.
    void clear();

Q_SIGNALS:
    void given(const core::FoundCredentials &found);

private:
    tc::Result<core::FoundCredentials> lookInFile();
    void showFound();
    void showNothing(const tc::Error &error);

    Source m_source;
    Banner *m_banner;
    QLabel *m_hint;
    FactGrid *m_facts;
    QLabel *m_warning;
    QPushButton *m_test;
    core::FoundCredentials m_found;
};

} // namespace ui
