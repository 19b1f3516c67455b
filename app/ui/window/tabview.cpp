// SPDX-License-Identifier: MPL-2.0
#include "ui/window/tabview.h"

#include "ui/pages/pagefactory.h"
#include "ui/pages/start/recentpage.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QStackedLayout>

#include <cstdlib>

namespace ui {

TabView::TabView(Workspace *workspace, const core::Location &location, QWidget *parent)
    : QWidget(parent), m_workspace(workspace),
      m_stack(new QStackedLayout(this)), m_history { { location, nullptr, {}, {} } }
{
    // Later: the page that one is on may be what changed them.
    connect(workspace, &Workspace::accountsChanged, this, &TabView::accountsChanged, Qt::QueuedConnection);
}

namespace {

// Another place of the same deployment is looked at with the same account, unless it names one.
core::Location seenFrom(const core::Location &from, const core::Location &to)
{
    return to.account.isEmpty() && to.rootUrl == from.rootUrl && !to.isOwn() ? to.as(from.account) : to;
}

} // namespace

void TabView::open(const core::Location &location)
{
    if (location == this->location() && page()) {
        page()->reload();
        return;
    }
    leaveCurrent();
    for (std::size_t i = static_cast<std::size_t>(m_current) + 1; i < m_history.size(); ++i)
        delete m_history[i].page;
    m_history.resize(static_cast<std::size_t>(m_current) + 1);
    m_history.push_back({ location, nullptr, {}, {} });
    ++m_current;
    activate();
}

void TabView::go(int step)
{
    const int target = m_current + step;
    if (target < 0 || target >= static_cast<int>(m_history.size()))
        return;
    leaveCurrent();
    m_current = target;
    activate();
}

void TabView::leaveCurrent()
{
    Entry &entry = m_history[static_cast<std::size_t>(m_current)];
    if (entry.page)
        entry.view = entry.page->saveView();
}

void TabView::activate()
{
    Entry &entry = m_history[static_cast<std::size_t>(m_current)];
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    if (!entry.page)
        makePage(&entry);
    m_stack->setCurrentWidget(entry.page);
    dropOldPages();
    if (hadFocus)
        entry.page->focusContent();
    Q_EMIT pageChanged();
}

void TabView::makePage(Entry *entry)
{
    Page *page = createPage(entry->location, m_workspace, this);
    entry->page = page;
    entry->account = accountAt(entry->location);
    m_stack->addWidget(page);
    connect(page, &Page::changed, this, [this, page] {
        if (page == this->page())
            Q_EMIT changed();
    });
    connect(page, &Page::moved, this, [this, page] {
        for (Entry &each : m_history) {
            if (each.page == page)
                each.location = page->location();
        }
    });
    connect(page, &Page::noticed, this, [this, page](Notice notice) {
        if (notice.place.rootUrl.isEmpty())
            notice.place = page->location();
        Q_EMIT noticed(notice);
    });
    connect(page, &Page::openRequested, this, [this, page](const core::Location &asked, OpenIn where) {
        const core::Location location = seenFrom(page->location(), asked);
        if (where == OpenIn::NewTab)
            Q_EMIT newTabRequested(location);
        else
            open(location);
    });
    // Later, because the page that asks is deleted by it.
    connect(
        page, &Page::replaceRequested, this,
        [this, page](const core::Location &location) { replace(page, seenFrom(page->location(), location)); },
        Qt::QueuedConnection);
    if (auto *recent = qobject_cast<RecentPage *>(page))
        connect(recent, &RecentPage::locationBarRequested, this, &TabView::locationBarRequested);
    if (!entry->view.isEmpty())
        page->restoreView(entry->view);
}

QString TabView::accountAt(const core::Location &location) const
{
    const core::Account *account = m_workspace->isKnown(location.rootUrl) ? m_workspace->account(location) : nullptr;
    return account ? account->id : QString();
}

// A page keeps the session that it was made with. Where its place is somebody else's by now, because its account was
// removed or another one is the default, it is made again.
void TabView::accountsChanged()
{
    bool isCurrentGone = false;
    for (std::size_t i = 0; i < m_history.size(); ++i) {
        Entry &entry = m_history[i];
        if (!entry.page || entry.location.rootUrl.isEmpty() || accountAt(entry.location) == entry.account)
            continue;
        if (!m_workspace->registry()->find(entry.location.account))
            entry.location.account.clear();
        if (static_cast<int>(i) == m_current) {
            isCurrentGone = true;
            m_pendingTitle = entry.page->title();
        }
        entry.view = entry.page->saveView();
        m_stack->removeWidget(entry.page);
        entry.page->deleteLater();
        entry.page = nullptr;
    }
    if (isCurrentGone && !isHidden())
        activate();
}

void TabView::replace(Page *from, const core::Location &location)
{
    for (std::size_t i = 0; i < m_history.size(); ++i) {
        Entry &entry = m_history[i];
        if (entry.page != from)
            continue;
        const bool hadFocus = isAncestorOf(QApplication::focusWidget());
        entry = { location, nullptr, {}, {} };
        from->deleteLater();
        m_stack->removeWidget(from);
        if (static_cast<int>(i) == m_current) {
            activate();
            if (hadFocus)
                page()->focusContent();
        }
        return;
    }
}

void TabView::dropOldPages()
{
    for (int i = 0; i < static_cast<int>(m_history.size()); ++i) {
        Entry &entry = m_history[static_cast<std::size_t>(i)];
        if (entry.page && std::abs(i - m_current) > keptPages) {
            entry.view = entry.page->saveView();
            delete entry.page;
        }
    }
}

QString TabView::title() const
{
    if (page())
        return page()->title();
    return m_pendingTitle.isEmpty() ? location().toText() : m_pendingTitle;
}

QVariantMap TabView::view() const
{
    return page() ? page()->saveView() : m_history[static_cast<std::size_t>(m_current)].view;
}

void TabView::setView(const QVariantMap &view)
{
    m_history[static_cast<std::size_t>(m_current)].view = view;
}

} // namespace ui
