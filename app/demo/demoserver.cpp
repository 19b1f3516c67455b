// SPDX-License-Identifier: MPL-2.0
#include "demo/demoserver.h"

#include "demo/data/demoworld.h"
#include "demo/services/services.h"
#include "demo/util/slugs.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr int kStepMs = 1000;

qint64 timeOf(const DemoOptions &options)
{
    return options.clock ? options.clock() : QDateTime::currentMSecsSinceEpoch();
}

} // namespace

DemoServer::DemoServer(const DemoOptions &options, QObject *parent)
    : DemoServer(options, makeWorld(options.seed, timeOf(options), options.bulkSecrets), parent)
{
}

DemoServer::DemoServer(DemoOptions options, DemoState state, QObject *parent)
    : QObject(parent), m_options(std::move(options)),
      m_http([this](const HttpRequest &request, const HttpResponder &responder) { handle(request, responder); }, this),
      m_events(m_context), m_simulation(m_context.state, m_options.seed)
{
    setClock(m_options.clock);
    m_context.startedAt = m_context.now();
    m_context.storageKey = randomSlug().toLatin1();
    m_context.internalKey = (randomSlug() + randomSlug()).toLatin1();
    m_http.setBodySinks([this](const HttpRequest &head) { return storageSink(head, m_context); });
    setState(std::move(state));
    connect(&m_steps, &QTimer::timeout, this, [this] {
        m_simulation.step(m_context.now());
        m_events.tell();
    });
    m_http.setUpgrade("/subscription", [this](QTcpSocket *socket) { m_events.take(socket); });
}

bool DemoServer::start()
{
    const bool tls = !m_options.tls.localCertificateChain().isEmpty();
    if (!(tls ? m_http.listenTls(m_options.tls, m_options.port) : m_http.listen(m_options.port)))
        return false;
    m_context.rootUrl = (tls ? "https" : "http") + QByteArray("://127.0.0.1:") + QByteArray::number(m_http.port());
    if (m_options.simulate)
        m_steps.start(kStepMs);
    return true;
}

void DemoServer::setState(DemoState state)
{
    m_context.state = std::move(state);
    // The services have clients of their own, with which they sign what they hand out.
    for (const QString &service : { u"queue"_s, u"index"_s }) {
        const AuthClient client = m_context.internalClient(service);
        m_context.state.clients.insert(client.clientId, client);
    }
    setUpRoutes();
}

void DemoServer::setClock(std::function<qint64()> clock)
{
    m_context.clock = clock ? std::move(clock) : [] { return QDateTime::currentMSecsSinceEpoch(); };
    m_http.setClock(m_context.clock);
}

void DemoServer::setUpRoutes()
{
    m_router = {};
    addCommonRoutes(m_router, m_options.objectService);
    addQueueTaskRoutes(m_router);
    addQueueArtifactRoutes(m_router);
    addQueueChangeRoutes(m_router);
    addQueueCreateRoutes(m_router);
    addQueueClaimRoutes(m_router);
    addQueueUploadRoutes(m_router);
    addIndexRoutes(m_router);
    if (m_options.objectService) {
        addObjectRoutes(m_router);
        addObjectUploadRoutes(m_router);
    }
    addAuthRoutes(m_router);
    addAuthClientRoutes(m_router);
    addAuthRoleRoutes(m_router);
    addAuthAuditRoutes(m_router);
    addSecretsRoutes(m_router);
}

HttpResponse DemoServer::answer(const HttpRequest &request)
{
    if (request.path().startsWith("/api/")) {
        HttpResponse response = m_router.handle(request, m_context);
        m_events.tell();
        return response;
    }
    if (const auto stored = serveStorage(request, m_context))
        return *stored;
    if (const auto page = serveSignIn(request, m_context))
        return *page;
    // The pages of the web UI are what this application is there instead of.
    return HttpResponse::proxyPage(request.method == "GET" || request.method == "HEAD" ? 404 : 405);
}

void DemoServer::handle(const HttpRequest &request, const HttpResponder &responder)
{
    if (m_options.latencyMs <= 0) {
        responder.send(answer(request));
        return;
    }
    // The answer is made after the wait, so that it is as fresh as that of a slow service.
    QTimer::singleShot(m_options.latencyMs, this, [this, request, responder] { responder.send(answer(request)); });
}

} // namespace demo
