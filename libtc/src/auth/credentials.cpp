// SPDX-License-Identifier: MPL-2.0
#include <tc/credentials.h>

#include <utility>

namespace tc {

namespace {

class FixedCredentials : public CredentialProvider
{
public:
    explicit FixedCredentials(Credentials credentials) : m_credentials(std::move(credentials)) { }

    void provide(Answer answer) override { answer({ m_credentials, {} }); }

private:
    Credentials m_credentials;
};

} // namespace

CredentialProvider::~CredentialProvider() = default;

std::shared_ptr<CredentialProvider> fixedCredentials(Credentials credentials)
{
    return std::make_shared<FixedCredentials>(std::move(credentials));
}

} // namespace tc
