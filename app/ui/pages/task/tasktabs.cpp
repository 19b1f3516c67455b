// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/task/tasktabs.h"

#include "core/accounts/session.h"
#include "core/util/visibletext.h"
#include "ui/pages/task/taskartifacts.h"
#include "ui/pages/task/taskoverview.h"
#include "ui/pages/task/taskruns.h"
#include "ui/pages/task/taskuploads.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/droptarget.h"
#include "ui/workspace/workspace.h"

#include <QDragEnterEvent>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

TaskTabs::TaskTabs(core::Session *session, Workspace *workspace, QWidget *parent)
    : QWidget(parent), m_details(new core::TaskDetails(session, this)), m_tabs(new QTabWidget(this)),
      m_artifacts(new TaskArtifacts(m_details, session, workspace, this)), m_dropTarget(new DropTarget(this))
{
    setAcceptDrops(true);
    m_tabs->setObjectName(u"taskTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the task"));
    m_tabs->setDocumentMode(true);
    setFocusProxy(m_tabs);
    m_tabs->tabBar()->setObjectName(u"taskTabBar"_s);
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the task"));
    auto *overview = new TaskOverview(m_details, session->rootUrl(), this);
    m_tabs->addTab(overview, icon(u"info"_s), tr("Overview"));
    m_tabs->addTab(new TaskRuns(m_details, workspace->settings(), this), icon(u"clock"_s), tr("Runs"));
    m_tabs->addTab(m_artifacts, icon(u"artifact"_s), tr("Artifacts"));
    m_tabs->addTab(buildDefinition(), icon(u"log"_s), tr("Definition"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    connect(overview, &TaskOverview::openRequested, this, &TaskTabs::openRequested);
    connect(m_artifacts, &TaskArtifacts::openRequested, this, &TaskTabs::openRequested);
    connect(m_artifacts, &TaskArtifacts::noticed, this, &TaskTabs::noticed);
    connect(m_artifacts, &TaskArtifacts::attentionWanted, this, [this](int height) {
        setCurrentTab(Artifacts);
        Q_EMIT roomWanted(height + m_tabs->tabBar()->sizeHint().height());
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, &TaskTabs::updateDefinition);
    connect(m_tabs, &QTabWidget::currentChanged, this, &TaskTabs::tabChanged);
    connect(m_details, &core::TaskDetails::partChanged, this, &TaskTabs::updateTitles);
    connect(m_details, &core::TaskDetails::partChanged, this, &TaskTabs::updateDefinition);
}

QWidget *TaskTabs::buildDefinition()
{
    auto *page = new QWidget(this);
    m_definitionBanner = new Banner(page);
    m_definitionBanner->setObjectName(u"definitionTabBanner"_s);
    m_definition = new QPlainTextEdit(page);
    m_definition->setObjectName(u"taskDefinition"_s);
    m_definition->setAccessibleName(tr("Definition"));
    m_definition->setReadOnly(true);
    m_definition->setFrameShape(QFrame::NoFrame);
    m_definition->setFont(fixedFont());
    m_definition->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_definition->setTabChangesFocus(true);
    m_definition->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_definitionBanner);
    column->addWidget(m_definition, 1);
    connect(m_definitionBanner, &Banner::retryRequested, m_details,
        [this] { m_details->retry(core::TaskDetails::DefinitionPart); });
    return page;
}

TaskTabs::Tab TaskTabs::currentTab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void TaskTabs::setCurrentTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

bool TaskTabs::isLoading() const
{
    return m_details->part(core::TaskDetails::StatusPart).isLoading()
        || m_details->part(core::TaskDetails::DefinitionPart).isLoading()
        || m_details->part(core::TaskDetails::ArtifactsPart).isLoading();
}

QList<QAction *> TaskTabs::taskActions() const
{
    return m_artifacts->actions();
}

// Taken on even where a drop will be refused: whoever drags is told why, and that it is over.
void TaskTabs::dragEnterEvent(QDragEnterEvent *event)
{
    const QStringList files = TaskUploads::filesIn(event->mimeData());
    const auto *source = qobject_cast<QWidget *>(event->source());
    if (files.isEmpty() || (source && isAncestorOf(source)))
        return event->ignore();
    const TaskUploads *uploads = m_artifacts->uploads();
    m_refused = !uploads->takesFiles();
    m_dropTarget->showText(uploads->dropText(static_cast<int>(files.size())), !m_refused);
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void TaskTabs::dragMoveEvent(QDragMoveEvent *event)
{
    event->setDropAction(m_refused ? Qt::IgnoreAction : Qt::CopyAction);
    event->setAccepted(!m_refused);
}

// Also when the button went up over a place that refuses.
void TaskTabs::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropTarget->hide();
    if (m_refused)
        m_artifacts->uploads()->explain();
}

void TaskTabs::dropEvent(QDropEvent *event)
{
    m_dropTarget->hide();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_artifacts->uploads()->take(TaskUploads::filesIn(event->mimeData()));
}

void TaskTabs::updateTitles()
{
    const auto titled = [](const QString &name, int count) {
        return count > 0 ? u"%1 (%2)"_s.arg(name, core::formatCount(count)) : name;
    };
    m_tabs->setTabText(Runs, titled(tr("Runs"), m_details->runs()->rowCount()));
    m_tabs->setTabText(Artifacts, titled(tr("Artifacts"), m_details->artifacts()->rowCount()));
}

void TaskTabs::updateDefinition()
{
    const core::Part &part = m_details->part(core::TaskDetails::DefinitionPart);
    if (part.hasFailed())
        m_definitionBanner->showText(bannerFor(tr("The definition of the task could not be loaded."), part.error));
    else
        m_definitionBanner->hide();
    // Laying out a large definition costs time, so it is done only where it is seen.
    if (currentTab() != Definition)
        return;
    const QByteArray json = m_details->definition() ? m_details->definition()->json : QByteArray();
    if (json == m_shownDefinition)
        return;
    m_shownDefinition = json;
    m_definition->setPlainText(core::visibleText(QString::fromUtf8(json), core::TextLines::Multiple));
}

} // namespace ui
