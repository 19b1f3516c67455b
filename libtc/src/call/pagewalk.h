// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/pagedreply.h>

#include <QDeadlineTimer>

#include <deque>
#include <optional>
#include <vector>

namespace tc {

/// The course of a walk: which pages have been asked for, which of them are the list's, when they are delivered.
///
/// Pages that have been asked for stand in a row. The first one's token is known to be right; each of the others was
/// asked for with the token that the page before it is expected to name, and falls, with all behind it, when that page
/// names another.
class PageWalk : public QObject
{
    Q_OBJECT

public:
    PageWalk(PagedReplyBase *reply, Client *client, Call firstCall, PagingOptions options);

    void pause();
    void resume();
    void abort();
    void setSpeculative(bool on);
    bool isSpeculative() const { return m_options.speculative && !m_surprised; }

    PagedReplyBase *q;
    QPointer<Client> client;
    QString token; ///< of the page after those that were delivered
    Error error;
    int pageCount = 0;
    bool paused = false;
    bool finished = false;
    bool autoDelete = true;

private:
    struct Page {
        QString token; ///< with which it was asked for
        ReplyBase *reply = nullptr;
        QString next; ///< the token that it names, as far as that is known
        bool tentative = false; ///< asked for without retries
        bool done = false; ///< has come, or failed
    };

    void schedule();
    void takeStep();
    bool checkOptions();
    Call callFor(const QString &pageToken) const;
    Page ask(const QString &pageToken, bool tentative);
    void extend();
    QString expectedAfter(size_t index) const;
    bool mayAskFor(const QString &pageToken) const;
    bool maySpeculate() const;
    size_t provenPages() const;
    void onTokenFound(const ReplyBase *reply, const QString &next);
    void onPageFinished(ReplyBase *reply);
    void noteFailure(const Error &reason);
    void dropDisproved();
    void dropFrom(size_t index);
    void deliver();
    void firstFailed();
    void waitBeforeAsking(const ReplyBase *failed);
    void finishLater(Error reason);
    void finish(Error reason);
    void remember();

    Call m_call;
    PagingOptions m_options;
    int m_limit = 0; ///< rows a page, 0 when the function takes none
    std::deque<Page> m_pages;
    QSet<QString> m_used; ///< tokens of pages that were delivered
    std::vector<std::pair<QString, QString>> m_chain; ///< tokens of delivered pages, each with the one after it
    QString m_lastToken; ///< of the page that was delivered last
    std::optional<QDeadlineTimer> m_mayAskAgain; ///< when the first page, which failed, may be asked for in turn
    bool m_scheduled = false;
    bool m_surprised = false; ///< no speculation any more
    bool m_ending = false; ///< finished() is due
};

} // namespace tc
