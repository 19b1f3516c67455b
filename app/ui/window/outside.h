// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>
#include <QUrl>

#include <functional>

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
    /// Opens \a url with the desktop's browser. Only http and https are let through.
    virtual void openUrl(const QUrl &url) = 0;
};

/// The real one: the desktop's file dialog and browser.
class DesktopOutside : public Outside
{
public:
    void askSavePath(
        QWidget *parent, const QString &suggestion, std::function<void(const QString &path)> chosen) override;
    void openUrl(const QUrl &url) override;

private:
    QString m_lastFolder;
};

} // namespace ui
