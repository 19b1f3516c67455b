// SPDX-License-Identifier: MPL-2.0
#include "core/secrets/secretnames.h"

#include "core/accounts/session.h"

#include <tc/secrets.h>

#include <QTimer>

namespace core {

SecretNames *SecretNames::of(Session *session)
{
    auto *names = session->findChild<SecretNames *>({}, Qt::FindDirectChildrenOnly);
    return names ? names : new SecretNames(session);
}

SecretNames::SecretNames(Session *session) : QObject(session), m_session(session) { }

void SecretNames::load()
{
    if (m_part.state == Part::State::Idle)
        reload();
}

void SecretNames::reload()
{
    m_coming.clear();
    m_request.renew();
    setPart({ Part::State::Loading, {} });
    // On a turn of its own: whoever asks is about to be painted for the first time.
    QTimer::singleShot(0, m_request.context(), [this] { list(); });
}

void SecretNames::list()
{
    auto *pages = m_session->secrets()->listPages();
    m_request.tie(pages);
    pages->onPage(m_request.context(), [this](const tc::secrets::SecretList &page) {
        m_coming += page.secrets;
        if (m_isComplete)
            return;
        m_names = m_coming;
        Q_EMIT changed();
    });
    pages->onFinished(m_request.context(), [this] {
        m_names = std::move(m_coming);
        m_coming.clear();
        m_isComplete = true;
        setPart({ Part::State::Ready, {} });
        Q_EMIT changed();
    });
    pages->onFailure(m_request.context(), [this](const tc::Error &error) { setPart({ Part::State::Failed, error }); });
}

void SecretNames::add(const QString &name)
{
    for (QStringList *list : { &m_names, &m_coming }) {
        if (!list->contains(name))
            list->append(name);
    }
    Q_EMIT changed();
}

void SecretNames::remove(const QString &name)
{
    m_names.removeAll(name);
    m_coming.removeAll(name);
    Q_EMIT changed();
}

void SecretNames::setPart(Part part)
{
    m_part = std::move(part);
    Q_EMIT partChanged();
}

} // namespace core
