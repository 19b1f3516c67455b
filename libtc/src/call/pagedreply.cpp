// SPDX-License-Identifier: MPL-2.0
#include <tc/pagedreply.h>

#include "call/clientprivate.h"
#include "util/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

bool takesLimit(const MethodInfo *method)
{
    return method && std::any_of(method->query.begin(), method->query.end(), [](const char *name) {
        return qstrcmp(name, "limit") == 0;
    });
}

bool has(const Call &call, QLatin1StringView name)
{
    return std::any_of(call.query.cbegin(), call.query.cend(), [name](const auto &item) { return item.first == name; });
}

Error makeError(const Call &call, ErrorKind kind, const QString &message)
{
    Error error;
    error.kind = kind;
    error.message = message;
    if (call.method)
        error.method = QLatin1StringView(call.method->service) + u'.' + QLatin1StringView(call.method->name);
    return error;
}

} // namespace

PagedReplyBase::PagedReplyBase(Client *client, Call firstCall, PagingOptions options, QObject *parent)
    : QObject(parent ? parent : lastOwner()), m_client(client), m_call(std::move(firstCall)),
      m_options(std::move(options)), m_token(m_options.startToken)
{
    m_call.options = m_options.call;
    connect(client, &QObject::destroyed, this, &PagedReplyBase::abort);
    schedule();
}

PagedReplyBase::~PagedReplyBase() = default;

bool PagedReplyBase::isFinished() const
{
    return m_finished;
}

const Error &PagedReplyBase::error() const
{
    return m_error;
}

int PagedReplyBase::pageCount() const
{
    return m_pageCount;
}

QString PagedReplyBase::continuationToken() const
{
    return m_token;
}

bool PagedReplyBase::isPaused() const
{
    return m_paused;
}

void PagedReplyBase::setAutoDelete(bool on)
{
    m_autoDelete = on;
}

void PagedReplyBase::pause()
{
    m_paused = true;
}

void PagedReplyBase::resume()
{
    if (std::exchange(m_paused, false))
        schedule();
}

void PagedReplyBase::abort()
{
    if (m_ending || m_finished)
        return;
    finishLater(makeError(m_call, ErrorKind::Cancelled, Text::tr("The call was cancelled.")));
}

/// The next step comes from the event loop, once.
void PagedReplyBase::schedule()
{
    if (!std::exchange(m_scheduled, true))
        QMetaObject::invokeMethod(this, &PagedReplyBase::takeStep, Qt::QueuedConnection);
}

void PagedReplyBase::takeStep()
{
    m_scheduled = false;
    if (m_paused || m_ending || m_finished || m_reply)
        return;
    if (m_holdsPage)
        deliver();
    else
        requestPage();
}

void PagedReplyBase::requestPage()
{
    if (m_options.limit < 1) {
        finish(makeError(m_call, ErrorKind::Usage, Text::tr("A page must have at least one row.")));
        return;
    }
    Call call = m_call;
    // Without a limit some services ignore the token.
    if (takesLimit(call.method) && !has(call, "limit"_L1))
        call.query.append({ u"limit"_s, QString::number(m_options.limit) });
    if (!m_token.isEmpty()) {
        m_seen.insert(m_token);
        call.query.append({ u"continuationToken"_s, m_token });
    }
    m_reply = startPage(std::move(call));
    connect(m_reply, &ReplyBase::retrying, this, &PagedReplyBase::retrying);
    connect(m_reply, &ReplyBase::finished, this, [this, reply = m_reply.data()] {
        if (reply->error() && !m_ending)
            finish(reply->error());
    });
}

void PagedReplyBase::pageArrived(const std::optional<QString> &token)
{
    m_reply = nullptr;
    if (m_ending || m_finished)
        return;
    m_holdsPage = true;
    m_last = !token || token->isEmpty();
    m_token = token.value_or(QString());
    if (!m_paused)
        deliver();
}

void PagedReplyBase::deliver()
{
    m_holdsPage = false;
    ++m_pageCount;
    const QPointer<PagedReplyBase> guard(this);
    Q_EMIT pageReady();
    if (!guard || m_ending || m_finished)
        return;
    dropPage();
    if (m_last)
        finishLater({});
    else if (m_seen.contains(m_token))
        finishLater(makeError(m_call, ErrorKind::Protocol,
            Text::tr("The service gave the same page token twice, so the list would never end.")));
    else
        schedule();
}

void PagedReplyBase::finishLater(Error error)
{
    m_ending = true;
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply = nullptr;
    }
    QMetaObject::invokeMethod(
        this, [this, error = std::move(error)] { finish(error); }, Qt::QueuedConnection);
}

void PagedReplyBase::finish(Error error)
{
    if (std::exchange(m_finished, true))
        return;
    m_ending = true;
    m_error = std::move(error);
    const QPointer<PagedReplyBase> guard(this);
    Q_EMIT finished();
    if (guard && m_autoDelete)
        deleteLater();
}

} // namespace tc
