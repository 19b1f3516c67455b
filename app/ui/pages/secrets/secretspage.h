// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/secrets/movelog.h"
#include "core/secrets/opensecret.h"
#include "core/secrets/secretmove.h"
#include "ui/pages/page.h"

#include <QTimer>

class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace core {
class AccessDirectory;
class DraftStore;
class SecretNames;
class Session;
struct DraftHeader;
} // namespace core

namespace ui {

class Banner;
class EmptyView;
class MovePanel;
class PageHeader;
class SavePanel;
class SecretEditor;
class SecretListPane;
class SecretView;
class Workspace;

/// All secrets of a deployment on the left; on the right the one that is open, being read, changed, copied or saved.
class SecretsPage : public Page
{
    Q_OBJECT

public:
    SecretsPage(core::Session *session, Workspace *workspace, const core::Location &location, QWidget *parent);
    ~SecretsPage() override;

    QString title() const override;
    QIcon icon() const override;
    QString statusText() const override;
    bool isLoading() const override;
    void reload() override;
    QList<QAction *> pageActions() const override { return m_actions; }
    void focusContent() override;
    QVariantMap saveView() const override;
    void restoreView(const QVariantMap &view) override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Pane { Nothing, View, Edit, Save, Move };

    void buildActions();
    void buildPanes();
    Banner *addBanner(const QString &objectName);
    void showListError();
    void buildDrafts();
    void followMoves();
    SecretView *view();
    SecretEditor *editor();
    SavePanel *savePanel();
    MovePanel *movePanel();

    QString name() const { return location().name; }
    void open(const QString &name, bool newTab);
    void show(const QString &name);
    void setPane(Pane pane);
    void makeEmpty();
    void update();
    void updateActions();
    void allow(QAction *action, bool possible, const QString &secret) const;
    void updateHeader();

    void startNew();
    void startEdit();
    void review();
    void save(core::OpenSecret::Before before);
    void cancelEdit();
    void endEdit();
    void saved();
    void conflict(const core::OpenSecret::Conflict &conflict);
    void failed(core::OpenSecret::Step step, const tc::Error &error);
    void askDelete();
    void startMove(core::SecretMove::Kind kind);
    void moved(core::SecretMove::Kind kind, const QString &from, const QString &to);
    void buildMoveBanner();
    void followMove();
    core::MoveLog::Entry moveEntry() const;
    void showInterruptedMove();
    void forgetMove(const QString &deleted);

    QString place() const;
    void keepDraft();
    void updateDrafts();
    void showDraftState();
    void openDraft(const QString &id);
    QString draftOf(const QString &name) const;
    void showLockedDrafts();
    void showNewDraft(const QList<core::DraftHeader> &drafts);

    core::Session *m_session;
    Workspace *m_workspace;
    core::SecretNames *m_names;
    core::OpenSecret *m_secret;
    core::SecretMove *m_move;
    core::DraftStore *m_drafts;
    core::AccessDirectory *m_access;
    core::MoveLog m_moveLog;
    PageHeader *m_header;
    QSplitter *m_splitter;
    SecretListPane *m_list;
    QStackedWidget *m_stack;
    QVBoxLayout *m_banners = nullptr;
    QVBoxLayout *m_right = nullptr;
    Banner *m_listBanner = nullptr; ///< these are made when they are first needed: the list should not wait for them
    Banner *m_banner = nullptr; ///< about what was done, or left half done
    Banner *m_newDraftBanner = nullptr;
    Banner *m_lockedBanner = nullptr; ///< about drafts that wait for the keychain
    Banner *m_moveBanner = nullptr; ///< about a rename that stopped on the way
    EmptyView *m_empty = nullptr;
    PageHeader *m_secretHeader = nullptr;
    SecretView *m_view = nullptr;
    SecretEditor *m_editor = nullptr;
    SavePanel *m_savePanel = nullptr;
    MovePanel *m_movePanel = nullptr;
    Pane m_pane = Pane::Nothing;
    QMetaObject::Connection m_rebased; ///< these two know what the service had at the last conflict
    QMetaObject::Connection m_merged;
    QTimer m_keepSoon;
    QString m_draftId; ///< of what is being edited; empty until it is kept
    QString m_newDraftId; ///< the one that the banner offers
    QList<QAction *> m_actions;
    QAction *m_new = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_browser = nullptr;
};

} // namespace ui
