// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/accountcheck.h"
#include "core/accounts/foundcredentials.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

class Banner;
class FactGrid;
class Workspace;

/// Credentials that are about to become an account: tried at their deployment, shown as what they are, then kept, or
/// not.
class AccountReview : public QWidget
{
    Q_OBJECT

public:
    /// \a workspace must outlive this.
    explicit AccountReview(Workspace *workspace, QWidget *parent = nullptr);
    ~AccountReview() override;

    /// Begins with \a found, which names its deployment. \a development as Account::developmentDeployment.
    void review(const core::FoundCredentials &found, bool development);
    /// Forgets the credentials.
    void clear();
    bool isBusy() const { return m_busy; }
    /// What is under review, or was.
    const core::FoundCredentials &found() const { return m_found; }

Q_SIGNALS:
    /// It is an account now.
    void saved(const QString &accountId);
    void backRequested();
    /// isBusy() changed.
    void changed();

private:
    void buildForm(QVBoxLayout *column);
    void start();
    void checked();
    void showFacts();
    void showScopes();
    void showOutcome();
    void save();

    Workspace *m_workspace;
    core::FoundCredentials m_found;
    bool m_development = false;
    bool m_busy = false;
    std::unique_ptr<core::AccountCheck> m_check;
    Banner *m_banner;
    QLabel *m_progress;
    FactGrid *m_facts;
    QLabel *m_scopesTitle;
    QLabel *m_scopes;
    QLineEdit *m_name = nullptr;
    QWidget *m_form = nullptr;
    QCheckBox *m_keep = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_back = nullptr;
};

} // namespace ui
