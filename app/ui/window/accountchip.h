// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/navigation/location.h"

#include <QPushButton>

namespace core {
struct Account;
}

namespace ui {

class Workspace;

/// Deployment and account of the page in front; its menu switches to any other.
class AccountChip : public QPushButton
{
    Q_OBJECT

public:
    /// \a workspace must outlive this.
    explicit AccountChip(Workspace *workspace, QWidget *parent = nullptr);

    /// Shows whose \a place is.
    void setPlace(const core::Location &place);

    /// "project/demo/admin · Demo": whose something is, as plain text.
    static QString whose(const Workspace &workspace, const core::Account &account);

Q_SIGNALS:
    /// Go on as this account.
    void accountChosen(const QString &id);
    void accountsRequested();
    /// Add an account at the deployment of the place.
    void addRequested();
    void otherDeploymentRequested();

private:
    const core::Account *account() const;
    void update();
    void fillMenu();
    void addAccounts(const QString &rootUrl);

    Workspace *m_workspace;
    core::Location m_place;
};

} // namespace ui
