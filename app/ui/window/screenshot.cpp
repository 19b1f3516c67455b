// SPDX-License-Identifier: MPL-2.0
#include "ui/window/screenshot.h"

#include "ui/window/mainwindow.h"

#include <QPixmap>

using namespace std::chrono_literals;

namespace ui {

namespace {
constexpr auto interval = 50ms;
constexpr int stillChecks = 8;
} // namespace

Screenshot::Screenshot(MainWindow *window, QString path, std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent), m_window(window), m_path(std::move(path)), m_timeout(timeout)
{
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::check);
    m_timer.start(interval);
    m_elapsed.start();
}

void Screenshot::check()
{
    const Page *page = m_window->currentPage();
    m_still = page && !page->isLoading() ? m_still + 1 : 0;
    if (m_still >= stillChecks) {
        m_timer.stop();
        const bool written = m_window->grab().save(m_path);
        Q_EMIT finished(written ? QString() : tr("The picture could not be written to %1.").arg(m_path));
    } else if (m_elapsed.elapsed() > m_timeout.count()) {
        m_timer.stop();
        const QString what = page ? page->title() : QString();
        Q_EMIT finished(tr("No picture was taken: the page was still loading after %Ln second(s): %1", nullptr,
            static_cast<int>(m_timeout.count() / 1000))
                            .arg(what));
    }
}

} // namespace ui
