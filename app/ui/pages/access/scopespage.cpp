// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/access/scopespage.h"

#include "core/accounts/session.h"
#include "core/util/visibletext.h"
#include "ui/pages/access/accessnav.h"
#include "ui/pages/access/scopecomparepane.h"
#include "ui/pages/access/scopeexpandpane.h"
#include "ui/pages/access/scopeholderspane.h"
#include "ui/theme/icons.h"
#include "ui/widgets/pageheader.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ScopesPage::ScopesPage(core::Session *session, Workspace *workspace, const core::Location &location, QWidget *parent)
    : Page(location, parent), m_header(new PageHeader(this)), m_tabs(new QTabWidget(this)),
      m_holders(new ScopeHoldersPane(session, location, this)), m_expand(new ScopeExpandPane(session, this)),
      m_compare(new ScopeComparePane(session, this))
{
    setObjectName(u"scopesPage"_s);
    build(workspace);
    connect(m_holders, &ScopeHoldersPane::changed, this, &Page::changed);
    connect(m_holders, &ScopeHoldersPane::scopeChanged, this, [this](const QString &scope) {
        moveTo(core::Location::scopes(this->location().rootUrl, scope).as(this->location().account));
    });
    connect(m_holders, &ScopeHoldersPane::openRequested, this, [this](const core::Location &target, bool newTab) {
        Q_EMIT openRequested(target, newTab ? OpenIn::NewTab : OpenIn::Here);
    });
    connect(m_expand, &ScopeExpandPane::changed, this, &Page::changed);
    connect(m_expand, &ScopeExpandPane::scopeActivated, this, &ScopesPage::askAbout);
    connect(m_compare, &ScopeComparePane::changed, this, &Page::changed);
    connect(m_compare, &ScopeComparePane::scopeActivated, this, &ScopesPage::askAbout);
}

void ScopesPage::build(Workspace *workspace)
{
    m_header->setTitle(tr("Scopes"));
    QAction *browser = makeAction(
        u"actionScopesInBrowser"_s, tr("Open in browser"), u"external"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_B);
    connect(
        browser, &QAction::triggered, this, [this, workspace] { workspace->outside()->openUrl(location().toUrl()); });
    m_actions = { browser };
    m_header->addAction(browser);
    auto *nav = new AccessNav(AccessNav::Part::Scopes, location(), this);
    connect(nav, &AccessNav::openRequested, this,
        [this](const core::Location &target) { Q_EMIT openRequested(target, OpenIn::Here); });
    m_tabs->setObjectName(u"scopesTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_holders, tr("Who holds a scope"));
    m_tabs->addTab(m_expand, tr("Expand"));
    m_tabs->addTab(m_compare, tr("Compare"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_header);
    column->addWidget(nav);
    column->addWidget(m_tabs, 1);
}

void ScopesPage::askAbout(const QString &scope)
{
    m_tabs->setCurrentWidget(m_holders);
    m_holders->ask(scope);
}

QString ScopesPage::title() const
{
    return m_holders->scope().isEmpty() ? tr("Scopes") : core::visibleText(m_holders->scope());
}

QIcon ScopesPage::icon() const
{
    return ui::icon(u"search"_s);
}

bool ScopesPage::isLoading() const
{
    return m_holders->isLoading() || m_expand->isLoading() || m_compare->isLoading();
}

void ScopesPage::reload()
{
    m_holders->reload();
}

void ScopesPage::focusContent()
{
    if (m_tabs->currentWidget() == m_holders)
        m_holders->focusField();
    else
        m_tabs->currentWidget()->setFocus(Qt::OtherFocusReason);
}

QVariantMap ScopesPage::saveView() const
{
    return { { u"tab"_s, m_tabs->currentIndex() }, { u"expand"_s, m_expand->text() },
        { u"compare"_s, m_compare->texts() } };
}

void ScopesPage::restoreView(const QVariantMap &view)
{
    m_expand->setText(view.value(u"expand"_s).toString());
    m_compare->setTexts(view.value(u"compare"_s).toStringList());
    m_tabs->setCurrentIndex(view.value(u"tab"_s).toInt());
}

} // namespace ui
