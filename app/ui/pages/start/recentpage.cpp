// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/start/recentpage.h"

#include "ui/delegates/celldelegate.h"
#include "ui/pages/start/recentmodel.h"
#include "ui/theme/icons.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptyview.h"
#include "ui/widgets/pageheader.h"
#include "ui/workspace/workspace.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

RecentPage::RecentPage(Recents::List list, Workspace *workspace, const core::Location &location, QWidget *parent)
    : Page(location, parent), m_list(list),
      m_model(new RecentModel(workspace->recents(), list, location.rootUrl, this)), m_header(new PageHeader(this)),
      m_table(new DataTable(this)), m_empty(new EmptyView(this)), m_stack(new QStackedWidget(this))
{
    setObjectName(u"recentPage"_s);
    m_header->setTitle(title());
    m_header->addTextFact(u"recentRoot"_s)->setText(tr("Seen at %1").arg(location.rootUrl));
    m_table->setObjectName(u"recentTable"_s);
    m_table->setAccessibleName(title());
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(CellDelegate::Text::Plain, m_table));
    m_table->setItemDelegateForColumn(RecentModel::IdColumn, new CellDelegate(CellDelegate::Text::Id, m_table));
    m_table->setElasticColumn(RecentModel::NameColumn);
    m_table->setFirstWidths({ 60, 28, 20 });
    m_table->keepColumns(workspace->settings(), u"recent"_s, RecentModel::ColumnCount, 1);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
    connect(m_table, &DataTable::opened, this, &RecentPage::open);
    connect(m_empty, &EmptyView::actionRequested, this, &RecentPage::locationBarRequested);
    connect(m_model, &QAbstractItemModel::modelReset, this, &RecentPage::update);
    update();
}

core::Location RecentPage::place(Recents::List list, const QString &rootUrl)
{
    core::Location location;
    location.kind = core::Location::Kind::Elsewhere;
    location.rootUrl = rootUrl;
    location.name = list == Recents::List::Groups ? u"/tasks/groups"_s : u"/tasks"_s;
    return location;
}

void RecentPage::update()
{
    if (m_list == Recents::List::Groups)
        m_empty->setTexts(tr("Task groups that you open are listed here."), tr("Open a task group"));
    else
        m_empty->setTexts(tr("Tasks that you open are listed here."), tr("Open a task"));
    m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
    if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->selectOnly(0);
    Q_EMIT changed();
}

void RecentPage::open(const QModelIndex &index, bool newTab)
{
    Q_EMIT openRequested(m_model->locationAt(index.row()), newTab ? OpenIn::NewTab : OpenIn::Here);
}

QString RecentPage::title() const
{
    return m_list == Recents::List::Groups ? tr("Task groups") : tr("Tasks");
}

QIcon RecentPage::icon() const
{
    return ui::icon(m_list == Recents::List::Groups ? u"groups"_s : u"task"_s);
}

QString RecentPage::statusText() const
{
    return m_list == Recents::List::Groups ? tr("%Ln group(s) seen", nullptr, m_model->rowCount())
                                           : tr("%Ln task(s) seen", nullptr, m_model->rowCount());
}

void RecentPage::focusContent()
{
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
