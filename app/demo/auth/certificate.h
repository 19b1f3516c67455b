// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace demo {

// The certificate of temporary credentials, as the auth service reads it.
struct Certificate {
    QString issuer; // empty when unnamed
    QStringList scopes;
    qint64 start = 0;
    qint64 expiry = 0;
    QString seed;
    QString signature;

    // error says in the service's words what is wrong with the form.
    static Certificate parse(const QJsonObject &json, QString *error);

    // What is wrong with the times, or nothing.
    QString checkTimes(qint64 now) const;

    QByteArray signatureFor(const QString &clientId, const QByteArray &key) const;
    QByteArray temporaryKey(const QByteArray &key) const;
};

} // namespace demo
