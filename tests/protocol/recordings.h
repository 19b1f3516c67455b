// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

/// Exchanges that were recorded from a real deployment, found through TC_RECORDINGS. Read with Qt's classes only, so
/// that what is tested does not check itself.
namespace tc::test {

struct Recording {
    QString file; ///< "queue/task--ok.json"
    QByteArray service;
    QByteArray method;
    QByteArray verb;
    QByteArray path; ///< with the query, as sent
    QMap<QString, QString> arguments; ///< by name
    QJsonValue requestBody; ///< Undefined without a JSON body
    bool bodyElided = false; ///< the request had a body that was too large to be recorded
    int status = 0;
    QByteArray contentType;
    QJsonValue responseBody; ///< Undefined without a JSON body

    bool ok() const { return status >= 200 && status < 300; }
};

/// Empty without TC_RECORDINGS.
QString recordingsFolder();

/// All recordings of the services, the large ones included.
QList<Recording> loadRecordings();

/// The whole of a gzip file.
QByteArray gunzipFile(const QString &path);

/// \a value as JSON with the members of every object in ascending or descending order.
QByteArray toJson(const QJsonValue &value, bool descending);

/// Where \a actual says something else than \a expected, or an empty string. Numbers are compared by value and strings
/// that are both dates as instants.
QString difference(const QJsonValue &expected, const QJsonValue &actual, const QString &path = {});

/// A JSON text, which may be any value, in Qt's form.
QJsonValue parseJson(const QByteArray &json);

} // namespace tc::test
