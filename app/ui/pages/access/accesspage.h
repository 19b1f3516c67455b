// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/access/accessdetails.h"
#include "ui/pages/access/accessview.h"
#include "ui/pages/page.h"

class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace core {
class AccessDirectory;
class AccessModel;
class Session;
} // namespace core

namespace ui {

class AccessEditor;
class Banner;
class DataTable;
class EmptyView;
class PageHeader;
class Workspace;

/// The clients, or the roles, of a deployment: the list on the left, the chosen one on the right, to be read or edited.
class AccessPage : public Page
{
    Q_OBJECT

public:
    AccessPage(core::Session *session, Workspace *workspace, const core::Location &location, QWidget *parent);
    ~AccessPage() override;

    QString title() const override;
    QIcon icon() const override;
    QString statusText() const override;
    bool isLoading() const override;
    void reload() override;
    QList<QAction *> pageActions() const override;
    void focusContent() override;
    QVariantMap saveView() const override;
    void restoreView(const QVariantMap &view) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Pane { EmptyPane, ViewPane, EditorPane };

    bool isClients() const { return m_kind == core::AccessEntry::Kind::Client; }
    core::Location place(const QString &id) const;
    void build();
    void buildHeader();
    QWidget *buildList();
    QWidget *buildThing();
    void connectDetails();
    void showToken(const QString &clientId, const QString &token);
    void updateList();
    void updatePane();
    void choose(const QString &id);
    void selectChosen();
    void rowChosen(const QModelIndex &index);
    void showMenu(const QModelIndex &index, const QPoint &position);

    void act(AccessView::Act act);
    void startNew();
    void startEdit(const core::AccessDraft &draft, const core::AccessEntry *before);
    void endEdit();
    void save();
    void rebaseEdit(const core::AccessEntry &now);
    void discard();
    void askDisable();
    void askReset();
    void askDelete();
    void finish(core::AccessDetails::Change change, const QString &id);
    void fail(core::AccessDetails::Change change, const QString &id, const tc::Error &error);

    core::Session *m_session;
    Workspace *m_workspace;
    core::AccessEntry::Kind m_kind;
    core::AccessDirectory *m_directory;
    core::AccessModel *m_model;
    core::AccessDetails *m_details;
    PageHeader *m_header;
    Banner *m_banner;
    QSplitter *m_splitter;
    QLineEdit *m_search = nullptr;
    DataTable *m_table = nullptr;
    EmptyView *m_listEmpty = nullptr;
    QStackedWidget *m_listStack = nullptr;
    QLabel *m_count = nullptr;
    QVBoxLayout *m_tokens = nullptr; ///< a panel for each that was not put away yet
    QStackedWidget *m_panes = nullptr;
    EmptyView *m_nothing = nullptr;
    AccessView *m_view = nullptr;
    AccessEditor *m_editor = nullptr;
    bool m_editing = false;
    bool m_selecting = false; ///< the selection follows, and is nobody's choice
    QAction *m_new = nullptr;
    QAction *m_browser = nullptr;
};

} // namespace ui
