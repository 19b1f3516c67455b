// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/access/accessview.h"

#include "core/access/accessdirectory.h"
#include "core/accounts/session.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/auditview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/scopetree.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::AccessDetails;
using core::AccessEntry;
using Kind = core::AccessEntry::Kind;

AccessView::AccessView(core::Session *session, AccessDetails *details, const core::Location &location, QWidget *parent)
    : QWidget(parent), m_session(session), m_directory(core::AccessDirectory::of(session)), m_details(details),
      m_place(location), m_title(new ElidedLabel(Qt::ElideMiddle, this)),
      m_state(new ElidedLabel(Qt::ElideRight, this)), m_banner(new Banner(this)), m_tabs(new QTabWidget(this)),
      m_facts(new FactGrid(this)), m_scopes(new ScopeTree(u"accessScopes"_s, tr("Its own scopes"), this)),
      m_expanded(new ScopeTree(u"accessExpanded"_s, tr("Expanded scopes"), this)),
      m_history(new AuditView(session, location, this))
{
    setObjectName(u"accessView"_s);
    m_banner->setObjectName(u"accessBanner"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    buildHeader();
    column->addWidget(m_banner);
    buildTabs();
    column->addWidget(m_tabs, 1);
    connect(m_banner, &Banner::retryRequested, this, &AccessView::reload);
    connect(m_details, &AccessDetails::changed, this, &AccessView::update);
    connect(m_directory, &core::AccessDirectory::heldChanged, this, &AccessView::updateActions);
    update();
}

QAction *AccessView::makeAction(
    Act act, const QString &objectName, const QString &text, const QString &iconName, const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [this, act] { Q_EMIT asked(act); });
    m_actions.append({ act, action });
    return action;
}

void AccessView::buildHeader()
{
    m_title->setObjectName(u"accessTitle"_s);
    m_title->setFont(pageTitle({}, this)->font());
    m_state->setObjectName(u"accessState"_s);
    m_state->setSecondary(true);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_title, 1);
    first->addWidget(m_state);
    const bool isClient = m_place.kind == core::Location::Kind::Client || m_place.kind == core::Location::Kind::Clients;
    makeAction(Act::Edit, u"actionAccessEdit"_s, tr("Edit"), {}, Qt::Key_F2);
    makeAction(Act::Copy, u"actionAccessCopy"_s, tr("Make one like it"), u"copy"_s, Qt::CTRL | Qt::Key_D);
    if (isClient) {
        makeAction(Act::Enable, u"actionAccessEnable"_s, tr("Enable"), {}, Qt::CTRL | Qt::Key_E);
        makeAction(Act::Disable, u"actionAccessDisable"_s, tr("Disable"), {}, Qt::CTRL | Qt::Key_E);
        makeAction(Act::ResetToken, u"actionAccessReset"_s, tr("Reset access token\u2026"), {},
            Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    } else {
        makeAction(Act::WhoHolds, u"actionAccessWho"_s, tr("Who has this role"), u"search"_s, Qt::CTRL | Qt::Key_H);
    }
    makeAction(Act::Delete, u"actionAccessDelete"_s, tr("Delete\u2026"), {}, Qt::CTRL | Qt::Key_Delete);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    const QList<QAction *> all = actions();
    for (QAction *action : all)
        buttons->addWidget(new ActionButton(action, this));
    buttons->addStretch(1);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addLayout(first);
    column->addLayout(buttons);
}

void AccessView::buildTabs()
{
    m_tabs->setObjectName(u"accessTabs"_s);
    m_tabs->setDocumentMode(true);
    auto *overview = new QWidget(m_tabs);
    auto *column = new QVBoxLayout(overview);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    m_facts->setObjectName(u"accessFacts"_s);
    column->addWidget(m_facts);
    column->addWidget(sectionTitle(tr("Scopes"), overview));
    column->addWidget(m_scopes, 1);
    m_tabs->addTab(overview, tr("Overview"));
    m_tabs->addTab(m_expanded, tr("Expanded scopes"));
    m_history->setObjectName(u"accessHistory"_s);
    m_tabs->addTab(m_history, tr("History"));
    if (action(Act::ResetToken)) {
        m_activity = new AuditView(m_session, m_place, this);
        m_activity->setObjectName(u"accessActivity"_s);
        m_tabs->addTab(m_activity, tr("What it did"));
    }
    for (const AuditView *view : { m_history, m_activity }) {
        if (!view)
            continue;
        connect(view, &AuditView::changed, this, &AccessView::changed);
        connect(view, &AuditView::openRequested, this, &AccessView::openRequested);
    }
    connect(m_facts, &FactGrid::linkActivated, this, &AccessView::openRequested);
    connect(m_scopes, &ScopeTree::scopeActivated, this, &AccessView::openScope);
    connect(m_expanded, &ScopeTree::scopeActivated, this, &AccessView::openScope);
    m_scopes->setEmptyText(tr("No scopes"));
    m_expanded->setEmptyText(tr("No scopes"));
}

QAction *AccessView::action(Act act) const
{
    for (const auto &[each, action] : m_actions) {
        if (each == act)
            return action;
    }
    return nullptr;
}

QList<QAction *> AccessView::actions() const
{
    QList<QAction *> list;
    for (const auto &[act, action] : m_actions)
        list += action;
    return list;
}

void AccessView::setActing(bool on)
{
    if (on == m_isActing)
        return;
    m_isActing = on;
    updateActions();
}

void AccessView::reload()
{
    m_banner->hide();
    m_details->reload();
    m_history->reload();
    if (m_activity)
        m_activity->reload();
}

bool AccessView::isLoading() const
{
    return m_details->part().isLoading() || m_details->running() != AccessDetails::Change::None
        || m_history->isLoading() || (m_activity && m_activity->isLoading());
}

void AccessView::update()
{
    const QString id = m_details->id();
    m_title->setText(core::visibleText(id));
    m_title->setCopyText(id);
    const core::Part &part = m_details->part();
    const bool isClient = m_activity != nullptr;
    if (part.hasFailed())
        m_banner->showText(
            bannerFor(isClient ? tr("The client could not be read.") : tr("The role could not be read."), part.error));
    if (id.isEmpty()) {
        m_history->clear();
        if (m_activity)
            m_activity->clear();
    } else {
        m_history->open(isClient ? core::AuditHistory::Entity::Client : core::AuditHistory::Entity::Role, id);
        if (m_activity)
            m_activity->openClient(id);
    }
    const AccessEntry *entry = m_details->entry();
    m_tabs->setVisible(entry || !part.hasFailed());
    // What is unfolded, found and selected stays while nothing is new.
    const AccessEntry shown = entry ? *entry : AccessEntry();
    if (shown != m_shown) {
        m_shown = shown;
        if (entry)
            updateFacts(*entry);
        else
            m_facts->setFacts({});
        m_scopes->setScopes(shown.scopes);
        m_expanded->setScopes(shown.expandedScopes);
    }
    updateActions();
    Q_EMIT changed();
}

void AccessView::updateFacts(const AccessEntry &entry)
{
    const QString state = entry.stateText(core::currentTime());
    m_state->setText(state);
    QList<Fact> facts;
    const auto addTime = [&facts](const QString &key, const QString &label, qint64 time) {
        facts.append({ .kind = Fact::Kind::Time, .key = key, .label = label, .time = time });
    };
    facts.append({ .key = u"description"_s,
        .label = tr("Description"),
        .value = core::visibleText(entry.description, core::TextLines::Multiple) });
    if (entry.isClient()) {
        facts.append({ .key = u"state"_s, .label = tr("State"), .value = state.isEmpty() ? tr("Enabled") : state });
        addTime(u"expires"_s, tr("Expires"), entry.expires);
        facts.append({ .key = u"deletion"_s,
            .label = tr("After that"),
            .value = entry.deleteOnExpiration ? tr("It is deleted") : tr("It stays, and cannot be used") });
        addTime(u"used"_s, tr("Last used"), entry.lastUsed);
        addTime(u"rotated"_s, tr("Token made"), entry.lastRotated);
    }
    addTime(u"modified"_s, tr("Changed"), entry.lastModified);
    addTime(u"created"_s, tr("Created"), entry.created);
    m_facts->setFacts(facts);
}

void AccessView::updateActions()
{
    const AccessEntry *entry = m_details->entry();
    const bool isFree = m_isActing && m_details->running() == AccessDetails::Change::None;
    for (const auto &[act, action] : std::as_const(m_actions)) {
        action->setEnabled(entry && isFree);
        action->setToolTip({});
    }
    if (QAction *enable = action(Act::Enable)) {
        enable->setVisible(entry && entry->disabled);
        action(Act::Disable)->setVisible(!entry || !entry->disabled);
    }
    if (!entry || !isFree)
        return;
    using Change = AccessDetails::Change;
    allow(Act::Edit, Change::Save);
    allow(Act::Enable, Change::Enable);
    allow(Act::Disable, Change::Disable);
    allow(Act::ResetToken, Change::ResetToken);
    allow(Act::Delete, Change::Delete);
}

void AccessView::allow(Act act, AccessDetails::Change change)
{
    QAction *asked = action(act);
    const AccessEntry &entry = *m_details->entry();
    if (!asked)
        return;
    if (entry.isStatic()) {
        asked->setEnabled(false);
        asked->setToolTip(tr("This client belongs to the deployment's configuration."));
        return;
    }
    const QString scope = AccessDetails::scopeFor(entry.kind, change, entry.id);
    if (const auto &held = m_directory->held(); held && !held->has(scope)) {
        asked->setEnabled(false);
        asked->setToolTip(tr("Needs the scope %1").arg(core::visibleText(scope)));
    }
}

void AccessView::openScope(const QString &scope)
{
    // What gives a role leads to it; a pattern of roles, like any other scope, to whoever holds it.
    if (scope.startsWith(u"assume:") && !scope.endsWith(u'*'))
        Q_EMIT openRequested(core::Location::role(m_place.rootUrl, scope.mid(7)).as(m_place.account), false);
    else
        Q_EMIT openRequested(core::Location::scopes(m_place.rootUrl, scope).as(m_place.account), false);
}

} // namespace ui
