// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/task/taskpage.h"

#include "core/accounts/session.h"
#include "core/util/visibletext.h"
#include "ui/pages/task/taskartifacts.h"
#include "ui/pages/task/tasktabs.h"
#include "ui/theme/icons.h"
#include "ui/theme/states.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/idlabel.h"
#include "ui/widgets/pageheader.h"
#include "ui/workspace/recents.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

TaskPage::TaskPage(core::Session *session, Workspace *workspace, const core::Location &location, QWidget *parent)
    : Page(location, parent), m_session(session), m_workspace(workspace), m_header(new PageHeader(this)),
      m_tabs(new TaskTabs(session, workspace, this))
{
    setObjectName(u"taskPage"_s);
    buildActions();
    buildHeader();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_header);
    column->addWidget(m_tabs, 1);
    connect(m_tabs, &TaskTabs::openRequested, this, &Page::openRequested);
    connect(m_tabs, &TaskTabs::noticed, this, &Page::noticed);
    connect(m_tabs->details(), &core::TaskDetails::partChanged, this, &TaskPage::showPart);
    openFirst();
    m_tabs->details()->show(location.taskId, location.runId);
    m_workspace->recents()->add(core::Location::task(location.rootUrl, location.taskId), {});
    showPart();
}

void TaskPage::openFirst()
{
    switch (location().kind) {
    case core::Location::Kind::Run:
        m_tabs->setCurrentTab(TaskTabs::Runs);
        break;
    case core::Location::Kind::Definition:
        m_tabs->setCurrentTab(TaskTabs::Definition);
        break;
    case core::Location::Kind::Artifact:
        m_tabs->setCurrentTab(TaskTabs::Artifacts);
        m_tabs->artifacts()->selectArtifact(location().name);
        break;
    default:
        break;
    }
}

void TaskPage::buildActions()
{
    QAction *log = makeAction(u"actionTaskLog"_s, tr("Open log of the task"), u"log"_s, Qt::CTRL | Qt::Key_G);
    connect(log, &QAction::triggered, this, [this] { m_tabs->artifacts()->openLog(OpenIn::Here); });
    QAction *group = makeAction(u"actionGoToGroup"_s, tr("Task group"), u"groups"_s, Qt::ALT | Qt::Key_Up);
    connect(group, &QAction::triggered, this, [this] { goToGroup(OpenIn::Here); });
    QAction *browser
        = makeAction(u"actionTaskInBrowser"_s, tr("Open in browser"), u"external"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_B);
    connect(browser, &QAction::triggered, this, [this] { m_workspace->outside()->openUrl(location().toUrl()); });
    m_actions = { log, group, browser };
}

void TaskPage::buildHeader()
{
    m_header->setTitle(title());
    m_taskId = new IdLabel(tr("Task ID"), m_header);
    m_taskId->setObjectName(u"taskId"_s);
    m_taskId->setId(location().taskId);
    m_header->addFact(m_taskId);
    connect(m_taskId, &IdLabel::copied, this, [this] { Q_EMIT noticed({ tr("Copied the task ID") }); });
    m_group = m_header->addTextFact(u"taskGroupLink"_s);
    m_group->setLink(true);
    m_group->hide();
    connect(m_group, &ElidedLabel::activated, this,
        [this](bool newTab) { goToGroup(newTab ? OpenIn::NewTab : OpenIn::Here); });
    m_pool = m_header->addTextFact(u"taskPool"_s);
    for (QAction *action : std::as_const(m_actions))
        m_header->addAction(action);
}

void TaskPage::goToGroup(OpenIn where)
{
    if (const core::TaskStatus *status = m_tabs->details()->status())
        Q_EMIT openRequested(core::Location::taskGroup(location().rootUrl, status->taskGroupId), where);
}

QString TaskPage::title() const
{
    if (const core::TaskDefinition *definition = m_tabs->details()->definition())
        return core::visibleText(definition->name);
    return tr("Task %1").arg(location().taskId);
}

QIcon TaskPage::icon() const
{
    const core::TaskStatus *status = m_tabs->details()->status();
    return status ? ui::icon(iconNameOf(status->state), toneOf(status->state)) : ui::icon(u"task"_s);
}

QString TaskPage::statusText() const
{
    const core::TaskStatus *status = m_tabs->details()->status();
    return status ? core::taskStateName(status->state) : QString();
}

bool TaskPage::isLoading() const
{
    return m_tabs->isLoading();
}

void TaskPage::reload()
{
    m_tabs->details()->refresh();
}

QList<QAction *> TaskPage::pageActions() const
{
    return m_actions + m_tabs->taskActions();
}

void TaskPage::focusContent()
{
    m_tabs->setFocus(Qt::OtherFocusReason);
}

QVariantMap TaskPage::saveView() const
{
    return { { u"tab"_s, static_cast<int>(m_tabs->currentTab()) } };
}

void TaskPage::restoreView(const QVariantMap &view)
{
    if (view.contains(u"tab"_s))
        m_tabs->setCurrentTab(static_cast<TaskTabs::Tab>(view.value(u"tab"_s).toInt()));
}

void TaskPage::showPart()
{
    const core::TaskStatus *status = m_tabs->details()->status();
    m_header->setTitle(title());
    m_header->setState(status ? std::optional(status->state) : std::nullopt);
    if (status) {
        m_group->setText(tr("Group %1").arg(status->taskGroupId));
        m_group->setCopyText(status->taskGroupId);
        m_group->show();
        m_pool->setText(core::visibleText(status->taskQueueId));
    }
    m_actions.at(0)->setEnabled(!m_tabs->details()->logArtifact().isEmpty());
    m_actions.at(1)->setEnabled(status != nullptr);
    if (m_tabs->details()->definition() && !m_named) {
        m_named = true;
        m_workspace->recents()->add(core::Location::task(location().rootUrl, location().taskId), title());
    }
    Q_EMIT changed();
}

} // namespace ui
