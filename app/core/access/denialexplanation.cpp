// SPDX-License-Identifier: MPL-2.0
#include "core/access/denialexplanation.h"

#include "core/accounts/session.h"
#include "core/util/worker.h"

namespace core {

DenialExplanation::DenialExplanation(Denial denial, Session *session, QObject *parent)
    : QObject(parent), m_denial(std::move(denial)), m_session(session)
{
    if (session) {
        m_directory = AccessDirectory::of(session);
        connect(m_directory, &AccessDirectory::heldChanged, this, &DenialExplanation::update);
        connect(m_directory, &AccessDirectory::partChanged, this, [this](AccessEntry::Kind kind) {
            if (kind == AccessEntry::Kind::Role)
                update();
        });
        // Afresh: what one holds may have changed since, and that is what the explanation is about.
        m_directory->loadHeld();
        m_directory->load(AccessEntry::Kind::Role);
    }
    update();
}

void DenialExplanation::update()
{
    const bool isKnown = m_directory && m_directory->heldPart().state == Part::State::Ready;
    const std::optional<tc::scopes::ScopeSet> held = isKnown ? m_directory->held() : std::nullopt;
    std::vector<DenialRole> roles = std::move(m_report.roles); // until there are better ones
    m_report = DenialReport::of(m_denial, held, {});
    m_shown = ++m_asked; // what is being looked for is about what was held before
    if (m_directory && !m_directory->entries(AccessEntry::Kind::Role).empty() && !m_report.isGranted()) {
        m_report.roles = std::move(roles);
        look();
    }
    Q_EMIT changed();
}

void DenialExplanation::look()
{
    const bool isKnown = m_directory->heldPart().state == Part::State::Ready;
    // There may be thousands of roles with hundreds of scopes each.
    auto work
        = [denial = m_denial, held = isKnown ? m_directory->held() : std::nullopt,
              roles = m_directory->entries(AccessEntry::Kind::Role)] { return DenialReport::of(denial, held, roles); };
    runOnWorker(this, std::move(work), [this, number = ++m_asked](DenialReport report) {
        if (number != m_asked)
            return;
        m_shown = number;
        m_report = std::move(report);
        Q_EMIT changed();
    });
}

Part DenialExplanation::rolesPart() const
{
    return m_directory ? m_directory->part(AccessEntry::Kind::Role) : Part();
}

bool DenialExplanation::isLoading() const
{
    return m_shown != m_asked || (m_directory && (m_directory->heldPart().isLoading() || rolesPart().isLoading()));
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
