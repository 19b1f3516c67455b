// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/secretjob.h"

#include <QTimer>

namespace core {

SecretJob::SecretJob(QObject *parent) : QObject(parent) { }

SecretJob::~SecretJob() = default;

void SecretJob::cancel()
{
    if (m_ended)
        return;
    SecretOutcome outcome;
    outcome.status = SecretOutcome::Status::Cancelled;
    finish(std::move(outcome));
    Q_EMIT cancelled();
}

void SecretJob::finish(SecretOutcome outcome)
{
    if (m_ended)
        return;
    m_ended = true;
    QTimer::singleShot(0, this, [this, outcome = std::move(outcome)] {
        deleteLater(); // first: a receiver may delete this itself
        Q_EMIT finished(outcome);
    });
}

void SecretJob::setPhase(Phase phase)
{
    if (m_ended || phase == m_phase)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged(phase);
}

} // namespace core
