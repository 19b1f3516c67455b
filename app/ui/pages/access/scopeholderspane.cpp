// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/access/scopeholderspane.h"

#include "core/access/scopeholders.h"
#include "core/accounts/session.h"
#include "core/util/visibletext.h"
#include "ui/delegates/celldelegate.h"
#include "ui/delegates/namedelegate.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptyview.h"
#include "ui/widgets/secondarylabel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::ScopeHolderModel;
using Kind = core::AccessEntry::Kind;

ScopeHoldersPane::ScopeHoldersPane(core::Session *session, const core::Location &location, QWidget *parent)
    : QWidget(parent), m_place(location), m_directory(core::AccessDirectory::of(session)),
      m_model(new ScopeHolderModel(m_directory, this)), m_field(new QLineEdit(this)),
      m_parts(new QCheckBox(tr("Also who has a part of it"), this)), m_summary(new SecondaryLabel({}, this)),
      m_banner(new Banner(this)), m_table(new DataTable(this)), m_empty(new EmptyView(this)),
      m_stack(new QStackedWidget(this))
{
    setObjectName(u"scopeHolders"_s);
    m_field->setObjectName(u"scopeHoldersField"_s);
    m_field->setFont(fixedFont());
    m_field->setPlaceholderText(tr("A scope, or a pattern that ends with *"));
    m_field->setAccessibleName(tr("Scope"));
    m_field->setClearButtonEnabled(true);
    m_parts->setObjectName(u"scopeHoldersParts"_s);
    m_parts->setAccessibleName(m_parts->text());
    m_summary->setObjectName(u"scopeHoldersSummary"_s);
    m_banner->setObjectName(u"scopeHoldersBanner"_s);
    buildTable();
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_field, 1);
    top->addWidget(m_parts);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_banner);
    column->addWidget(m_summary);
    column->addWidget(m_stack, 1);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        update();
        Q_EMIT scopeChanged(scope());
    });
    connect(m_parts, &QCheckBox::toggled, this, &ScopeHoldersPane::update);
    connect(m_directory, &core::AccessDirectory::partChanged, this, &ScopeHoldersPane::update);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ScopeHoldersPane::update);
    connect(m_banner, &Banner::retryRequested, this, &ScopeHoldersPane::reload);
    m_directory->load(Kind::Role);
    m_directory->load(Kind::Client);
    ask(location.name);
    update();
}

void ScopeHoldersPane::buildTable()
{
    m_table->setObjectName(u"scopeHoldersTable"_s);
    m_table->setAccessibleName(tr("Holders"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(CellDelegate::Text::Plain, m_table));
    m_table->setItemDelegateForColumn(ScopeHolderModel::HolderColumn,
        new NameDelegate(ScopeHolderModel::IsRoleRole, u"groups"_s, u"client"_s, m_table));
    m_table->setItemDelegateForColumn(ScopeHolderModel::ScopeColumn, new CellDelegate(CellDelegate::Text::Id, m_table));
    m_table->setFirstWidths({ 34, 8, 20, 34, 26 });
    m_table->setElasticColumn(ScopeHolderModel::ScopeColumn);
    connect(m_table, &DataTable::opened, this, &ScopeHoldersPane::open);
    connect(m_table, &DataTable::menuRequested, this, &ScopeHoldersPane::showMenu);
}

void ScopeHoldersPane::ask(const QString &scope)
{
    m_field->setText(scope);
}

QString ScopeHoldersPane::scope() const
{
    return m_field->text();
}

bool ScopeHoldersPane::isLoading() const
{
    return m_model->isLooking() || m_directory->part(Kind::Client).isLoading()
        || m_directory->part(Kind::Role).isLoading();
}

void ScopeHoldersPane::reload()
{
    m_directory->refresh(Kind::Role);
    m_directory->refresh(Kind::Client);
}

void ScopeHoldersPane::focusField()
{
    m_field->setFocus(Qt::OtherFocusReason);
}

void ScopeHoldersPane::update()
{
    const bool isPattern = scope().endsWith(u'*');
    m_parts->setEnabled(isPattern);
    m_parts->setToolTip(isPattern ? QString() : plainToolTip(tr("Only what ends with * has parts")));
    m_model->setScope(scope(), isPattern && m_parts->isChecked());
    const core::Part &clients = m_directory->part(Kind::Client);
    const core::Part &roles = m_directory->part(Kind::Role);
    if (clients.hasFailed() || roles.hasFailed()) {
        m_banner->showText(bannerFor(
            tr("Not everybody who may hold it is known."), clients.hasFailed() ? clients.error : roles.error));
    } else {
        m_banner->hide();
    }
    const int count = m_model->rowCount();
    const QString found = tr("%1 and %2 hold it", "roles, clients")
                              .arg(tr("%Ln roles", nullptr, m_model->count(Kind::Role)),
                                  tr("%Ln clients", nullptr, m_model->count(Kind::Client)));
    m_summary->setText(scope().isEmpty() ? QString() : isLoading() ? tr("%1 so far").arg(found) : found);
    m_summary->setVisible(!scope().isEmpty());
    if (scope().isEmpty())
        m_empty->setTexts(tr("Type a scope to see which clients and roles hold it."));
    else if (isLoading())
        m_empty->setTexts(tr("Reading clients and roles\u2026"));
    else
        m_empty->setTexts(tr("Nobody who is known here holds it."));
    m_stack->setCurrentIndex(count == 0 ? 1 : 0);
    Q_EMIT changed();
}

void ScopeHoldersPane::open(const QModelIndex &index, bool newTab)
{
    const QString id = index.data(ScopeHolderModel::IdRole).toString();
    const core::Location target = index.data(ScopeHolderModel::IsRoleRole).toBool()
        ? core::Location::role(m_place.rootUrl, id)
        : core::Location::client(m_place.rootUrl, id);
    Q_EMIT openRequested(target.as(m_place.account), newTab);
}

void ScopeHoldersPane::showMenu(const QModelIndex &index, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex row(index);
    menu->addAction(tr("Open"), this, [this, row] { open(row, false); });
    menu->addAction(ui::icon(u"add"_s), tr("Open in new tab"), this, [this, row] { open(row, true); });
    const QStringList roles = index.data(ScopeHolderModel::ThroughRole).toStringList();
    for (const QString &role : roles) {
        menu->addAction(tr("Open the role %1").arg(core::visibleText(role).replace(u'&', u"&&"_s)), this, [this, role] {
            Q_EMIT openRequested(core::Location::role(m_place.rootUrl, role).as(m_place.account), false);
        });
    }
    menu->addSeparator();
    const QString id = index.data(ScopeHolderModel::IdRole).toString();
    menu->addAction(ui::icon(u"copy"_s), tr("Copy ID"), this, [id] { QGuiApplication::clipboard()->setText(id); });
    menu->popup(position);
}

} // namespace ui
