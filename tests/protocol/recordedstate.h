// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/data/demostate.h"

#include <QJsonObject>

namespace tc::test {

// One recorded exchange with a real deployment.
struct Recording {
    QString file;
    QJsonObject json;

    QString service() const { return json[QLatin1StringView("service")].toString(); }
    QString method() const { return json[QLatin1StringView("method")].toString(); }
    QString name() const { return json[QLatin1StringView("case")].toString(); }
    QJsonObject request() const { return json[QLatin1StringView("request")].toObject(); }
    QJsonObject response() const { return json[QLatin1StringView("response")].toObject(); }
    int status() const { return response()[QLatin1StringView("status")].toInt(); }
    QJsonObject body() const { return response()[QLatin1StringView("body")].toObject(); }
    QString arg(const char *name) const;
    qint64 time() const;
    QByteArray requestBody() const;
    // The recorded root URL is a name that nobody has; answers of the demo are compared with it cut off.
    QString location() const;
};

// All recordings of one exchange a file below a folder, sorted.
QList<Recording> readRecordings(const QString &folder);

// Puts everything that an answer says into a state: what was there when it was given.
void absorb(const Recording &recording, demo::DemoState *state);

// Sets what only this recording presupposes: what has to be there, or must not be, for its answer.
void presuppose(const Recording &recording, demo::DemoState *state);
// The same for requests that create, claim, report or upload.
void presupposeChange(const Recording &recording, demo::DemoState *state);
// The same for requests about clients, roles and secrets.
void presupposeAccount(const Recording &recording, demo::DemoState *state);
// What temporary credentials of that name were recorded with, when a service handed them out.
QStringList workerScopes(const QString &clientId);

// The clients and roles of the recorded deployment that no answer shows.
void addRecordedClients(demo::DemoState *state);

} // namespace tc::test
