// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/pagedreply.h>

#include <QSignalSpy>

#include <array>

namespace tc::test {

inline constexpr std::array thingArguments { "name" };
inline constexpr std::array listQuery { "limit", "continuationToken" };

// A service that does not exist, so that tests of the call layer need no generated code.
inline const MethodInfo getThing { .service = "test",
    .version = "v1",
    .name = "getThing",
    .verb = "GET",
    .route = "/thing/<name>",
    .arguments = thingArguments };
inline const MethodInfo putThing { .service = "test",
    .version = "v1",
    .name = "putThing",
    .verb = "PUT",
    .route = "/thing/<name>",
    .arguments = thingArguments,
    .hasInput = true };
inline const MethodInfo deleteThing { .service = "test",
    .version = "v1",
    .name = "deleteThing",
    .verb = "DELETE",
    .route = "/thing/<name>",
    .arguments = thingArguments };
/// Creating twice is creating once.
inline const MethodInfo createThing {
    .service = "test", .version = "v1", .name = "createThing", .verb = "POST", .route = "/things", .hasInput = true
};
/// Must not be repeated.
inline const MethodInfo sendMail { .service = "test",
    .version = "v1",
    .name = "sendMail",
    .verb = "POST",
    .route = "/mail",
    .hasInput = true,
    .idempotent = false };
/// Must not be repeated either, and has no body.
inline const MethodInfo ring {
    .service = "test", .version = "v1", .name = "ring", .verb = "POST", .route = "/ring", .idempotent = false
};
inline const MethodInfo listThings { .service = "test",
    .version = "v1",
    .name = "listThings",
    .verb = "GET",
    .route = "/things",
    .query = listQuery,
    .listMember = "things",
    .paged = true };

/// A call of getThing("a").
inline Call thingCall()
{
    Call call;
    call.method = &getThing;
    call.arguments.append(QStringLiteral("a"));
    return call;
}

inline Call thingCall(const CallOptions &options)
{
    Call call = thingCall();
    call.options = options;
    return call;
}

/// Retries without noticeable waits.
inline RetryPolicy fastRetries(int retries = 5)
{
    RetryPolicy policy;
    policy.retries = retries;
    policy.base = std::chrono::milliseconds(1);
    policy.cap = std::chrono::milliseconds(5);
    return policy;
}

/// Runs the event loop until \a reply has finished; false after ten seconds. The reply is kept.
template <typename R>
bool finish(R *reply)
{
    reply->setAutoDelete(false);
    QSignalSpy spy(reply, &R::finished);
    return reply->isFinished() || spy.wait(10'000);
}

} // namespace tc::test
