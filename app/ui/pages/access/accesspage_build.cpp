// SPDX-License-Identifier: MPL-2.0
// The fixed parts of the page of clients or roles.
#include "ui/pages/access/accesspage.h"

#include "core/access/accessdirectory.h"
#include "core/access/accessmodel.h"
#include "ui/delegates/celldelegate.h"
#include "ui/delegates/namedelegate.h"
#include "ui/pages/access/accesseditor.h"
#include "ui/pages/access/accessnav.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptyview.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::AccessModel;

void AccessPage::build()
{
    m_banner->setObjectName(u"accessListBanner"_s);
    auto *nav = new AccessNav(isClients() ? AccessNav::Part::Clients : AccessNav::Part::Roles, location(), this);
    connect(nav, &AccessNav::openRequested, this,
        [this](const core::Location &target) { Q_EMIT openRequested(target, OpenIn::Here); });
    buildHeader();
    m_splitter->setObjectName(u"accessSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(buildList());
    m_splitter->addWidget(buildThing());
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    if (!m_splitter->restoreState(m_workspace->settings()->value(u"access/splitter"_s).toByteArray()))
        m_splitter->setSizes({ fontMetrics().averageCharWidth() * 56, fontMetrics().averageCharWidth() * 88 });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_header);
    column->addWidget(nav);
    column->addWidget(m_banner);
    column->addWidget(m_splitter, 1);
    connect(m_banner, &Banner::retryRequested, this, [this] { m_directory->refresh(m_kind); });
}

void AccessPage::buildHeader()
{
    m_header->setTitle(isClients() ? tr("Clients") : tr("Roles"));
    m_new = makeAction(
        u"actionAccessNew"_s, isClients() ? tr("New client") : tr("New role"), u"add"_s, Qt::CTRL | Qt::Key_N);
    connect(m_new, &QAction::triggered, this, &AccessPage::startNew);
    m_browser = makeAction(
        u"actionAccessInBrowser"_s, tr("Open in browser"), u"external"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_B);
    connect(m_browser, &QAction::triggered, this, [this] { m_workspace->outside()->openUrl(location().toUrl()); });
    m_header->addAction(m_new);
    m_header->addAction(m_browser);
}

QWidget *AccessPage::buildList()
{
    auto *list = new QWidget(m_splitter);
    list->setMinimumWidth(220);
    m_search = new QLineEdit(list);
    m_search->setObjectName(u"accessSearch"_s);
    m_search->setPlaceholderText(isClients() ? tr("Search clients") : tr("Search roles"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->addAction(ui::icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_count = new SecondaryLabel({}, list);
    m_count->setObjectName(u"accessCount"_s);
    m_table = new DataTable(list);
    m_table->setObjectName(u"accessTable"_s);
    m_table->setAccessibleName(isClients() ? tr("Clients") : tr("Roles"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(CellDelegate::Text::Plain, m_table));
    m_table->setItemDelegateForColumn(0, new CellDelegate(CellDelegate::Text::Id, m_table));
    m_table->setNumberColumns({ m_model->columnOf(AccessModel::Field::ScopeCount) });
    m_table->setElasticColumn(0);
    m_table->setFirstWidths(isClients() ? QList<int> { 28, 10, 14, 14, 14, 8, 30 } : QList<int> { 28, 8, 14, 30 });
    m_table->horizontalHeader()->setSortIndicatorShown(true);
    m_table->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_table->keepColumns(m_workspace->settings(), isClients() ? u"clients"_s : u"roles"_s, isClients() ? 3 : 2, 1);
    m_listEmpty = new EmptyView(list);
    m_listStack = new QStackedWidget(list);
    m_listStack->addWidget(m_table);
    m_listStack->addWidget(m_listEmpty);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_search, 1);
    top->addWidget(m_count);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 4, 0);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_listStack, 1);
    connect(m_search, &QLineEdit::textChanged, m_model, &AccessModel::setFilter);
    connect(m_listEmpty, &EmptyView::actionRequested, m_search, &QLineEdit::clear);
    connect(m_table, &DataTable::rowChosen, this, &AccessPage::rowChosen);
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex &index, bool newTab) {
        if (newTab)
            Q_EMIT openRequested(place(index.data(AccessModel::IdRole).toString()), OpenIn::NewTab);
    });
    connect(m_table, &DataTable::menuRequested, this, &AccessPage::showMenu);
    return list;
}

QWidget *AccessPage::buildThing()
{
    auto *thing = new QWidget(m_splitter);
    thing->setMinimumWidth(300);
    m_panes = new QStackedWidget(thing);
    m_nothing = new EmptyView(m_panes);
    m_nothing->setTexts(
        isClients() ? tr("Choose a client, or make one.") : tr("Choose a role, or make one."), m_new->text());
    m_view = new AccessView(m_session, m_details, location(), m_panes);
    m_editor = new AccessEditor(m_directory, m_kind, m_panes);
    m_panes->addWidget(m_nothing);
    m_panes->addWidget(m_view);
    m_panes->addWidget(m_editor);
    for (QAction *action : m_view->actions())
        addAction(action);
    auto *column = new QVBoxLayout(thing);
    column->setContentsMargins(4, 0, 0, 0);
    column->setSpacing(8);
    m_tokens = new QVBoxLayout;
    m_tokens->setSpacing(8);
    column->addLayout(m_tokens);
    column->addWidget(m_panes, 1);
    const auto openIt = [this](const core::Location &target, bool newTab) {
        Q_EMIT openRequested(target, newTab ? OpenIn::NewTab : OpenIn::Here);
    };
    connect(m_view, &AccessView::openRequested, this, openIt);
    connect(m_view, &AccessView::asked, this, &AccessPage::act);
    connect(m_view, &AccessView::changed, this, &Page::changed);
    connect(m_nothing, &EmptyView::actionRequested, this, &AccessPage::startNew);
    connect(m_editor, &AccessEditor::saveRequested, this, &AccessPage::save);
    connect(m_editor, &AccessEditor::discardRequested, this, &AccessPage::discard);
    return thing;
}

} // namespace ui
