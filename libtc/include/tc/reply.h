// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

#include <QByteArray>
#include <QList>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace tc {

class ReplyPrivate;

/// What is known about a reply besides its body.
struct ResponseInfo {
    int httpStatus = 0;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    int attempts = 0; ///< how often the request was sent
    QString requestId; ///< x-for-request-id
    QString traceId; ///< x-for-trace-id
    std::chrono::milliseconds duration { 0 }; ///< of the whole call, with all its attempts and waits; 0 until it ends
    QByteArray body; ///< of a Reply<void> only: what came, inflated; empty otherwise, the value holds it

    /// The first header of that name (in lower case), or nothing.
    QByteArray header(QByteArrayView name) const;
};

/// A call under way. Work starts on the next turn of the event loop; finished() comes exactly once, whatever
/// happens, and never from inside the call that made the reply or from abort(). Signals come in the order progress,
/// retrying, finished. A reply deletes itself after finished() unless setAutoDelete(false); destroying the reply or
/// its parent aborts the call silently. It lives on its client's thread.
class ReplyBase : public QObject
{
    Q_OBJECT

public:
    ~ReplyBase() override;

    bool isFinished() const;
    /// The error; its kind is None while the call runs and when it went well.
    const Error &error() const;
    const ResponseInfo &response() const;

    /// Ends the call, asynchronously, in Cancelled. Does nothing once it has finished.
    void abort();
    void setAutoDelete(bool on);

Q_SIGNALS:
    /// Bytes of the body received so far on the wire; \a total is -1 while unknown.
    void progress(qint64 received, qint64 total);
    /// Attempt \a attempt (the first retry is 2) starts after \a delay because of \a reason.
    void retrying(int attempt, std::chrono::milliseconds delay, const tc::Error &reason);
    void finished();

protected:
    explicit ReplyBase(QObject *parent);

    /// Puts a decoded value into the reply, on the reply's thread, or gives the error instead.
    using Store = std::function<Error()>;
    /// Turns a whole body into what puts its value in place. Runs once, on another thread when the body is long, so
    /// it must not touch the reply; what it returns may.
    using Decoder = std::function<Store(QByteArray body)>;
    virtual Decoder decoder() = 0;
    /// Whether any body will do: then it is kept in the response as it came, and nothing is decoded.
    virtual bool takesAnyBody() const { return false; }

private:
    friend class ReplyPrivate;
    friend class Client;
    std::unique_ptr<ReplyPrivate> d;
};

} // namespace tc

#include <tc/reply_impl.h>
