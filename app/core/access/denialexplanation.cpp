// SPDX-License-Identifier: MPL-2.0
#include "core/access/denialexplanation.h"

#include "core/accounts/session.h"

namespace core {

DenialExplanation::DenialExplanation(Denial denial, Session *session, QObject *parent)
    : QObject(parent), m_denial(std::move(denial)), m_session(session)
{
    if (session) {
        m_directory = AccessDirectory::of(session);
        connect(m_directory, &AccessDirectory::heldChanged, this, &DenialExplanation::update);
        connect(m_directory, &AccessDirectory::partChanged, this, &DenialExplanation::update);
        // Afresh: what one holds may have changed since, and that is what the explanation is about.
        m_directory->loadHeld();
        m_directory->load(AccessEntry::Kind::Role);
    }
    update();
}

void DenialExplanation::update()
{
    using Kind = AccessEntry::Kind;
    const bool isKnown = m_directory && m_directory->heldPart().state == Part::State::Ready;
    m_report = DenialReport::of(m_denial, isKnown ? m_directory->held() : std::nullopt,
        m_directory ? m_directory->entries(Kind::Role) : AccessEntries());
    Q_EMIT changed();
}

Part DenialExplanation::rolesPart() const
{
    return m_directory ? m_directory->part(AccessEntry::Kind::Role) : Part();
}

bool DenialExplanation::isLoading() const
{
    return m_directory && (m_directory->heldPart().isLoading() || rolesPart().isLoading());
}

QString DenialExplanation::requestText() const
{
    return denialRequest(m_denial, m_report, m_session ? m_session->account() : Account());
}

bool DenialExplanation::isAnonymous() const
{
    return m_session && m_session->account().clientId.isEmpty();
}

} // namespace core
