// SPDX-License-Identifier: MPL-2.0
// tc-counttasks TASK_GROUP_ID [LIMIT]: counts the tasks of a group, once by asking for page after page and once with a
// walk that calls for every page.
#include <tc/environment.h>
#include <tc/queue.h>
#include <tc/wait.h>

#include <QCoreApplication>
#include <QHash>

#include <cstdio>

namespace {

int complain(const tc::Error &error)
{
    std::fprintf(stderr, "tc-counttasks: %s\n", qUtf8Printable(error.message));
    return 1;
}

int countByHand(tc::Client *client, const QString &groupId, int limit)
{
    //! [pages by hand]
    tc::Queue queue(client);
    qsizetype tasks = 0;
    int requests = 0;
    tc::queue::ListTaskGroupQuery query;
    query.limit = limit;
    do {
        const auto page = tc::wait(queue.listTaskGroup(groupId, query));
        if (!page)
            return complain(page.error);
        ++requests;
        tasks += page->tasks.size();
        query.continuationToken = page->continuationToken; // absent after the last page, and only then
    } while (query.continuationToken);
    std::printf("%d requests gave %lld tasks\n", requests, static_cast<long long>(tasks));
    //! [pages by hand]
    return 0;
}

int countByHandler(tc::Client *client, const QString &groupId, int limit)
{
    //! [pages by handler]
    QHash<QString, int> states;
    tc::PagingOptions paging;
    paging.limit = limit;
    paging.speculative = true; // several pages at once, where the tokens of this deployment are known
    tc::Queue queue(client);
    auto *walk = queue.listTaskGroupPages(groupId, {}, paging);
    walk->onPage(walk, [&states](const tc::queue::ListTaskGroupResponse &page) {
        for (const auto &task : page.tasks)
            ++states[task.status.state.toString()];
    });
    walk->onFinished(qApp, [&states] {
        for (auto state = states.cbegin(); state != states.cend(); ++state)
            std::printf("%6d %s\n", state.value(), qUtf8Printable(state.key()));
        QCoreApplication::exit(0);
    });
    walk->onFailure(qApp, [](const tc::Error &error) { QCoreApplication::exit(complain(error)); });
    return QCoreApplication::exec();
    //! [pages by handler]
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const int limit = words.value(2, QStringLiteral("1000")).toInt();
    if (words.size() < 2 || words.size() > 3 || limit <= 0) {
        std::fprintf(stderr, "usage: tc-counttasks TASK_GROUP_ID [LIMIT]\n");
        return 2;
    }
    tc::Client client(tc::optionsFromEnvironment());
    const int result = countByHand(&client, words.at(1), limit);
    return result == 0 ? countByHandler(&client, words.at(1), limit) : result;
}
