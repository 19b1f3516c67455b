// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "thingpages.h"

#include <QHash>

namespace tc::test {

/// A list as a service gives it, page by page. By default its tokens stand for a number of rows.
struct ThingList {
    struct Answer {
        QStringList rows;
        QString next;
    };

    int limit = 100;
    int pages = 12;
    QHash<QString, Answer> odd; ///< what is given for a token instead
    QHash<QString, std::chrono::milliseconds> delays; ///< before the answer to a token
    std::chrono::milliseconds delay { 0 }; ///< before every other answer
    QHash<QString, QList<Step>> faults; ///< what happens first to a token's requests
    QStringList asked; ///< tokens, in the order in which they were asked for

    /// Of the page that begins after \a page pages.
    static QString token(int page) { return page == 0 ? QString() : QStringLiteral("after%1").arg(page); }
    static QString row(int page) { return QStringLiteral("row of page %1").arg(page); }

    Answer answer(const QString &token) const
    {
        if (odd.contains(token))
            return odd.value(token);
        // Well-formed nonsense restarts the list, as the services do it.
        const int page = token.startsWith(QLatin1StringView("after")) ? token.mid(5).toInt() : 0;
        return { { row(page) }, page + 1 < pages ? ThingList::token(page + 1) : QString() };
    }

    Step step(const Request &request)
    {
        const QString token = tokenOf(request);
        asked.append(token);
        if (auto &steps = faults[token]; !steps.isEmpty())
            return steps.takeFirst();
        const Answer given = answer(token);
        return page(given.rows, given.next).after(delays.value(token, delay));
    }

    void serveBy(ScriptedServer *server)
    {
        server->setHandler([this](const Request &request) { return step(request); });
    }

    /// What asking in turn gives, and how many pages that is.
    QStringList inTurn(int *count) const
    {
        QStringList rows;
        QString token;
        for (*count = 1;; ++*count) {
            const Answer given = answer(token);
            rows += given.rows;
            if (given.next.isEmpty())
                return rows;
            token = given.next;
        }
    }
};

} // namespace tc::test
