// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QObject>
#include <QString>

namespace core {

/// How reading, writing or removing a secret ended. Only NotThere says that the store has no such secret; whatever else
/// is not Done says nothing about that, and no account may be given up for it.
struct SecretOutcome {
    enum class Status {
        Done,
        NotThere, ///< the store was open, and looked
        Locked, ///< the store is locked: it was not asked to be unlocked, or the question was closed or never shown
        Refused, ///< the store or the system does not let this program in
        NoService, ///< there is no keychain, or it does not start
        Failed, ///< anything else; see the reason
        Cancelled, ///< SecretJob::cancel()
    };

    Status status = Status::Failed;
    QByteArray secret {}; ///< of a read that is Done
    bool asked = false; ///< of Locked: the person was asked and the question ended without an answer
    QString reason {}; ///< in the words of whoever failed; empty when there are none. Holds no secret.

    explicit operator bool() const { return status == Status::Done; }
};

/// A secret on its way from or to a store. It ends exactly once, never from inside the call that made it, lives on that
/// call's thread and deletes itself afterwards.
class SecretJob : public QObject
{
    Q_OBJECT

public:
    enum class Phase {
        Working,
        Slow, ///< the store has not answered for a while; it is waited for all the same
        Asking, ///< the store has a question on the screen
    };
    Q_ENUM(Phase)

    explicit SecretJob(QObject *parent = nullptr);
    ~SecretJob() override;

    Phase phase() const { return m_phase; }
    /// Ends it in Cancelled, asynchronously. What was already sent to the store may still happen there, and a question
    /// of the store stays on the screen.
    void cancel();

    /// \a f takes the outcome, by const reference; it is dropped when \a context dies first.
    template <typename Context, typename F>
    SecretJob *onFinished(Context *context, F f)
    {
        connect(this, &SecretJob::finished, context, std::move(f));
        return this;
    }

    /// For stores: ends the job on the next turn of the event loop. Only the first call counts.
    void finish(SecretOutcome outcome);
    /// For stores: tells how far it is. Nothing after its end.
    void setPhase(Phase phase);

Q_SIGNALS:
    void phaseChanged(core::SecretJob::Phase phase);
    void finished(const core::SecretOutcome &outcome);
    /// For stores: nobody waits for this any more.
    void cancelled();

private:
    Phase m_phase = Phase::Working;
    bool m_ended = false;
};

} // namespace core

Q_DECLARE_METATYPE(core::SecretOutcome)
