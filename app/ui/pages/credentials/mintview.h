// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/credentials/mintplan.h"
#include "ui/pages/page.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace core {
class CredentialDetails;
class ScopeExpansion;
class Session;
} // namespace core

namespace ui {

class Banner;
class ElidedLabel;
class LifetimeEdit;
class MintResult;
class ScopeTree;
class WrappedText;
class Workspace;

/// Where temporary credentials are made: what they may do, who they are, how long they last; what will come of it is
/// shown all the while.
class MintView : public QWidget
{
    Q_OBJECT

public:
    /// \a details are those of the account that signs. All must outlive this.
    MintView(Workspace *workspace, core::Session *session, core::CredentialDetails *details, QWidget *parent = nullptr);

    core::MintPlan plan() const;
    core::MintIssuer issuer() const;

Q_SIGNALS:
    void backRequested();
    void openAccount(const QString &accountId);
    void notice(const ui::Notice &notice);

private:
    QWidget *buildForm();
    void buildScopes(QVBoxLayout *column);
    void buildWho(QVBoxLayout *column);
    void buildOutcome(QVBoxLayout *column);
    void buildFooter(QVBoxLayout *column);
    void addScopes(const QStringList &scopes);
    void planChanged();
    void update();
    void showFaults(const QList<core::MintFault> &faults);
    void showExpansion();
    void make();
    void made(const tc::Result<tc::Credentials> &signer);

    Workspace *m_workspace;
    core::CredentialDetails *m_details;
    core::ScopeExpansion *m_expansion;
    QStackedWidget *m_stack;
    MintResult *m_result;
    ScopeTree *m_own = nullptr;
    QPushButton *m_add = nullptr;
    QPlainTextEdit *m_scopes = nullptr;
    QLineEdit *m_name = nullptr;
    QCheckBox *m_startsNow = nullptr;
    QDateTimeEdit *m_start = nullptr;
    LifetimeEdit *m_lifetime = nullptr;
    QLabel *m_until = nullptr;
    ScopeTree *m_able = nullptr;
    ElidedLabel *m_operations = nullptr;
    QPlainTextEdit *m_certificate = nullptr;
    Banner *m_banner = nullptr;
    QLabel *m_faultMark = nullptr;
    WrappedText *m_faults = nullptr;
    QLabel *m_length = nullptr;
    QPushButton *m_make = nullptr;
    QTimer m_typing;
};

} // namespace ui
