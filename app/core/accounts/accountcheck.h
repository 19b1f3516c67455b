// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/session.h"

#include <tc/temporarycredentials.h>

namespace core {

/// Tries credentials at a deployment, before they are kept: what they are, whether they work, what they may do.
class AccountCheck : public QObject
{
    Q_OBJECT

public:
    /// Only what \a options say is used; nothing is kept.
    explicit AccountCheck(const SessionOptions &options, QObject *parent = nullptr);
    ~AccountCheck() override;

    /// Asks the deployment; finished() comes exactly once, never from inside this call.
    void start();

    /// Why nobody knows whether they work: no reply, a certificate that cannot be read, a malformed root URL.
    const tc::Error &error() const { return m_error; }
    /// What the deployment said; credentials that it refuses are not active, and inactiveReason says why.
    const tc::CredentialInformation &information() const { return m_information; }
    /// Whether they work now.
    bool isUsable() const { return !m_error && m_information.active; }
    /// The account that was tried, with what was learnt about it.
    Account account() const;

Q_SIGNALS:
    void finished();

private:
    Account m_account;
    std::unique_ptr<tc::Client> m_client;
    tc::Error m_error;
    tc::CredentialInformation m_information;
};

} // namespace core
