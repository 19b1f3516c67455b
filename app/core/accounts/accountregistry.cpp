// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/accountregistry.h"

#include "core/accounts/accountsettings.h"
#include "core/navigation/location.h"
#include "core/util/errorof.h"

#include <QPointer>
#include <QSettings>
#include <QUuid>

#include <algorithm>
#include <array>

namespace core {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// How often what could not be thrown away is tried again, and how long a timer runs at most: clocks are set.
constexpr auto lookAgain = 10min;

class AccountCredentials : public tc::CredentialProvider
{
public:
    AccountCredentials(AccountRegistry *registry, QString id) : m_registry(registry), m_id(std::move(id)) { }

    void provide(Answer answer) override
    {
        if (m_registry)
            return m_registry->provide(m_id, std::move(answer));
        answer({ {}, errorOf(tc::ErrorKind::Cancelled) });
    }

private:
    QPointer<AccountRegistry> m_registry;
    QString m_id;
};

tc::Error accountError(const QString &code, const QString &message)
{
    return errorOf(tc::ErrorKind::Usage, message, code);
}

} // namespace

AccountRegistry::AccountRegistry(QSettings *settings, SecretStore *keychain, QObject *parent)
    : QObject(parent), m_settings(settings), m_accounts(loadAccounts(*settings)), m_secrets(keychain)
{
    connect(&m_secrets, &AccountSecrets::stateChanged, this, &AccountRegistry::stateChanged);
    m_runOut.setSingleShot(true);
    connect(&m_runOut, &QTimer::timeout, this, &AccountRegistry::throwAwayRunOut);
    planThrowAway();
}

AccountRegistry::~AccountRegistry() = default;

const Account *AccountRegistry::find(const QString &id) const
{
    const auto found = std::find_if(
        m_accounts.begin(), m_accounts.end(), [&id](const Account &account) { return account.id == id; });
    return found == m_accounts.end() ? nullptr : &*found;
}

Account *AccountRegistry::edit(const QString &id)
{
    const auto found = std::find_if(
        m_accounts.begin(), m_accounts.end(), [&id](const Account &account) { return account.id == id; });
    return found == m_accounts.end() ? nullptr : &*found;
}

QList<Account> AccountRegistry::at(const QString &rootUrl) const
{
    QList<Account> result;
    std::copy_if(m_accounts.begin(), m_accounts.end(), std::back_inserter(result),
        [&rootUrl](const Account &account) { return account.rootUrl == rootUrl; });
    return result;
}

const Account *AccountRegistry::defaultAt(const QString &rootUrl) const
{
    const Account *result = nullptr;
    for (const Account &account : m_accounts) {
        if (account.rootUrl == rootUrl && (!result || (account.isDefault && !result->isDefault)))
            result = &account;
    }
    return result;
}

// Temporary credentials are never the same account: each has an end of its own.
const Account *AccountRegistry::sameClient(const Account &account) const
{
    const auto isKept = [](const Account &each) {
        return each.secret == Account::Secret::Keychain || each.secret == Account::Secret::Memory;
    };
    for (const Account &other : m_accounts) {
        if (other.rootUrl == account.rootUrl && other.clientId == account.clientId && !other.isTemporary()
            && !account.isTemporary() && (other.secret == account.secret || (isKept(other) && isKept(account))))
            return &other;
    }
    return nullptr;
}

int AccountRegistry::freeColour() const
{
    std::array<int, accountColours> used {};
    for (const Account &account : m_accounts)
        ++used.at(static_cast<size_t>(account.colour));
    return static_cast<int>(std::min_element(used.begin(), used.end()) - used.begin());
}

QString AccountRegistry::add(Account account, const tc::Credentials &credentials, Keep keep)
{
    account.rootUrl = normalizedRoot(QUrl(account.rootUrl));
    if (account.rootUrl.isEmpty())
        return {};
    if (credentials.isAnonymous()) {
        account.clientId.clear();
        account.kind = Account::Kind::Anonymous;
        account.secret = Account::Secret::None;
    } else {
        account.clientId = credentials.clientId;
        if (account.secret != Account::Secret::Environment && account.secret != Account::Secret::Demo)
            account.secret = Account::Secret::Memory;
    }
    if (const Account *same = sameClient(account)) {
        QString id = same->id;
        if (!credentials.isAnonymous())
            setCredentials(id, credentials);
        return id;
    }
    account.id = QUuid::createUuid().toString(QUuid::Id128);
    account.colour = freeColour();
    account.isDefault = !defaultAt(account.rootUrl);
    m_accounts += account;
    if (!credentials.isAnonymous())
        m_secrets.put(account.id, credentials);
    write();
    planThrowAway();
    Q_EMIT added(account.id);
    if (account.secret == Account::Secret::Memory && keep == Keep::Keychain)
        save(account.id);
    return account.id;
}

void AccountRegistry::rename(const QString &id, const QString &name)
{
    Account *account = edit(id);
    if (!account || account->name == name)
        return;
    account->name = name;
    write();
    Q_EMIT changed(id);
}

void AccountRegistry::setColour(const QString &id, int colour)
{
    Account *account = edit(id);
    if (!account || account->colour == colour || colour < 0 || colour >= accountColours)
        return;
    account->colour = colour;
    write();
    Q_EMIT changed(id);
}

void AccountRegistry::setDefault(const QString &id)
{
    const Account *chosen = find(id);
    if (!chosen)
        return;
    const QString root = chosen->rootUrl;
    QStringList touched;
    for (Account &account : m_accounts) {
        if (account.rootUrl != root || account.isDefault == (account.id == id))
            continue;
        account.isDefault = !account.isDefault;
        touched += account.id;
    }
    if (!touched.isEmpty())
        write();
    for (const QString &each : std::as_const(touched))
        Q_EMIT changed(each);
}

void AccountRegistry::setExpiry(const QString &id, const QDateTime &expires)
{
    Account *account = edit(id);
    if (!account || account->expires == expires)
        return;
    account->expires = expires;
    write();
    planThrowAway();
    Q_EMIT changed(id);
}

void AccountRegistry::setCredentials(const QString &id, const tc::Credentials &credentials)
{
    const Account *account = find(id);
    if (!account || credentials.clientId != account->clientId || credentials.isAnonymous())
        return;
    const bool lasts = account->secret == Account::Secret::Keychain || account->secret == Account::Secret::Memory;
    m_secrets.put(id, credentials);
    Q_EMIT changed(id);
    if (lasts)
        save(id);
}

void AccountRegistry::keep(const QString &id)
{
    m_secrets.allowQuestion();
    const Account *account = find(id);
    if (account && m_secrets.state(id).phase == SecretState::Phase::Ready)
        save(id);
}

void AccountRegistry::save(const QString &id)
{
    // A copy: what ends at once may change the list.
    const Account account = *find(id);
    m_secrets.save(account, [guard = QPointer(this), account](const SecretOutcome &outcome) {
        if (guard)
            guard->saved(account, outcome);
    });
}

void AccountRegistry::saved(const Account &before, const SecretOutcome &outcome)
{
    const QString id = before.id;
    Account *account = edit(id);
    if (!account) {
        // Forgotten while it was on its way: nothing shall be left of it.
        if (outcome)
            m_secrets.erase(before, SecretStore::Unlock::Never, [](const SecretOutcome &) {});
        return;
    }
    if (outcome && account->secret == Account::Secret::Memory) {
        account->secret = Account::Secret::Keychain;
        write();
        Q_EMIT changed(id);
    }
    Q_EMIT secretKept(id, outcome);
}

void AccountRegistry::unlock(const QString &id)
{
    m_secrets.allowQuestion();
    provide(id, [](const tc::Result<tc::Credentials> &) {});
}

void AccountRegistry::remove(const QString &id, Ended ended)
{
    const Account *account = find(id);
    // What is on its way into the keychain is removed behind it: the keychain does one thing after the other.
    const bool isInKeychain = account && (account->secret == Account::Secret::Keychain || m_secrets.state(id).isSaving);
    if (!isInKeychain) {
        SecretOutcome done;
        done.status = SecretOutcome::Status::Done;
        drop(id);
        if (ended)
            ended(done);
        return;
    }
    m_secrets.allowQuestion();
    m_secrets.erase(*account, SecretStore::Unlock::Ask,
        [guard = QPointer(this), id, ended = std::move(ended)](const SecretOutcome &outcome) {
            if (guard && outcome)
                guard->drop(id);
            if (ended)
                ended(outcome);
        });
}

void AccountRegistry::forget(const QString &id)
{
    drop(id);
}

QString AccountRegistry::keyInKeychain(const QString &id) const
{
    const Account *account = find(id);
    return account && account->secret == Account::Secret::Keychain ? AccountSecrets::keyOf(*account) : QString();
}

void AccountRegistry::drop(const QString &id)
{
    const Account *account = find(id);
    if (!account)
        return;
    const bool wasDefault = account->isDefault;
    const QString root = account->rootUrl;
    m_accounts.removeIf([&id](const Account &each) { return each.id == id; });
    removeAccount(*m_settings, id);
    m_secrets.forget(id);
    Q_EMIT removed(id);
    const Account *next = wasDefault ? defaultAt(root) : nullptr;
    if (next)
        setDefault(QString(next->id));
}

std::shared_ptr<tc::CredentialProvider> AccountRegistry::provider(const QString &id)
{
    return std::make_shared<AccountCredentials>(this, id);
}

void AccountRegistry::provide(const QString &id, AccountSecrets::Answer answer)
{
    const Account *account = find(id);
    if (!account) {
        return answer({ {},
            accountError(
                u"AccountRemoved"_s, tr("The account was removed. Choose another one for this deployment.")) });
    }
    if (account->secret == Account::Secret::None)
        return answer({ tc::Credentials(), {} });
    if (account->hasRunOut()) {
        return answer({ {},
            accountError(u"CredentialsExpired"_s,
                tr("The temporary credentials of this account have run out. Make new ones, or choose another "
                   "account.")) });
    }
    m_secrets.provide(*account, std::move(answer));
}

void AccountRegistry::write()
{
    saveAccounts(*m_settings, m_accounts);
}

void AccountRegistry::planThrowAway()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::chrono::milliseconds wait = lookAgain;
    bool isAny = false;
    for (const Account &account : std::as_const(m_accounts)) {
        if (!account.isMinted || account.secret == Account::Secret::Gone || !account.expires.isValid())
            continue;
        isAny = true;
        // What has run out already is due now, unless it was tried just before.
        if (!account.hasRunOut(now) || !m_throwingAway.contains(account.id))
            wait = std::min(wait, std::max(std::chrono::milliseconds(now.msecsTo(account.expires)), 0ms));
    }
    if (isAny)
        m_runOut.start(wait + 1ms);
    else
        m_runOut.stop();
}

void AccountRegistry::throwAwayRunOut()
{
    const QList<Account> accounts = m_accounts;
    m_throwingAway.clear();
    for (const Account &account : accounts) {
        if (account.isMinted && account.hasRunOut() && account.secret != Account::Secret::Gone)
            throwAway(account);
    }
    planThrowAway();
}

void AccountRegistry::throwAway(const Account &account)
{
    const auto gone = [guard = QPointer(this), id = account.id](const SecretOutcome &outcome) {
        Account *gonee = guard ? guard->edit(id) : nullptr;
        if (!gonee || !outcome)
            return; // tried again later
        gonee->secret = Account::Secret::Gone;
        guard->m_secrets.forget(id);
        guard->write();
        Q_EMIT guard->changed(id);
        Q_EMIT guard->ranOut(id);
    };
    m_throwingAway += account.id;
    SecretOutcome done;
    done.status = SecretOutcome::Status::Done;
    if (account.secret == Account::Secret::Keychain || m_secrets.state(account.id).isSaving)
        m_secrets.erase(account, SecretStore::Unlock::Never, gone); // nobody wants a question out of the blue
    else
        gone(done);
}

} // namespace core
