// SPDX-License-Identifier: MPL-2.0
#include "call/pagewalk.h"

#include "call/clientprivate.h"
#include "call/pagetokens.h"
#include "call/replyprivate.h"
#include "util/httpdate.h"
#include "util/makeerror.h"
#include "util/text.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

/// Requests whose answers may turn out to be of no use.
constexpr size_t mostTentative = 5;

/// Pages that have been asked for and not been delivered, with those that are of use for certain.
constexpr size_t mostPages = 8;

/// Smaller pages are read by somebody who looks at the first one and leaves.
constexpr int smallestSpeculation = 100;

bool takesLimit(const MethodInfo *method)
{
    return method && std::any_of(method->query.begin(), method->query.end(), [](const char *name) {
        return qstrcmp(name, "limit") == 0;
    });
}

std::optional<int> limitOf(const Call &call)
{
    for (const auto &[name, value] : call.query) {
        if (name == "limit"_L1)
            return value.toInt();
    }
    return {};
}

Error pagingError(const Call &call, ErrorKind kind, const QString &message)
{
    Error error = makeError(kind, message);
    if (call.method)
        error.method = QLatin1StringView(call.method->service) + u'.' + QLatin1StringView(call.method->name);
    return error;
}

} // namespace

PageWalk::PageWalk(PagedReplyBase *reply, Client *pageClient, Call firstCall, PagingOptions options)
    : q(reply), client(pageClient), token(options.startToken), m_call(std::move(firstCall)),
      m_options(std::move(options))
{
    m_call.options = m_options.call;
    if (takesLimit(m_call.method))
        m_limit = limitOf(m_call).value_or(m_options.limit);
    connect(pageClient, &QObject::destroyed, this, &PageWalk::abort);
    schedule();
}

void PageWalk::pause()
{
    paused = true;
}

void PageWalk::resume()
{
    if (!std::exchange(paused, false))
        return;
    extend();
    schedule();
}

void PageWalk::abort()
{
    if (m_ending || finished)
        return;
    finishLater(pagingError(m_call, ErrorKind::Cancelled, Text::tr("The call was cancelled.")));
}

void PageWalk::setSpeculative(bool on)
{
    m_options.speculative = on;
    extend();
}

/// The next step comes from the event loop, once.
void PageWalk::schedule()
{
    if (!std::exchange(m_scheduled, true))
        QMetaObject::invokeMethod(this, &PageWalk::takeStep, Qt::QueuedConnection);
}

void PageWalk::takeStep()
{
    m_scheduled = false;
    if (paused || m_ending || finished)
        return;
    if (m_pages.empty()) {
        if (!checkOptions())
            return;
        m_pages.push_back(ask(token, false));
        extend();
    } else if (m_pages.front().done) {
        if (m_pages.front().reply->error())
            firstFailed();
        else
            deliver();
    }
}

bool PageWalk::checkOptions()
{
    if (m_options.limit >= 1)
        return true;
    finish(pagingError(m_call, ErrorKind::Usage, Text::tr("A page must have at least one row.")));
    return false;
}

Call PageWalk::callFor(const QString &pageToken) const
{
    Call call = m_call;
    // Without a limit some services ignore the token.
    if (m_limit > 0 && !limitOf(call))
        call.query.append({ u"limit"_s, QString::number(m_limit) });
    if (!pageToken.isEmpty())
        call.query.append({ u"continuationToken"_s, pageToken });
    return call;
}

PageWalk::Page PageWalk::ask(const QString &pageToken, bool tentative)
{
    Call call = callFor(pageToken);
    if (tentative)
        call.options.maxRetries = 0; // a failure is judged when the page's turn comes
    ReplyBase *reply = q->startPage(std::move(call));
    reply->setAutoDelete(false);
    connect(reply, &ReplyBase::finished, this, [this, reply] { onPageFinished(reply); });
    connect(
        reply, &ReplyBase::retrying, this, [this](int attempt, std::chrono::milliseconds delay, const Error &reason) {
            noteFailure(reason);
            Q_EMIT q->retrying(attempt, delay, reason);
        });
    if (m_options.lookAhead || m_options.speculative)
        ReplyPrivate::of(reply)->onTokenFound = [this, reply](const QString &next) { onTokenFound(reply, next); };
    return { pageToken, reply, {}, tentative, false };
}

/// Asks for what comes after the pages that have been asked for, as far as that is known and wanted.
void PageWalk::extend()
{
    while (!m_pages.empty() && !paused && !m_ending && !finished) {
        const QString next = expectedAfter(m_pages.size() - 1);
        if (next.isEmpty() || !mayAskFor(next))
            return;
        // One page ahead, named by the page whose turn it is, is what asking in turn comes to.
        const bool isLookAhead = m_pages.size() == 1 && !m_pages.front().next.isEmpty();
        m_pages.push_back(ask(next, !isLookAhead));
    }
}

/// The token that the page at \a index names, or is likely to name.
QString PageWalk::expectedAfter(size_t index) const
{
    const Page &page = m_pages[index];
    if (page.done || !page.next.isEmpty())
        return page.next;
    return maySpeculate() ? ClientPrivate::of(client)->deployment->pageTokens.after(m_limit, page.token) : QString();
}

bool PageWalk::mayAskFor(const QString &pageToken) const
{
    const bool isNamed = m_pages.size() == 1 && !m_pages.front().next.isEmpty();
    const bool isRoom = m_pages.size() < mostPages && m_pages.size() - provenPages() < mostTentative;
    if (!(isNamed && m_options.lookAhead) && (!maySpeculate() || !isRoom))
        return false;
    // A token that comes again is found out when its page is delivered.
    return !m_used.contains(pageToken)
        && std::none_of(m_pages.begin(), m_pages.end(), [&](const Page &page) { return page.token == pageToken; });
}

/// How many pages of the row belong to the list for certain: each was named by the one before it.
size_t PageWalk::provenPages() const
{
    size_t count = 1;
    while (count < m_pages.size() && m_pages[count - 1].next == m_pages[count].token)
        ++count;
    return count;
}

bool PageWalk::maySpeculate() const
{
    return isSpeculative() && client && m_limit >= smallestSpeculation && m_call.method->idempotent;
}

/// A worker has seen the page, and decodes it now.
void PageWalk::onTokenFound(const ReplyBase *reply, const QString &next)
{
    const auto page
        = std::find_if(m_pages.begin(), m_pages.end(), [reply](const Page &item) { return item.reply == reply; });
    if (page == m_pages.end() || page->done || m_ending)
        return;
    page->next = next;
    dropDisproved();
    extend();
}

void PageWalk::onPageFinished(ReplyBase *reply)
{
    const auto page
        = std::find_if(m_pages.begin(), m_pages.end(), [reply](const Page &item) { return item.reply == reply; });
    if (page == m_pages.end() || m_ending)
        return;
    page->done = true;
    page->next.clear();
    const auto index = static_cast<size_t>(page - m_pages.begin());
    if (!reply->error()) {
        page->next = q->tokenOf(reply).value_or(QString());
        if (page->next.isEmpty())
            dropFrom(index + 1);
        dropDisproved();
    } else {
        noteFailure(reply->error());
        m_surprised = m_surprised || page->tentative;
    }
    extend();
    if (index == 0)
        schedule();
}

/// A service that has enough to do is not asked for what may be of no use.
void PageWalk::noteFailure(const Error &reason)
{
    if (reason.kind == ErrorKind::RateLimited || reason.kind == ErrorKind::Server)
        m_surprised = true;
}

/// Lets go of what follows a page that names another token.
void PageWalk::dropDisproved()
{
    for (size_t i = 0; i + 1 < m_pages.size(); ++i) {
        const QString &next = m_pages[i].next;
        if (next.isEmpty() || next == m_pages[i + 1].token)
            continue;
        m_surprised = true;
        dropFrom(i + 1);
    }
}

void PageWalk::dropFrom(size_t index)
{
    while (m_pages.size() > index) {
        ReplyBase *reply = m_pages.back().reply;
        const bool done = m_pages.back().done;
        m_pages.pop_back();
        reply->disconnect(this);
        ReplyPrivate::of(reply)->onTokenFound = nullptr;
        if (done) {
            reply->deleteLater();
        } else {
            reply->setAutoDelete(true);
            reply->abort();
        }
    }
}

void PageWalk::deliver()
{
    const Page page = m_pages.front();
    m_pages.pop_front();
    q->takeFrom(page.reply);
    page.reply->deleteLater();
    if (!m_lastToken.isEmpty())
        m_chain.emplace_back(m_lastToken, page.token);
    m_lastToken = page.token;
    m_used.insert(page.token);
    token = page.next;
    ++pageCount;
    const QPointer<PageWalk> guard(this);
    Q_EMIT q->pageReady();
    if (!guard || m_ending || finished)
        return;
    q->dropPage();
    if (token.isEmpty()) {
        finishLater({});
    } else if (m_used.contains(token)) {
        finishLater(pagingError(m_call, ErrorKind::Protocol,
            Text::tr("The service gave the same page token twice, so the list would never end.")));
    } else {
        extend();
        schedule();
    }
}

void PageWalk::firstFailed()
{
    const Page page = m_pages.front();
    if (!page.tentative) {
        finish(page.reply->error());
        return;
    }
    // It was asked for without retries, and too early perhaps. Now it is its turn.
    if (!m_mayAskAgain) {
        waitBeforeAsking(page.reply);
    } else if (m_mayAskAgain->hasExpired()) {
        m_mayAskAgain.reset();
        page.reply->deleteLater();
        m_pages.front() = ask(page.token, false);
        extend();
    }
}

/// As long as the service wants it, as after the failure of any call.
void PageWalk::waitBeforeAsking(const ReplyBase *failed)
{
    const RetryPolicy rules = m_call.options.retry.value_or(client ? client->options().retry : RetryPolicy());
    const Error &reason = failed->error();
    std::chrono::milliseconds delay { 0 };
    if (reason.kind == ErrorKind::RateLimited || reason.kind == ErrorKind::Server || reason.kind == ErrorKind::Network)
        delay = rules.delay(1, QRandomGenerator::global()->generateDouble());
    const QDateTime now = parseHttpDate(failed->response().header("date"));
    const auto asked = parseRetryAfter(
        failed->response().header("retry-after"), now.isValid() ? now : QDateTime::currentDateTimeUtc());
    if (asked && *asked > rules.retryAfterCap) {
        finish(reason);
        return;
    }
    delay = std::max(delay, asked.value_or(delay));
    m_mayAskAgain.emplace(delay, Qt::PreciseTimer);
    QTimer::singleShot(delay, Qt::PreciseTimer, this, &PageWalk::schedule);
    if (delay.count() > 0)
        Q_EMIT q->retrying(2, delay, reason);
}

void PageWalk::finishLater(Error reason)
{
    m_ending = true;
    dropFrom(0);
    QMetaObject::invokeMethod(
        this, [this, reason = std::move(reason)] { finish(reason); }, Qt::QueuedConnection);
}

void PageWalk::finish(Error reason)
{
    if (std::exchange(finished, true))
        return;
    m_ending = true;
    dropFrom(0);
    error = std::move(reason);
    remember();
    const QPointer<PageWalk> guard(this);
    Q_EMIT q->finished();
    if (guard && autoDelete)
        q->deleteLater();
}

/// Later walks may expect the same tokens in the same order, unless this one came to nothing that makes sense.
void PageWalk::remember()
{
    if (error.kind == ErrorKind::Protocol || m_limit < smallestSpeculation || !client)
        return;
    for (const auto &[before, after] : m_chain)
        ClientPrivate::of(client)->deployment->pageTokens.learn(m_limit, before, after);
}

} // namespace tc
