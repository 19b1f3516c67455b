// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/client.h>

#include <QMap>

/// Calls by name, for programs that learn at run time what to call: a console, a script, a form. The generated services
/// are the same calls with types. What there is to call stands in tc/methods.h.
namespace tc {

/// A call in names and text.
struct ApiCall {
    QString service; ///< "worker-manager"; "workerManager", "WorkerManager" and "worker_manager" mean the same
    QString method; ///< "listTaskGroup"
    QStringList arguments {}; ///< of the route, in its order, not encoded
    QMap<QString, QString> namedArguments {}; ///< the same by name, instead of those by position
    QList<std::pair<QString, QString>> query {}; ///< sent in this order
    std::optional<Json> payload {}; ///< absent is not null
    CallOptions options {};
};

/// The same as it goes on the wire. An unknown service, method, argument or query name, a wrong number of arguments and
/// a payload that is missing or not taken give a Usage error that says what there is instead.
Result<Call> resolve(const ApiCall &call);

/// Starts \a call. Its result is the reply's JSON; of a method that promises none whatever came: null for nothing, a
/// string for text. A call that resolve() refuses ends in that error. The reply belongs to \a parent or the client.
Reply<Json> *callByName(Client *client, const ApiCall &call, QObject *parent = nullptr);

/// Where a GET goes: see Client::buildUrl().
Result<QUrl> urlByName(const Client &client, const ApiCall &call);
/// The same with a bewit: see Client::buildSignedUrl().
Result<QUrl> signedUrlByName(
    const Client &client, const ApiCall &call, std::optional<std::chrono::seconds> expiry = {});

} // namespace tc
