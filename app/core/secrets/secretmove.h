// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/secrets/opensecret.h"

#include <functional>

namespace core {

/// Copies a secret, or renames it: the service knows no renaming, so the copy is made, both are read again and
/// compared, and only then is the old one deleted. Whatever comes between leaves both.
class SecretMove : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Copy, Rename };
    enum class Step { None, Reading, LookingForTarget, Writing, Comparing, Deleting };
    /// How it ended.
    struct Outcome {
        enum class State {
            Done,
            Taken, ///< there is a secret of the new name; nothing was written
            Different, ///< the two were not the same when they were compared: somebody changed one of them
            Failed,
        };

        State state = State::Failed;
        Step step = Step::None; ///< at which it stopped
        bool mayHaveBoth = false; ///< the new one was made, or may have been, and the old one was not deleted for sure
        tc::Error error {};
    };

    explicit SecretMove(Session *session, QObject *parent = nullptr);

    void start(Kind kind, const QString &from, const QString &to);
    /// Stops where it is; finished() comes at once and says whether both may be there.
    void cancel();

    Kind kind() const { return m_kind; }
    Step step() const { return m_step; }
    bool isRunning() const { return m_step != Step::None; }
    const QString &from() const { return m_from; }
    const QString &to() const { return m_to; }

Q_SIGNALS:
    void stepChanged();
    void finished(const core::SecretMove::Outcome &outcome);

private:
    void setStep(Step step);
    void end(const Outcome &outcome);
    void fail(const tc::Error &error);
    void read();
    void lookForTarget(const SecretContent &content);
    void write(const SecretContent &content);
    void compareTarget();
    void compareSource(const SecretContent &target);
    void removeSource();
    /// \a then takes what the secret holds; errors end the whole.
    void get(const QString &name, std::function<void(const SecretContent &)> then);

    Session *m_session;
    Kind m_kind = Kind::Copy;
    Step m_step = Step::None;
    QString m_from;
    QString m_to;
    Request m_request;
};

} // namespace core
