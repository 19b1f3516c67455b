// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/api/apicall.h"

namespace demo {

class JsonWriter;

// Collects what is wrong with a payload, in the words of the services' schema checker.
class PayloadCheck
{
public:
    explicit PayloadCheck(QJsonObject object, QString place = QStringLiteral("data"))
        : m_object(std::move(object)), m_place(std::move(place))
    {
    }

    void allowOnly(const QStringList &names);
    void require(const QStringList &names);
    // For members that are there.
    void text(const QString &name, qsizetype least, qsizetype most, const QString &pattern = {});
    void oneOf(const QString &name, const QStringList &values);
    void number(const QString &name, qint64 least, qint64 most);
    void date(const QString &name);
    void strings(const QString &name);
    void isObject(const QString &name);
    void slugId(const QString &name);
    void add(const PayloadCheck &other) { m_errors += other.m_errors; }

    const QStringList &errors() const { return m_errors; }

private:
    void complain(const QString &name, const QString &what) { m_errors += m_place + u'/' + name + u' ' + what; }

    QJsonObject m_object;
    QString m_place;
    QStringList m_errors;
};

bool isSlugId(const QString &text);

// Milliseconds since 1970 of a date-time with its zone; nothing for anything else.
std::optional<qint64> dateTimeOf(const QJsonValue &value);

// The member "credentials".
void writeCredentials(JsonWriter &writer, const TemporaryCredentials &credentials);

// What a worker gets for a run: it may reclaim and resolve it and create its artifacts, and do what the task may.
TemporaryCredentials taskCredentials(
    const DemoContext &context, const DemoTask &task, const TaskRun &run, const QStringList &taskScopes);

} // namespace demo
