// SPDX-License-Identifier: MPL-2.0
// A program of somebody else's: it makes ids and URLs, and with a root URL as its argument it makes a call.
#include <tc/apicall.h>
#include <tc/queue.h>
#include <tc/slugid.h>
#include <tc/version.h>
#include <tc/wait.h>

#ifdef CONSUMER_LIVE
#include <tc/live.h>
#endif

#include <QCoreApplication>

#include <cstdio>

static void print(const char *name, const QString &value)
{
    std::printf("%s %s\n", name, qUtf8Printable(value));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString rootUrl = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("https://tc.example.com");
    print("version", tc::libraryVersion());
    print("api", tc::apiVersion());

    const QString taskId = tc::slugId();
    if (!tc::decodeSlugId(taskId))
        return 1;
    tc::Client client(rootUrl);
    const tc::Queue queue(&client);
    const auto url = queue.taskUrl(taskId);
    if (!url || !url->path().endsWith(taskId))
        return 1;
    print("url", url->toString());

#ifdef CONSUMER_LIVE
    const tc::live::Connection live(&client);
    print("live", live.isConnected() ? QStringLiteral("connected") : QStringLiteral("there"));
#endif

    if (argc < 2)
        return 0;
    const auto reply = tc::wait(tc::callByName(&client, { QStringLiteral("queue"), QStringLiteral("ping") }));
    print(
        "ping", reply ? reply->toObject().value(QStringLiteral("alive")).toVariant().toString() : reply.error.message);
    return reply ? 0 : 1;
}
