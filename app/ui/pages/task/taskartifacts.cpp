// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/task/taskartifacts.h"

#include "core/accounts/session.h"
#include "core/artifacts/filename.h"
#include "core/artifacts/transfermodel.h"
#include "core/task/artifactmodel.h"
#include "core/task/logrule.h"
#include "core/util/visibletext.h"
#include "ui/delegates/celldelegate.h"
#include "ui/pages/errors.h"
#include "ui/theme/icons.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptyview.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/window/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::ArtifactModel;

TaskArtifacts::TaskArtifacts(core::TaskDetails *details, core::Session *session, Workspace *workspace, QWidget *parent)
    : QWidget(parent), m_details(details), m_session(session), m_workspace(workspace), m_banner(new Banner(this)),
      m_table(new DataTable(this)), m_empty(new EmptyView(this)), m_runLabel(new SecondaryLabel({}, this))
{
    m_banner->setObjectName(u"artifactsBanner"_s);
    m_runLabel->setObjectName(u"artifactsRun"_s);
    m_empty->setObjectName(u"artifactsEmpty"_s);
    buildTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(buildActions());
    column->addWidget(m_runLabel);
    column->addWidget(m_banner);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    connect(
        m_banner, &Banner::retryRequested, m_details, [this] { m_details->retry(core::TaskDetails::ArtifactsPart); });
    connect(m_details, &core::TaskDetails::partChanged, this, &TaskArtifacts::update);
    connect(m_details, &core::TaskDetails::runChanged, this, &TaskArtifacts::update);
    update();
}

QAction *TaskArtifacts::addActionFor(const QString &objectName, const QString &text, const QString &iconName)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(objectName);
    return action;
}

QWidget *TaskArtifacts::buildActions()
{
    m_openLog = addActionFor(u"actionOpenLog"_s, tr("Open log"), u"log"_s);
    m_save = addActionFor(u"actionSaveArtifact"_s, tr("Save\u2026"), u"save"_s);
    m_save->setShortcut(QKeySequence::Save);
    m_copyUrl = addActionFor(u"actionCopyArtifactUrl"_s, tr("Copy URL"), u"link"_s);
    connect(m_openLog, &QAction::triggered, this, [this] {
        const core::ArtifactInfo *artifact = current();
        if (artifact && core::isTextLog(*artifact))
            Q_EMIT openRequested(locationOf(*artifact, true), OpenIn::Here);
        else
            openLog(OpenIn::Here);
    });
    connect(m_save, &QAction::triggered, this, &TaskArtifacts::saveSelected);
    connect(m_copyUrl, &QAction::triggered, this, &TaskArtifacts::copyUrl);
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QAction *action : actions())
        layout->addWidget(new ActionButton(action, row));
    layout->addStretch(1);
    return row;
}

void TaskArtifacts::buildTable()
{
    m_table->setObjectName(u"artifactTable"_s);
    m_table->setAccessibleName(tr("Artifacts"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_details->artifacts());
    m_table->setItemDelegate(new CellDelegate(CellDelegate::Text::Plain, m_table));
    m_table->setNumberColumns({ ArtifactModel::SizeColumn });
    m_table->setElasticColumn(ArtifactModel::NameColumn);
    m_table->setFirstWidths({ 34, 12, 22, 11, 16 });
    m_table->keepColumns(m_workspace->settings(), u"artifacts"_s, ArtifactModel::ColumnCount, 1);
    connect(m_table, &DataTable::opened, this, &TaskArtifacts::open);
    connect(m_table, &DataTable::menuRequested, this,
        [this](const QModelIndex &, const QPoint &position) { showMenu(position); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TaskArtifacts::updateActions);
}

void TaskArtifacts::update()
{
    const core::Part &part = m_details->part(core::TaskDetails::ArtifactsPart);
    if (part.hasFailed())
        m_banner->showText(bannerFor(tr("The artifacts could not be listed."), part.error));
    else
        m_banner->hide();
    const int count = m_details->artifacts()->rowCount();
    const bool none = count == 0 && !part.isLoading() && !part.hasFailed();
    m_table->setVisible(!none);
    m_empty->setVisible(none);
    const auto run = m_details->runId();
    m_empty->setTexts(
        run ? tr("Run %1 has left no artifacts.").arg(*run) : tr("There are no artifacts before the task has run."));
    QString text = run ? tr("Run %1").arg(*run) : QString();
    if (part.isLoading())
        text += (text.isEmpty() ? QString() : u" · "_s) + tr("%Ln artifact(s) so far", nullptr, count);
    m_runLabel->setText(text);
    if (!m_wanted.isEmpty()) {
        const int row = m_details->artifacts()->rowOf(m_wanted);
        if (row >= 0) {
            m_wanted.clear();
            m_table->selectOnly(row);
        }
    }
    updateActions();
}

void TaskArtifacts::updateActions()
{
    const core::ArtifactInfo *artifact = current();
    const bool isLog = artifact && core::isTextLog(*artifact);
    m_openLog->setEnabled(isLog || !m_details->logArtifact().isEmpty());
    m_save->setEnabled(artifact != nullptr);
    m_copyUrl->setEnabled(artifact != nullptr);
}

const core::ArtifactInfo *TaskArtifacts::current() const
{
    const QModelIndex row = m_table->currentRow();
    return row.isValid() ? m_details->artifacts()->artifactAt(row.row()) : nullptr;
}

core::Location TaskArtifacts::locationOf(const core::ArtifactInfo &artifact, bool asLog) const
{
    const QString root = m_session->rootUrl();
    return asLog ? core::Location::log(root, m_details->taskId(), m_details->runId(), artifact.name)
                 : core::Location::artifact(root, m_details->taskId(), m_details->runId(), artifact.name);
}

void TaskArtifacts::selectArtifact(const QString &name)
{
    m_wanted = name;
    update();
}

void TaskArtifacts::openLog(OpenIn where)
{
    const QString name = m_details->logArtifact();
    if (!name.isEmpty())
        Q_EMIT openRequested(
            core::Location::log(m_session->rootUrl(), m_details->taskId(), m_details->runId(), name), where);
}

void TaskArtifacts::open(const QModelIndex &row, bool newTab)
{
    const core::ArtifactInfo *artifact = m_details->artifacts()->artifactAt(row.row());
    if (artifact && core::isTextLog(*artifact))
        Q_EMIT openRequested(locationOf(*artifact, true), newTab ? OpenIn::NewTab : OpenIn::Here);
    else
        saveSelected();
}

void TaskArtifacts::saveSelected()
{
    const core::ArtifactInfo *artifact = current();
    if (!artifact)
        return;
    const core::ArtifactId id { m_details->taskId(), m_details->runId(), artifact->name };
    m_workspace->outside()->askSavePath(this, core::safeFileName(artifact->name),
        [workspace = m_workspace, session = m_session, id](
            const QString &path) { workspace->transfers()->save(session, id, path); });
}

void TaskArtifacts::copyUrl()
{
    const core::ArtifactInfo *artifact = current();
    if (!artifact)
        return;
    QGuiApplication::clipboard()->setText(locationOf(*artifact, false).toUrl().toString(QUrl::FullyEncoded));
    Q_EMIT noticed({ tr("Copied the URL of %1").arg(core::visibleText(artifact->name)) });
}

void TaskArtifacts::showMenu(const QPoint &position)
{
    const core::ArtifactInfo *artifact = current();
    if (!artifact)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(actions());
    menu->addAction(icon(u"copy"_s), tr("Copy name"), this,
        [name = artifact->name] { QGuiApplication::clipboard()->setText(name); });
    menu->addAction(tr("Copy row"), m_table, &DataTable::copySelection);
    menu->popup(position);
}

} // namespace ui
