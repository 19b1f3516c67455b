// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/api/apicall.h"
#include "demo/util/jsonwriter.h"

#include <QJsonArray>

namespace demo {

// What the auth service's methods share.

// What is wrong with a list of scopes at place ("data/scopes"), in the words of the services' validator.
QStringList scopeErrors(const QJsonValue &list, const QString &place);
QStringList strings(const QJsonValue &list);

// {"AllOf": [scope, ...]}
QJsonObject allOf(const QStringList &scopes);

// token is written where it is shown: after a creation and after a reset.
void writeClient(JsonWriter &writer, const AuthClient &client, const DemoState &state, const QString &token = {});
void writeRole(JsonWriter &writer, const AuthRole &role, const DemoState &state);

// The body of a request that describes a client or a role; errors in the words of the services' validator.
struct Wanted {
    QString description;
    qint64 expires = 0;
    std::optional<QStringList> scopes; // sorted, absent when the body had none
    bool deleteOnExpiration = false;
    QStringList errors;

    static Wanted client(const QJsonObject &body);
    static Wanted role(const QJsonObject &body);

private:
    void readCommon(const QJsonObject &body);
};

// Answers with 400 when a scope ends with two stars.
bool refuseDoubleStars(ApiCall &call, const QStringList &scopes);

} // namespace demo
