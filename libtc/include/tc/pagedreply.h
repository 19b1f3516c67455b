// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/client.h>

#include <QPointer>
#include <QSet>

namespace tc {

/// How a list is walked.
struct PagingOptions {
    int limit = 1000; ///< rows a page, sent with every request that takes it; the services give 1000 at most
    QString startToken {}; ///< where to start: the continuationToken() of a walk that failed, empty for the first page
    CallOptions call {}; ///< for each page's call
};

/// A walk over the pages of a list, one call after the other. Everything a Reply promises holds for the walk as a
/// whole: it starts on the next turn of the event loop, finished() comes exactly once and last, abort() is asynchronous
/// and ends in Cancelled, it deletes itself after finished() unless told otherwise.
///
/// It ends when a page comes without a token, never because a page is empty, and with a Protocol error when a token
/// comes a second time.
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
    /// The token of the next page: after an error, with which to go on. Empty before the first page and at the end.
    QString continuationToken() const;

    /// No page is delivered or asked for until resume(). A call that is already under way completes and waits.
    void pause();
    void resume();
    bool isPaused() const;
    void abort();
    void setAutoDelete(bool on);

Q_SIGNALS:
    /// A page has come; it is valid until control returns to the event loop.
    void pageReady();
    /// As in ReplyBase.
    void retrying(int attempt, std::chrono::milliseconds delay, const tc::Error &reason);
    void finished();

protected:
    PagedReplyBase(Client *client, Call firstCall, PagingOptions options, QObject *parent);

    Client *client() const { return m_client; }
    /// Starts the call of one page; it ends in pageArrived().
    virtual ReplyBase *startPage(Call call) = 0;
    /// Throws the held page away.
    virtual void dropPage() = 0;
    /// A page has been stored; \a token is where the next one is.
    void pageArrived(const std::optional<QString> &token);

private:
    void requestPage();
    void deliver();
    void schedule();
    void finish(Error error);
    void finishLater(Error error);
    void takeStep();

    QPointer<Client> m_client;
    Call m_call;
    PagingOptions m_options;
    QPointer<ReplyBase> m_reply;
    QSet<QString> m_seen; ///< tokens that have been used or announced
    QString m_token;
    Error m_error;
    int m_pageCount = 0;
    bool m_paused = false;
    bool m_scheduled = false;
    bool m_holdsPage = false; ///< arrived, not delivered yet
    bool m_last = false; ///< the held page has no token
    bool m_ending = false; ///< finished() is due
    bool m_finished = false;
    bool m_autoDelete = true;
};

/// A walk over pages of type T, which has a member continuationToken.
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
    ReplyBase *startPage(Call call) override
    {
        auto *reply = client()->template call<T>(std::move(call), this);
        reply->onSuccess(this, [this, reply] {
            m_page = reply->takeValue();
            const auto token = m_page.continuationToken;
            if (m_filter)
                m_filter(m_page);
            pageArrived(token);
        });
        return reply;
    }

    void dropPage() override { m_page = T {}; }

private:
    T m_page {};
    QSet<QString> m_keys;
    std::function<void(T &)> m_filter;
};

} // namespace tc
