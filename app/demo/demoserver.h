// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/api/router.h"
#include "demo/http/httpserver.h"
#include "demo/live/eventhub.h"
#include "demo/simulation.h"

#include <QSslConfiguration>
#include <QTimer>

namespace demo {

struct DemoOptions {
    quint64 seed = 1;
    quint16 port = 0; // any free one
    int latencyMs = 0; // before every answer
    int bulkSecrets = 60; // besides those with names of their own
    bool simulate = true; // tasks go on while one looks
    bool objectService = true; // some deployments have none
    std::function<qint64()> clock = {}; // milliseconds since 1970; the real time when empty
    QSslConfiguration tls = {}; // with a certificate: serve https
};

// The deployment, in the thread in which it is made. Tests may put any state and any time in.
class DemoServer : public QObject
{
    Q_OBJECT

public:
    explicit DemoServer(const DemoOptions &options, QObject *parent = nullptr);
    DemoServer(DemoOptions options, DemoState state, QObject *parent = nullptr);

    // False with errorString() when the port is not to be had.
    bool start();
    QString rootUrl() const { return QString::fromLatin1(m_context.rootUrl); }
    QString errorString() const { return m_http.errorString(); }

    DemoContext &context() { return m_context; }
    HttpServer &http() { return m_http; }
    EventHub &events() { return m_events; }
    void setState(DemoState state);
    void setClock(std::function<qint64()> clock);

private:
    HttpResponse answer(const HttpRequest &request);
    void handle(const HttpRequest &request, const HttpResponder &responder);
    void setUpRoutes();

    DemoOptions m_options;
    DemoContext m_context;
    Router m_router;
    HttpServer m_http;
    EventHub m_events;
    Simulation m_simulation;
    QTimer m_steps;
};

} // namespace demo
