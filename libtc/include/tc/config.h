// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/apicall.h>
#include <tc/secretsloader.h>

#include <map>
#include <memory>
#include <type_traits>
#include <vector>

namespace tc {

/// The one place where a program says which Taskcluster it uses and as whom. Made early, as a global for example: it
/// makes nothing and reads nothing until it is asked for a client. Parts of the program then take their services here.
///
/// Credentials are those that authenticate() or the options give, else the environment's (TASKCLUSTER_CLIENT_ID,
/// TASKCLUSTER_ACCESS_TOKEN, TASKCLUSTER_CERTIFICATE), else a task's taskcluster-proxy, else none. The root URL is that
/// of the options, else TASKCLUSTER_ROOT_URL, except that a taskcluster-proxy is the root URL itself.
///
/// Used on one thread, on which its clients live; they belong to it.
class TaskclusterConfig
{
public:
    /// Whose credentials are in use.
    enum class Source { Undecided, Explicit, Environment, TaskclusterProxy, Anonymous };

    /// Empty takes the root URL from the environment.
    explicit TaskclusterConfig(const QString &rootUrl = {});
    /// The same with more to say, for example another number of retries.
    explicit TaskclusterConfig(ClientOptions options);
    ~TaskclusterConfig();
    Q_DISABLE_COPY_MOVE(TaskclusterConfig)

    /// Decides on credentials now; default ones stand for looking further. May be called again: what was taken before
    /// goes on as it was, what is taken from then on has the new credentials. A Usage error, which changes nothing, for
    /// credentials of which one half is missing, and where nothing gives a root URL.
    Error authenticate(const Credentials &credentials = {});
    Source source() const { return m_source; }

    /// Never null. Decides on credentials first, unless that was done; without a root URL every call then says so.
    Client *client();

    /// A service by its class: `config.service<tc::Queue>()->ping()`. The same object each time.
    template <typename S>
    S *service()
    {
        static_assert(std::is_base_of_v<Service, S>, "S is one of the generated services");
        Client *const owner = client();
        Service *&made = m_services[&S::staticMetaObject];
        if (!made)
            made = new S(owner, owner);
        return static_cast<S *>(made);
    }

    /// Any method of any service by name: see callByName().
    Reply<Json> *call(const ApiCall &call);
    /// See tc::loadSecrets().
    Reply<Json> *loadSecrets(const QString &name, const SecretsOptions &options = {});

private:
    void use(ClientOptions options, Source source);

    ClientOptions m_options;
    Source m_source = Source::Undecided;
    std::vector<std::unique_ptr<Client>> m_clients; ///< the last one is in use
    std::map<const QMetaObject *, Service *> m_services; ///< of the last client, which owns them
};

} // namespace tc
