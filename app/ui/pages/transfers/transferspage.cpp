// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/transfers/transferspage.h"

#include "core/transfers/transfermodel.h"
#include "core/util/format.h"
#include "ui/pages/sides.h"
#include "ui/pages/transfers/transferdelegate.h"
#include "ui/pages/transfers/transfertext.h"
#include "ui/theme/icons.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptyview.h"
#include "ui/widgets/pageheader.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QMenu>
#include <QPointer>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using core::TransferModel;
using core::TransferState;

TransfersPage::TransfersPage(Workspace *workspace, const core::Location &location, QWidget *parent)
    : Page(location, parent), m_workspace(workspace), m_header(new PageHeader(this)), m_banner(new Banner(this)),
      m_table(new DataTable(this)), m_empty(new EmptyView(this)), m_stack(new QStackedWidget(this))
{
    setObjectName(u"transfersPage"_s);
    m_banner->setObjectName(u"transfersBanner"_s);
    buildActions();
    buildTable();
    buildEmpty();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    TransferModel *model = workspace->transfers();
    // Once for all that happens in a turn: thousands of transfers may be selected, and end together.
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &TransfersPage::update);
    const auto later = [this] { m_later.start(); };
    connect(model, &TransferModel::activityChanged, this, later);
    connect(model, &QAbstractItemModel::dataChanged, this, later);
    connect(model, &QAbstractItemModel::rowsInserted, this, later);
    connect(model, &QAbstractItemModel::rowsRemoved, this, later);
    connect(m_banner, &Banner::retryRequested, this, [this] {
        m_workspace->transfers()->retry(m_explained);
        m_banner->hide();
    });
    update();
}

void TransfersPage::buildActions()
{
    m_header->setTitle(title());
    m_summary = m_header->addTextFact(u"transfersSummary"_s);
    m_cancel = makeAction(u"actionCancelTransfers"_s, tr("Cancel"), u"close"_s, Qt::Key_Delete);
    m_retry = makeAction(u"actionRetryTransfers"_s, tr("Retry"), u"reload"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_R);
    m_openFolder = makeAction(u"actionOpenFolder"_s, tr("Open folder"), u"folder"_s, Qt::CTRL | Qt::Key_O);
    m_clear = makeAction(
        u"actionClearTransfers"_s, tr("Clear finished"), u"clear"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_Delete);
    TransferModel *model = m_workspace->transfers();
    connect(m_cancel, &QAction::triggered, this, [this, model] { model->cancel(selected()); });
    connect(m_retry, &QAction::triggered, this, [this, model] {
        const QList<int> ids = selected();
        for (const int id : ids)
            model->retry(id);
    });
    connect(m_openFolder, &QAction::triggered, this, &TransfersPage::openFolder);
    connect(m_clear, &QAction::triggered, model, &TransferModel::clearFinished);
    const QList<QAction *> actions = pageActions();
    for (QAction *action : actions)
        m_header->addAction(action);
}

void TransfersPage::buildTable()
{
    m_table->setObjectName(u"transferTable"_s);
    m_table->setAccessibleName(tr("Transfers"));
    m_table->setModel(m_workspace->transfers());
    m_table->setItemDelegate(new TransferDelegate(m_table));
    m_table->setNumberColumns({ TransferModel::RateColumn });
    m_table->setElasticColumn(TransferModel::TargetColumn);
    m_table->setFirstWidths({ 38, 20, 34, 12, 36, 22 });
    m_table->keepColumns(m_workspace->settings(), u"transfers"_s, TransferModel::ColumnCount, 1);
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex &, bool newTab) { open(newTab); });
    connect(m_table, &DataTable::menuRequested, this,
        [this](const QModelIndex &, const QPoint &position) { showMenu(position); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TransfersPage::updateActions);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TransfersPage::updateActions);
}

void TransfersPage::buildEmpty()
{
    const std::vector<core::Session *> sessions = m_workspace->sessions();
    m_empty->setTexts(tr("Artifacts that are saved, dragged out or uploaded are listed here, each with its progress."),
        sessions.empty() ? QString() : tr("Show the tasks"));
    connect(m_empty, &EmptyView::actionRequested, this,
        [this, session = QPointer(sessions.empty() ? nullptr : sessions.front())] {
            if (session)
                Q_EMIT openRequested(placeOf(Side::Tasks, session->rootUrl()).as(session->account().id), OpenIn::Here);
        });
}

QString TransfersPage::title() const
{
    return tr("Transfers");
}

QIcon TransfersPage::icon() const
{
    return ui::icon(u"transfers"_s);
}

QString TransfersPage::statusText() const
{
    return tr("%Ln transfer(s)", nullptr, m_workspace->transfers()->rowCount());
}

void TransfersPage::focusContent()
{
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void TransfersPage::update()
{
    const TransferModel *model = m_workspace->transfers();
    const int active = model->activeCount();
    m_summary->setText(active == 0
            ? tr("Nothing is being transferred")
            : tr("%Ln in progress or waiting, %1/s", nullptr, active).arg(core::formatSize(model->rate())));
    if (model->rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->selectOnly(0);
    m_stack->setCurrentIndex(model->rowCount() == 0 ? 1 : 0);
    updateActions();
    Q_EMIT changed();
}

QList<int> TransfersPage::selected() const
{
    QList<int> ids;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        ids.append(row.data(TransferModel::TransferIdRole).toInt());
    return ids;
}

const core::TransferItem *TransfersPage::current() const
{
    const QModelIndex row = m_table->currentRow();
    return row.isValid() ? m_workspace->transfers()->item(row.data(TransferModel::TransferIdRole).toInt()) : nullptr;
}

void TransfersPage::updateActions()
{
    const TransferModel *model = m_workspace->transfers();
    bool canCancel = false;
    bool canRetry = false;
    const QList<int> ids = selected();
    for (const int id : ids) {
        const TransferState state = model->state(id);
        canCancel |= state == TransferState::Running || state == TransferState::Waiting;
        canRetry |= state == TransferState::Failed || state == TransferState::Cancelled;
    }
    m_cancel->setEnabled(canCancel);
    m_retry->setEnabled(canRetry);
    const core::TransferItem *item = current();
    m_openFolder->setEnabled(item && !item->folder.isEmpty());
    m_clear->setEnabled(model->rowCount() > model->activeCount());
    updateBanner();
}

// Says why the current transfer has failed.
void TransfersPage::updateBanner()
{
    const core::TransferItem *item = current();
    const int failed = item && item->state == TransferState::Failed ? item->id : 0;
    if (failed == m_explained)
        return;
    m_explained = failed;
    if (failed != 0)
        m_banner->showText(transferBanner(*item));
    else
        m_banner->hide();
}

void TransfersPage::openFolder()
{
    const core::TransferItem *item = current();
    if (item && !item->folder.isEmpty())
        m_workspace->outside()->openFolder(item->folder);
}

void TransfersPage::open(bool newTab)
{
    const core::TransferItem *item = current();
    if (!item)
        return;
    if (!item->folder.isEmpty() && !newTab)
        return openFolder();
    if (!item->session)
        return;
    const core::ArtifactId &artifact = item->what.artifact;
    Q_EMIT openRequested(
        core::Location::artifact(item->session->rootUrl(), artifact.taskId, artifact.runId, artifact.name)
            .as(item->session->account().id),
        newTab ? OpenIn::NewTab : OpenIn::Here);
}

void TransfersPage::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({ m_cancel, m_retry, m_openFolder });
    menu->addSeparator();
    menu->addAction(ui::icon(u"task"_s), tr("Show the task in a new tab"), this, [this] { open(true); });
    menu->addAction(ui::icon(u"copy"_s), tr("Copy row"), m_table, &DataTable::copySelection);
    menu->addSeparator();
    menu->addAction(m_clear);
    menu->popup(position);
}

} // namespace ui
