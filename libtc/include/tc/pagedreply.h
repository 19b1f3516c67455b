// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/client.h>

#include <QPointer>
#include <QSet>

namespace tc {

class PageWalk;

/// How a list is walked.
struct PagingOptions {
    int limit = 1000; ///< rows a page, sent with every request that takes it; the services give 1000 at most
    QString startToken {}; ///< where to start: the continuationToken() of a walk that failed, empty for the first page
    CallOptions call {}; ///< for each page's call
    /// Asks for a page while the one before it is decoded and handled. At most that one page is held besides the one
    /// that pageReady() tells about. Without it a page is asked for once the one before it has been delivered.
    bool lookAhead = true;
    /// Asks for several pages at once where this deployment's tokens are known from earlier walks; see
    /// PagedReplyBase::setSpeculative().
    bool speculative = false;
};

/// A walk over the pages of a list. Everything a Reply promises holds for the walk as a whole: it starts on the next
/// turn of the event loop, finished() comes exactly once and last, abort() is asynchronous and ends in Cancelled, it
/// deletes itself after finished() unless told otherwise. Pages come in the order of the list, one a turn of the event
/// loop at most.
///
/// It ends when a page comes without a token, never because a page is empty, and with a Protocol error when a token
/// comes a second time.
///
/// To walk by hand, call the service's function (`queue.listTaskGroup()`) with its limit, and again with the
/// continuationToken of each result until a result has none.
class PagedReplyBase : public QObject
{
    Q_OBJECT

public:
    ~PagedReplyBase() override;

    bool isFinished() const;
    /// The error; its kind is None while the walk runs and when it went well.
    const Error &error() const;
    /// Pages delivered so far.
    int pageCount() const;
    /// The token of the page after those that were delivered: after an error, with which to go on. Empty before the
    /// first page and at the end.
    QString continuationToken() const;

    /// No page is delivered or asked for until resume(). Calls that are already under way complete and wait.
    void pause();
    void resume();
    bool isPaused() const;
    void abort();
    void setAutoDelete(bool on);

    /// Switches speculative pages on or off, at any time; PagingOptions::speculative says how it starts.
    ///
    /// Most lists of a deployment share their tokens, which stand for the number of rows before a page. Clients of one
    /// deployment that are derived from each other remember, for each limit, which token followed which in walks that
    /// went well. With speculation a walk that has come to a known token asks for up to five of the pages that should
    /// follow, at once. Such a page is used only when the page before it names the very token with which it was asked
    /// for, so every request that counts is one that asking in turn would have made as well. At the first surprise
    /// (another token, a token that does not work, a 429 or 5xx) the walk goes on page by page, and what was asked for
    /// in vain is cancelled: five requests at most.
    ///
    /// What it cannot see: rows that appear near the front of a list between two answers. Asking in turn then gives a
    /// row twice; asking at once may miss a row at the edge of two pages. Use it for lists that no longer grow (a
    /// sealed task group) or where live events tell about what is new.
    ///
    /// Does nothing for limits below 100 and for functions without a limit.
    void setSpeculative(bool on);
    /// Whether pages may still be asked for on speculation: not after a surprise.
    bool isSpeculative() const;

Q_SIGNALS:
    /// A page has come; it is valid until control returns to the event loop.
    void pageReady();
    /// As in ReplyBase.
    void retrying(int attempt, std::chrono::milliseconds delay, const tc::Error &reason);
    void finished();

protected:
    PagedReplyBase(Client *client, Call firstCall, PagingOptions options, QObject *parent);

    Client *client() const;
    /// Makes the call of one page.
    virtual ReplyBase *startPage(Call call) = 0;
    /// The token in a page that has come.
    virtual std::optional<QString> tokenOf(const ReplyBase *reply) const = 0;
    /// Makes what has come the page of pageReady().
    virtual void takeFrom(ReplyBase *reply) = 0;
    /// Throws that page away.
    virtual void dropPage() = 0;

private:
    friend class PageWalk;
    std::unique_ptr<PageWalk> d;
};

namespace detail {

/// The member continuationToken of a page that was not decoded, or nothing.
std::optional<QString> continuationTokenOf(const Json &page);

} // namespace detail

/// A walk over pages of type T, which has a member continuationToken or is tc::Json.
template <typename T>
class PagedReply : public PagedReplyBase
{
public:
    /// \a firstCall has neither limit nor token. Without \a parent the walk belongs to itself.
    PagedReply(Client *client, Call firstCall, PagingOptions options = {}, QObject *parent = nullptr)
        : PagedReplyBase(client, std::move(firstCall), std::move(options), parent)
    {
    }

    /// The page of pageReady().
    const T &page() const { return m_page; }
    /// Moves it out.
    T takePage() { return std::move(m_page); }

    /// Takes rows out of each page whose key came before: the services' pages may overlap. \a rows is the page's list
    /// member, \a key gives a QString for a row. To be set before the walk starts.
    template <typename Rows, typename Key>
    PagedReply *deduplicateBy(Rows T::*rows, Key key)
    {
        m_filter = [this, rows, key = std::move(key)](T &page) {
            auto &list = page.*rows;
            std::erase_if(list, [this, &key](const auto &row) {
                const QString id = key(row);
                const bool known = m_keys.contains(id);
                if (!known)
                    m_keys.insert(id);
                return known;
            });
        };
        return this;
    }

    /// \a f takes the page, by const reference.
    template <typename Context, typename F>
    PagedReply *onPage(Context *context, F f)
    {
        QObject::connect(this, &PagedReplyBase::pageReady, context,
            [this, context, f = std::move(f)]() mutable { detail::callBack(f, context, m_page); });
        return this;
    }

    /// All pages have come.
    template <typename Context, typename F>
    PagedReply *onFinished(Context *context, F f)
    {
        QObject::connect(this, &PagedReplyBase::finished, context, [this, context, f = std::move(f)]() mutable {
            if (!error())
                detail::callBack(f, context);
        });
        return this;
    }

    template <typename Context, typename F>
    PagedReply *onFailure(Context *context, F f)
    {
        QObject::connect(this, &PagedReplyBase::finished, context, [this, context, f = std::move(f)]() mutable {
            if (error())
                detail::callBack(f, context, error());
        });
        return this;
    }

protected:
    ReplyBase *startPage(Call call) override { return client()->template call<T>(std::move(call), this); }

    std::optional<QString> tokenOf(const ReplyBase *reply) const override
    {
        const T &page = static_cast<const Reply<T> *>(reply)->value();
        if constexpr (std::is_same_v<T, Json>)
            return detail::continuationTokenOf(page);
        else
            return page.continuationToken;
    }

    void takeFrom(ReplyBase *reply) override
    {
        m_page = static_cast<Reply<T> *>(reply)->takeValue();
        if (m_filter)
            m_filter(m_page);
    }

    void dropPage() override { m_page = T {}; }

private:
    T m_page {};
    QSet<QString> m_keys;
    std::function<void(T &)> m_filter;
};

} // namespace tc
