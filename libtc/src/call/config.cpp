// SPDX-License-Identifier: MPL-2.0
#include <tc/config.h>

#include "util/makeerror.h"
#include "util/text.h"

#include <tc/environment.h>

namespace tc {

TaskclusterConfig::TaskclusterConfig(const QString &rootUrl)
{
    m_options.rootUrl = rootUrl;
}

TaskclusterConfig::TaskclusterConfig(ClientOptions options) : m_options(std::move(options)) { }

TaskclusterConfig::~TaskclusterConfig() = default;

Error TaskclusterConfig::authenticate(const Credentials &credentials)
{
    if (credentials.isAnonymous() && credentials != Credentials())
        return usageError(Text::tr("Credentials need a client id and an access token."));
    ClientOptions options = m_options;
    if (!credentials.isAnonymous())
        options.credentials = fixedCredentials(credentials);
    auto source = options.credentials ? Source::Explicit : Source::Anonymous;
    ClientOptions environment = optionsFromEnvironment();
    if (options.rootUrl.isEmpty())
        options.rootUrl = environment.rootUrl;
    if (source == Source::Anonymous && environment.credentials) {
        options.credentials = std::move(environment.credentials);
        source = Source::Environment;
    }
    if (source == Source::Anonymous) {
        if (auto proxied = optionsForTaskclusterProxy(options)) {
            use(std::move(*proxied.value), Source::TaskclusterProxy);
            return {};
        }
    }
    if (Error error = Client::checkRootUrl(options.rootUrl))
        return error;
    use(std::move(options), source);
    return {};
}

void TaskclusterConfig::use(ClientOptions options, Source source)
{
    if (m_clients.empty())
        m_clients.push_back(std::make_unique<Client>(std::move(options)));
    else
        m_clients.push_back(m_clients.back()->derive(std::move(options)));
    m_services.clear();
    m_source = source;
}

Client *TaskclusterConfig::client()
{
    if (m_clients.empty() && authenticate())
        use(m_options, Source::Undecided);
    return m_clients.back().get();
}

Reply<Json> *TaskclusterConfig::call(const ApiCall &call)
{
    return callByName(client(), call);
}

Reply<Json> *TaskclusterConfig::loadSecrets(const QString &name, const SecretsOptions &options)
{
    return tc::loadSecrets(client(), name, options);
}

} // namespace tc
