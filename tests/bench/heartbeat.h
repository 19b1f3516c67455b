// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <ctime>

/// A timer that should fire every five milliseconds, and remembers when it did not.
class Heartbeat : public QObject
{
public:
    void start()
    {
        m_since.start();
        m_used = work();
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout(this, [this] { beat(); });
        m_timer.start(interval);
    }

    /// Milliseconds by which the latest beat came too late.
    double longestStall() const { return m_longest; }
    /// The most processor time between two beats, in milliseconds: what of a stall is not the machine's other work.
    double mostWork() const { return m_mostWork; }
    void forget()
    {
        m_longest = 0;
        m_mostWork = 0;
    }

private:
    static constexpr std::chrono::milliseconds interval { 5 };

    void beat()
    {
        const double late = static_cast<double>(m_since.nsecsElapsed()) / 1e6 - static_cast<double>(interval.count());
        m_longest = qMax(m_longest, late);
        const double used = work();
        m_mostWork = qMax(m_mostWork, used - m_used);
        m_used = used;
        m_since.start();
    }

    // Of this thread so far; 0 where that cannot be asked.
    static double work()
    {
#ifdef CLOCK_THREAD_CPUTIME_ID
        timespec time {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
#else
        return 0;
#endif
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
    double m_mostWork = 0;
    double m_used = 0;
};
