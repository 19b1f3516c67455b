// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/taskgroup/taskgrouppage.h"

#include "core/accounts/session.h"
#include "core/taskgroup/taskgrouploader.h"
#include "core/taskgroup/taskgroupmodel.h"
#include "core/util/visibletext.h"
#include "ui/pages/task/taskartifacts.h"
#include "ui/pages/task/tasktabs.h"
#include "ui/pages/taskgroup/tasktable.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptyview.h"
#include "ui/widgets/idlabel.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/widgets/segmentedbar.h"
#include "ui/widgets/timelabel.h"
#include "ui/workspace/recents.h"
#include "ui/workspace/workspace.h"

#include <QLineEdit>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

// Narrower than this, details go below the table.
constexpr int sideBySideWidth = 1000;

} // namespace

TaskGroupPage::TaskGroupPage(
    core::Session *session, Workspace *workspace, const core::Location &location, QWidget *parent)
    : Page(location, parent), m_session(session), m_workspace(workspace), m_model(new core::TaskGroupModel(this)),
      m_loader(new core::TaskGroupLoader(session, m_model, this)), m_banner(new Banner(this)),
      m_states(new SegmentedBar(this)), m_table(new TaskTable(this)), m_empty(new EmptyView(this)),
      m_details(new TaskTabs(session, workspace, this))
{
    setObjectName(u"taskGroupPage"_s);
    buildActions();
    buildHeader();
    buildTable();
    QWidget *filterRow = buildFilterRow();
    buildSplitter();
    layOut(filterRow);
    connectLoader();
    connectTable();
    m_workspace->recents()->add(location, {});
    m_loader->open(location.taskGroupId);
}

TaskGroupPage::~TaskGroupPage() = default;

void TaskGroupPage::connectLoader()
{
    connect(m_loader, &core::TaskGroupLoader::changed, this, &TaskGroupPage::loaderChanged);
    connect(m_loader, &core::TaskGroupLoader::finished, this, [this] {
        m_workspace->recents()->add(location(), m_model->taskCount() > 0 ? title() : QString());
        schedulePoll();
    });
    connect(m_model, &core::TaskGroupModel::countsChanged, this, &TaskGroupPage::countsChanged);
    // A filter may take out rows in a thousand places; what is said about it is said once, afterwards.
    m_updateSoon.setSingleShot(true);
    m_updateSoon.setInterval(0ms);
    connect(&m_updateSoon, &QTimer::timeout, this, &TaskGroupPage::rowsChanged);
    const auto soon = [this] { m_updateSoon.start(); };
    connect(m_model, &core::TaskGroupModel::arrangingChanged, this, soon);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, soon);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, soon);
    connect(m_model, &QAbstractItemModel::modelReset, this, soon);
    connect(m_banner, &Banner::retryRequested, m_loader, &core::TaskGroupLoader::retry);
    m_ticks.setInterval(1s);
    connect(&m_ticks, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_model->refreshTimes();
    });
    m_ticks.start();
    m_pollTimer.setSingleShot(true);
    connect(&m_pollTimer, &QTimer::timeout, this, &TaskGroupPage::poll);
}

QString TaskGroupPage::title() const
{
    const QString name = decisionName();
    return name.isEmpty() ? tr("Task group %1").arg(location().taskGroupId) : core::visibleText(name);
}

QString TaskGroupPage::decisionName() const
{
    const auto id = core::SlugId::fromText(location().taskGroupId);
    const int row = id ? m_model->store().indexOf(*id) : -1;
    return row >= 0 ? m_model->store().at(row).name : QString();
}

QIcon TaskGroupPage::icon() const
{
    return ui::icon(u"groups"_s);
}

int TaskGroupPage::unresolved() const
{
    const core::StateCounts &counts = m_model->counts();
    return counts[core::TaskState::Running] + counts[core::TaskState::Pending] + counts[core::TaskState::Unscheduled];
}

QString TaskGroupPage::statusText() const
{
    QStringList parts;
    if (m_loader->part().hasFailed())
        parts.append(tr("not complete"));
    else if (m_pollTimer.isActive())
        parts.append(tr("polling every %Ln second(s)", nullptr, static_cast<int>(m_pollTimer.interval() / 1000)));
    parts.append(m_loader->progressText());
    const int running = m_model->counts()[core::TaskState::Running];
    if (running > 0)
        parts.append(tr("%Ln running", nullptr, running));
    parts.removeAll(QString());
    return parts.join(u" \u00b7 "_s);
}

bool TaskGroupPage::isLoading() const
{
    return m_loader->part().isLoading() || m_model->isArranging() || m_details->isLoading() || m_selectDelay.isActive()
        || m_updateSoon.isActive() || m_filterDelay.isActive();
}

void TaskGroupPage::reload()
{
    if (m_loader->part().hasFailed())
        m_loader->retry();
    else
        m_loader->refresh();
    if (!m_details->details()->taskId().isEmpty())
        m_details->details()->refresh();
}

void TaskGroupPage::poll()
{
    // Nobody looks at a page that is not in front; it catches up when it comes back.
    if (!isVisible() || m_loader->part().isLoading()) {
        schedulePoll();
        return;
    }
    reload();
}

void TaskGroupPage::schedulePoll()
{
    if (m_loader->part().hasFailed() || unresolved() == 0) {
        m_pollTimer.stop();
    } else {
        // One request for each thousand tasks: large groups are asked less often.
        const int seconds = 10 + 5 * (m_model->taskCount() / 1000);
        m_pollTimer.start(std::chrono::seconds(seconds));
    }
    Q_EMIT changed();
}

void TaskGroupPage::loaderChanged()
{
    const core::Part &part = m_loader->part();
    if (part.hasFailed()) {
        const QString what = m_model->taskCount() == 0
            ? tr("The task group could not be loaded.")
            : tr("The task group could not be loaded completely: %1.").arg(m_loader->progressText());
        m_banner->showText(bannerFor(what, part.error));
    } else {
        m_banner->hide();
    }
    showInfo();
    updateShown();
    restoreSelection();
    Q_EMIT changed();
}

void TaskGroupPage::showInfo()
{
    const core::TaskGroupInfo &info = m_loader->info();
    m_header->setTitle(title());
    m_groupId->setId(location().taskGroupId);
    m_scheduler->setVisible(!info.schedulerId.isEmpty());
    m_scheduler->setText(tr("Scheduler %1").arg(core::visibleText(info.schedulerId)));
    m_expires->setTime(info.expires, tr("Expires %1"));
    m_sealed->setTime(info.sealed, tr("Sealed %1"));
    m_decision->setEnabled(!decisionName().isEmpty());
}

void TaskGroupPage::countsChanged()
{
    std::vector<int> counts;
    counts.reserve(core::allTaskStates.size());
    for (const core::TaskState state : core::allTaskStates)
        counts.push_back(m_model->counts()[state]);
    m_states->setCounts(counts);
    m_header->setTitle(title());
    Q_EMIT changed();
}

void TaskGroupPage::applyFilter()
{
    m_filterDelay.stop();
    core::TaskStates states;
    for (std::size_t i = 0; i < core::allTaskStates.size(); ++i)
        states.set(core::allTaskStates[i], (m_states->selection() >> i & 1U) != 0);
    m_model->setFilter(core::TaskFilter(m_filter->text(), states));
    updateShown();
}

void TaskGroupPage::updateShown()
{
    const int all = m_model->taskCount();
    const int shown = m_model->rowCount();
    const bool loading = m_loader->part().isLoading();
    if (!m_model->filter().isEmpty())
        m_shown->setText(tr("%1 of %2 tasks").arg(core::formatCount(shown), core::formatCount(all)));
    else
        m_shown->setText(m_loader->progressText());
    const bool nothing = shown == 0 && !m_model->isArranging();
    if (nothing && all > 0)
        m_empty->setTexts(tr("No task of this group matches the filter."), tr("Clear the filter"));
    else if (nothing && loading)
        m_empty->setTexts(tr("Loading the tasks of the group\u2026"));
    else if (nothing && !m_loader->part().hasFailed())
        m_empty->setTexts(tr("This task group has no tasks."), tr("Look again"));
    else if (nothing)
        m_empty->setTexts(tr("No tasks were loaded."));
    m_tableStack->setCurrentIndex(nothing ? 1 : 0);
    Q_EMIT changed();
}

void TaskGroupPage::rowsChanged()
{
    updateShown();
    // The view moves on to a neighbour when the selected row goes; the person did not choose that one. Its task is
    // selected again when it comes back.
    const QString task = m_details->details()->taskId();
    if (m_wantedTask.isEmpty() && !task.isEmpty() && m_model->rowOf(task) < 0) {
        m_table->selectionModel()->clear();
        m_table->scrollToTop();
        m_selectDelay.stop();
        m_wantedTask = task;
    }
    restoreSelection();
}

void TaskGroupPage::focusContent()
{
    m_tableStack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

QString TaskGroupPage::splitterKey() const
{
    return m_splitter->orientation() == Qt::Horizontal ? u"splitter/group-side"_s : u"splitter/group-below"_s;
}

void TaskGroupPage::restoreSplitter()
{
    const QVariantList kept = m_workspace->settings()->value(splitterKey()).toList();
    if (kept.size() == 2 && kept.at(0).toInt() > 0)
        m_splitter->setSizes({ kept.at(0).toInt(), kept.at(1).toInt() });
    else if (m_splitter->orientation() == Qt::Horizontal)
        m_splitter->setSizes({ width() * 63 / 100, width() * 37 / 100 });
    else
        m_splitter->setSizes({ height() * 55 / 100, height() * 45 / 100 });
}

void TaskGroupPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const Qt::Orientation wanted = width() < sideBySideWidth ? Qt::Vertical : Qt::Horizontal;
    if (wanted == m_splitter->orientation() && m_placed)
        return;
    m_splitter->setOrientation(wanted);
    m_placed = true;
    restoreSplitter();
}

QVariantMap TaskGroupPage::saveView() const
{
    return {
        { u"filter"_s, m_filter->text() },
        { u"states"_s, m_states->selection() },
        { u"task"_s, m_details->details()->taskId() },
        { u"tab"_s, static_cast<int>(m_details->currentTab()) },
    };
}

void TaskGroupPage::restoreView(const QVariantMap &view)
{
    m_filter->setText(view.value(u"filter"_s).toString());
    m_states->setSelection(view.value(u"states"_s).toUInt());
    m_wantedTask = view.value(u"task"_s).toString();
    m_details->setCurrentTab(static_cast<TaskTabs::Tab>(view.value(u"tab"_s).toInt()));
    applyFilter();
    restoreSelection();
}

void TaskGroupPage::restoreSelection()
{
    if (m_wantedTask.isEmpty())
        return;
    const int row = m_model->rowOf(m_wantedTask);
    if (row < 0)
        return;
    m_wantedTask.clear();
    m_table->selectOnly(row);
    m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
}

} // namespace ui
