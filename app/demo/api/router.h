// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/api/apicall.h"

#include <vector>

namespace demo {

// Finds the method for a request below /api/ and does what all methods have in common: who asks, whether the
// parameters have their form, whether the body is JSON, whether the scopes suffice.
class Router
{
public:
    void add(ApiRoute route);

    HttpResponse handle(const HttpRequest &request, DemoContext &context) const;

private:
    struct Entry {
        ApiRoute route;
        QByteArrayList segments;
    };
    const Entry *find(const QByteArray &verb, const QByteArrayList &segments, QHash<QString, QString> *params) const;
    static HttpResponse preflight(const HttpRequest &request);
    void run(ApiCall &call) const;

    std::vector<Entry> m_entries;
};

// Answers with 400 and gives false when a parameter of the path or the query has not the form that it must have.
bool checkParameters(ApiCall &call);
// Takes the body as JSON; answers with 400 or 500 and gives false when it is none.
bool readPayload(ApiCall &call);

} // namespace demo
