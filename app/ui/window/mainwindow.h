// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/navigation/location.h"
#include "ui/pages/page.h"
#include "ui/pages/sides.h"
#include "ui/widgets/banner.h"

#include <QMainWindow>
#include <QPointer>

class QLabel;
class QMenu;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace core {
class Session;
}

namespace ui {

class AccountChip;
class AccountsPage;
class HostQuestion;
class KeychainBanner;
class LocationBar;
class SideBar;
class TabView;
class Workspace;

/// The window: location bar, side bar, tabs, status bar, menus.
class MainWindow : public QMainWindow, public BannerSurroundings
{
    Q_OBJECT

public:
    /// \a workspace must outlive this.
    explicit MainWindow(Workspace *workspace, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Brings back size, columns and tabs; without tabs from before nothing is open. \a oldDemoRoot locations move
    /// to the demo deployment that runs now, or are left out when none does.
    void restore();
    /// Opens \a location in a tab of its own, or brings the tab that shows it to the front.
    void openInTab(const core::Location &location);
    /// What a person typed: a place, or text that is none, which is then said in place.
    void openText(const QString &text, bool newTab);
    /// The start page, with a root URL that could not be used.
    void openStart(const QString &rootUrl = {});

    Page *currentPage() const;
    int tabCount() const;
    /// The root URL that bare ids belong to: the front tab's, or the first deployment that was opened.
    QString currentRoot() const;
    Workspace *workspace() const { return m_workspace; }

    core::Session *sessionFor(const QWidget *from, const core::Location &place) override;
    void openFrom(const QWidget *from, const core::Location &location, bool newTab) override;

Q_SIGNALS:
    /// The page in front, or how far it has loaded, is another.
    void pageChanged();

protected:
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void buildActions();
    void buildMenus();
    void buildToolBar();
    void buildSideBar();
    void buildTabs();
    void buildStatusBar();
    QAction *addWindowAction(
        const QString &objectName, const QString &text, const QString &iconName, const QList<QKeySequence> &keys);

    TabView *currentTab() const;
    TabView *addTab(const core::Location &location, bool front);
    void closeTab(int index);
    void stepTab(int step);
    void updateTab(TabView *tab);
    void frontChanged();
    void updatePageMenu();
    /// Chip and keychain banner, for where one is.
    void updateChip();
    /// Whose the tab is, in colour on it.
    QString updateMark(const TabView *tab, int index);
    /// Goes on as another account: with the same place where it is at the same deployment.
    void chooseAccount(const QString &id);
    /// The tab with the accounts, or a new one.
    AccountsPage *showAccounts();
    void addAccount();
    void accountsChanged();
    void openSide(Side side, bool newTab);
    /// In the front tab, or in one of its own.
    void openPlace(const core::Location &location, bool newTab);
    /// Where one is, or the front of the deployment that was looked at last.
    core::Location currentPlace() const;
    void showNotice(const Notice &notice);
    void transferFinished(int id);
    void transfersChanged();
    void askToQuit();
    void showAbout();
    /// Closes everything that shows something of a deployment.
    void forget();
    void save() const;

    Workspace *m_workspace;
    core::Location m_fallback; ///< the deployment that was looked at last, and with which account
    LocationBar *m_locationBar = nullptr;
    SideBar *m_sideBar = nullptr;
    QTabWidget *m_tabs = nullptr;
    Banner *m_noticeBanner = nullptr;
    HostQuestion *m_hostQuestion = nullptr;
    AccountChip *m_chip = nullptr;
    KeychainBanner *m_keychain = nullptr;
    QLabel *m_statusText = nullptr;
    QToolButton *m_transfers = nullptr;
    QLabel *m_lastNotice = nullptr;
    QToolButton *m_noticeDetails = nullptr;
    QMenu *m_pageMenu = nullptr;
    QAction *m_back = nullptr;
    QAction *m_forward = nullptr;
    QAction *m_reload = nullptr;
    QAction *m_newTab = nullptr;
    QAction *m_closeTab = nullptr;
    QAction *m_nextTab = nullptr;
    QAction *m_previousTab = nullptr;
    QAction *m_focusLocation = nullptr;
    QAction *m_showSideBar = nullptr;
    QAction *m_settings = nullptr;
    QAction *m_quit = nullptr;
    QAction *m_about = nullptr;
    QList<QAction *> m_sideActions;
    QPointer<Page> m_shownPage;
    bool m_quits = false; ///< the person said so, although transfers run
    int m_failedTransfer = 0; ///< the one that Retry of the notice is about
    Notice m_notice;
};

} // namespace ui
