// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/auditview.h"

#include "ui/delegates/celldelegate.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptyview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::AuditHistory;

namespace {

// Where an entry of a history leads to; an invalid place for what this application does not show.
core::Location placeOf(const core::Location &here, const QString &kind, const QString &name)
{
    if (kind == u"client")
        return core::Location::client(here.rootUrl, name).as(here.account);
    if (kind == u"role")
        return core::Location::role(here.rootUrl, name).as(here.account);
    if (kind == u"secret")
        return core::Location::secret(here.rootUrl, name).as(here.account);
    return {};
}

} // namespace

AuditView::AuditView(core::Session *session, core::Location location, QWidget *parent)
    : QWidget(parent), m_place(std::move(location)), m_history(new AuditHistory(session, this)),
      m_banner(new Banner(this)), m_table(new DataTable(this)), m_empty(new EmptyView(this)),
      m_stack(new QStackedWidget(this))
{
    setObjectName(u"auditView"_s);
    m_banner->setObjectName(u"auditBanner"_s);
    m_table->setObjectName(u"auditTable"_s);
    m_table->setAccessibleName(tr("History"));
    m_table->setModel(m_history);
    m_table->setItemDelegate(new CellDelegate(CellDelegate::Text::Plain, m_table));
    m_table->setItemDelegateForColumn(AuditHistory::NameColumn, new CellDelegate(CellDelegate::Text::Id, m_table));
    m_table->setItemDelegateForColumn(AuditHistory::WhoColumn, new CellDelegate(CellDelegate::Text::Id, m_table));
    m_table->setFirstWidths({ 16, 14, 30, 14, 30 });
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    connect(m_history, &AuditHistory::partChanged, this, &AuditView::update);
    connect(m_banner, &Banner::retryRequested, this, &AuditView::reload);
    connect(m_table, &DataTable::opened, this, &AuditView::openRow);
    connect(m_table, &DataTable::menuRequested, this, &AuditView::showMenu);
    update();
}

void AuditView::open(AuditHistory::Entity entity, const QString &name)
{
    if (!m_ofClient && entity == m_entity && name == m_name)
        return;
    m_ofClient = false;
    m_entity = entity;
    m_name = name;
    prepare();
}

void AuditView::openClient(const QString &clientId)
{
    if (m_ofClient && clientId == m_name)
        return;
    m_ofClient = true;
    m_name = clientId;
    prepare();
}

void AuditView::clear()
{
    m_name.clear();
    prepare();
}

void AuditView::prepare()
{
    m_isLoaded = false;
    m_history->clear();
    m_table->setColumnHidden(AuditHistory::WhoColumn, m_ofClient);
    m_table->setColumnHidden(AuditHistory::KindColumn, !m_ofClient);
    m_table->setColumnHidden(AuditHistory::NameColumn, !m_ofClient);
    m_table->setElasticColumn(m_ofClient ? AuditHistory::NameColumn : AuditHistory::WhoColumn);
    if (isVisible())
        load();
}

void AuditView::load()
{
    if (m_isLoaded || m_name.isEmpty())
        return;
    m_isLoaded = true;
    if (m_ofClient)
        m_history->openClient(m_name);
    else
        m_history->open(m_entity, m_name);
}

void AuditView::reload()
{
    m_isLoaded = false;
    if (isVisible())
        load();
}

bool AuditView::isLoading() const
{
    return m_history->part().isLoading();
}

void AuditView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

void AuditView::update()
{
    const core::Part &part = m_history->part();
    if (part.hasFailed())
        m_banner->showText(bannerFor(tr("The history could not be read."), part.error));
    else
        m_banner->hide();
    if (part.isLoading())
        m_empty->setTexts(tr("Reading the history\u2026"));
    else if (part.hasFailed())
        m_empty->setTexts({}); // the banner says it
    else if (m_ofClient)
        m_empty->setTexts(tr("Nothing that this client did is on record."));
    else
        m_empty->setTexts(tr("No change is on record."));
    m_stack->setCurrentIndex(m_history->rowCount() == 0 ? 1 : 0);
    Q_EMIT changed();
}

void AuditView::openRow(const QModelIndex &index, bool newTab)
{
    const core::Location place = m_ofClient
        ? placeOf(m_place, index.data(AuditHistory::KindRole).toString(), index.data(AuditHistory::NameRole).toString())
        : placeOf(m_place, u"client"_s, index.data(AuditHistory::WhoRole).toString());
    if (place.isValid())
        Q_EMIT openRequested(place, newTab);
}

void AuditView::showMenu(const QModelIndex &index, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex row(index);
    menu->addAction(tr("Open"), this, [this, row] { openRow(row, false); });
    menu->addAction(ui::icon(u"add"_s), tr("Open in new tab"), this, [this, row] { openRow(row, true); });
    menu->addSeparator();
    const QString name = index.data(m_ofClient ? AuditHistory::NameRole : AuditHistory::WhoRole).toString();
    menu->addAction(ui::icon(u"copy"_s), m_ofClient ? tr("Copy name") : tr("Copy client ID"), this,
        [name] { QGuiApplication::clipboard()->setText(name); });
    menu->popup(position);
}

} // namespace ui
