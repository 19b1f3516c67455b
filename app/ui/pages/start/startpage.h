// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/pages/page.h"

class QLineEdit;
class QVBoxLayout;

namespace ui {

class Banner;
class Workspace;

/// Asks for a deployment, in place: a root URL, or one of those that are known.
class StartPage : public Page
{
    Q_OBJECT

public:
    /// \a problem is shown at once, for example a malformed root URL from the command line.
    StartPage(Workspace *workspace, const QString &rootUrl, QWidget *parent);

    QString title() const override;
    QIcon icon() const override;
    void focusContent() override;

private:
    void buildEntry(QVBoxLayout *column);
    void buildKnown(QVBoxLayout *column);
    void openRoot(const QString &text);
    void openDemo();

    Workspace *m_workspace;
    Banner *m_banner;
    QLineEdit *m_root = nullptr;
};

} // namespace ui
