// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "scriptedserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace testdata {

/// Bodies in the queue's form, as small as the application lets them be.
QJsonObject run(int runId, const QString &state);
QJsonObject status(const QString &taskId, const QString &groupId, const QString &state, int runs = 1);
QJsonObject definition(const QString &groupId, const QString &name);
QJsonObject artifact(const QString &name, const QString &contentType = QStringLiteral("text/plain"));

/// A page of a group with tasks \a first to \a first + \a count - 1; \a next is its continuation token.
QByteArray groupPage(const QString &groupId, quint32 first, int count, const QString &state, const QString &next);

tc::test::Step json(const QJsonObject &object);
tc::test::Step notFound();

/// Path of a request without its query.
QString path(const tc::test::Request &request);
QString queryValue(const tc::test::Request &request, const QString &name);

} // namespace testdata
