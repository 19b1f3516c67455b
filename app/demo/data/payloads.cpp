// SPDX-License-Identifier: MPL-2.0
#include "demo/data/payloads.h"

#include "demo/util/jsonwriter.h"
#include "demo/util/slugs.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

QString revisionOf(quint64 seed)
{
    QString hex;
    for (quint64 part = 0; part < 3; ++part)
        hex += QString::number(mix(seed, 5, part), 16).rightJustified(16, u'0');
    return hex.left(40);
}

QJsonArray strings(const QStringList &list)
{
    return QJsonArray::fromStringList(list);
}

QString fetches(const QString &taskId)
{
    return u"[{\"artifact\": \"minidump-stackwalk.tar.zst\", \"extract\": true, \"task\": \"%1\"}]"_s.arg(taskId);
}

QJsonObject environment(const TaskDefinition &task, const TaskPlan &plan, const QString &revision)
{
    QJsonObject env = {
        { u"GECKO_HEAD_REV"_s, revision },
        { u"MOZ_SCM_LEVEL"_s, u"3"_s },
        { u"TASKCLUSTER_CACHES"_s, u"/builds/worker/checkouts;/builds/worker/.cache"_s },
    };
    env.insert(u"MOZ_FETCHES"_s, fetches(task.taskGroupId));
    if (plan.kind == TaskKind::Test || plan.kind == TaskKind::Perf) {
        env.insert(u"MOZHARNESS_SCRIPT"_s, u"desktop_unittest.py"_s);
    }
    return env;
}

QJsonArray command(const TaskPlan &plan)
{
    QStringList words
        = { u"/builds/worker/bin/run-task"_s, u"--gecko-checkout=/builds/worker/checkouts/gecko"_s, u"--"_s };
    if (plan.kind == TaskKind::Test || plan.kind == TaskKind::Perf) {
        words += { u"/builds/worker/bin/test-linux.sh"_s, u"--test-suite="_s + suiteOf(plan),
            u"--this-chunk=%1"_s.arg(plan.chunk) };
    } else {
        words += { u"/builds/worker/checkouts/gecko/taskcluster/scripts/builder/build-linux.sh"_s, u"--config"_s,
            u"builds/releng_base_firefox.py"_s };
    }
    return platformOf(plan).genericWorker ? QJsonArray { QJsonArray { words.join(u' ') } } : strings(words);
}

QJsonObject payload(const TaskDefinition &task, const TaskPlan &plan, const QString &revision)
{
    QJsonObject payload = {
        { u"command"_s, command(plan) },
        { u"env"_s, environment(task, plan, revision) },
        { u"maxRunTime"_s, plan.kind == TaskKind::Build ? 7200 : 3600 },
    };
    const QString expires = isoDate(task.expires);
    if (platformOf(plan).genericWorker) {
        const auto entry = [&expires](const QString &name, const QString &path) {
            return QJsonObject { { u"expires"_s, expires }, { u"name"_s, name }, { u"path"_s, path },
                { u"type"_s, u"directory"_s } };
        };
        payload.insert(u"artifacts"_s, QJsonArray { entry(u"public/test_info"_s, u"build/blobber_upload_dir"_s) });
        payload.insert(u"mounts"_s,
            QJsonArray { QJsonObject {
                { u"cacheName"_s, u"gecko-level-3-checkouts-hg58"_s }, { u"directory"_s, u"build"_s } } });
        payload.insert(u"osGroups"_s, QJsonArray());
        payload.insert(u"features"_s, QJsonObject { { u"taskclusterProxy"_s, true }, { u"chainOfTrust"_s, true } });
        return payload;
    }
    const auto entry = [&expires](const QString &path) {
        return QJsonObject { { u"expires"_s, expires }, { u"path"_s, path }, { u"type"_s, u"directory"_s } };
    };
    payload.insert(u"artifacts"_s,
        QJsonObject { { u"public/test_info/"_s, entry(u"/builds/worker/workspace/build/blobber_upload_dir/"_s) } });
    payload.insert(u"cache"_s,
        QJsonObject { { u"gecko-level-3-checkouts-hg58-v3-5ddf5ac4e9d0b2f6"_s, u"/builds/worker/checkouts"_s } });
    payload.insert(u"features"_s, QJsonObject { { u"taskclusterProxy"_s, true }, { u"chainOfTrust"_s, true } });
    payload.insert(u"image"_s,
        QJsonObject { { u"path"_s, u"public/image.tar.zst"_s }, { u"taskId"_s, task.taskGroupId },
            { u"type"_s, u"task-image"_s } });
    payload.insert(u"logs"_s,
        QJsonObject { { u"backing"_s, u"public/logs/live_backing.log"_s }, { u"live"_s, u"public/logs/live.log"_s } });
    return payload;
}

QJsonObject treeherder(const TaskPlan &plan)
{
    const QString suite = suiteOf(plan);
    return {
        { u"collection"_s, QJsonObject { { typeOf(plan), true } } },
        { u"groupName"_s, kindName(plan.kind) },
        { u"groupSymbol"_s, suite.left(3) },
        { u"jobKind"_s, plan.kind == TaskKind::Build ? u"build"_s : u"test"_s },
        { u"machine"_s, QJsonObject { { u"platform"_s, QString::fromLatin1(platformOf(plan).name) } } },
        { u"symbol"_s, suite.left(2).append(QString::number(plan.chunk)) },
        { u"tier"_s, 1 + plan.variant % 3 },
    };
}

QJsonObject extra(const TaskPlan &plan)
{
    const QString suite = suiteOf(plan);
    const QString platform = QString::fromLatin1(platformOf(plan).name) + u'/' + typeOf(plan);
    QJsonObject extra = {
        { u"index"_s, QJsonObject { { u"rank"_s, 1795290000 } } },
        { u"treeherder"_s, treeherder(plan) },
        { u"treeherder-platform"_s, platform },
    };
    if (plan.kind == TaskKind::Test) {
        extra.insert(u"chunks"_s, QJsonObject { { u"current"_s, plan.chunk }, { u"total"_s, 8 } });
        extra.insert(u"suite"_s, suite);
    }
    return extra;
}

} // namespace

void describe(TaskDefinition &task, const TaskPlan &plan, quint64 seed)
{
    const QString revision = revisionOf(seed);
    const QString label = labelOf(plan);
    task.name = label;
    task.owner = u"developer@example.com"_s;
    task.source = u"https://hg.example.org/integration/autoland/file/%1/taskcluster/kinds/%2"_s.arg(
        revision, kindName(plan.kind));
    task.description = plan.kind == TaskKind::Decision
        ? u"The task that creates all of the other tasks in the task graph"_s
        : u"%1 of a push to autoland"_s.arg(label);
    task.routes = { u"tc-treeherder.v2.autoland.%1"_s.arg(revision) };
    if (plan.kind == TaskKind::Build) {
        task.routes += u"index.gecko.v2.autoland.latest.firefox.%1-%2"_s.arg(
            QString::fromLatin1(platformOf(plan).build), typeOf(plan));
    }
    task.scopes = { u"secrets:get:project/taskcluster/gecko/hgfingerprint"_s };
    task.tags = { { u"createdForUser"_s, task.owner }, { u"kind"_s, kindName(plan.kind) }, { u"label"_s, label },
        { u"os"_s, QString::fromLatin1(platformOf(plan).os) }, { u"project"_s, u"autoland"_s },
        { u"retrigger"_s, plan.kind == TaskKind::Decision ? u"false"_s : u"true"_s }, { u"trust-domain"_s, u"gecko"_s },
        { u"worker-implementation"_s, platformOf(plan).genericWorker ? u"generic-worker"_s : u"docker-worker"_s } };
    if (plan.kind == TaskKind::Test)
        task.tags.emplace_back(u"test-type"_s, suiteOf(plan));
    task.payload = payload(task, plan, revision);
    task.extra = extra(plan);
}

} // namespace demo
