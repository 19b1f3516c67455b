// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/demoserver.h"

#include <tc/credentials.h>

#include <QJsonObject>
#include <QTcpSocket>
#include <QThread>

namespace tc::test {

// A reply as it stands on the wire, with its body put together.
struct WireReply {
    int status = 0; // 0 when the connection ended before an answer
    demo::HttpHeaders headers;
    QByteArray body; // decoded, when it came as gzip
    bool whole = false;

    QJsonObject json() const;
    QByteArrayList headerNames() const; // in lower case, sorted, without those of the connection
};

// A blocking HTTP client that sends exactly the bytes that it is given.
class WireClient
{
public:
    explicit WireClient(quint16 port);

    bool connected() const;
    void write(const QByteArray &bytes);
    WireReply read(bool headOnly = false);
    QTcpSocket &socket() { return m_socket; }

private:
    bool more();
    QByteArray takeBody(const WireReply &reply);

    QTcpSocket m_socket;
    QByteArray m_buffer;
};

QByteArray gunzip(const QByteArray &packed);
QByteArray requestBytes(const QByteArray &verb, const QByteArray &target, quint16 port,
    const demo::HttpHeaders &headers = {}, const QByteArray &body = {});
WireReply fetch(quint16 port, const QByteArray &verb, const QByteArray &target, const demo::HttpHeaders &headers = {},
    const QByteArray &body = {});

// Credentials made from others, for tests that need certificates of every kind.
struct Temporary {
    QString issuer;
    QString issuerToken;
    QString name; // empty: unnamed
    QStringList scopes;
    qint64 start = 0;
    qint64 expiry = 0;
};
Credentials makeTemporary(const Temporary &wanted);

// A demo server on a thread of its own, into which a test may reach.
class DemoFixture
{
public:
    explicit DemoFixture(demo::DemoOptions options = {});
    DemoFixture(demo::DemoOptions options, demo::DemoState state);
    ~DemoFixture();

    quint16 port() const { return m_port; }
    // Runs f on the server's thread and waits for it.
    void with(const std::function<void(demo::DemoServer &)> &f);

private:
    void start(const std::function<demo::DemoServer *()> &make);

    QThread m_thread;
    demo::DemoServer *m_server = nullptr;
    quint16 m_port = 0;
};

} // namespace tc::test
