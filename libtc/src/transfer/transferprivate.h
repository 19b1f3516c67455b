// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "call/clientprivate.h"

#include <tc/transfer.h>

#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <utility>

namespace tc {

/// The course of a transfer: attempts by the retry policy, pauses, and one end. What an attempt does is up to the
/// classes that derive; each calls stop() in its destructor.
class TransferPrivate : public QObject
{
    Q_OBJECT

public:
    explicit TransferPrivate(Client *theClient);
    ~TransferPrivate() override;

    /// Sets off on the next turn of the event loop.
    void start(Transfer *transfer);
    void abort();
    void setPaused(bool on);

    Transfer *q = nullptr;
    QPointer<Client> client;
    std::optional<RetryPolicy> ownPolicy; ///< the client's when absent
    Error error;
    bool finished = false;
    bool autoDelete = true;
    bool paused = false;

protected:
    virtual void attempt() = 0;
    /// Ends silently what an attempt has under way.
    virtual void dropAttempt() = 0;
    virtual bool mayRepeat(const Error &failure) const;
    /// Brings everything back to where another attempt can begin; false when that cannot be.
    virtual bool prepareRepeat(const Error &) { return true; }
    /// The last clean-up, of a good or a failed transfer; calls \a done with what the transfer ends in.
    virtual void settle(Error failure, const std::function<void(Error)> &done) { done(std::move(failure)); }
    virtual void pausedChanged() { }

    /// What becomes of a failed attempt: another one or the end. \a retryAfter is the header that came with it.
    void judge(Error failure, const QByteArray &retryAfter = {});
    /// Another attempt at once, which does not count as one: what it needed had expired.
    void repeatNow();
    void finish(Error failure);
    void stop();
    int attemptNumber() const { return m_attempt; }
    /// Whether nothing may be set off any more.
    bool isEnding() const { return m_ending || finished; }

    /// \a f, which does nothing once the attempt that it belongs to is over.
    template <typename F>
    auto inTurn(F f)
    {
        return [this, turn = m_turn, f = std::move(f)](auto &&...arguments) {
            if (m_turn == turn)
                f(std::forward<decltype(arguments)>(arguments)...);
        };
    }

    std::shared_ptr<AccessManager> m_http; ///< keeps the connections until the last exchange has gone

private:
    void attemptLater(std::chrono::milliseconds delay);
    void attemptUnlessPaused();
    void end(Error failure);

    QTimer m_delay;
    int m_attempt = 1;
    int m_turn = 0; ///< what comes from an earlier turn is dropped
    bool m_due = false; ///< an attempt waits for the end of a pause
    bool m_ending = false;
};

} // namespace tc
