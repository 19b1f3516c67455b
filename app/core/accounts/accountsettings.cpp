// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/accountsettings.h"

#include "core/navigation/location.h"

#include <QSettings>
#include <QStringList>

#include <algorithm>
#include <array>

namespace core {

using namespace Qt::StringLiterals;

namespace {

const auto group = u"accounts"_s;
const auto orderKey = u"order"_s;

struct SecretName {
    Account::Secret secret = Account::Secret::None;
    QLatin1StringView name;
};

// Those that last.
constexpr std::array secretNames { SecretName { Account::Secret::None, "none"_L1 },
    SecretName { Account::Secret::Keychain, "keychain"_L1 }, SecretName { Account::Secret::Gone, "gone"_L1 } };

const QStringList &kindNames()
{
    static const QStringList names { u"anonymous"_s, u"permanent"_s, u"temporary"_s, u"named"_s };
    return names;
}

const SecretName *nameOf(Account::Secret secret)
{
    const auto *found = std::find_if(
        std::begin(secretNames), std::end(secretNames), [secret](const auto &each) { return each.secret == secret; });
    return found == std::end(secretNames) ? nullptr : found;
}

void saveAccount(QSettings &settings, const Account &account)
{
    settings.beginGroup(account.id);
    settings.setValue(u"rootUrl"_s, account.rootUrl);
    settings.setValue(u"clientId"_s, account.clientId);
    settings.setValue(u"secret"_s, QString(nameOf(account.secret)->name));
    settings.setValue(u"kind"_s, kindNames().value(static_cast<int>(account.kind)));
    settings.setValue(u"name"_s, account.name);
    settings.setValue(u"colour"_s, account.colour);
    settings.setValue(u"issuer"_s, account.issuer);
    settings.setValue(u"expires"_s, account.expires.toString(Qt::ISODateWithMs));
    settings.setValue(u"minted"_s, account.isMinted);
    settings.setValue(u"default"_s, account.isDefault);
    settings.setValue(u"development"_s, account.developmentDeployment);
    settings.endGroup();
}

bool loadAccount(QSettings &settings, const QString &id, Account *account)
{
    settings.beginGroup(id);
    const QString secret = settings.value(u"secret"_s).toString();
    const auto *found = std::find_if(
        std::begin(secretNames), std::end(secretNames), [&secret](const auto &each) { return secret == each.name; });
    const qsizetype kind = kindNames().indexOf(settings.value(u"kind"_s).toString());
    account->id = id;
    account->rootUrl = normalizedRoot(QUrl(settings.value(u"rootUrl"_s).toString()));
    account->clientId = settings.value(u"clientId"_s).toString();
    account->name = settings.value(u"name"_s).toString();
    account->colour = qBound(0, settings.value(u"colour"_s).toInt(), accountColours - 1);
    account->issuer = settings.value(u"issuer"_s).toString();
    account->expires = QDateTime::fromString(settings.value(u"expires"_s).toString(), Qt::ISODateWithMs).toUTC();
    account->isMinted = settings.value(u"minted"_s).toBool();
    account->isDefault = settings.value(u"default"_s).toBool();
    account->developmentDeployment = settings.value(u"development"_s).toBool();
    settings.endGroup();
    if (found == std::end(secretNames) || kind < 0 || account->rootUrl.isEmpty())
        return false;
    account->secret = found->secret;
    account->kind = static_cast<Account::Kind>(kind);
    return (account->secret == Account::Secret::None) == account->clientId.isEmpty();
}

} // namespace

void saveAccounts(QSettings &settings, const QList<Account> &accounts)
{
    settings.beginGroup(group);
    QStringList order;
    for (const Account &account : accounts) {
        if (!nameOf(account.secret))
            continue;
        order += account.id;
        saveAccount(settings, account);
    }
    // Entries that a later version wrote and this one does not understand.
    const QStringList before = settings.value(orderKey).toStringList();
    for (const QString &id : before) {
        if (!order.contains(id))
            order += id;
    }
    settings.setValue(orderKey, order);
    settings.endGroup();
}

void removeAccount(QSettings &settings, const QString &id)
{
    settings.beginGroup(group);
    QStringList order = settings.value(orderKey).toStringList();
    order.removeAll(id);
    settings.setValue(orderKey, order);
    settings.remove(id);
    settings.endGroup();
}

QList<Account> loadAccounts(QSettings &settings)
{
    QList<Account> accounts;
    settings.beginGroup(group);
    const QStringList order = settings.value(orderKey).toStringList();
    for (const QString &id : order) {
        Account account;
        if (loadAccount(settings, id, &account))
            accounts += account;
    }
    settings.endGroup();
    return accounts;
}

} // namespace core
