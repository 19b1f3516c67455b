// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/session.h"
#include "ui/pages/page.h"
#include "ui/window/mainwindow.h"
#include "ui/workspace/workspace.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

namespace demo {
class DemoDeployment;
}

namespace uitest {

/// The ways outside, as a test wants them: the next path that the file dialog gives, the URLs that were opened.
class FakeOutside : public ui::Outside
{
public:
    void askSavePath(
        QWidget *parent, const QString &suggestion, std::function<void(const QString &path)> chosen) override;
    void askFolder(QWidget *parent, std::function<void(const QString &path)> chosen) override;
    void askFiles(QWidget *parent, std::function<void(const QStringList &paths)> chosen) override;
    void openUrl(const QUrl &url) override { openedUrls.append(url); }
    void setStartFolder(const QString &path) override { startFolder = path; }
    void notify(const QString &title, const QString &) override { notifications.append(title); }
    void openFolder(const QString &path) override { openedFolders.append(path); }

    QString nextPath; ///< empty: the person gives up
    QString lastSuggestion;
    QString nextFolder; ///< likewise
    QStringList nextFiles; ///< likewise
    QList<QUrl> openedUrls;
    QStringList notifications; ///< titles
    QString startFolder;
    QStringList openedFolders;
};

/// A real main window with settings of its own. Can be closed and opened again, as after a restart.
class WindowFixture
{
public:
    WindowFixture();
    ~WindowFixture();
    Q_DISABLE_COPY_MOVE(WindowFixture)

    /// Makes the window; deployments are opened first, the demo's one too when it is given.
    void open(const QList<core::SessionOptions> &sessions = {}, demo::DemoDeployment *demo = nullptr);
    /// The keychain of the next open(); one in memory without it.
    void setKeychain(std::unique_ptr<core::SecretStore> keychain) { m_keychain = std::move(keychain); }
    /// Closes the window as a person does and frees everything that belongs to the run.
    void close();

    ui::MainWindow *window() const { return m_window.get(); }
    ui::Workspace *workspace() const { return m_workspace.get(); }
    FakeOutside *outside() const { return m_outside; }
    QString folder() const { return m_folder.path(); }

    template <typename T>
    T *find(const char *objectName) const
    {
        const auto all = m_window->findChildren<T *>(QString::fromLatin1(objectName));
        for (T *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return all.isEmpty() ? nullptr : all.first();
    }
    /// Whether there is a widget of that name and it is visible.
    bool shows(const char *objectName) const
    {
        const auto *widget = find<QWidget>(objectName);
        return widget && widget->isVisible();
    }

    /// Types \a text into the location bar and presses Enter.
    void go(const QString &text);
    /// Whether the page in front has loaded within \a timeout ms.
    bool waitLoaded(int timeout = 20'000);
    /// Text of the banner with \a objectName, or nothing while it is hidden.
    QString bannerText(const char *objectName) const;
    /// Keeps a picture of the window, or of \a widget, as NAME.png where TC_PICTURES names a folder; in dark colours
    /// where TC_COLOR_SCHEME says so.
    void picture(const QString &name, QWidget *widget = nullptr) const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<core::SecretStore> m_keychain;
    std::unique_ptr<ui::Workspace> m_workspace;
    std::unique_ptr<ui::MainWindow> m_window;
    FakeOutside *m_outside = nullptr; // owned by the workspace
};

/// The demo deployment that all tests of a program share.
demo::DemoDeployment *sharedDemo();
core::SessionOptions demoSession();

} // namespace uitest
