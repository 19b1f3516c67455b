// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/pages/page.h"

#include <QTimer>

class QLineEdit;
class QMenu;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace core {
class Session;
class TaskGroupLoader;
class TaskGroupModel;
} // namespace core

namespace ui {

class Banner;
class ElidedLabel;
class EmptyView;
class IdLabel;
class PageHeader;
class SecondaryLabel;
class SegmentedBar;
class TaskTable;
class TaskTabs;
class TimeLabel;
class Workspace;

/// A task group: all its tasks, filtered and sorted as one likes, the selected one's details beside them.
class TaskGroupPage : public Page
{
    Q_OBJECT

public:
    TaskGroupPage(core::Session *session, Workspace *workspace, const core::Location &location, QWidget *parent);
    ~TaskGroupPage() override;

    QString title() const override;
    QIcon icon() const override;
    QString statusText() const override;
    bool isLoading() const override;
    void reload() override;
    QList<QAction *> pageActions() const override;
    void focusContent() override;
    QVariantMap saveView() const override;
    void restoreView(const QVariantMap &view) override;

    core::TaskGroupModel *model() const { return m_model; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHeader();
    void buildActions();
    QWidget *buildFilterRow();
    void buildTable();
    void buildSplitter();
    void layOut(QWidget *filterRow);
    void connectLoader();
    void connectTable();

    /// Name of the task that has the group's id and made the others; empty while it is not known.
    QString decisionName() const;
    void loaderChanged();
    void showInfo();
    void countsChanged();
    void applyFilter();
    void updateShown();
    void rowsChanged();
    void schedulePoll();
    void poll();
    void showSelected();
    void giveRoom(int height);
    void openTask(const QModelIndex &index, bool newTab);
    void showTaskMenu(const QModelIndex &index, const QPoint &position);
    void copySelected(int role, const QString &what);
    void openSelectedInBrowser();
    QList<core::Location> selectedTasks() const;
    void restoreSelection();
    QString splitterKey() const;
    void restoreSplitter();
    int unresolved() const;

    core::Session *m_session;
    Workspace *m_workspace;
    core::TaskGroupModel *m_model;
    core::TaskGroupLoader *m_loader;
    PageHeader *m_header = nullptr;
    IdLabel *m_groupId = nullptr;
    ElidedLabel *m_scheduler = nullptr;
    TimeLabel *m_expires = nullptr;
    TimeLabel *m_sealed = nullptr;
    Banner *m_banner;
    SegmentedBar *m_states;
    QLineEdit *m_filter = nullptr;
    SecondaryLabel *m_shown = nullptr;
    QToolButton *m_columns = nullptr;
    TaskTable *m_table;
    EmptyView *m_empty;
    QStackedWidget *m_tableStack = nullptr;
    QSplitter *m_splitter = nullptr;
    TaskTabs *m_details;
    QList<QAction *> m_actions;
    QAction *m_decision = nullptr;
    QTimer m_updateSoon;
    QTimer m_filterDelay;
    QTimer m_ticks;
    QTimer m_selectDelay;
    QTimer m_pollTimer;
    bool m_placed = false; ///< whether the splitter has its sizes for this width
    QString m_wantedTask; ///< to be selected once it is there
};

} // namespace ui
