// SPDX-License-Identifier: MPL-2.0
// tc-listen PROVISIONER/WORKER_TYPE [COUNT]: prints what happens to the tasks of a queue, COUNT events or until it is
// ended.
#include <tc/environment.h>
#include <tc/live.h>
#include <tc/queue_events.h>

#include <QCoreApplication>

#include <cstdio>

namespace {

int complain(const tc::Error &error)
{
    std::fprintf(stderr, "tc-listen: %s\n", qUtf8Printable(error.message));
    return 1;
}

void print(const tc::queue::TaskStatus &status, int *left)
{
    std::printf("%s %s\n", qUtf8Printable(status.taskId), qUtf8Printable(status.state.toString()));
    std::fflush(stdout);
    if (--*left == 0)
        QCoreApplication::quit();
}

int listen(tc::Client *client, const QString &provisionerId, const QString &workerType, int count)
{
    //! [listen]
    // A struct for each exchange; words that are left empty match anything.
    tc::queue::TaskPendingExchange pending;
    pending.provisionerId = provisionerId;
    pending.workerType = workerType;
    tc::queue::TaskCompletedExchange completed;
    completed.provisionerId = provisionerId;
    completed.workerType = workerType;
    const auto first = tc::pulse::binding(pending);
    const auto second = tc::pulse::binding(completed);
    if (!first || !second)
        return complain(first ? second.error : first.error);

    tc::live::Connection connection(client);
    auto *tasks = connection.subscribe({ *first, *second });
    tasks->onEvent<tc::queue::TaskPendingExchange>(
        qApp, [&count](const tc::queue::TaskPendingMessage &message) { print(message.status, &count); });
    tasks->onEvent<tc::queue::TaskCompletedExchange>(
        qApp, [&count](const tc::queue::TaskCompletedMessage &message) { print(message.status, &count); });
    QObject::connect(&connection, &tc::live::Connection::connected, qApp, [] {
        std::puts("listening"); // now list what is there already
        std::fflush(stdout);
    });
    QObject::connect(&connection, &tc::live::Connection::eventsMissed, qApp,
        [] { std::fputs("tc-listen: something may have happened meanwhile\n", stderr); });
    QObject::connect(&connection, &tc::live::Connection::failed, qApp,
        [](const tc::Error &error) { QCoreApplication::exit(complain(error)); });
    connection.open();
    return QCoreApplication::exec();
    //! [listen]
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 2 || words.size() > 3 || words[1].count(u'/') != 1) {
        std::fprintf(stderr, "usage: tc-listen PROVISIONER/WORKER_TYPE [COUNT]\n");
        return 2;
    }
    tc::Client client(tc::optionsFromEnvironment());
    return listen(&client, words[1].section(u'/', 0, 0), words[1].section(u'/', 1), words.value(2).toInt());
}
