// SPDX-License-Identifier: MPL-2.0
// The fixed parts of the main window: actions, menus, bars.
#include "ui/window/mainwindow.h"

#include "core/transfers/transfermodel.h"
#include "ui/pages/accounts/accountspage.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/keychainbanner.h"
#include "ui/widgets/locationbar.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/widgets/sidebar.h"
#include "ui/window/accountchip.h"
#include "ui/window/hostquestion.h"
#include "ui/window/notifier.h"
#include "ui/window/tabview.h"
#include "ui/workspace/secretclipboard.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QStatusBar>
#include <QTabBar>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

MainWindow::MainWindow(Workspace *workspace, QWidget *parent) : QMainWindow(parent), m_workspace(workspace)
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Taskcluster Desktop"));
    resize(1280, 800);
    // Fusion hides the focus ring until a key was used; here it is always visible.
    setAttribute(Qt::WA_KeyboardFocusChange);
    if (!workspace->sessions().empty())
        m_fallback = core::Location::deployment(workspace->sessions().front()->rootUrl());
    buildActions();
    buildToolBar();
    buildSideBar();
    buildTabs();
    buildMenus();
    buildStatusBar();
    auto *central = new QWidget(this);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(4);
    right->addWidget(m_hostQuestion);
    right->addWidget(m_noticeBanner);
    right->addWidget(m_keychain);
    right->addWidget(m_tabs, 1);
    auto *row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sideBar);
    row->addLayout(right, 1);
    setCentralWidget(central);
    connect(workspace, &Workspace::accountsChanged, this, &MainWindow::accountsChanged);
    connect(workspace, &Workspace::forgotten, this, &MainWindow::forget);
    new Notifier(workspace, this); // which this owns
    updateChip();
}

QAction *MainWindow::addWindowAction(
    const QString &objectName, const QString &text, const QString &iconName, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcuts(keys);
    addAction(action);
    return action;
}

void MainWindow::buildActions()
{
    m_back = addWindowAction(u"actionBack"_s, tr("Back"), u"back"_s, { Qt::ALT | Qt::Key_Left, Qt::Key_Back });
    m_forward = addWindowAction(
        u"actionForward"_s, tr("Forward"), u"forward"_s, { Qt::ALT | Qt::Key_Right, Qt::Key_Forward });
    m_reload = addWindowAction(u"actionReload"_s, tr("Reload"), u"reload"_s, { Qt::Key_F5, Qt::CTRL | Qt::Key_R });
    m_newTab = addWindowAction(u"actionNewTab"_s, tr("New tab"), u"add"_s, { Qt::CTRL | Qt::Key_T });
    m_closeTab = addWindowAction(u"actionCloseTab"_s, tr("Close tab"), u"close"_s, { Qt::CTRL | Qt::Key_W });
    m_nextTab = addWindowAction(
        u"actionNextTab"_s, tr("Next tab"), {}, { Qt::CTRL | Qt::Key_Tab, Qt::CTRL | Qt::Key_PageDown });
    m_previousTab = addWindowAction(u"actionPreviousTab"_s, tr("Previous tab"), {},
        { Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, Qt::CTRL | Qt::Key_PageUp });
    m_focusLocation = addWindowAction(u"actionLocation"_s, tr("Go to location"), u"search"_s, { Qt::CTRL | Qt::Key_L });
    m_showSideBar = addWindowAction(u"actionSideBar"_s, tr("Side bar"), {}, { Qt::Key_F9 });
    m_showSideBar->setCheckable(true);
    m_showSideBar->setChecked(true);
    m_settings = addWindowAction(u"actionSettings"_s, tr("Settings"), u"settings"_s, { Qt::CTRL | Qt::Key_Comma });
    m_quit = addWindowAction(u"actionQuit"_s, tr("Quit"), {}, { Qt::CTRL | Qt::Key_Q });
    m_about = addWindowAction(u"actionAbout"_s, tr("About Taskcluster Desktop"), u"info"_s, {});
    connect(m_back, &QAction::triggered, this, [this] { currentTab()->goBack(); });
    connect(m_forward, &QAction::triggered, this, [this] { currentTab()->goForward(); });
    connect(m_reload, &QAction::triggered, this, [this] {
        if (currentPage())
            currentPage()->reload();
    });
    connect(m_newTab, &QAction::triggered, this, [this] {
        const core::Location here = currentPlace();
        if (here.rootUrl.isEmpty()) {
            openStart();
            return;
        }
        addTab(placeOf(Side::Groups, here.rootUrl).as(here.account), true);
        m_locationBar->setPlace({});
        m_locationBar->activate();
    });
    connect(m_closeTab, &QAction::triggered, this, [this] { closeTab(m_tabs->currentIndex()); });
    connect(m_nextTab, &QAction::triggered, this, [this] { stepTab(1); });
    connect(m_previousTab, &QAction::triggered, this, [this] { stepTab(-1); });
    connect(m_focusLocation, &QAction::triggered, this, [this] { m_locationBar->activate(); });
    connect(m_settings, &QAction::triggered, this, [this] { openInTab(core::Location::settings()); });
    connect(m_quit, &QAction::triggered, this, &QWidget::close);
    connect(m_about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::buildMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addActions({ m_newTab, m_closeTab });
    file->addSeparator();
    file->addAction(m_settings);
    file->addSeparator();
    file->addAction(m_quit);
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addActions({ m_reload, m_showSideBar });
    QMenu *go = menuBar()->addMenu(tr("&Go"));
    go->addActions({ m_back, m_forward, m_focusLocation });
    go->addSeparator();
    go->addActions(m_sideActions);
    go->addSeparator();
    go->addActions({ m_previousTab, m_nextTab });
    m_pageMenu = menuBar()->addMenu(tr("&Page"));
    m_pageMenu->setObjectName(u"pageMenu"_s);
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(m_about);
}

void MainWindow::buildToolBar()
{
    auto *bar = new QToolBar(tr("Navigation"), this);
    bar->setObjectName(u"navigationBar"_s);
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setIconSize(QSize(16, 16));
    bar->addActions({ m_back, m_forward, m_reload });
    for (QAction *action : { m_back, m_forward, m_reload }) {
        QWidget *button = bar->widgetForAction(action);
        button->setObjectName(action->objectName() + u"Button"_s);
        button->setAccessibleName(action->text());
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_locationBar = new LocationBar(bar);
    bar->addWidget(m_locationBar);
    m_chip = new AccountChip(m_workspace, bar);
    bar->addWidget(m_chip);
    connect(m_chip, &AccountChip::accountChosen, this, &MainWindow::chooseAccount);
    connect(m_chip, &AccountChip::addRequested, this, &MainWindow::addAccount);
    connect(m_chip, &AccountChip::accountsRequested, this, [this] {
        const core::Account *account = m_workspace->account(currentPlace());
        const QString id = account ? account->id : QString();
        if (AccountsPage *page = showAccounts())
            page->select(id);
    });
    connect(m_chip, &AccountChip::otherDeploymentRequested, this, [this] { openStart(); });
    addToolBar(Qt::TopToolBarArea, bar);
    connect(m_locationBar, &LocationBar::submitted, this, &MainWindow::openText);
    connect(m_locationBar, &LocationBar::abandoned, this, [this] {
        if (currentPage())
            currentPage()->focusContent();
    });
}

void MainWindow::buildSideBar()
{
    m_sideBar = new SideBar(this);
    m_sideBar->setObjectName(u"sideBar"_s);
    int key = Qt::Key_1;
    for (const SideEntry &entry : sideEntries()) {
        const Side side = entry.side;
        m_sideBar->addEntry(static_cast<int>(side), entry.icon, entry.text, u"side"_s + entry.name);
        QAction *action = addWindowAction(
            u"actionGo"_s + entry.name, entry.text, entry.icon, { Qt::ALT | static_cast<Qt::Key>(key++) });
        connect(action, &QAction::triggered, this, [this, side] { openSide(side, false); });
        m_sideActions.append(action);
    }
    connect(
        m_sideBar, &SideBar::triggered, this, [this](int id, bool newTab) { openSide(static_cast<Side>(id), newTab); });
    connect(m_showSideBar, &QAction::toggled, m_sideBar, &QWidget::setVisible);
}

void MainWindow::buildTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"tabs"_s);
    m_tabs->setAccessibleName(tr("Tabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setMovable(true);
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->setIconSize(QSize(16, 16));
    m_tabs->setUsesScrollButtons(true);
    m_tabs->tabBar()->setObjectName(u"tabBar"_s);
    m_tabs->tabBar()->setAccessibleName(tr("Tabs"));
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->tabBar()->installEventFilter(this);
    auto *add = new QToolButton(m_tabs);
    add->setObjectName(u"newTabButton"_s);
    add->setDefaultAction(m_newTab);
    add->setToolButtonStyle(Qt::ToolButtonIconOnly);
    add->setAccessibleName(m_newTab->text());
    add->setAutoRaise(true);
    add->setFocusPolicy(Qt::TabFocus);
    m_tabs->setCornerWidget(add, Qt::TopRightCorner);
    m_noticeBanner = new Banner(this);
    m_noticeBanner->setObjectName(u"windowBanner"_s);
    m_keychain = new KeychainBanner(m_workspace->registry(), this);
    connect(m_keychain, &KeychainBanner::recovered, this, [this] {
        if (currentPage())
            currentPage()->reload(); // what it could not load without the credentials
    });
    m_hostQuestion = new HostQuestion(this);
    m_workspace->setHostAsker([question = QPointer(m_hostQuestion)](const QUrl &url, std::function<void(bool)> answer) {
        if (question)
            question->ask(url, std::move(answer));
        else
            answer(false);
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (m_failedTransfer == 0)
            m_noticeBanner->hide();
        frontChanged();
    });
    connect(m_noticeBanner, &Banner::retryRequested, this, [this] {
        m_noticeBanner->hide();
        if (m_failedTransfer != 0)
            m_workspace->transfers()->retry(std::exchange(m_failedTransfer, 0));
        else
            openText(m_locationBar->text().trimmed(), false);
    });
    connect(m_noticeBanner, &Banner::dismissed, this, [this] { m_failedTransfer = 0; });
}

void MainWindow::buildStatusBar()
{
    m_statusText = new QLabel(this);
    m_statusText->setObjectName(u"statusText"_s);
    m_statusText->setTextFormat(Qt::PlainText);
    m_transfers = new QToolButton(this);
    m_transfers->setObjectName(u"statusTransfers"_s);
    m_transfers->setToolTip(tr("Show the transfers"));
    m_transfers->setAccessibleName(tr("Show the transfers"));
    m_transfers->setAutoRaise(true);
    m_transfers->setFocusPolicy(Qt::StrongFocus);
    m_transfers->hide();
    connect(m_transfers, &QToolButton::clicked, this, [this] { openInTab(core::Location::transfers()); });
    m_lastNotice = new SecondaryLabel({}, this);
    m_lastNotice->setObjectName(u"statusNotice"_s);
    m_noticeDetails = new QToolButton(this);
    m_noticeDetails->setObjectName(u"statusDetails"_s);
    m_noticeDetails->setText(tr("Details"));
    m_noticeDetails->setAccessibleName(tr("Details"));
    m_noticeDetails->setAutoRaise(true);
    m_noticeDetails->setFocusPolicy(Qt::StrongFocus);
    m_noticeDetails->hide();
    connect(m_noticeDetails, &QToolButton::clicked, this, [this] {
        m_noticeBanner->showText({ m_notice.isError ? BannerText::Kind::Error : BannerText::Kind::Note, m_notice.text,
            {}, m_notice.details, m_failedTransfer != 0, m_notice.denial, m_notice.place });
    });
    statusBar()->setObjectName(u"statusBar"_s);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(8, 0, 8, 0);
    statusBar()->addWidget(m_statusText, 1);
    auto *clipboard = new SecondaryLabel({}, this);
    clipboard->setObjectName(u"statusClipboard"_s);
    clipboard->hide();
    const SecretClipboard *secrets = m_workspace->secretClipboard();
    connect(secrets, &SecretClipboard::changed, clipboard, [secrets, clipboard] {
        clipboard->setText(secrets->text());
        clipboard->setVisible(secrets->isHolding());
    });
    statusBar()->addPermanentWidget(clipboard);
    statusBar()->addPermanentWidget(m_transfers);
    statusBar()->addPermanentWidget(m_lastNotice);
    statusBar()->addPermanentWidget(m_noticeDetails);
    connect(m_workspace->transfers(), &core::TransferModel::finished, this, &MainWindow::transferFinished);
    connect(m_workspace->transfers(), &core::TransferModel::activityChanged, this, &MainWindow::transfersChanged);
}

void MainWindow::updatePageMenu()
{
    m_pageMenu->clear();
    Page *page = currentPage();
    const QList<QAction *> actions = page ? page->pageActions() : QList<QAction *>();
    m_pageMenu->addActions(actions);
    m_pageMenu->setEnabled(!actions.isEmpty());
}

void MainWindow::showAbout()
{
    m_noticeBanner->showText(
        { BannerText::Kind::Note, tr("Taskcluster Desktop %1").arg(QApplication::applicationVersion()),
            tr("A desktop application for Taskcluster. Free software under the Mozilla Public License 2.0."),
            u"Qt %1\n%2"_s.arg(QString::fromLatin1(qVersion()), QGuiApplication::platformName()), false });
}

} // namespace ui
