// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/task/taskartifacts.h"

#include "core/accounts/session.h"
#include "core/artifacts/filename.h"
#include "core/task/artifactmodel.h"
#include "core/task/logrule.h"
#include "core/transfers/localcopies.h"
#include "core/transfers/transfermodel.h"
#include "core/transfers/transfersettings.h"
#include "core/util/visibletext.h"
#include "ui/pages/task/artifactdrag.h"
#include "ui/pages/task/artifacttable.h"
#include "ui/pages/task/taskuploads.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttonrow.h"
#include "ui/widgets/emptyview.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using core::ArtifactModel;

namespace {

constexpr int layoutMargin = 8; // above everything
constexpr int leastListHeight = 120; // that is worth being shown

} // namespace

TaskArtifacts::TaskArtifacts(core::TaskDetails *details, core::Session *session, Workspace *workspace, QWidget *parent)
    : QWidget(parent), m_details(details), m_session(session), m_workspace(workspace),
      m_uploads(new TaskUploads(details, session, workspace, this)), m_banner(new Banner(this)),
      m_table(new ArtifactTable(this)), m_drag(new ArtifactDrag(workspace->localCopies(), m_table, this)),
      m_empty(new EmptyView(this)), m_runLabel(new SecondaryLabel({}, this))
{
    m_banner->setObjectName(u"artifactsBanner"_s);
    m_runLabel->setObjectName(u"artifactsRun"_s);
    m_empty->setObjectName(u"artifactsEmpty"_s);
    buildTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, layoutMargin, 0, 0);
    column->setSpacing(8);
    buildActions();
    column->addWidget(m_actionRow);
    column->addWidget(m_runLabel);
    column->addWidget(m_uploads);
    column->addWidget(m_banner);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    connect(
        m_banner, &Banner::retryRequested, m_details, [this] { m_details->retry(core::TaskDetails::ArtifactsPart); });
    connect(m_details, &core::TaskDetails::partChanged, this, &TaskArtifacts::update);
    connect(m_details, &core::TaskDetails::runChanged, this, &TaskArtifacts::update);
    connect(m_uploads, &TaskUploads::noticed, this, &TaskArtifacts::noticed);
    connect(m_uploads, &TaskUploads::heightChanged, this, &TaskArtifacts::arrange);
    connect(m_uploads, &TaskUploads::shown, this,
        [this] { Q_EMIT attentionWanted(m_uploads->minimumSizeHint().height() + layoutMargin); });
    connect(m_drag, &ArtifactDrag::noticed, this, &TaskArtifacts::noticed);
    connect(workspace->localCopies(), &core::LocalCopies::changed, this, &TaskArtifacts::updateNote);
    update();
}

QList<QAction *> TaskArtifacts::actions() const
{
    return { m_openLog, m_save, m_copyUrl, m_copyFiles, m_uploads->uploadAction(), m_uploads->pasteAction(),
        m_keepFolders };
}

QAction *TaskArtifacts::addActionFor(const QString &objectName, const QString &text, const QString &iconName)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(objectName);
    return action;
}

void TaskArtifacts::buildActions()
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
    connect(m_copyUrl, &QAction::triggered, this, &TaskArtifacts::copyUrls);
    m_copyFiles = addActionFor(u"actionCopyFiles"_s, tr("Copy as files"), u"copy"_s);
    m_copyFiles->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_C);
    connect(m_copyFiles, &QAction::triggered, this, [this] { m_drag->copy(m_session, selected()); });
    m_keepFolders = new QAction(tr("Keep folders when several are saved"), this);
    m_keepFolders->setObjectName(u"actionKeepFolders"_s);
    m_keepFolders->setCheckable(true);
    m_keepFolders->setChecked(core::folderForm(*m_workspace->settings()) == core::FolderForm::Folders);
    connect(m_keepFolders, &QAction::toggled, this, [this](bool on) {
        core::setFolderForm(*m_workspace->settings(), on ? core::FolderForm::Folders : core::FolderForm::Flat);
    });
    m_actionRow = new ButtonRow({ m_openLog, m_save, m_uploads->uploadAction(), m_copyUrl }, this);
}

void TaskArtifacts::buildTable()
{
    m_table->setObjectName(u"artifactTable"_s);
    m_table->setAccessibleName(tr("Artifacts"));
    m_table->setModel(m_details->artifacts());
    m_table->setItemDelegate(new CellDelegate(CellDelegate::Text::Plain, m_table));
    m_table->setItemDelegateForColumn(ArtifactModel::NameColumn, new ArtifactNameDelegate(m_table));
    m_table->setNumberColumns({ ArtifactModel::SizeColumn });
    m_table->setElasticColumn(ArtifactModel::NameColumn);
    m_table->setFirstWidths({ 34, 12, 22, 11, 16 });
    m_table->keepColumns(m_workspace->settings(), u"artifacts"_s, ArtifactModel::ColumnCount, 1);
    connect(m_table, &DataTable::opened, this, &TaskArtifacts::open);
    connect(m_table, &DataTable::menuRequested, this,
        [this](const QModelIndex &, const QPoint &position) { showMenu(position); });
    connect(m_table, &ArtifactTable::dragStarted, this, [this] {
        m_drag->start(m_session, selected());
        m_table->setDragPending(m_drag->isPending());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TaskArtifacts::updateActions);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TaskArtifacts::updateActions);
}

void TaskArtifacts::update()
{
    const core::Part &part = m_details->part(core::TaskDetails::ArtifactsPart);
    if (part.hasFailed())
        m_banner->showText(bannerFor(tr("The artifacts could not be listed."), part.error));
    else
        m_banner->hide();
    const int count = m_details->artifacts()->rowCount();
    m_none = count == 0 && !part.isLoading() && !part.hasFailed();
    arrange();
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
    updateNotes();
    updateActions();
}

// While files are checked, what is there gives way: all of it where the page is low.
void TaskArtifacts::arrange()
{
    const bool asking = m_uploads->isAsking();
    const bool fits = !asking || height() > m_uploads->minimumSizeHint().height() + leastListHeight;
    m_actionRow->setVisible(!asking);
    m_runLabel->setVisible(!asking);
    m_table->setVisible(!m_none && fits);
    m_empty->setVisible(m_none && fits);
}

void TaskArtifacts::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

// What is known here of the artifacts that are listed now.
void TaskArtifacts::updateNotes()
{
    for (const core::ArtifactInfo &artifact : m_details->artifacts()->artifacts()) {
        if (m_workspace->localCopies()->state(m_session, idOf(artifact.name)) != core::LocalCopies::State::None)
            updateNote(idOf(artifact.name));
    }
}

void TaskArtifacts::updateNote(const core::ArtifactId &artifact)
{
    if (artifact != idOf(artifact.name))
        return; // of another task or run
    const core::LocalCopies *copies = m_workspace->localCopies();
    QString note;
    switch (copies->state(m_session, artifact)) {
    case core::LocalCopies::State::None:
        break;
    case core::LocalCopies::State::Fetching: {
        const int percent = copies->percent(m_session, artifact);
        note = percent < 0 ? tr("fetching\u2026") : tr("fetching, %1 %").arg(percent);
        break;
    }
    case core::LocalCopies::State::Ready:
        note = tr("ready to drag");
        break;
    case core::LocalCopies::State::Failed:
        note = tr("could not be fetched");
        break;
    }
    m_details->artifacts()->setNote(artifact.name, note);
}

void TaskArtifacts::updateActions()
{
    const core::ArtifactInfo *artifact = current();
    const bool isLog = artifact && core::isTextLog(*artifact);
    m_openLog->setEnabled(isLog || !m_details->logArtifact().isEmpty());
    const int count = static_cast<int>(m_table->selectionModel()->selectedRows().size());
    m_save->setEnabled(count > 0);
    m_save->setText(count > 1 ? tr("Save %Ln artifact(s)\u2026", nullptr, count) : tr("Save\u2026"));
    m_copyUrl->setEnabled(count > 0);
    m_copyFiles->setEnabled(count > 0);
    const QSignalBlocker quiet(m_keepFolders); // another page may have changed it
    m_keepFolders->setChecked(core::folderForm(*m_workspace->settings()) == core::FolderForm::Folders);
    m_copyUrl->setText(count > 1 ? tr("Copy %Ln URL(s)", nullptr, count) : tr("Copy URL"));
}

QList<core::ArtifactId> TaskArtifacts::selected() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<core::ArtifactId> ids;
    for (const QModelIndex &row : std::as_const(rows))
        ids.append(idOf(row.data(ArtifactModel::NameRole).toString()));
    return ids;
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
    const QList<core::ArtifactId> ids = selected();
    if (ids.isEmpty())
        return;
    if (ids.size() == 1) {
        m_workspace->outside()->askSavePath(this, core::safeFileName(ids.first().name),
            [workspace = m_workspace, session = m_session, id = ids.first()](
                const QString &path) { workspace->transfers()->save(session, id, path); });
        return;
    }
    m_workspace->outside()->askFolder(this, [page = QPointer(this), ids](const QString &folder) {
        if (page)
            page->saveInto(ids, folder);
    });
}

void TaskArtifacts::saveInto(const QList<core::ArtifactId> &artifacts, const QString &folder)
{
    m_workspace->transfers()->saveInto(m_session, artifacts, folder, core::folderForm(*m_workspace->settings()));
    Q_EMIT noticed({ tr("Saving %Ln artifact(s)", nullptr, static_cast<int>(artifacts.size())) });
}

void TaskArtifacts::copyUrls()
{
    QStringList urls;
    const QList<core::ArtifactId> ids = selected();
    for (const core::ArtifactId &id : ids) {
        const core::Location place = core::Location::artifact(m_session->rootUrl(), id.taskId, id.runId, id.name);
        urls.append(place.toUrl().toString(QUrl::FullyEncoded));
    }
    if (urls.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(urls.join(u'\n'));
    Q_EMIT noticed({ urls.size() == 1 ? tr("Copied the URL of %1").arg(core::visibleText(ids.first().name))
                                      : tr("Copied %Ln URL(s)", nullptr, static_cast<int>(urls.size())) });
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
