// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/api/router.h"

namespace demo {

// ping, heartbeats and version of every service.
void addCommonRoutes(Router &router);

// Definitions, statuses, groups.
void addQueueTaskRoutes(Router &router);
// Lists of artifacts, and where their content is.
void addQueueArtifactRoutes(Router &router);
// cancelTask, rerunTask, scheduleTask.
void addQueueChangeRoutes(Router &router);

void addIndexRoutes(Router &router);
void addObjectRoutes(Router &router);
void addAuthRoutes(Router &router);

// The buckets behind the queue and the object service, the pages that references point to, and live logs.
// Nothing when the path is not one of theirs.
std::optional<HttpResponse> serveStorage(const HttpRequest &request, DemoContext &context);

// path (encoded) under the root URL, with a signature that storage accepts for so many seconds.
QByteArray signedStorageUrl(const DemoContext &context, const QByteArray &path, qint64 seconds);
// Where an artifact's content is; with a signature when it is not public.
QByteArray artifactUrl(const DemoContext &context, const QString &taskId, int runId, const Artifact &artifact);
// Each character that is not unreserved as %XX; slashes stay when keepSlashes.
QByteArray encoded(const QString &text, bool keepSlashes = false);

// The object of the object service with this name; objects named t/TASK/RUN/NAME are artifacts.
std::optional<StoredObject> findObject(const DemoState &state, const QString &name);

} // namespace demo
