// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/data/demostate.h"
#include "demo/http/httpmessage.h"

namespace demo {

struct Identity {
    bool authenticated = false;
    QString clientId;
    QStringList scopes; // expanded
    QString error; // why the request is refused with 401
    bool broken = false; // refused with 500, as the services do with a hash of a wrong length

    bool refused() const { return !error.isEmpty() || broken; }
};

// Says who sends a request: nobody (the role "anonymous"), or a client by its Hawk signature or its bewit, with a
// certificate or with narrowed scopes.
class Authenticator
{
public:
    Authenticator(const DemoState &state, qint64 now) : m_state(state), m_now(now) { }

    Identity identify(const HttpRequest &request) const;
    // {clientId, accessToken, certificate} as it comes on the subscription socket; an empty one is nobody.
    Identity fromToken(const QJsonObject &token) const;

private:
    Identity anonymous() const;
    Identity fromHeader(const HttpRequest &request) const;
    Identity fromBewit(const HttpRequest &request) const;
    Identity checkBewit(const QList<QByteArray> &parts, const HttpRequest &request, const QByteArray &resource) const;
    // The client, its key and its scopes, before the signature is checked.
    Identity resolve(const QString &clientId, const QByteArray &ext, QByteArray *key) const;
    QString checkCertificate(
        const QJsonObject &json, const QString &clientId, Identity *identity, QByteArray *key) const;
    QString narrow(const QJsonObject &extension, Identity *identity) const;

    const DemoState &m_state;
    qint64 m_now;
};

// Signs a new certificate; scopes, start and end as given. The result is what its holder uses.
struct TemporaryCredentials {
    QString clientId;
    QString accessToken;
    QString certificate;
};
TemporaryCredentials issueCredentials(
    const AuthClient &issuer, const QString &name, const QStringList &scopes, qint64 start, qint64 expiry);

} // namespace demo
