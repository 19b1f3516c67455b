// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/signinscopes.h"

#include <tc/scopes.h>

#include <QCoreApplication>

namespace core {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::SignInScopes)
};

// What the pages read. Most deployments let everybody do this; not all.
const QStringList &reading()
{
    static const QStringList scopes { u"auth:current-scopes"_s, u"auth:expand-scopes"_s, u"auth:get-client:*"_s,
        u"auth:get-role:*"_s, u"auth:list-clients"_s, u"auth:list-roles"_s, u"hooks:get:*"_s, u"hooks:list-hooks:*"_s,
        u"hooks:list-last-fires:*"_s, u"hooks:status:*"_s, u"index:find-task:*"_s, u"index:list-namespaces:*"_s,
        u"index:list-tasks:*"_s, u"queue:claimed-count:*"_s, u"queue:claimed-list:*"_s,
        u"queue:get-artifact:public/*"_s, u"queue:get-task:*"_s, u"queue:get-task-queue:*"_s, u"queue:get-worker:*"_s,
        u"queue:list-artifacts:*"_s, u"queue:list-dependent-tasks:*"_s, u"queue:list-task-group:*"_s,
        u"queue:list-task-queues"_s, u"queue:list-workers:*"_s, u"queue:pending-count:*"_s, u"queue:pending-list:*"_s,
        u"queue:status:*"_s, u"web:read-pulse"_s, u"worker-manager:get-worker:*"_s,
        u"worker-manager:get-worker-pool:*"_s, u"worker-manager:list-worker-pool-errors:*"_s,
        u"worker-manager:list-worker-pools"_s, u"worker-manager:list-workers:*"_s };
    return scopes;
}

const QStringList &developing()
{
    static const QStringList scopes { u"assume:scheduler-id:*"_s, u"hooks:trigger-hook:*"_s, u"in-tree:hook-action:*"_s,
        u"index:insert-task:*"_s, u"purge-cache:*"_s, u"queue:cancel-task"_s, u"queue:cancel-task:*"_s,
        u"queue:cancel-task-group:*"_s, u"queue:cancel-task-in-project:*"_s, u"queue:change-task-group-priority:*"_s,
        u"queue:change-task-priority:*"_s, u"queue:change-task-priority-in-queue:*"_s, u"queue:create-artifact:*"_s,
        u"queue:create-task:*"_s, u"queue:get-artifact:*"_s, u"queue:rerun-task"_s, u"queue:rerun-task:*"_s,
        u"queue:rerun-task-in-project:*"_s, u"queue:route:*"_s, u"queue:schedule-task"_s, u"queue:schedule-task:*"_s,
        u"queue:schedule-task-in-project:*"_s, u"queue:scheduler-id:*"_s, u"queue:seal-task-group:*"_s,
        u"secrets:get:*"_s, u"secrets:list-secrets"_s, u"secrets:set:*"_s };
    return scopes;
}

} // namespace

QStringList signInScopes(SignInScopes choice)
{
    switch (choice) {
    case SignInScopes::ReadOnly:
        return reading();
    case SignInScopes::Developer:
        return tc::scopes::united(reading(), developing());
    case SignInScopes::Everything:
        return { u"*"_s };
    case SignInScopes::Custom:
        break;
    }
    return {};
}

tc::Result<QStringList> parseScopeLines(const QString &text)
{
    tc::Result<QStringList> result;
    result.value.emplace();
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString scope = lines.at(i).trimmed();
        if (scope.isEmpty())
            continue;
        if (!tc::scopes::isValid(scope)) {
            result.value.reset();
            result.error.kind = tc::ErrorKind::Usage;
            result.error.message = Texts::tr("Line %1 is no scope: scopes are printable ASCII.").arg(i + 1);
            return result;
        }
        if (!result.value->contains(scope))
            result.value->append(scope);
    }
    return result;
}

} // namespace core
