// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <deque>
#include <mutex>
#include <thread>

/// A thread that does nothing but wake up every few milliseconds: when it is late, the machine was busy elsewhere.
class IdleThread
{
public:
    using Clock = std::chrono::steady_clock;

    /// How long between \a from and \a to this thread should have been awake and was not.
    Clock::duration lateWithin(Clock::time_point from, Clock::time_point to)
    {
        const std::scoped_lock lock(m_mutex);
        Clock::duration result = overlap({ m_due, to }, from, to); // it may still not be awake
        for (const Span &span : m_late)
            result += overlap(span, from, to);
        return result;
    }

private:
    struct Span {
        Clock::time_point begin, end;
    };

    static constexpr std::chrono::milliseconds interval { 1 };
    static constexpr size_t mostSpans = 10'000;

    static Clock::duration overlap(const Span &span, Clock::time_point from, Clock::time_point to)
    {
        return std::max(std::min(span.end, to) - std::max(span.begin, from), Clock::duration::zero());
    }

    void run(const std::stop_token &stop)
    {
        while (!stop.stop_requested()) {
            std::this_thread::sleep_until(m_due);
            const std::scoped_lock lock(m_mutex);
            const Clock::time_point now = Clock::now();
            m_late.push_back({ m_due, now });
            if (m_late.size() > mostSpans)
                m_late.pop_front();
            m_due = now + interval;
        }
    }

    std::mutex m_mutex;
    std::deque<Span> m_late;
    Clock::time_point m_due = Clock::now() + interval; // written by the thread only, with the lock held
    std::jthread m_thread { [this](const std::stop_token &stop) { run(stop); } };
};

/// A timer that should fire every five milliseconds, and remembers when it did not.
class Heartbeat : public QObject
{
public:
    void start()
    {
        m_since = IdleThread::Clock::now();
        m_used = work();
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout(this, [this] { beat(); });
        m_timer.start(interval);
    }

    /// Milliseconds by which the latest beat came too late, without what an idle thread was late in the same time;
    /// never less than the processor time that went by.
    double longestStall() const { return m_longest; }
    /// The same with the machine's part in it.
    double longestWait() const { return m_longestWait; }
    /// The most processor time between two beats, in milliseconds.
    double mostWork() const { return m_mostWork; }
    void forget() { m_longest = m_longestWait = m_mostWork = 0; }

private:
    static constexpr std::chrono::milliseconds interval { 5 };

    void beat()
    {
        const auto now = IdleThread::Clock::now();
        const auto due = m_since + interval;
        const double used = work();
        const double worked = used - m_used;
        const double late = milliseconds(now - due);
        const double own = late - milliseconds(m_idle.lateWithin(due, now));
        m_longestWait = std::max(m_longestWait, late);
        m_longest = std::max(m_longest, std::max(own, std::min(late, worked)));
        m_mostWork = std::max(m_mostWork, worked);
        m_used = used;
        m_since = now;
    }

    static double milliseconds(IdleThread::Clock::duration time)
    {
        return std::chrono::duration<double, std::milli>(time).count();
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

    IdleThread m_idle;
    QTimer m_timer;
    IdleThread::Clock::time_point m_since;
    double m_longest = 0;
    double m_longestWait = 0;
    double m_mostWork = 0;
    double m_used = 0;
};
