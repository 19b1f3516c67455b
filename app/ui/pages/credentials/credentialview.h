// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/navigation/location.h"
#include "ui/pages/page.h"

#include <QWidget>

class QAction;
class QStackedWidget;

namespace core {
class CredentialDetails;
}

namespace ui {

class CredentialSheet;
class MintView;
class Workspace;

/// The credentials of one account: what they are, and, in the same place, how others are made from them.
class CredentialView : public QWidget
{
    Q_OBJECT

public:
    /// \a workspace must outlive this. The account may go while this shows it.
    CredentialView(Workspace *workspace, const QString &accountId, QWidget *parent = nullptr);

    QString accountId() const { return m_accountId; }
    bool isLoading() const;
    void reload();
    /// For the Page menu.
    QList<QAction *> viewActions() const;
    void showMinting();
    void showCredential();

Q_SIGNALS:
    /// isLoading() is another.
    void changed();
    /// An account that was made here is to be shown.
    void openAccount(const QString &accountId);
    void openLocation(const core::Location &location, bool newTab);
    void notice(const ui::Notice &notice);

private:
    Workspace *m_workspace;
    QString m_accountId;
    QStackedWidget *m_stack;
    core::CredentialDetails *m_details = nullptr;
    CredentialSheet *m_sheet = nullptr;
    MintView *m_mint = nullptr; ///< made when it is first wanted
};

} // namespace ui
