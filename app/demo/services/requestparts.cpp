// SPDX-License-Identifier: MPL-2.0
#include "demo/services/requestparts.h"

#include "demo/util/jsonwriter.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr auto kSlugId = "^[A-Za-z0-9_-]{8}[Q-T][A-Za-z0-9_-][CGKOSWaeimquy26-][A-Za-z0-9_-]{10}[AQgw]$"_L1;

} // namespace

void PayloadCheck::allowOnly(const QStringList &names)
{
    const QStringList keys = m_object.keys();
    for (const QString &name : keys) {
        if (!names.contains(name))
            m_errors += m_place + u" must NOT have additional properties: \"%1\""_s.arg(name);
    }
}

void PayloadCheck::require(const QStringList &names)
{
    for (const QString &name : names) {
        if (!m_object.contains(name))
            m_errors += m_place + u" must have required property '%1'"_s.arg(name);
    }
}

void PayloadCheck::text(const QString &name, qsizetype least, qsizetype most, const QString &pattern)
{
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined())
        return;
    const QString text = value.toString();
    if (!value.isString())
        complain(name, u"must be string"_s);
    else if (text.size() < least)
        complain(name, u"must NOT have fewer than %1 characters"_s.arg(least));
    else if (text.size() > most)
        complain(name, u"must NOT have more than %1 characters"_s.arg(most));
    else if (!pattern.isEmpty() && !QRegularExpression(pattern).match(text).hasMatch())
        complain(name, u"must match pattern \"%1\""_s.arg(pattern));
}

void PayloadCheck::oneOf(const QString &name, const QStringList &values)
{
    if (m_object.contains(name) && !values.contains(m_object.value(name).toString()))
        complain(name, u"must be equal to one of the allowed values"_s);
}

void PayloadCheck::number(const QString &name, qint64 least, qint64 most)
{
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined())
        return;
    const qint64 number = value.toInteger(least - 1);
    if (!value.isDouble() || double(value.toInteger()) != value.toDouble())
        complain(name, u"must be integer"_s);
    else if (number < least)
        complain(name, u"must be >= %1"_s.arg(least));
    else if (number > most)
        complain(name, u"must be <= %1"_s.arg(most));
}

void PayloadCheck::date(const QString &name)
{
    if (m_object.contains(name) && !dateTimeOf(m_object.value(name)))
        complain(name, u"must match format \"date-time\""_s);
}

void PayloadCheck::strings(const QString &name)
{
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined())
        return;
    if (!value.isArray())
        complain(name, u"must be array"_s);
    const QJsonArray items = value.toArray();
    for (qsizetype at = 0; at < items.size(); ++at) {
        if (!items[at].isString())
            complain(name + u'/' + QString::number(at), u"must be string"_s);
    }
}

void PayloadCheck::isObject(const QString &name)
{
    if (m_object.contains(name) && !m_object.value(name).isObject())
        complain(name, u"must be object"_s);
}

void PayloadCheck::slugId(const QString &name)
{
    text(name, 0, 100, kSlugId);
}

bool isSlugId(const QString &text)
{
    static const QRegularExpression form { QString(kSlugId) };
    return form.match(text).hasMatch();
}

std::optional<qint64> dateTimeOf(const QJsonValue &value)
{
    static const QRegularExpression form(
        u"^\\d{4}-\\d\\d-\\d\\d[Tt ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)$"_s);
    const QDateTime when = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!form.match(value.toString()).hasMatch() || !when.isValid())
        return std::nullopt;
    return when.toMSecsSinceEpoch();
}

void writeCredentials(JsonWriter &writer, const TemporaryCredentials &credentials)
{
    writer.key("credentials");
    writer.beginObject();
    writer.member("clientId", credentials.clientId);
    writer.member("accessToken", credentials.accessToken);
    writer.member("certificate", credentials.certificate);
    writer.endObject();
}

TemporaryCredentials taskCredentials(
    const DemoContext &context, const DemoTask &task, const TaskRun &run, const QStringList &taskScopes)
{
    const QString place = task.status.taskId + u'/' + QString::number(run.runId);
    const QString until = QString::number(run.takenUntil / 1000) + u'.' + QString::number(run.takenUntil % 1000);
    const QString name = u"task-client/%1/on/%2/%3/until/%4"_s.arg(place, run.workerGroup, run.workerId, until);
    const QStringList scopes = QStringList {
        u"queue:reclaim-task:"_s + place, u"queue:resolve-task:"_s + place, u"queue:create-artifact:"_s + place
    } + taskScopes;
    return issueCredentials(context.internalClient(u"queue"_s), name, scopes, context.now(), run.takenUntil);
}

} // namespace demo
