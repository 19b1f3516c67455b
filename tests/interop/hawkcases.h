// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/hawk.h>

#include <QJsonObject>
#include <QList>

/// A request to sign, with what a server would need to check it.
struct HawkCase {
    QByteArray name;
    tc::Credentials credentials;
    tc::hawk::Request request;
    std::optional<QStringList> authorizedScopes;
    std::optional<QByteArray> body; ///< when set, its hash is signed
    QByteArray contentType;

    bool isTls() const { return request.port == 443; }
    /// The Host header: without the port where it is the scheme's own.
    QByteArray hostHeader() const;
    /// The request with its signature, as a line for the oracle.
    tc::Result<QJsonObject> signedByHeader() const;
    tc::Result<QJsonObject> signedByBewit(qint64 expires) const;
    /// What the signature's ext has to say, as JSON.
    QJsonObject expectedExt() const;
};

/// Requests of every kind: the same at every run.
QList<HawkCase> hawkCases(int count);
