// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/credentials/clientactions.h"
#include "core/navigation/location.h"
#include "ui/pages/page.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;
class QTabWidget;
class QVBoxLayout;

namespace core {
class CredentialDetails;
class MintedModel;
class ScopeQuestion;
class Session;
} // namespace core

namespace ui {

class ActionButton;
class Banner;
class CanIPanel;
class DataTable;
class EmptyView;
class FactGrid;
class ScopeTree;
class Workspace;

/// What the credentials of an account are and may do, and what can be done to the client behind them.
class CredentialSheet : public QWidget
{
    Q_OBJECT

public:
    /// \a details and \a workspace must outlive this.
    CredentialSheet(
        Workspace *workspace, core::Session *session, core::CredentialDetails *details, QWidget *parent = nullptr);

    CanIPanel *canI() const { return m_canI; }
    /// For the Page menu.
    QList<QAction *> viewActions() const { return QList<QAction *> { m_mint } + m_acts; }

Q_SIGNALS:
    void mintRequested();
    void openAccount(const QString &accountId);
    void openLocation(const core::Location &location, bool newTab);
    void notice(const ui::Notice &notice);

private:
    void buildActions(QVBoxLayout *column);
    QAction *makeAct(core::ClientActions::Act act, const QString &name, const QString &text);
    void buildTabs();
    void update();
    void updateBanners();
    void updateFacts();
    void updateScopes();
    void updateActions();
    /// Whose refusals are shown here.
    core::Location place() const;
    QString kindText() const;
    void ask(core::ClientActions::Act act);
    void done(core::ClientActions::Act act, const QString &clientId);
    void removeAccount();
    void failed(core::ClientActions::Act act, const QString &clientId, const tc::Error &error);

    Workspace *m_workspace;
    core::CredentialDetails *m_details;
    core::ScopeQuestion *m_question;
    core::ClientActions *m_actions;
    core::MintedModel *m_minted;
    Banner *m_warning; ///< of an end that is near, and of credentials that do not work
    Banner *m_failure; ///< of the last thing that was tried
    FactGrid *m_facts;
    QTabWidget *m_tabs;
    ScopeTree *m_listed;
    ScopeTree *m_expanded;
    CanIPanel *m_canI;
    QStackedWidget *m_mintedStack;
    DataTable *m_mintedTable;
    EmptyView *m_mintedEmpty;
    QAction *m_mint;
    ActionButton *m_mintButton = nullptr;
    QList<QAction *> m_acts; ///< in the order of ClientActions::Act
    QList<ActionButton *> m_actButtons;
    QString m_dismissed; ///< title of the warning that the person has closed
    QTimer m_clock;
};

} // namespace ui
