// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QPointer>

namespace core {

/// The context of one request, of which the newest wins: callbacks connected with it are dropped, and calls tied to it
/// aborted, when a newer one takes its place.
class Request
{
public:
    Request() = default;
    ~Request() { cancel(); }
    Q_DISABLE_COPY_MOVE(Request)

    /// A fresh context, for a request that replaces the one before.
    QObject *renew()
    {
        cancel();
        m_context = new QObject;
        return m_context;
    }

    void cancel()
    {
        delete m_context;
        m_context = nullptr;
    }

    QObject *context() const { return m_context; }

    /// Aborts \a reply (anything with abort()) when the request is cancelled or replaced.
    template <typename Reply>
    void tie(Reply *reply)
    {
        QObject::connect(m_context, &QObject::destroyed, reply, [reply] { reply->abort(); });
    }

private:
    QObject *m_context = nullptr;
};

} // namespace core
