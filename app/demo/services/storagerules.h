// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/api/apicall.h"

namespace demo {

// The form in which storage says no.
HttpResponse storageError(int status, const QByteArray &code, const QByteArray &message, const QString &key);

// Whether the URL of a GET has a signature that has not expired.
bool isSignedGet(const HttpRequest &request, const DemoContext &context);

// Answers a PUT to a bucket of which the body is in its sink.
HttpResponse storePut(const HttpRequest &request, DemoContext &context);

} // namespace demo
