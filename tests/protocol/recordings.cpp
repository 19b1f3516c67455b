// SPDX-License-Identifier: MPL-2.0
#include "recordings.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace tc::test {

namespace {

QMap<QString, QString> strings(const QJsonObject &object)
{
    QMap<QString, QString> result;
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(it.key(), it->toVariant().toString());
    return result;
}

/// null stands for "no JSON body" as well, which the other members tell apart.
QJsonValue body(const QJsonObject &message)
{
    const QJsonValue value = message.value("body"_L1);
    const bool none = value.isNull();
    return none ? QJsonValue(QJsonValue::Undefined) : value;
}

Recording fromJson(const QString &file, const QJsonObject &json)
{
    const QJsonObject request = json.value("request"_L1).toObject();
    const QJsonObject response = json.value("response"_L1).toObject();
    Recording result;
    result.file = file;
    result.service = json.value("service"_L1).toString().toLatin1();
    result.method = json.value("method"_L1).toString().toLatin1();
    result.verb = request.value("verb"_L1).toString().toLatin1();
    result.path = request.value("path"_L1).toString().toUtf8();
    result.arguments = strings(request.value("args"_L1).toObject());
    result.bodyElided = request.contains("bodyBytes"_L1);
    result.requestBody = body(request);
    result.status = response.value("status"_L1).toInt();
    result.contentType = response.value("headers"_L1).toObject().value("content-type"_L1).toString().toLatin1();
    result.responseBody = body(response);
    return result;
}

QByteArray quoted(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray { text }).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

bool sameInstant(const QString &a, const QString &b)
{
    const auto first = QDateTime::fromString(a, Qt::ISODateWithMs);
    const auto second = QDateTime::fromString(b, Qt::ISODateWithMs);
    return first.isValid() && second.isValid() && first.toMSecsSinceEpoch() == second.toMSecsSinceEpoch();
}

QString objectDifference(const QJsonObject &expected, const QJsonObject &actual, const QString &path)
{
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        const QString place = path + u'/' + it.key();
        if (!actual.contains(it.key()))
            return place + u" is missing"_s;
        if (const QString found = difference(*it, actual.value(it.key()), place); !found.isEmpty())
            return found;
    }
    for (const QString &key : actual.keys()) {
        if (!expected.contains(key))
            return u"%1/%2 was added"_s.arg(path, key);
    }
    return {};
}

QString arrayDifference(const QJsonArray &expected, const QJsonArray &actual, const QString &path)
{
    if (expected.size() != actual.size())
        return u"%1 has %2 elements, not %3"_s.arg(path).arg(actual.size()).arg(expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const QString found = difference(expected.at(i), actual.at(i), path + u'/' + QString::number(i));
        if (!found.isEmpty())
            return found;
    }
    return {};
}

} // namespace

QString recordingsFolder()
{
    return qEnvironmentVariable("TC_RECORDINGS");
}

QByteArray gunzipFile(const QString &path)
{
    QByteArray result;
    gzFile file = gzopen(QFile::encodeName(path).constData(), "rb");
    char buffer[65536];
    for (int got = 0; file && (got = gzread(file, buffer, sizeof buffer)) > 0;)
        result.append(buffer, got);
    if (file)
        gzclose(file);
    return result;
}

QList<Recording> loadRecordings()
{
    QList<Recording> result;
    const QDir top(recordingsFolder());
    QDirIterator files(
        top.path(), { u"*--*.json"_s, u"*--*.json.gz"_s, u"*.jsonl.gz"_s }, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QFile file(path);
        QByteArray text;
        if (path.endsWith(".gz"_L1))
            text = gunzipFile(path);
        else if (file.open(QIODevice::ReadOnly))
            text = file.readAll();
        const QList<QByteArray> lines = path.contains(".jsonl"_L1) ? text.split('\n') : QList<QByteArray> { text };
        for (const QByteArray &line : lines) {
            const QJsonObject json = QJsonDocument::fromJson(line).object();
            if (json.contains("request"_L1))
                result.append(fromJson(top.relativeFilePath(path), json));
        }
    }
    return result;
}

QByteArray toJson(const QJsonValue &value, bool descending)
{
    QByteArrayList parts;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const auto &element : array)
            parts.append(toJson(element, descending));
        return '[' + parts.join(',') + ']';
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            parts.insert(descending ? 0 : parts.size(), quoted(it.key()) + ':' + toJson(*it, descending));
        return '{' + parts.join(',') + '}';
    }
    const QByteArray array = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

QString difference(const QJsonValue &expected, const QJsonValue &actual, const QString &path)
{
    if (expected.isObject() && actual.isObject())
        return objectDifference(expected.toObject(), actual.toObject(), path);
    if (expected.isArray() && actual.isArray())
        return arrayDifference(expected.toArray(), actual.toArray(), path);
    if (expected == actual
        || (expected.isString() && actual.isString() && sameInstant(expected.toString(), actual.toString())))
        return {};
    return u"%1 is %2, not %3"_s.arg(
        path, QString::fromUtf8(toJson(actual, false)), QString::fromUtf8(toJson(expected, false)));
}

QJsonValue parseJson(const QByteArray &json)
{
    return QJsonDocument::fromJson('[' + json + ']').array().at(0);
}

} // namespace tc::test
