// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace ui {

class MainWindow;

/// Writes a picture of a window once the page in front has loaded and has been still for a moment.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    Screenshot(MainWindow *window, QString path, std::chrono::milliseconds timeout, QObject *parent = nullptr);

Q_SIGNALS:
    /// \a error is empty when the picture was written.
    void finished(const QString &error);

private:
    void check();

    MainWindow *m_window;
    QString m_path;
    std::chrono::milliseconds m_timeout;
    QTimer m_timer;
    QElapsedTimer m_elapsed;
    int m_still = 0; ///< checks in a row that found nothing on its way
};

} // namespace ui
