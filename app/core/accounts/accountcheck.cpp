// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/accountcheck.h"

#include "core/accounts/foundcredentials.h"

#include <tc/credentialcheck.h>

namespace core {

AccountCheck::AccountCheck(const SessionOptions &options, QObject *parent)
    : QObject(parent), m_account(options.account), m_client(std::make_unique<tc::Client>(clientOptions(options)))
{
}

AccountCheck::~AccountCheck() = default;

void AccountCheck::start()
{
    auto *check = new tc::CredentialCheck(m_client.get());
    check->onSuccess(this, [this](const tc::CredentialInformation &information) {
        m_information = information;
        Q_EMIT finished();
    });
    check->onFailure(this, [this](const tc::Error &error) {
        m_error = error;
        Q_EMIT finished();
    });
}

Account AccountCheck::account() const
{
    Account account = m_account;
    if (m_information.expiry.isValid())
        account.expires = m_information.expiry;
    if (account.isTemporary() && !m_information.issuer.isEmpty())
        account.issuer = m_information.issuer;
    return account;
}

} // namespace core
