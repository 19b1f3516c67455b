// SPDX-License-Identifier: MPL-2.0
#include "demofixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace tc::test {

namespace {

constexpr int kWaitMs = 10'000;

} // namespace

QJsonObject WireReply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QByteArrayList WireReply::headerNames() const
{
    static const QByteArrayList ofConnection = { "date", "connection", "keep-alive", "transfer-encoding" };
    QByteArrayList names;
    for (const auto &field : headers.fields()) {
        if (!ofConnection.contains(field.first.toLower()))
            names.append(field.first.toLower());
    }
    std::sort(names.begin(), names.end());
    return names;
}

WireClient::WireClient(quint16 port)
{
    m_socket.connectToHost(u"127.0.0.1"_s, port);
    m_socket.waitForConnected(kWaitMs);
}

bool WireClient::connected() const
{
    return m_socket.state() == QAbstractSocket::ConnectedState;
}

void WireClient::write(const QByteArray &bytes)
{
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(kWaitMs)) { }
}

bool WireClient::more()
{
    if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(kWaitMs) && m_socket.bytesAvailable() == 0)
        return false;
    m_buffer += m_socket.readAll();
    return true;
}

WireReply WireClient::read(bool headOnly)
{
    WireReply reply;
    while (!m_buffer.contains("\r\n\r\n")) {
        if (!more())
            return reply;
    }
    const auto end = m_buffer.indexOf("\r\n\r\n");
    QList<QByteArray> lines = m_buffer.left(end).split('\n');
    m_buffer.remove(0, end + 4);
    reply.status = lines.takeFirst().split(' ').value(1).toInt();
    for (const QByteArray &line : std::as_const(lines)) {
        const auto colon = line.indexOf(':');
        reply.headers.add(line.left(colon), line.mid(colon + 1).trimmed());
    }
    if (reply.status == 100)
        return read(headOnly);
    reply.whole = true;
    if (headOnly || reply.status == 204 || reply.status == 304)
        return reply;
    const qint64 length = reply.headers.value("content-length").toLongLong();
    if (reply.headers.value("transfer-encoding") == "chunked") {
        reply.body = takeBody(reply);
    } else {
        while (m_buffer.size() < length && more()) { }
        reply.whole = m_buffer.size() >= length;
        reply.body = m_buffer.left(length);
        m_buffer.remove(0, reply.body.size());
    }
    if (reply.headers.value("content-encoding") == "gzip" && reply.status != 206)
        reply.body = gunzip(reply.body);
    return reply;
}

QByteArray WireClient::takeBody(const WireReply &)
{
    QByteArray body;
    for (;;) {
        while (!m_buffer.contains("\r\n") && more()) { }
        const auto end = m_buffer.indexOf("\r\n");
        const qint64 size = m_buffer.left(end).toLongLong(nullptr, 16);
        while (m_buffer.size() < end + 2 + size + 2 && more()) { }
        body += m_buffer.mid(end + 2, size);
        m_buffer.remove(0, end + 2 + size + 2);
        if (size == 0)
            return body;
    }
}

QByteArray gunzip(const QByteArray &packed)
{
    z_stream stream = {};
    if (inflateInit2(&stream, 15 + 16) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = static_cast<uInt>(packed.size());
    QByteArray plain;
    int result = Z_OK;
    while (result == Z_OK) {
        QByteArray piece(256 * 1024, Qt::Uninitialized);
        stream.next_out = reinterpret_cast<Bytef *>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        result = inflate(&stream, Z_NO_FLUSH);
        plain += piece.left(piece.size() - static_cast<qsizetype>(stream.avail_out));
    }
    inflateEnd(&stream);
    return result == Z_STREAM_END ? plain : QByteArray();
}

QByteArray requestBytes(const QByteArray &verb, const QByteArray &target, quint16 port,
    const demo::HttpHeaders &headers, const QByteArray &body)
{
    QByteArray bytes = verb + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\n";
    for (const auto &[name, value] : headers.fields())
        bytes += name + ": " + value + "\r\n";
    if (!body.isEmpty() || verb == "POST" || verb == "PUT")
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

WireReply fetch(quint16 port, const QByteArray &verb, const QByteArray &target, const demo::HttpHeaders &headers,
    const QByteArray &body)
{
    WireClient client(port);
    client.write(requestBytes(verb, target, port, headers, body));
    return client.read(verb == "HEAD");
}

Credentials makeTemporary(const Temporary &wanted)
{
    const auto hmac = [](const QByteArray &text, const QString &key) {
        return QMessageAuthenticationCode::hash(text, key.toUtf8(), QCryptographicHash::Sha256);
    };
    const QString seed = u"fD2kSEATSTKbYcfdoi_SYQ6GlrDPxpSe-ZQtrVrMlDBA"_s;
    QStringList lines = { u"version:1"_s };
    if (!wanted.name.isEmpty())
        lines << u"clientId:"_s + wanted.name << u"issuer:"_s + wanted.issuer;
    lines << u"seed:"_s + seed << u"start:%1"_s.arg(wanted.start) << u"expiry:%1"_s.arg(wanted.expiry) << u"scopes:"_s;
    lines += wanted.scopes;
    QJsonObject certificate = { { u"version"_s, 1 }, { u"scopes"_s, QJsonArray::fromStringList(wanted.scopes) },
        { u"start"_s, wanted.start }, { u"expiry"_s, wanted.expiry }, { u"seed"_s, seed },
        { u"signature"_s, QString::fromLatin1(hmac(lines.join(u'\n').toUtf8(), wanted.issuerToken).toBase64()) } };
    if (!wanted.name.isEmpty())
        certificate.insert(u"issuer"_s, wanted.issuer);
    Credentials made;
    made.clientId = wanted.name.isEmpty() ? wanted.issuer : wanted.name;
    made.accessToken
        = QString::fromLatin1(hmac(seed.toUtf8(), wanted.issuerToken)
                                  .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    made.certificate = QString::fromUtf8(QJsonDocument(certificate).toJson(QJsonDocument::Compact));
    return made;
}

DemoFixture::DemoFixture(demo::DemoOptions options)
{
    start([options] { return new demo::DemoServer(options); });
}

DemoFixture::DemoFixture(demo::DemoOptions options, demo::DemoState state)
{
    start([options, state = std::move(state)] { return new demo::DemoServer(options, state); });
}

DemoFixture::~DemoFixture()
{
    with([](demo::DemoServer &server) { server.deleteLater(); });
    m_thread.quit();
    m_thread.wait();
}

void DemoFixture::start(const std::function<demo::DemoServer *()> &make)
{
    QObject starter;
    starter.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        &starter,
        [this, &make, &starter] {
            m_server = make();
            m_server->start();
            m_port = m_server->http().port();
            starter.moveToThread(nullptr);
        },
        Qt::BlockingQueuedConnection);
}

void DemoFixture::with(const std::function<void(demo::DemoServer &)> &f)
{
    QMetaObject::invokeMethod(
        m_server, [this, &f] { f(*m_server); }, Qt::BlockingQueuedConnection);
}

} // namespace tc::test
