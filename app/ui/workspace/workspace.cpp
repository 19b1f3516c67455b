// SPDX-License-Identifier: MPL-2.0
#include "ui/workspace/workspace.h"

#include "core/navigation/location.h"
#include "core/secrets/draftstore.h"
#include "core/transfers/localcopies.h"
#include "core/transfers/transfermodel.h"
#include "core/util/settingswriter.h"
#include "ui/workspace/preferences.h"
#include "ui/workspace/recents.h"
#include "ui/workspace/secretclipboard.h"

#include <QPointer>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

Workspace::Workspace(
    QSettings *settings, std::unique_ptr<Outside> outside, std::unique_ptr<core::SecretStore> keychain, QObject *parent)
    : QObject(parent), m_settings(settings), m_outside(std::move(outside)), m_keychain(std::move(keychain)),
      m_registry(settings, m_keychain.get()), m_pool(&m_registry), m_preferences(new Preferences(settings, this)),
      m_recents(new Recents(settings, this)), m_secretClipboard(new SecretClipboard(settings, this)),
      m_drafts(new core::DraftStore(m_keychain.get(),
          QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/drafts"_s, this)),
      m_transfers(new core::TransferModel(this)),
      m_localCopies(new core::LocalCopies(
          m_transfers, QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/dragged"_s, this))
{
    new core::SettingsWriter(settings, this); // which this owns
    m_pool.setPrepare([this](core::SessionOptions *options) { prepare(options); });
    connect(&m_pool, &core::SessionPool::opened, this, [this](core::Session *session) {
        session->setAskHost([this](const QUrl &url, std::function<void(bool)> answer) { ask(url, std::move(answer)); });
    });
    connect(m_preferences, &Preferences::changed, this, &Workspace::applyPreferences);
    applyPreferences();
    connect(&m_registry, &core::AccountRegistry::added, this, &Workspace::accountsChanged);
    connect(&m_registry, &core::AccountRegistry::changed, this, &Workspace::accountsChanged);
    connect(&m_registry, &core::AccountRegistry::removed, this, &Workspace::accountsChanged);
}

Workspace::~Workspace()
{
    delete m_drafts; // which uses the keychain
    delete m_transfers;
    delete m_localCopies; // with the files, which nobody writes any more
}

void Workspace::applyPreferences()
{
    core::setTimeStyle(m_preferences->timeStyle());
    m_recents->setLasting(m_preferences->keepsHistory());
    m_transfers->setAtOnce(m_preferences->transfersAtOnce());
    m_outside->setStartFolder(m_preferences->transferFolder());
}

void Workspace::prepare(core::SessionOptions *options) const
{
    options->proxy = m_preferences->proxy();
    const auto given = m_given.find(options->account.id);
    if (given == m_given.end())
        return;
    options->timeout = given->timeout;
    options->retry = given->retry;
    options->tls = given->tls;
}

void Workspace::ask(const QUrl &url, std::function<void(bool)> answer) const
{
    if (m_hostAsker)
        m_hostAsker(url, std::move(answer));
    else
        answer(false);
}

core::Session *Workspace::open(const core::SessionOptions &options)
{
    core::Account account = options.account;
    account.developmentDeployment = options.developmentDeployment;
    const QString id = m_registry.add(account, options.credentials, core::AccountRegistry::Keep::ThisRun);
    if (id.isEmpty())
        return nullptr;
    const QString root = m_registry.find(id)->rootUrl;
    m_given.insert(id, options);
    m_preferred.insert(root, id);
    if (account.secret == core::Account::Secret::Demo) {
        m_demoRoot = root;
        m_recents->setTransientRoot(root);
    }
    return m_pool.session(id);
}

core::Session *Workspace::session(const core::Location &location)
{
    const core::Account *account = this->account(location);
    return account ? m_pool.session(QString(account->id)) : nullptr;
}

const core::Account *Workspace::account(const core::Location &location)
{
    const QString &root = location.rootUrl;
    if (root.isEmpty())
        return nullptr;
    for (const QString &id : { location.account, m_preferred.value(root) }) {
        const core::Account *named = m_registry.find(id);
        if (named && named->rootUrl == root)
            return named;
    }
    if (!m_registry.defaultAt(root) && isKnown(root))
        approve(root);
    return m_registry.defaultAt(root);
}

void Workspace::prefer(const QString &accountId)
{
    if (const core::Account *account = m_registry.find(accountId))
        m_preferred.insert(account->rootUrl, accountId);
    m_registry.setDefault(accountId);
    Q_EMIT accountsChanged(); // also where it was the default before
}

bool Workspace::isKnown(const QString &rootUrl) const
{
    const auto offered = wellKnown();
    const auto isOffered = [&rootUrl](const KnownDeployment &known) { return known.rootUrl == rootUrl; };
    return m_registry.defaultAt(rootUrl) || std::any_of(offered.begin(), offered.end(), isOffered);
}

void Workspace::approve(const QString &rootUrl)
{
    core::Account anonymous;
    anonymous.rootUrl = rootUrl;
    if (!m_registry.defaultAt(rootUrl))
        m_registry.add(anonymous, {});
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
        return then(session(core::Location::deployment(m_demoRoot)));
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
