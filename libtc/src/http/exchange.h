// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "http/httplog.h"

#include <tc/error.h>

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

class QNetworkAccessManager;

namespace tc {

class AccessManager;

/// Whose connections a request uses. A download of gigabytes must not keep a click waiting, nor a log that never ends a
/// download.
enum class Pool { Api, Transfers, LiveLogs };

struct HttpRequest {
    QByteArray verb;
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray authorization; ///< value of the header, or empty
    std::optional<QByteArray> body;
    /// In the place of a body one that is read while it is sent, once and never again. Makes it when the request sets
    /// off; the exchange owns it.
    std::function<QIODevice *()> makeBody;
    qint64 bodySize = 0; ///< bytes that such a body gives
    bool once = false; ///< the server must not see it twice
    bool stream = false; ///< the owner reads the body as it comes; otherwise it is collected
    Pool pool = Pool::Api;
    std::chrono::milliseconds timeout { 30'000 }; ///< without a byte; zero for none
    qint64 maxSize = -1; ///< of the body on the wire; -1 for none
    QString method; ///< of the API, for the log
    QString peerName; ///< the certificate's name when the URL's host is an address that stands for it
};

/// One request and its reply. Made by AccessManager::send(); finished() comes once and not from inside a call, except
/// after cancel(): then nothing comes any more. To be deleted with deleteLater().
class Exchange : public QObject
{
    Q_OBJECT

public:
    ~Exchange() override;

    void cancel();

    /// Why there is no whole reply; a reply of any status is none.
    const Error &error() const { return m_error; }
    /// Whether the server may have got the request; known when it has finished.
    bool maybeReceived() const { return m_maybeReceived; }
    int status() const { return m_status; }
    const QList<std::pair<QByteArray, QByteArray>> &headers() const { return m_headers; }
    QByteArray header(QByteArrayView name) const;
    bool isGzipped() const;
    /// Whether the end of the body is marked in the body. Qt 6.4 takes the end of the connection for that mark when it
    /// comes at a bad moment, so such a body may be cut without an error.
    bool isChunked() const;
    qint64 received() const { return m_received; }
    /// Length on the wire as announced, -1 while unknown.
    qint64 announced() const { return m_announced; }
    /// The collected body as it came, with room behind its end for the JSON decoder.
    QByteArray takeBody() { return std::move(m_body); }

    /// While it lasts no silence is too long: the owner of a streamed body does not read or give, so the server has to
    /// wait.
    void setPaused(bool on);

    /// For a streamed body: what has come. Readable after finished() too, whether the rest is missing or not.
    qint64 bytesAvailable() const;
    QByteArray read(qint64 maxSize);

Q_SIGNALS:
    void headersReady();
    void progress(qint64 received, qint64 total);
    /// Bytes of the request's body that have gone to the network.
    void sent(qint64 bytes);
    /// A streamed body has bytes to read. After finished() what is left may still be read.
    void readyRead();
    void finished();

private:
    friend class AccessManager;
    Exchange(HttpRequest request, AccessManager *manager);

    void begin(QNetworkAccessManager *network, const QNetworkRequest &prototype);
    QNetworkReply *post(QNetworkAccessManager *network, const QNetworkRequest &request);
    QNetworkReply *postOnce(
        QNetworkAccessManager *network, QNetworkRequest request, QIODevice *body, qint64 size) const;
    void watch(QNetworkReply *reply);
    QString hostName() const;
    void onHeaders();
    void onReadyRead();
    bool collect();
    void onNetworkFinished();
    Error transportError() const;
    Error tlsError() const;
    bool endsEarly() const;
    void fail(Error error);
    void failLater(Error error);
    void end();
    void keepAlive();
    void release();

    HttpRequest m_request;
    QPointer<AccessManager> m_manager;
    QPointer<QNetworkReply> m_reply;
    QTimer m_timer;
    QElapsedTimer m_clock;
    Error m_error;
    QString m_tlsFault;
    QList<std::pair<QByteArray, QByteArray>> m_headers;
    QByteArray m_body;
    qint64 m_received = 0;
    qint64 m_announced = -1;
    int m_status = 0;
    int m_slot = -1; ///< of the pool's connections, -1 for none
    bool m_maybeReceived = false;
    bool m_hasHeaders = false;
    bool m_paused = false;
    bool m_done = false;
};

} // namespace tc
