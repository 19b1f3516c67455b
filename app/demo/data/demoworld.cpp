// SPDX-License-Identifier: MPL-2.0
#include "demo/data/demoworld.h"

#include "demo/data/groupsource.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qint64 kDay = 24LL * 3600 * 1000;

AuthClient makeClient(
    const DemoCredentials &credentials, const QString &description, const QStringList &scopes, qint64 now)
{
    AuthClient client;
    client.clientId = credentials.clientId;
    client.accessToken = credentials.accessToken;
    client.description = description;
    client.created = now - 200 * kDay;
    client.expires = now + 300 * kDay;
    client.lastUsed = now - kDay / 2;
    client.scopes = scopes;
    return client;
}

void addClients(DemoState &state, qint64 now)
{
    const auto add = [&state](const AuthClient &client) { state.clients.insert(client.clientId, client); };
    add(makeClient(
        adminCredentials(), u"May do **everything** in the demo"_s, { u"assume:project:demo:admin"_s }, now));
    add(makeClient(readOnlyCredentials(), u"May look, and may read private artifacts of nobody"_s,
        { u"assume:project:demo:reader"_s }, now));
    AuthClient disabled = makeClient(disabledCredentials(), u"Disabled by an administrator"_s, { u"queue:*"_s }, now);
    disabled.disabled = true;
    add(disabled);
    AuthClient expired = makeClient(expiredCredentials(), u"Has expired"_s, { u"queue:*"_s }, now);
    expired.expires = now - kDay;
    add(expired);
    for (int i = 0; i < 40; ++i) {
        const QString id = u"project/bulk/client-%1"_s.arg(i, 4, 10, QLatin1Char('0'));
        AuthClient client
            = makeClient({ id, id + u"-token" }, u"One of many clients"_s, { u"bulk:scope-%1:*"_s.arg(i) }, now);
        client.lastUsed = now - i * 5 * kDay;
        add(client);
    }
}

// How it all came to be.
void addAudit(DemoState &state, qint64 now)
{
    const QString root = u"static/taskcluster/root"_s;
    const QString admin = adminCredentials().clientId;
    const auto add = [&state](const QString &who, const char *what, qint64 when, const QString &id, const char *kind) {
        state.audit.push_back({ who, QString::fromLatin1(what), when, id, QString::fromLatin1(kind) });
    };
    for (const AuthRole &role : std::as_const(state.roles))
        add(root, "created", role.created, role.roleId, "role");
    for (const AuthClient &client : std::as_const(state.clients))
        add(root, "created", client.created, client.clientId, "client");
    for (auto secret = state.secrets.cbegin(); secret != state.secrets.cend(); ++secret)
        add(admin, "created", now - 100 * kDay, secret.key(), "secret");
    add(admin, "updated", now - 21 * kDay, u"project:demo:reader"_s, "role");
    add(admin, "updated", now - 20 * kDay, readOnlyCredentials().clientId, "client");
    add(admin, "client disabled", now - 9 * kDay, disabledCredentials().clientId, "client");
    add(admin, "updated", now - 3 * kDay, u"project/demo/deploy"_s, "secret");
    std::stable_sort(state.audit.begin(), state.audit.end(),
        [](const AuditEntry &a, const AuditEntry &b) { return a.created < b.created; });
}

QStringList anonymousScopes()
{
    return { u"auth:current-scopes"_s, u"auth:expand-scopes"_s, u"auth:get-client:*"_s, u"auth:get-role:*"_s,
        u"auth:list-clients"_s, u"auth:list-roles"_s, u"hooks:get:*"_s, u"hooks:list-hooks:*"_s, u"hooks:status:*"_s,
        u"index:find-task:*"_s, u"index:list-namespaces:*"_s, u"index:list-tasks:*"_s,
        u"purge-cache:all-purge-requests"_s, u"queue:get-artifact:public/*"_s, u"queue:get-task:*"_s,
        u"queue:list-artifacts:*"_s, u"queue:list-dependent-tasks:*"_s, u"queue:list-task-group:*"_s,
        u"queue:list-task-queues"_s, u"queue:pending-count:*"_s, u"queue:claimed-count:*"_s, u"queue:status:*"_s,
        u"web:read-pulse"_s, u"worker-manager:list-worker-pools"_s, u"worker-manager:list-workers:*"_s };
}

void addRoles(DemoState &state, qint64 now)
{
    const auto add = [&](const QString &roleId, const QString &description, const QStringList &scopes) {
        state.roles.insert(roleId, { roleId, description, now - 300 * kDay, scopes });
    };
    add(u"anonymous"_s, u"What everybody may do, signed in or not"_s, anonymousScopes());
    add(u"project:demo:admin"_s, u"Administrators of the demo"_s, { u"*"_s });
    add(u"project:demo:reader"_s, u"People who look"_s,
        { u"queue:list-task-group:*"_s, u"secrets:get:project/demo/public/*"_s });
    add(u"project:demo:auditor"_s, u"Who sees what was changed, and by whom"_s,
        { u"auth:audit-history:*"_s, u"auth:client-audit-history:*"_s });
    add(u"project:demo:secrets"_s, u"Who looks after the project's secrets"_s,
        { u"secrets:list-secrets"_s, u"secrets:get:project/demo/*"_s, u"secrets:set:project/demo/*"_s });
    add(u"hook-id:demo/*"_s, u"Hooks of the demo"_s, { u"assume:project:demo:reader"_s, u"queue:route:demo.<..>"_s });
    add(u"repo:hg.example.org/integration/autoland:*"_s, u"Tasks of the repository"_s,
        { u"queue:scheduler-id:gecko-level-3"_s, u"queue:create-task:highest:gecko-t/*"_s,
            u"queue:route:index.gecko.v2.*"_s });
    for (int i = 0; i < 30; ++i)
        add(u"project:bulk:role-%1"_s.arg(i, 4, 10, QLatin1Char('0')), u"One of many roles"_s,
            { u"bulk:scope-%1:*"_s.arg(i), u"bulk:shared"_s });
}

void addSecrets(DemoState &state, int bulk, qint64 now)
{
    const auto add = [&](const QString &name, const QJsonObject &secret, qint64 expires) {
        state.secrets.insert(name, { secret, expires });
    };
    add(u"project/demo/prod-config"_s,
        { { u"common"_s,
              QJsonObject {
                  { u"environment"_s, u"production"_s }, { u"remote_log"_s, u"https://log.example.com/payload"_s } } },
            { u"backend"_s, QJsonObject { { u"bugzilla_token"_s, u"demo-value-of-no-use-elsewhere"_s } } },
            { u"task"_s, QJsonObject { { u"backend_url"_s, u"https://backend.example.com"_s } } } },
        now + 300 * kDay);
    add(u"project/demo/public/greeting"_s, { { u"text"_s, u"Hello ☃\nin two lines"_s } }, now + 30 * kDay);
    add(u"project/demo/deploy"_s,
        { { u"key"_s, u"demo-value-of-no-use-elsewhere"_s }, { u"hosts"_s, QJsonArray { u"a"_s, u"b"_s } },
            { u"retries"_s, 3 }, { u"nothing"_s, QJsonValue() } },
        now + 2 * kDay);
    add(u"project/demo/expired"_s, { { u"key"_s, u"gone"_s } }, now - kDay);
    for (int i = 0; i < bulk; ++i)
        add(u"project/bulk/secret-%1"_s.arg(i, 4, 10, QLatin1Char('0')), { { u"i"_s, i } }, now + 300 * kDay);
}

void addIndex(DemoState &state, qint64 now)
{
    const auto add = [&](const QString &path, const QString &taskId, int rank, const QJsonObject &data = {}) {
        state.index.insert(path, { taskId, double(rank), data, now + 300 * kDay });
    };
    const QString push = u"gecko.v2.autoland.latest."_s;
    add(push + u"taskgraph.decision", GroupSource::taskId(kMediumGroup, 0), 1795290000);
    add(push + u"taskgraph.actions", GroupSource::taskId(kSmallGroup, 0), 1795290000);
    add(u"gecko.v2.try.latest.taskgraph.decision"_s, GroupSource::taskId(kLargeGroup, 0), 1795290001);
    // Builds by platform, as their routes say.
    for (int index = kMediumGroup / 10; index < kMediumGroup / 5; ++index) {
        const DemoTask *task = state.task(GroupSource::taskId(kMediumGroup, index));
        const QStringList routes = DemoState::definition(*task).routes;
        for (const QString &route : routes) {
            if (route.startsWith(u"index."))
                add(route.mid(6), task->status.taskId, index, { { u"index"_s, index } });
        }
    }
    for (int i = 0; i < 60; ++i)
        add(u"demo.v1.bulk.entry-%1"_s.arg(i, 4, 10, QLatin1Char('0')), GroupSource::taskId(kMediumGroup, i), i,
            { { u"i"_s, i } });
    add(u"demo-top"_s, GroupSource::taskId(kSmallGroup, 0), 0);
}

} // namespace

DemoCredentials adminCredentials()
{
    return { u"project/demo/admin"_s, u"demo-admin-token-of-no-use-elsewhere-00000"_s };
}

DemoCredentials readOnlyCredentials()
{
    return { u"project/demo/reader"_s, u"demo-reader-token-of-no-use-elsewhere-0000"_s };
}

DemoCredentials disabledCredentials()
{
    return { u"project/demo/disabled"_s, u"demo-disabled-token-of-no-use-elsewhere-00"_s };
}

DemoCredentials expiredCredentials()
{
    return { u"project/demo/expired"_s, u"demo-expired-token-of-no-use-elsewhere-000"_s };
}

DemoState makeWorld(quint64 seed, qint64 now, int bulkSecrets)
{
    DemoState state;
    for (const int size : { kSmallGroup, kMediumGroup, kLargeGroup })
        std::make_shared<GroupSource>(size, seed, now)->addTo(state);
    addClients(state, now);
    addRoles(state, now);
    addIndex(state, now);
    addSecrets(state, bulkSecrets, now);
    addAudit(state, now);
    state.pages.insert(u"/reference/report.html"_s,
        { u"text/html"_s,
            Content::of("<!doctype html>\n<title>Report</title>\n<p>A page outside of the artifact storage.</p>\n") });
    return state;
}

} // namespace demo
