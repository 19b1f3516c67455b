// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/task/taskruns.h"

#include "core/task/runmodel.h"
#include "ui/delegates/celldelegate.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptyview.h"

#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

TaskRuns::TaskRuns(core::TaskDetails *details, QSettings *settings, QWidget *parent)
    : QWidget(parent), m_details(details), m_banner(new Banner(this)), m_table(new DataTable(this)),
      m_empty(new EmptyView(this))
{
    m_banner->setObjectName(u"runsBanner"_s);
    m_empty->setTexts(tr("The task has no runs yet: it has not been scheduled."));
    buildTable(settings);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_banner);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    connect(m_banner, &Banner::retryRequested, m_details, [this] { m_details->retry(core::TaskDetails::StatusPart); });
    connect(m_details, &core::TaskDetails::partChanged, this, &TaskRuns::update);
    connect(m_details, &core::TaskDetails::runChanged, this, &TaskRuns::selectRun);
    m_ticks.setInterval(1s);
    connect(&m_ticks, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_details->runs()->refreshTimes();
    });
    m_ticks.start();
    update();
}

void TaskRuns::buildTable(QSettings *settings)
{
    using core::RunModel;
    m_table->setObjectName(u"runTable"_s);
    m_table->setAccessibleName(tr("Runs"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_details->runs());
    m_table->setItemDelegate(new CellDelegate(CellDelegate::Text::Plain, m_table));
    m_table->setItemDelegateForColumn(RunModel::StateColumn, new StateDelegate(RunModel::StateRole, m_table));
    m_table->setNumberColumns({ RunModel::RunColumn, RunModel::DurationColumn });
    m_table->setElasticColumn(RunModel::WorkerColumn);
    m_table->setFirstWidths({ 6, 15, 12, 14, 14, 22, 16, 16, 16, 12 });
    m_table->keepColumns(settings, u"runs"_s, RunModel::ColumnCount, 1);
    connect(m_table, &DataTable::rowChosen, this, [this](const QModelIndex &row) {
        if (!m_selecting)
            m_details->showRun(row.data(RunModel::RunIdRole).toInt());
    });
}

void TaskRuns::update()
{
    const core::Part &part = m_details->part(core::TaskDetails::StatusPart);
    if (part.hasFailed())
        m_banner->showText(bannerFor(tr("The runs of the task could not be loaded."), part.error));
    else
        m_banner->hide();
    const bool none = m_details->status() && m_details->runs()->rowCount() == 0;
    m_table->setVisible(!none);
    m_empty->setVisible(none);
    selectRun();
}

void TaskRuns::selectRun()
{
    const auto run = m_details->runId();
    if (!run)
        return;
    for (int row = 0; row < m_details->runs()->rowCount(); ++row) {
        const QModelIndex index = m_details->runs()->index(row, 0);
        if (index.data(core::RunModel::RunIdRole).toInt() != *run || m_table->currentRow() == index)
            continue;
        m_selecting = true;
        m_table->selectOnly(row);
        m_selecting = false;
    }
}

} // namespace ui
