// SPDX-License-Identifier: MPL-2.0
#include "demo/api/paging.h"
#include "demo/auth/authenticator.h"
#include "demo/services/requestparts.h"
#include "demo/services/services.h"
#include "demo/util/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr int kMostLinks = 20;
constexpr qint64 kPrivateUrlSeconds = 30 * 60;
constexpr qint64 kDownloadCredentialsMs = 3600 * 1000;

void writeArtifact(JsonWriter &writer, const Artifact &artifact)
{
    writer.beginObject();
    writer.member("storageType", artifact.storageType);
    writer.member("name", artifact.name);
    writer.date("expires", artifact.expires);
    writer.member("contentType", artifact.contentType);
    if (artifact.contentLength >= 0)
        writer.member("contentLength", artifact.contentLength);
    writer.endObject();
}

// The run that a request names, or the latest one.
struct Run {
    const DemoTask *task = nullptr;
    int runId = 0;
};

std::optional<Run> latestRun(ApiCall &call)
{
    const DemoTask *task = call.state().task(call.param("taskId"_L1));
    if (!task || task->status.runs.empty()) {
        call.fail("ResourceNotFound", task ? u"Task doesn't have any runs"_s : u"Task not found"_s);
        return std::nullopt;
    }
    return Run { task, static_cast<int>(task->status.runs.size()) - 1 };
}

Run namedRun(ApiCall &call)
{
    return { call.state().task(call.param("taskId"_L1)), call.param("runId"_L1).toInt() };
}

void listOf(ApiCall &call, const Run &run)
{
    std::vector<Artifact> all = DemoState::artifacts(*run.task, run.runId);
    all.erase(
        std::remove_if(all.begin(), all.end(), [](const Artifact &artifact) { return !artifact.present; }), all.end());
    // The token holds the keys of the last row; one that cannot be read starts again.
    const QByteArray token = QByteArray::fromBase64(call.query.value(u"continuationToken"_s).toLatin1());
    const QString after = QJsonDocument::fromJson(token).array().at(2).toString();
    auto from = std::upper_bound(all.begin(), all.end(), after,
        [](const QString &name, const Artifact &artifact) { return name < artifact.name; });
    if (after.isEmpty())
        from = all.begin();
    const auto to = from + std::min<std::ptrdiff_t>(pageSize(call), all.end() - from);
    JsonWriter writer;
    writer.beginObject();
    writer.key("artifacts");
    writer.beginArray();
    for (auto at = from; at != to; ++at)
        writeArtifact(writer, *at);
    writer.endArray();
    if (to != all.end() && to != from) {
        const QJsonArray keys = { run.task->status.taskId, run.runId, (to - 1)->name };
        writer.member(
            "continuationToken", QString::fromLatin1(QJsonDocument(keys).toJson(QJsonDocument::Compact).toBase64()));
    }
    writer.endObject();
    call.reply(writer.take());
}

void listArtifacts(ApiCall &call)
{
    const Run run = namedRun(call);
    if (!run.task || static_cast<std::size_t>(run.runId) >= run.task->status.runs.size()) {
        call.fail("ResourceNotFound",
            run.task ? u"Task with taskId: `%1` has no run with runId: %2"_s.arg(
                call.param("taskId"_L1), call.param("runId"_L1))
                     : u"Task not found"_s);
        return;
    }
    listOf(call, run);
}

void listLatestArtifacts(ApiCall &call)
{
    if (const auto run = latestRun(call))
        listOf(call, *run);
}

void infoOf(ApiCall &call, const Run &run)
{
    const auto artifact = run.task ? DemoState::artifact(*run.task, run.runId, call.param("name"_L1)) : std::nullopt;
    if (!artifact || !artifact->present) {
        call.fail("ResourceNotFound", u"Artifact not found"_s);
        return;
    }
    JsonWriter writer;
    writeArtifact(writer, *artifact);
    call.reply(writer.take());
}

void artifactInfo(ApiCall &call)
{
    infoOf(call, namedRun(call));
}

void latestArtifactInfo(ApiCall &call)
{
    if (const auto run = latestRun(call))
        infoOf(call, *run);
}

// The artifact that a name stands for, through links; needs the scope for each name on the way. Answers itself when
// there is nothing to give.
std::optional<Artifact> resolve(ApiCall &call, const Run &run)
{
    QString name = call.param("name"_L1);
    QJsonArray scopes;
    std::optional<Artifact> artifact;
    for (int hops = 0; hops < kMostLinks; ++hops) {
        scopes.append(QString(u"queue:get-artifact:"_s + name));
        artifact = run.task ? DemoState::artifact(*run.task, run.runId, name) : std::nullopt;
        if (!artifact || artifact->storageType != u"link")
            break;
        name = artifact->target;
    }
    if (!call.authorize(QJsonObject { { u"AllOf"_s, scopes } }))
        return std::nullopt;
    if (!artifact || !artifact->present || artifact->storageType == u"link") {
        call.fail("ResourceNotFound", u"Artifact not found"_s);
        return std::nullopt;
    }
    if (artifact->expires <= call.now()) {
        call.fail("ResourceExpired", u"Artifact expired"_s);
        return std::nullopt;
    }
    return artifact;
}

QString objectName(const Run &run, const Artifact &artifact)
{
    return u"t/%1/%2/"_s.arg(run.task->status.taskId).arg(run.runId) + artifact.name;
}

void writeDownloadCredentials(JsonWriter &writer, const ApiCall &call, const Run &run, const Artifact &artifact)
{
    const QString name = u"artifact-download/%1/%2/"_s.arg(run.task->status.taskId).arg(run.runId) + artifact.name;
    const TemporaryCredentials credentials = issueCredentials(call.context.internalClient(u"queue"_s), name,
        { u"object:download:"_s + objectName(run, artifact) }, call.now(), call.now() + kDownloadCredentialsMs);
    writeCredentials(writer, credentials);
}

// As JSON: what a client needs to get the content.
void contentOf(ApiCall &call, const Run &run)
{
    const auto artifact = resolve(call, run);
    if (!artifact)
        return;
    JsonWriter writer;
    writer.beginObject();
    writer.member("storageType", artifact->storageType);
    if (artifact->storageType == u"error") {
        writer.member("reason", artifact->reason);
        writer.member("message", artifact->message);
    } else if (artifact->storageType == u"object") {
        writer.member("name", objectName(run, *artifact));
        writeDownloadCredentials(writer, call, run, *artifact);
    } else {
        writer.member(
            "url", QString::fromLatin1(artifactUrl(call.context, run.task->status.taskId, run.runId, *artifact)));
    }
    writer.endObject();
    call.reply(writer.take());
}

void artifact(ApiCall &call)
{
    contentOf(call, namedRun(call));
}

void latestArtifact(ApiCall &call)
{
    if (const auto run = latestRun(call))
        contentOf(call, *run);
}

// As a redirect: the way of browsers.
void redirectTo(ApiCall &call, const Run &run)
{
    const auto artifact = resolve(call, run);
    if (!artifact)
        return;
    call.addHeader("x-taskcluster-artifact-storage-type", artifact->storageType.toLatin1());
    JsonWriter writer;
    writer.beginObject();
    if (artifact->storageType == u"error") {
        writer.member("reason", artifact->reason);
        writer.member("message", artifact->message);
        writer.endObject();
        call.reply(writer.take(), 424);
        return;
    }
    const QByteArray url = artifactUrl(call.context, run.task->status.taskId, run.runId, *artifact);
    call.addHeader("location", url);
    writer.member("storageType", artifact->storageType);
    writer.member("url", QString::fromLatin1(url));
    writer.endObject();
    call.reply(writer.take(), 303);
}

void getArtifact(ApiCall &call)
{
    redirectTo(call, namedRun(call));
}

void getLatestArtifact(ApiCall &call)
{
    if (const auto run = latestRun(call))
        redirectTo(call, *run);
}

} // namespace

QByteArray artifactUrl(const DemoContext &context, const QString &taskId, int runId, const Artifact &artifact)
{
    if (artifact.storageType == u"reference") {
        const QByteArray url = artifact.url.toLatin1();
        return url.startsWith('/') ? context.rootUrl + url : url;
    }
    const QByteArray key = taskId.toLatin1() + '/' + QByteArray::number(runId) + '/' + encoded(artifact.name, true);
    if (artifact.storageType == u"object")
        return signedStorageUrl(context, "/object-bucket/t/" + key, kPrivateUrlSeconds);
    if (artifact.name.startsWith(u"public/"))
        return context.rootUrl + "/public-bucket/" + key;
    return signedStorageUrl(context, "/private-bucket/" + key, kPrivateUrlSeconds);
}

void addQueueArtifactRoutes(Router &router)
{
    const QByteArrayList paged = { "continuationToken", "limit" };
    const char *ofRun = "queue:list-artifacts:<taskId>:<runId>";
    const char *ofTask = "queue:list-artifacts:<taskId>";
    router.add({ "queue", "listArtifacts", "GET", "/task/<taskId>/runs/<runId>/artifacts", ofRun, true, paged,
        listArtifacts });
    router.add({ "queue", "listLatestArtifacts", "GET", "/task/<taskId>/artifacts", ofTask, true, paged,
        listLatestArtifacts });
    router.add({ "queue", "artifactInfo", "GET", "/task/<taskId>/runs/<runId>/artifact-info/<name*>", ofRun, true, {},
        artifactInfo });
    router.add({ "queue", "latestArtifactInfo", "GET", "/task/<taskId>/artifact-info/<name*>", ofTask, true, {},
        latestArtifactInfo });
    router.add({ "queue", "artifact", "GET", "/task/<taskId>/runs/<runId>/artifact-content/<name*>", nullptr, true, {},
        artifact });
    router.add({ "queue", "latestArtifact", "GET", "/task/<taskId>/artifact-content/<name*>", nullptr, true, {},
        latestArtifact });
    router.add({ "queue", "getArtifact", "GET", "/task/<taskId>/runs/<runId>/artifacts/<name*>", nullptr, true, {},
        getArtifact });
    router.add({ "queue", "getLatestArtifact", "GET", "/task/<taskId>/artifacts/<name*>", nullptr, true, {},
        getLatestArtifact });
}

} // namespace demo
