// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "scriptedserver.h"

#include <tc/client.h>

#include <QPointer>
#include <QSignalSpy>

namespace tc::test {

/// A call's kinds as far as faults go: with and without a body, with and without a result, repeatable and not.
enum class Kind { Get, Put, Delete, Once, OnceEmpty };
struct NamedKind {
    Kind kind;
    const char *name;
};
inline constexpr NamedKind kinds[] = { { Kind::Get, "GET" }, { Kind::Put, "PUT" }, { Kind::Delete, "DELETE" },
    { Kind::Once, "POST once" }, { Kind::OnceEmpty, "empty POST once" } };

bool isOnce(Kind kind);
bool hasResult(Kind kind);
ReplyBase *start(Client &client, Kind kind);

/// A call under watch.
class Watched
{
public:
    explicit Watched(ReplyBase *reply) : m_reply(reply), m_finished(reply, &ReplyBase::finished)
    {
        reply->setAutoDelete(false);
        QObject::connect(reply, &ReplyBase::progress, reply, [this] { m_late = m_late || !m_finished.isEmpty(); });
        QObject::connect(reply, &ReplyBase::retrying, reply, [this] { m_late = m_late || !m_finished.isEmpty(); });
    }
    ~Watched() { delete m_reply; }
    Q_DISABLE_COPY_MOVE(Watched)

    ReplyBase *operator->() const { return m_reply; }
    ErrorKind kind() const { return m_reply->error().kind; }

    /// Why the end was not the one end that a call has, or nothing.
    QByteArray endFault();

private:
    QPointer<ReplyBase> m_reply;
    QSignalSpy m_finished;
    bool m_late = false;
};

/// What a call ends in when a fault stays.
struct Cell {
    QByteArray name;
    Step step;
    ErrorKind error = ErrorKind::None; ///< of a call with a result
    bool isRepeated = false; ///< where that is allowed
    bool needsResult = false; ///< a call without one does not notice
};

/// What a good reply holds.
extern const QByteArray goodBody;

/// The rows of the matrix.
QList<Cell> cells();
/// The reply goes silent where it would have been cut.
Step silent(const Step &step);
/// The last \a bytes of the body are missing, and it is announced as if they were not part of it.
Step chopped(Step step, qsizetype bytes);

} // namespace tc::test
