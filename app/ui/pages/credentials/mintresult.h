// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/account.h"
#include "core/accounts/secretjob.h"
#include "ui/pages/page.h"

#include <tc/credentials.h>

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

class Banner;
class FactGrid;
class ScopeTree;
class Workspace;

/// Temporary credentials that have just been made: kept as an account of their own, or copied for another program.
/// Until then they are in memory, and go with this view.
class MintResult : public QWidget
{
    Q_OBJECT

public:
    explicit MintResult(Workspace *workspace, QWidget *parent = nullptr);

    void showCredentials(const core::Account &issuer, const tc::Credentials &credentials);

Q_SIGNALS:
    void done();
    void openAccount(const QString &accountId);
    void notice(const ui::Notice &notice);

private:
    void buildKeep(QVBoxLayout *column);
    void buildCopy(QVBoxLayout *column);
    void showFacts(const core::Account &account);
    void store();
    void kept(const QString &accountId, const core::SecretOutcome &outcome);
    void copy();
    void leave();

    Workspace *m_workspace;
    core::Account m_issuer;
    tc::Credentials m_credentials;
    QString m_accountId; ///< once it is stored
    FactGrid *m_facts;
    Banner *m_banner;
    ScopeTree *m_scopes;
    QLineEdit *m_name;
    QPushButton *m_store;
    QPushButton *m_open;
    QComboBox *m_format;
};

} // namespace ui
