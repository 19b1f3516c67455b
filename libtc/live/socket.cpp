// SPDX-License-Identifier: MPL-2.0
#include "socket.h"

#include "call/errorparser.h"
#include "util/makeerror.h"
#include "util/text.h"

#include <QNetworkRequest>
#include <QRegularExpression>
#include <QSslError>
#include <QWebSocketHandshakeOptions>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tc::live {

namespace {

/// How long a goodbye may take to reach the server.
constexpr auto farewell = 2s;

/// The status with which a web server answers instead of opening the socket. Qt has it in a text only.
int statusIn(const QString &text)
{
    static const QRegularExpression pattern(u"status code: (\\d{3})"_s);
    return pattern.match(text).captured(1).toInt();
}

} // namespace

Socket::Socket(Target target, const Options &options, QObject *parent)
    : QObject(parent), m_target(std::move(target)), m_options(options)
{
    m_socket.setMaxAllowedIncomingFrameSize(static_cast<quint64>(options.maxMessageSize));
    m_socket.setMaxAllowedIncomingMessageSize(static_cast<quint64>(options.maxMessageSize));
    if (m_target.tls)
        m_socket.setSslConfiguration(*m_target.tls);
    m_socket.setProxy(m_target.proxy);
    m_patience.setSingleShot(true);
    m_quiet.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        end(makeError(ErrorKind::Timeout, Text::tr("%1 did not answer in time.").arg(m_target.url.host())));
    });
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        m_patience.start(m_options.timeout);
        m_socket.ping();
    });
    connect(&m_socket, &QWebSocket::connected, this, &Socket::onConnected);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &Socket::onText);
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this, [this] {
        end(makeError(ErrorKind::Protocol, Text::tr("The subscription socket sent bytes instead of text.")));
    });
    connect(&m_socket, &QWebSocket::pong, this, &Socket::heard);
    connect(&m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (!errors.isEmpty())
            m_tlsFault = errors.first().errorString();
    });
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, &Socket::onError);
    connect(&m_socket, &QWebSocket::disconnected, this, &Socket::onDisconnected);
}

Socket::~Socket()
{
    m_ended = true;
    m_socket.disconnect(this);
    m_socket.abort();
}

void Socket::open()
{
    QWebSocketHandshakeOptions handshake;
    handshake.setSubprotocols({ QString(subprotocol) });
    QNetworkRequest request(m_target.url);
    m_patience.start(m_options.timeout);
    m_socket.open(request, handshake);
}

void Socket::onConnected()
{
    if (m_socket.subprotocol() != subprotocol) {
        end(makeError(ErrorKind::Protocol, Text::tr("The subscription socket speaks another protocol.")), true);
        return;
    }
    m_socket.sendTextMessage(initFrame(m_target.credentials));
    // It has been said.
    m_target.credentials = {};
}

void Socket::send(const QString &frame)
{
    if (!m_ended)
        m_socket.sendTextMessage(frame);
}

/// Any sign of life will do.
void Socket::heard()
{
    if (!m_accepted || m_ended)
        return;
    m_patience.stop();
    m_quiet.start(m_options.pingInterval);
}

void Socket::onText(const QString &text)
{
    if (m_ended)
        return;
    const auto frame = parseFrame(text);
    if (!frame) {
        end(makeError(ErrorKind::Protocol, Text::tr("The subscription socket sent something that is no frame.")));
    } else if (frame->type == "connection_error"_L1) {
        const Error error = refusalOf(frame->payload);
        end(error, error.kind == ErrorKind::Scope || error.kind == ErrorKind::Authentication);
    } else if (frame->type == "connection_ack"_L1) {
        if (std::exchange(m_accepted, true))
            return;
        heard();
        Q_EMIT accepted();
    } else if (m_accepted) {
        heard();
        Q_EMIT received(*frame);
    }
}

void Socket::onError(QAbstractSocket::SocketError code)
{
    const QString host = m_target.url.host();
    const QString why = m_socket.errorString();
    const int status = statusIn(why);
    if (!m_tlsFault.isEmpty() || code == QAbstractSocket::SslHandshakeFailedError) {
        end(makeError(ErrorKind::Tls,
                Text::tr("The identity of %1 could not be proved: %2")
                    .arg(host, m_tlsFault.isEmpty() ? why : m_tlsFault)),
            true);
    } else if (status >= 500 || status == 429) {
        Error error
            = makeError(kindOfStatus(status), Text::tr("%1 has no subscription socket now: %2.").arg(host).arg(status));
        error.httpStatus = status;
        end(error);
    } else if (status != 0) {
        Error error = makeError(
            ErrorKind::Protocol, Text::tr("%1 has no subscription socket: it answers %2.").arg(host).arg(status));
        error.httpStatus = status;
        end(error, true);
    } else {
        end(makeError(ErrorKind::Network, Text::tr("The connection to %1 failed: %2.").arg(host, why)));
    }
}

void Socket::onDisconnected()
{
    const auto code = m_socket.closeCode();
    if (code == QWebSocketProtocol::CloseCodeTooMuchData) {
        end(makeError(
            ErrorKind::TooLarge, Text::tr("A message was longer than %1 bytes.").arg(m_options.maxMessageSize)));
    } else if (code == QWebSocketProtocol::CloseCodeProtocolError) {
        end(makeError(ErrorKind::Protocol, Text::tr("The subscription socket speaks another protocol.")), !m_accepted);
    } else {
        end(makeError(ErrorKind::Network,
            Text::tr("%1 closed the subscription socket (%2).").arg(m_target.url.host()).arg(static_cast<int>(code))));
    }
}

void Socket::end(const Error &error, bool isFinal)
{
    if (std::exchange(m_ended, true))
        return;
    m_patience.stop();
    m_quiet.stop();
    // Not now: one of the socket's own signals may have brought us here.
    QMetaObject::invokeMethod(
        this, [this, error, isFinal] { Q_EMIT ended(error, isFinal); }, Qt::QueuedConnection);
}

void Socket::leave()
{
    disconnect();
    setParent(nullptr);
    m_patience.stop();
    m_quiet.stop();
    const bool isThere = !std::exchange(m_ended, true) && m_socket.state() == QAbstractSocket::ConnectedState;
    if (!isThere) {
        deleteLater();
        return;
    }
    m_socket.disconnect(this);
    m_socket.sendTextMessage(terminateFrame());
    connect(&m_socket, &QWebSocket::disconnected, this, &QObject::deleteLater);
    QTimer::singleShot(farewell, this, &QObject::deleteLater);
    m_socket.close();
}

} // namespace tc::live
