// SPDX-License-Identifier: MPL-2.0
#include "ui/window/mainwindow.h"

#include "core/navigation/sessionstate.h"
#include "core/transfers/transfermodel.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/pages/accounts/accountspage.h"
#include "ui/pages/transfers/transfertext.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/accountmark.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/keychainbanner.h"
#include "ui/widgets/locationbar.h"
#include "ui/widgets/sidebar.h"
#include "ui/window/accountchip.h"
#include "ui/window/taborder.h"
#include "ui/window/tabview.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QCloseEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// A tab's or menu's text, in which & is not a key.
QString withoutMnemonic(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

// Not by the lists' own operator, which hands null pointers to memcmp() when both are empty.
bool sameActions(const QList<QAction *> &one, const QList<QAction *> &other)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end());
}

} // namespace

MainWindow::~MainWindow() = default;

TabView *MainWindow::currentTab() const
{
    return qobject_cast<TabView *>(m_tabs->currentWidget());
}

Page *MainWindow::currentPage() const
{
    const TabView *tab = currentTab();
    return tab ? tab->page() : nullptr;
}

int MainWindow::tabCount() const
{
    return m_tabs->count();
}

core::Location MainWindow::currentPlace() const
{
    const TabView *tab = currentTab();
    return tab && !tab->location().rootUrl.isEmpty() ? tab->location() : m_fallback;
}

QString MainWindow::currentRoot() const
{
    return currentPlace().rootUrl;
}

TabView *MainWindow::addTab(const core::Location &location, bool front)
{
    auto *tab = new TabView(m_workspace, location, this);
    // Connected first: the first tab comes to the front, and loads, while it is put in.
    connect(tab, &TabView::changed, this, [this, tab] { updateTab(tab); });
    connect(tab, &TabView::pageChanged, this, [this, tab] {
        updateTab(tab);
        if (tab != currentTab())
            return;
        if (m_failedTransfer == 0)
            m_noticeBanner->hide(); // it was about where one was, or wanted to go
        frontChanged();
    });
    connect(tab, &TabView::newTabRequested, this, &MainWindow::openInTab);
    connect(tab, &TabView::noticed, this, &MainWindow::showNotice);
    connect(tab, &TabView::locationBarRequested, m_locationBar, &LocationBar::activate);
    const int index = m_tabs->insertTab(front ? m_tabs->currentIndex() + 1 : m_tabs->count(), tab, QString());
    auto *close = new QToolButton(m_tabs->tabBar());
    close->setObjectName(u"closeTab"_s);
    close->setIcon(icon(u"close"_s));
    close->setIconSize(QSize(12, 12));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::NoFocus); // Ctrl+W does it
    close->setToolTip(tr("Close this tab"));
    close->setAccessibleName(tr("Close this tab"));
    connect(close, &QToolButton::clicked, this, [this, tab] { closeTab(m_tabs->indexOf(tab)); });
    m_tabs->tabBar()->setTabButton(index, QTabBar::RightSide, close);
    updateTab(tab);
    if (front)
        m_tabs->setCurrentIndex(index);
    return tab;
}

void MainWindow::openInTab(const core::Location &location)
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        const auto *tab = qobject_cast<TabView *>(m_tabs->widget(i));
        if (tab->location() == location && location.isValid()) {
            m_tabs->setCurrentIndex(i);
            return;
        }
    }
    addTab(location, true);
    currentPage()->focusContent();
}

void MainWindow::openStart(const QString &rootUrl)
{
    core::Location location;
    location.rootUrl = rootUrl;
    addTab(location, true);
    currentPage()->focusContent();
}

void MainWindow::openText(const QString &text, bool newTab)
{
    if (text.isEmpty())
        return;
    const auto parsed = core::Location::parse(text);
    m_failedTransfer = 0; // the banner is about this place from here on
    if (!parsed) {
        m_noticeBanner->showText(bannerFor(tr("This is not a place in Taskcluster."), parsed.error));
        return;
    }
    const core::Location here = currentPlace();
    core::Location location = parsed->at(here.rootUrl);
    if (location.rootUrl == here.rootUrl)
        location.account = here.account;
    if (location.rootUrl.isEmpty() && !location.isOwn()) {
        m_noticeBanner->showText({ BannerText::Kind::Note, tr("No deployment is open yet."),
            tr("Open one first, then ids and index paths are looked up there. A whole URL works at once."), {}, true });
        return;
    }
    m_noticeBanner->hide();
    openPlace(location, newTab);
}

void MainWindow::closeTab(int index)
{
    if (index < 0)
        return;
    QWidget *tab = m_tabs->widget(index);
    m_tabs->removeTab(index);
    tab->deleteLater();
    if (m_tabs->count() == 0) {
        if (m_fallback.rootUrl.isEmpty())
            openStart();
        else
            addTab(placeOf(Side::Groups, m_fallback.rootUrl).as(m_fallback.account), true);
    }
}

void MainWindow::forget()
{
    for (int i = m_tabs->count() - 1; i >= 0; --i) {
        const auto *tab = qobject_cast<TabView *>(m_tabs->widget(i));
        if (!tab->location().isOwn())
            closeTab(i);
    }
    m_fallback = {};
    updateChip();
}

void MainWindow::stepTab(int step)
{
    const int count = m_tabs->count();
    if (count > 1)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + step + count) % count);
}

void MainWindow::updateTab(TabView *tab)
{
    const int index = m_tabs->indexOf(tab);
    if (index < 0)
        return;
    const QString title = tab->title();
    m_tabs->setTabText(index, withoutMnemonic(title));
    const QString whose = updateMark(tab, index);
    m_tabs->setTabToolTip(index, plainToolTip(whose.isEmpty() ? title : title + u'\n' + whose));
    m_tabs->setTabIcon(index, tab->page() ? tab->page()->icon() : icon(u"deployment"_s));
    if (tab != currentTab())
        return;
    const core::Location here = currentPlace();
    m_fallback = core::Location::deployment(here.rootUrl).as(here.account);
    m_locationBar->setPlace(tab->location().toText());
    m_statusText->setText(tab->page() ? tab->page()->statusText() : QString());
    setWindowTitle(tr("%1 \u2014 Taskcluster Desktop").arg(title));
    if (tab->page() && !sameActions(tab->page()->pageActions(), m_pageMenu->actions()))
        updatePageMenu();
    m_back->setEnabled(tab->canGoBack());
    m_forward->setEnabled(tab->canGoForward());
    Q_EMIT pageChanged();
}

void MainWindow::frontChanged()
{
    TabView *tab = currentTab();
    if (!tab)
        return;
    if (!tab->page()) {
        tab->activate(); // comes back here
        return;
    }
    updateTab(tab);
    updateChip();
    const std::optional<Side> side = sideOf(tab->location());
    m_sideBar->setCurrent(side ? static_cast<int>(*side) : -1);
    updatePageMenu();
    if (m_failedTransfer != 0 && tab->location() == core::Location::transfers()) {
        m_failedTransfer = 0; // it is told there
        m_noticeBanner->hide();
    }
}

void MainWindow::openSide(Side side, bool newTab)
{
    const core::Location here = currentPlace();
    if (here.rootUrl.isEmpty() && !isOwn(side)) {
        openStart();
        return;
    }
    const core::Location place = placeOf(side, here.rootUrl);
    openPlace(place.isOwn() ? place : place.as(here.account), newTab);
}

void MainWindow::openPlace(const core::Location &location, bool newTab)
{
    if (newTab || !currentTab())
        addTab(location, true);
    else
        currentTab()->open(location);
    if (Page *page = currentPage())
        page->focusContent();
}

void MainWindow::updateChip()
{
    const core::Location here = currentPlace();
    m_chip->setPlace(here);
    const bool isOwn = currentTab() && currentTab()->location().isOwn(); // says it itself where it matters
    const core::Account *account = isOwn || !m_workspace->isKnown(here.rootUrl) ? nullptr : m_workspace->account(here);
    m_keychain->setAccount(account ? account->id : QString());
}

QString MainWindow::updateMark(const TabView *tab, int index)
{
    const core::Location &place = tab->location();
    const core::Account *account
        = place.rootUrl.isEmpty() || !m_workspace->isKnown(place.rootUrl) ? nullptr : m_workspace->account(place);
    auto *mark = qobject_cast<AccountMark *>(m_tabs->tabBar()->tabButton(index, QTabBar::LeftSide));
    if (!account) {
        m_tabs->tabBar()->setTabButton(index, QTabBar::LeftSide, nullptr);
        delete mark;
        return {};
    }
    QString whose = AccountChip::whose(*m_workspace, *account);
    const bool isNew = !mark;
    if (isNew)
        mark = new AccountMark(m_tabs->tabBar());
    mark->setAccount(AccountLook::of(*account), whose);
    if (isNew)
        m_tabs->tabBar()->setTabButton(index, QTabBar::LeftSide, mark);
    return whose;
}

void MainWindow::accountsChanged()
{
    updateChip();
    for (int i = 0; i < m_tabs->count(); ++i)
        updateTab(qobject_cast<TabView *>(m_tabs->widget(i)));
}

void MainWindow::chooseAccount(const QString &id)
{
    const core::Account *account = m_workspace->registry()->find(id);
    if (!account)
        return;
    TabView *tab = currentTab();
    if (tab && tab->location().rootUrl == account->rootUrl)
        tab->open(tab->location().as(id));
    else
        openInTab(placeOf(Side::Groups, account->rootUrl).as(id));
}

AccountsPage *MainWindow::showAccounts()
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        const auto *tab = qobject_cast<TabView *>(m_tabs->widget(i));
        if (tab->location().kind != core::Location::Kind::Accounts)
            continue;
        m_tabs->setCurrentIndex(i);
        return qobject_cast<AccountsPage *>(currentPage());
    }
    openInTab(core::Location::accounts());
    return qobject_cast<AccountsPage *>(currentPage());
}

void MainWindow::addAccount()
{
    const QString root = currentRoot();
    if (AccountsPage *page = showAccounts())
        page->addAccount(root);
}

void MainWindow::showNotice(const Notice &notice)
{
    m_notice = notice;
    m_lastNotice->setText(notice.text);
    m_noticeDetails->setVisible(!notice.details.isEmpty());
}

void MainWindow::transferFinished(int id)
{
    const core::TransferItem *item = m_workspace->transfers()->item(id);
    if (!item || item->state == core::TransferState::Cancelled)
        return;
    // The list of transfers says it itself.
    const bool listed = currentTab() && currentTab()->location() == core::Location::transfers();
    if (item->state == core::TransferState::Failed && !listed) {
        m_failedTransfer = id;
        m_noticeBanner->showText(transferBanner(*item));
    }
    showNotice(transferNotice(*item));
}

void MainWindow::transfersChanged()
{
    const int active = m_workspace->transfers()->activeCount();
    m_transfers->setVisible(active > 0);
    m_transfers->setText(tr("\u21c5 %1 \u00b7 %2/s", "number of transfers, and their rate")
                             .arg(QString::number(active), core::formatSize(m_workspace->transfers()->rate())));
}

void MainWindow::save() const
{
    core::SessionState state;
    QVariantList titles;
    QVariantList views;
    for (int i = 0; i < m_tabs->count(); ++i) {
        const auto *tab = qobject_cast<TabView *>(m_tabs->widget(i));
        if (!tab->location().isValid())
            continue;
        if (i == m_tabs->currentIndex())
            state.currentTab = static_cast<int>(state.tabs.size());
        state.tabs.append(tab->location());
        titles.append(tab->title());
        views.append(tab->view());
    }
    state.windowGeometry = saveGeometry();
    state.windowState = saveState();
    QSettings &settings = *m_workspace->settings();
    state.save(settings);
    settings.setValue(u"session/titles"_s, titles);
    settings.setValue(u"session/views"_s, views);
    settings.setValue(u"session/demoRoot"_s, m_workspace->demoRoot());
    settings.sync();
}

void MainWindow::restore()
{
    QSettings &settings = *m_workspace->settings();
    const core::SessionState state = core::SessionState::load(settings);
    if (!state.windowGeometry.isEmpty())
        restoreGeometry(state.windowGeometry);
    if (!state.windowState.isEmpty())
        restoreState(state.windowState);
    const QVariantList titles = settings.value(u"session/titles"_s).toList();
    const QVariantList views = settings.value(u"session/views"_s).toList();
    // The demo deployment has another port with every start; its places move with it.
    const QString oldDemo = settings.value(u"session/demoRoot"_s).toString();
    int front = -1;
    for (qsizetype i = 0; i < state.tabs.size(); ++i) {
        core::Location location = state.tabs.at(i);
        if (!oldDemo.isEmpty() && location.rootUrl == oldDemo) {
            if (m_workspace->demoRoot().isEmpty())
                continue;
            location.rootUrl = m_workspace->demoRoot();
        }
        const QSignalBlocker quiet(m_tabs); // so that only the one in front loads
        TabView *tab = addTab(location, false);
        tab->setPendingTitle(titles.value(i).toString());
        tab->setView(views.value(i).toMap());
        updateTab(tab);
        if (i == state.currentTab)
            front = m_tabs->count() - 1;
    }
    if (m_tabs->count() > 0) {
        const QSignalBlocker quiet(m_tabs);
        m_tabs->setCurrentIndex(front >= 0 ? front : 0);
    }
    frontChanged();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    save();
    if (m_workspace->transfers()->activeCount() > 0 && !m_quits) {
        event->ignore();
        return askToQuit();
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::askToQuit()
{
    const int active = m_workspace->transfers()->activeCount();
    Confirmation question;
    question.title = tr("Quit while files are being transferred?");
    question.text = tr("%Ln transfer(s) end unfinished. What has come of them so far is removed.", nullptr, active);
    question.action = tr("Quit and cancel %Ln transfer(s)", nullptr, active);
    question.keep = tr("Keep running");
    confirm(this, question, [this] {
        m_quits = true;
        close();
    });
}

bool MainWindow::focusNextPrevChild(bool next)
{
    const QList<QWidget *> order = tabOrder(this);
    if (order.isEmpty())
        return QMainWindow::focusNextPrevChild(next);
    // What takes no part in the order (a click gave it the focus) stands before the first.
    const qsizetype here = order.indexOf(focusWidget());
    const qsizetype there = next ? here + 1 : (here < 0 ? 0 : here) - 1 + order.size();
    order.at(there % order.size())->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tabs->tabBar() && event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::MiddleButton) {
            closeTab(m_tabs->tabBar()->tabAt(mouse->position().toPoint()));
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace ui
