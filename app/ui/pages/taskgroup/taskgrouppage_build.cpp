// SPDX-License-Identifier: MPL-2.0
// The widgets of a TaskGroupPage, and what is done with its selection.
#include "ui/pages/taskgroup/taskgrouppage.h"

#include "core/accounts/session.h"
#include "core/taskgroup/taskgroupmodel.h"
#include "core/util/visibletext.h"
#include "ui/pages/task/taskartifacts.h"
#include "ui/pages/task/tasktabs.h"
#include "ui/pages/taskgroup/tasktable.h"
#include "ui/theme/icons.h"
#include "ui/theme/states.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptyview.h"
#include "ui/widgets/idlabel.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/widgets/segmentedbar.h"
#include "ui/widgets/timelabel.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

void TaskGroupPage::buildActions()
{
    m_decision = makeAction(u"actionOpenDecision"_s, tr("Decision task"), u"task"_s);
    m_decision->setToolTip(tr("Open the task that created this group"));
    connect(m_decision, &QAction::triggered, this, [this] {
        Q_EMIT openRequested(core::Location::task(location().rootUrl, location().taskGroupId), OpenIn::NewTab);
    });
    QAction *browser
        = makeAction(u"actionGroupInBrowser"_s, tr("Open in browser"), u"external"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_B);
    connect(browser, &QAction::triggered, this, [this] { m_workspace->outside()->openUrl(location().toUrl()); });
    QAction *filter = makeAction(u"actionFilter"_s, tr("Filter tasks"), u"filter"_s, QKeySequence::Find);
    connect(filter, &QAction::triggered, this, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    QAction *openTask = makeAction(u"actionOpenTask"_s, tr("Open task"), u"task"_s, Qt::CTRL | Qt::Key_O);
    connect(openTask, &QAction::triggered, this, [this] {
        if (m_table->currentRow().isValid())
            this->openTask(m_table->currentRow(), false);
    });
    QAction *log = makeAction(u"actionTaskLog"_s, tr("Open log of the task"), u"log"_s, Qt::CTRL | Qt::Key_G);
    connect(log, &QAction::triggered, this, [this] { m_details->artifacts()->openLog(OpenIn::Here); });
    QAction *copyId
        = makeAction(u"actionCopyTaskId"_s, tr("Copy task ID"), u"copy"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    connect(
        copyId, &QAction::triggered, this, [this] { copySelected(core::TaskGroupModel::TaskIdRole, tr("task ID")); });
    m_actions = { m_decision, browser, filter, openTask, log, copyId };
}

QList<QAction *> TaskGroupPage::pageActions() const
{
    return m_actions + m_details->taskActions();
}

void TaskGroupPage::buildHeader()
{
    m_header = new PageHeader(this);
    m_header->setTitle(title());
    m_groupId = new IdLabel(tr("Task group ID"), m_header);
    m_groupId->setObjectName(u"groupId"_s);
    m_groupId->setId(location().taskGroupId);
    connect(m_groupId, &IdLabel::copied, this, [this] { Q_EMIT noticed({ tr("Copied the task group ID") }); });
    m_header->addFact(m_groupId);
    m_scheduler = m_header->addTextFact(u"groupScheduler"_s);
    m_scheduler->hide();
    m_expires = new TimeLabel(m_header);
    m_expires->setObjectName(u"groupExpires"_s);
    m_header->addFact(m_expires);
    m_sealed = new TimeLabel(m_header);
    m_sealed->setObjectName(u"groupSealed"_s);
    m_header->addFact(m_sealed);
    m_header->addAction(m_decision);
    m_header->addAction(m_actions.at(1));
}

QWidget *TaskGroupPage::buildFilterRow()
{
    auto *row = new QWidget(this);
    m_filter = new QLineEdit(row);
    m_filter->setObjectName(u"taskFilter"_s);
    m_filter->setAccessibleName(tr("Filter tasks"));
    m_filter->setPlaceholderText(tr("Filter, for example: linux kind:test -state:completed"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(ui::icon(u"filter"_s), QLineEdit::LeadingPosition);
    m_shown = new SecondaryLabel({}, row);
    m_shown->setObjectName(u"shownCount"_s);
    m_columns = new QToolButton(row);
    m_columns->setObjectName(u"columnsButton"_s);
    m_columns->setIcon(ui::icon(u"columns"_s));
    m_columns->setText(tr("Columns"));
    m_columns->setAccessibleName(tr("Columns"));
    m_columns->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_columns->setFocusPolicy(Qt::StrongFocus);
    connect(m_columns, &QToolButton::clicked, this, [this] {
        QMenu *menu = m_table->columnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(m_columns->mapToGlobal(QPoint(0, m_columns->height())));
    });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_shown);
    layout->addWidget(m_columns);
    m_filterDelay.setSingleShot(true);
    m_filterDelay.setInterval(200ms);
    connect(m_filter, &QLineEdit::textChanged, this, [this] { m_filterDelay.start(); });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        applyFilter();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_filterDelay, &QTimer::timeout, this, &TaskGroupPage::applyFilter);
    connect(m_states, &SegmentedBar::selectionChanged, this, &TaskGroupPage::applyFilter);
    return row;
}

void TaskGroupPage::buildTable()
{
    std::vector<SegmentedBar::Segment> segments;
    segments.reserve(core::allTaskStates.size());
    for (const core::TaskState state : core::allTaskStates)
        segments.push_back(
            { core::taskStateName(state), iconNameOf(state), toneOf(state), state == core::TaskState::Unknown });
    m_states->setObjectName(u"stateBar"_s);
    m_states->setAccessibleName(tr("States"));
    m_states->setSegments(segments);
    m_table->setTasks(m_model, m_workspace->settings());
    m_tableStack = new QStackedWidget(this);
    m_tableStack->addWidget(m_table);
    m_tableStack->addWidget(m_empty);
    connect(m_empty, &EmptyView::actionRequested, this, [this] {
        if (m_model->taskCount() == 0) {
            reload();
            return;
        }
        m_filter->clear();
        m_states->setSelection(0);
        applyFilter();
    });
}

void TaskGroupPage::buildSplitter()
{
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(u"groupSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_tableStack);
    m_splitter->addWidget(m_details);
    m_tableStack->setMinimumSize(240, 80);
    m_details->setMinimumSize(240, 80);
    m_details->hide(); // the table has all the room until a task is selected
    m_splitter->setStretchFactor(0, 63);
    m_splitter->setStretchFactor(1, 37);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        const QList<int> sizes = m_splitter->sizes();
        m_workspace->settings()->setValue(splitterKey(), QVariantList { sizes.at(0), sizes.at(1) });
    });
}

void TaskGroupPage::layOut(QWidget *filterRow)
{
    m_banner->setObjectName(u"groupBanner"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_states);
    column->addWidget(filterRow);
    column->addWidget(m_splitter, 1);
}

void TaskGroupPage::connectTable()
{
    // Holding an arrow key runs through many rows; details follow once it rests.
    m_selectDelay.setSingleShot(true);
    m_selectDelay.setInterval(80ms);
    connect(&m_selectDelay, &QTimer::timeout, this, &TaskGroupPage::showSelected);
    connect(m_table, &DataTable::rowChosen, this, [this] { m_selectDelay.start(); });
    connect(m_table, &DataTable::opened, this, &TaskGroupPage::openTask);
    connect(m_table, &DataTable::menuRequested, this, &TaskGroupPage::showTaskMenu);
    connect(m_details, &TaskTabs::openRequested, this, &Page::openRequested);
    connect(m_details, &TaskTabs::noticed, this, &Page::noticed);
    connect(m_details, &TaskTabs::roomWanted, this, &TaskGroupPage::giveRoom);
    connect(m_details->details(), &core::TaskDetails::partChanged, this, &Page::changed);
}

void TaskGroupPage::showSelected()
{
    const QModelIndex row = m_table->currentRow();
    const QString taskId = row.data(core::TaskGroupModel::TaskIdRole).toString();
    if (!taskId.isEmpty())
        m_wantedTask.clear();
    if (!taskId.isEmpty() && taskId != m_details->details()->taskId())
        m_details->details()->show(taskId);
    if (!taskId.isEmpty() && m_details->isHidden()) {
        m_details->show();
        restoreSplitter();
        m_table->scrollTo(row);
    }
    Q_EMIT changed();
}

// For now only: what the person has set comes back with the next task group.
void TaskGroupPage::giveRoom(int height)
{
    const QList<int> sizes = m_splitter->sizes();
    if (m_splitter->orientation() == Qt::Vertical && sizes.at(1) < height)
        m_splitter->setSizes({ sizes.at(0) + sizes.at(1) - height, height });
}

void TaskGroupPage::openTask(const QModelIndex &index, bool newTab)
{
    const QString taskId = index.data(core::TaskGroupModel::TaskIdRole).toString();
    Q_EMIT openRequested(core::Location::task(location().rootUrl, taskId), newTab ? OpenIn::NewTab : OpenIn::Here);
}

QList<core::Location> TaskGroupPage::selectedTasks() const
{
    QList<core::Location> result;
    const auto rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        result.append(core::Location::task(location().rootUrl, row.data(core::TaskGroupModel::TaskIdRole).toString()));
    return result;
}

void TaskGroupPage::copySelected(int role, const QString &what)
{
    QStringList values;
    const auto rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        values.append(row.data(role).toString());
    if (values.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(values.join(u'\n'));
    Q_EMIT noticed({ tr("Copied: %1 of %Ln task(s)", nullptr, static_cast<int>(values.size())).arg(what) });
}

void TaskGroupPage::openSelectedInBrowser()
{
    const auto tasks = selectedTasks();
    if (!tasks.isEmpty())
        m_workspace->outside()->openUrl(tasks.first().toUrl());
}

void TaskGroupPage::showTaskMenu(const QModelIndex &index, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"taskMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex row(index);
    menu->addAction(ui::icon(u"task"_s), tr("Open"), this, [this, row] { openTask(row, false); });
    menu->addAction(ui::icon(u"add"_s), tr("Open in new tab"), this, [this, row] { openTask(row, true); });
    menu->addAction(ui::icon(u"external"_s), tr("Open in browser"), this, &TaskGroupPage::openSelectedInBrowser);
    menu->addSeparator();
    menu->addAction(ui::icon(u"copy"_s), tr("Copy ID"), this,
        [this] { copySelected(core::TaskGroupModel::TaskIdRole, tr("task ID")); });
    menu->addAction(tr("Copy name"), this, [this] { copySelected(core::TaskGroupModel::NameRole, tr("name")); });
    menu->addAction(tr("Copy URL"), this, [this] {
        QStringList urls;
        for (const core::Location &task : selectedTasks())
            urls.append(task.toUrl().toString(QUrl::FullyEncoded));
        QGuiApplication::clipboard()->setText(urls.join(u'\n'));
    });
    menu->addAction(tr("Copy rows"), m_table, &DataTable::copySelection);
    menu->popup(position);
}

} // namespace ui
