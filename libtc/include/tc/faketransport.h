// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/methodinfo.h>
#include <tc/transport.h>

#include <QByteArray>
#include <QList>
#include <QNetworkReply>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace tc {

/// A request as it would have gone on the wire.
struct FakeRequest {
    QByteArray verb;
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case; a signature is among them
    QByteArray body;
    const MethodInfo *method = nullptr; ///< the method of the API that verb and path belong to, or null
    QStringList arguments; ///< of its route, decoded

    /// The first header of that name (in lower case), or nothing.
    QByteArray header(QByteArrayView name) const;
};

/// What a fake answers.
struct FakeResponse {
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers {};
    QByteArray body {};
    /// A transport that fails instead of answering, for example QNetworkReply::ConnectionRefusedError.
    QNetworkReply::NetworkError failure = QNetworkReply::NoError;
    std::chrono::milliseconds delay { 0 }; ///< before the answer

    /// A JSON body: encodeJson() of a generated type, or a text.
    static FakeResponse json(const QByteArray &body, int status = 200);
    /// An error in the form of the services.
    static FakeResponse error(int status, const QByteArray &code, const QByteArray &message);
};

/// A transport without a network: functions answer the requests, which are kept. Its handlers are called on the
/// client's thread, from the event loop. A request that nothing answers gets a 404 that names it.
class FakeTransport : public Transport
{
public:
    using Handler = std::function<FakeResponse(const FakeRequest &request)>;

    FakeTransport();
    ~FakeTransport() override;

    /// Answers the calls of one method ("queue", "task"); goes before any().
    void on(const QByteArray &service, const QByteArray &method, Handler handler);
    /// Answers everything else, transfers from and to other hosts included.
    void any(Handler handler);

    /// All requests so far, in the order in which they came.
    const QList<FakeRequest> &requests() const;

    QNetworkAccessManager *makeManager(QObject *parent) override;

private:
    struct State;
    friend class FakeManager;
    std::shared_ptr<State> m_state; ///< of the managers too, which may outlive the transport
};

} // namespace tc
