// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/api/router.h"

namespace demo {

// ping, heartbeats and version of every service; without the object service where there is none.
void addCommonRoutes(Router &router, bool withObject = true);

// Definitions, statuses, groups.
void addQueueTaskRoutes(Router &router);
// Lists of artifacts, and where their content is.
void addQueueArtifactRoutes(Router &router);
// cancelTask, rerunTask, scheduleTask.
void addQueueChangeRoutes(Router &router);
// createTask.
void addQueueCreateRoutes(Router &router);
// What workers do: claim tasks and report how they ended.
void addQueueClaimRoutes(Router &router);
// createArtifact, finishArtifact.
void addQueueUploadRoutes(Router &router);

void addIndexRoutes(Router &router);
void addObjectRoutes(Router &router);
// createUpload, finishUpload.
void addObjectUploadRoutes(Router &router);
void addAuthRoutes(Router &router);
// Clients and roles that are made, changed and deleted.
void addAuthClientRoutes(Router &router);
void addAuthRoleRoutes(Router &router);
// Who changed what.
void addAuthAuditRoutes(Router &router);
void addSecretsRoutes(Router &router);

// The buckets behind the queue and the object service, the pages that references point to, and live logs.
// Nothing when the path is not one of theirs.
std::optional<HttpResponse> serveStorage(const HttpRequest &request, DemoContext &context);

// Who takes the body of a request to storage, as soon as its head is there: a PUT may be large.
std::shared_ptr<BodySink> storageSink(const HttpRequest &head, DemoContext &context);

// The web UI's page on which a person makes a client for a program. Nothing when the path is another one.
std::optional<HttpResponse> serveSignIn(const HttpRequest &request, DemoContext &context);

// path (encoded) under the root URL, with a signature that storage accepts for so many seconds.
QByteArray signedStorageUrl(const DemoContext &context, const QByteArray &path, qint64 seconds);
// The same for a PUT; what is given of the headers must be sent so.
struct PutHeaders {
    QByteArray contentType;
    qint64 contentLength = -1;
};
QByteArray signedPutUrl(
    const DemoContext &context, const QByteArray &path, qint64 seconds, const std::optional<PutHeaders> &headers = {});
// Where an artifact's content is; with a signature when it is not public.
QByteArray artifactUrl(const DemoContext &context, const QString &taskId, int runId, const Artifact &artifact);
// Each character that is not unreserved as %XX; slashes stay when keepSlashes.
QByteArray encoded(const QString &text, bool keepSlashes = false);

// Hashes the content of an object here and not when somebody asks, for one that takes longer than a caller waits.
void hashNow(StoredObject *object);
// The object of the object service with this name; objects named t/TASK/RUN/NAME are artifacts.
std::optional<StoredObject> findObject(const DemoState &state, const QString &name);

} // namespace demo
