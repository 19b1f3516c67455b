// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/taskgroup/tasktable.h"

#include "core/taskgroup/taskgroupmodel.h"
#include "ui/delegates/celldelegate.h"

#include <QHeaderView>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace ui {

using core::TaskColumn;

TaskTable::TaskTable(QWidget *parent) : DataTable(parent)
{
    setObjectName(u"taskTable"_s);
    setAccessibleName(tr("Tasks"));
}

void TaskTable::setTasks(core::TaskGroupModel *model, QSettings *settings)
{
    const auto column = [](TaskColumn value) { return static_cast<int>(value); };
    setModel(model);
    setItemDelegate(new CellDelegate(CellDelegate::Text::Plain, this));
    setItemDelegateForColumn(column(TaskColumn::State), new StateDelegate(core::TaskGroupModel::StateRole, this));
    setItemDelegateForColumn(column(TaskColumn::TaskId), new CellDelegate(CellDelegate::Text::Id, this));
    setNumberColumns({ column(TaskColumn::Runs), column(TaskColumn::Duration), column(TaskColumn::RetriesLeft),
        column(TaskColumn::Dependencies) });
    setElasticColumn(column(TaskColumn::Name));
    horizontalHeader()->setSortIndicatorShown(true); // so that there is room for it from the start
    setFirstWidths({ 18, 42, 9, 17, 6, 13, 11, 26, 12, 20, 16, 16, 16, 16, 12, 14, 16, 14 });
    keepColumns(settings, u"tasks"_s, core::taskColumnsShownAtFirst, core::taskColumnCount);
    horizontalHeader()->setSortIndicatorClearable(true);
    if (!settings->contains(u"columns/tasks-v%1"_s.arg(core::taskColumnCount)))
        horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
}

} // namespace ui
