// SPDX-License-Identifier: MPL-2.0
#include "ui/window/workspace.h"

#include "core/artifacts/transfermodel.h"
#include "core/navigation/location.h"
#include "ui/window/recents.h"

#include <QPointer>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
const auto approvedKey = u"deployments/approved"_s;
}

Workspace::Workspace(QSettings *settings, std::unique_ptr<Outside> outside, QObject *parent)
    : QObject(parent), m_settings(settings), m_outside(std::move(outside)),
      m_approved(settings->value(approvedKey).toStringList()), m_recents(new Recents(settings, this)),
      m_transfers(new core::TransferModel(this))
{
}

Workspace::~Workspace()
{
    delete m_transfers;
}

core::Session *Workspace::open(const core::SessionOptions &options)
{
    auto session = std::make_unique<core::Session>(options);
    const QString root = session->rootUrl();
    for (const auto &other : m_sessions) {
        if (!root.isEmpty() && other->rootUrl() == root)
            return other.get();
    }
    if (options.account.secret == core::Account::Secret::Demo) {
        m_demoRoot = root;
        m_recents->setTransientRoot(root);
    }
    session->setAskHost([this](const QUrl &url, std::function<void(bool)> answer) {
        if (m_hostAsker)
            m_hostAsker(url, std::move(answer));
        else
            answer(false);
    });
    m_sessions.push_back(std::move(session));
    Q_EMIT sessionsChanged();
    return m_sessions.back().get();
}

core::Session *Workspace::session(const QString &rootUrl)
{
    for (const auto &session : m_sessions) {
        if (session->rootUrl() == rootUrl)
            return session.get();
    }
    return isKnown(rootUrl) ? open(core::SessionOptions::anonymous(rootUrl)) : nullptr;
}

std::vector<core::Session *> Workspace::sessions() const
{
    std::vector<core::Session *> result;
    for (const auto &session : m_sessions)
        result.push_back(session.get());
    return result;
}

bool Workspace::isKnown(const QString &rootUrl) const
{
    const auto isOpen = [&rootUrl](const auto &session) { return session->rootUrl() == rootUrl; };
    const auto offered = wellKnown();
    const auto isOffered = [&rootUrl](const KnownDeployment &known) { return known.rootUrl == rootUrl; };
    return m_approved.contains(rootUrl) || std::any_of(offered.begin(), offered.end(), isOffered)
        || std::any_of(m_sessions.begin(), m_sessions.end(), isOpen);
}

void Workspace::approve(const QString &rootUrl)
{
    if (m_approved.contains(rootUrl))
        return;
    m_approved.append(rootUrl);
    m_settings->setValue(approvedKey, m_approved);
}

QList<KnownDeployment> Workspace::wellKnown()
{
    return {
        { u"firefox-ci"_s, u"https://firefox-ci-tc.services.mozilla.com"_s },
        { u"community-tc"_s, u"https://community-tc.services.mozilla.com"_s },
    };
}

void Workspace::startDemo(QObject *context, std::function<void(core::Session *)> then)
{
    if (!m_demoRoot.isEmpty())
        return then(session(m_demoRoot));
    if (!m_demoStarter)
        return then(nullptr);
    m_demoStarter([workspace = QPointer(this), context = QPointer(context), then = std::move(then)](
                      const std::optional<Demo> &demo) {
        if (!workspace)
            return;
        core::Session *session = demo ? workspace->openDemo(*demo) : nullptr;
        if (context)
            then(session);
    });
}

core::Session *Workspace::openDemo(const Demo &demo)
{
    core::Session *session = open(demo.options);
    m_demoGroups = demo.taskGroupIds;
    for (const QString &id : std::as_const(m_demoGroups))
        m_recents->offer(core::Location::taskGroup(m_demoRoot, id));
    return session;
}

} // namespace ui
