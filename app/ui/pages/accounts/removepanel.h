// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/account.h"

#include <QFrame>

class QCheckBox;
class QPushButton;

namespace core {
class AccountRemoval;
}

namespace ui {

class Banner;
struct Notice;
class Workspace;

/// Asks, in place, whether an account is to go, and whether its client at the deployment goes too; then does it.
class RemovePanel : public QFrame
{
    Q_OBJECT

public:
    /// \a workspace must outlive this.
    RemovePanel(Workspace *workspace, const core::Account &account, QWidget *parent = nullptr);

    bool isBusy() const;

Q_SIGNALS:
    void noticed(const ui::Notice &notice);
    void closed();
    /// isBusy() changed.
    void changed();

private:
    void build();
    QString what() const;
    void start();
    void update();
    void showClientStays();
    void showEntryStays();
    void removed();

    Workspace *m_workspace;
    core::Account m_account;
    core::AccountRemoval *m_removal;
    QCheckBox *m_client = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_keep = nullptr;
    QPushButton *m_forget = nullptr; ///< on the banner
    Banner *m_banner = nullptr;
};

} // namespace ui
