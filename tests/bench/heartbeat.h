// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QElapsedTimer>
#include <QTimer>

/// A timer that should fire every five milliseconds, and remembers when it did not.
class Heartbeat : public QObject
{
public:
    void start()
    {
        m_since.start();
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout(this, [this] { beat(); });
        m_timer.start(interval);
    }

    /// Milliseconds by which the latest beat came too late.
    double longestStall() const { return m_longest; }
    void forget() { m_longest = 0; }

private:
    static constexpr std::chrono::milliseconds interval { 5 };

    void beat()
    {
        const double late = static_cast<double>(m_since.nsecsElapsed()) / 1e6 - static_cast<double>(interval.count());
        m_longest = qMax(m_longest, late);
        m_since.start();
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
};
