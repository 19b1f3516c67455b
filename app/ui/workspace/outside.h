// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QStringList>
#include <QUrl>

#include <functional>

class QFileDialog;
class QWidget;

namespace ui {

/// The ways out of the window that show something modal or leave the process; tests put their own in place.
class Outside
{
public:
    Outside() = default;
    virtual ~Outside() = default;
    Q_DISABLE_COPY_MOVE(Outside)

    /// Asks where to save, starting with \a suggestion (a file name without folders), and calls \a chosen with
    /// the path, later or at once; not at all when the person gives up.
    virtual void askSavePath(
        QWidget *parent, const QString &suggestion, std::function<void(const QString &path)> chosen)
        = 0;
    /// Asks for a folder to save several files in; otherwise like askSavePath().
    virtual void askFolder(QWidget *parent, std::function<void(const QString &path)> chosen) = 0;
    /// Asks for files to upload; otherwise like askSavePath().
    virtual void askFiles(QWidget *parent, std::function<void(const QStringList &paths)> chosen) = 0;
    /// Opens \a url with the desktop's browser. Only http and https are let through.
    virtual void openUrl(const QUrl &url) = 0;
    /// Lets the desktop tell something.
    virtual void notify(const QString &title, const QString &text) = 0;
    /// Shows a folder in the desktop's file manager. Only for folders that the person chose: one that a task named
    /// might be something that the desktop starts. Anything but a folder is left alone.
    virtual void openFolder(const QString &path) = 0;
    /// Where the questions for paths start until one was answered; empty is the system's folder for downloads.
    virtual void setStartFolder(const QString &path) = 0;
};

/// The real one: the desktop's file dialog and browser.
class DesktopOutside : public Outside
{
public:
    void askSavePath(
        QWidget *parent, const QString &suggestion, std::function<void(const QString &path)> chosen) override;
    void askFolder(QWidget *parent, std::function<void(const QString &path)> chosen) override;
    void askFiles(QWidget *parent, std::function<void(const QStringList &paths)> chosen) override;
    void openUrl(const QUrl &url) override;
    void notify(const QString &title, const QString &text) override;
    void openFolder(const QString &path) override;
    void setStartFolder(const QString &path) override;

private:
    QFileDialog *makeDialog(QWidget *parent, const QString &title);

    QString m_startFolder;
    QString m_lastFolder; ///< of what was saved or opened last
};

} // namespace ui
