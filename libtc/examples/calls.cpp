// SPDX-License-Identifier: MPL-2.0
// tc-calls TASK_ID: makes clients and calls in every way there is, and prints what came of each.
#include <tc/apicall.h>
#include <tc/config.h>
#include <tc/environment.h>
#include <tc/index.h>
#include <tc/queue.h>
#include <tc/wait.h>

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void print(const char *what, const QString &value)
{
    std::printf("%s: %s\n", what, qUtf8Printable(value));
}

void print(const char *what, const tc::Error &error)
{
    print(what, error.code.isEmpty() ? error.message : error.code);
}

//! [shared configuration]
// One for the whole program. It reads nothing until somebody asks for a service.
tc::TaskclusterConfig &config()
{
    static tc::TaskclusterConfig one;
    return one;
}
//! [shared configuration]

void setUp()
{
    //! [setup]
    tc::Client client(u"https://tc.example.com"_s, { u"id"_s, u"accessToken"_s, {} });
    tc::Index index(&client); // one class for each service, all on one client
    tc::Queue queue(&client);
    //! [setup]
    print("index", index.client()->rootUrl().toString());
    print("queue", queue.client()->rootUrl().toString());
}

void options()
{
    //! [options]
    tc::ClientOptions options = tc::optionsFromEnvironment();
    options.maxRetries = 2; // after the first attempt
    options.retry.base = 50ms; // the first wait; each further one is options.retry.factor times as long
    options.timeout = 10s; // without a byte
    options.totalTimeout = 60s; // of a call with all its attempts
    options.signedUrlExpiration = 5min;
    options.userAgent = u"my-tool/1.0"_s;
    tc::Client client(options);

    // Another client on the same connections, as somebody else or with less.
    options.authorizedScopes = QStringList { u"queue:get-artifact:public/*"_s };
    const std::unique_ptr<tc::Client> narrow = client.derive(options);
    //! [options]
    print("derived", narrow->rootUrl() == client.rootUrl() ? u"the same deployment"_s : u"another"_s);
}

void taskclusterProxy()
{
    //! [taskcluster-proxy]
    // In a task, with the credentials that its taskcluster-proxy adds.
    const auto options = tc::optionsForTaskclusterProxy();
    if (!options)
        return print("proxy", options.error);
    tc::Client client(*options);
    //! [taskcluster-proxy]
    print("proxy", client.rootUrl().toString());
}

void blocking(tc::Client *client, const QString &taskId)
{
    //! [blocking]
    tc::Queue queue(client);
    const auto task = tc::wait(queue.task(taskId));
    if (!task)
        return print("task", task.error);
    print("task", task->metadata.name);
    //! [blocking]
}

void byName(tc::Client *client, const QString &taskId)
{
    //! [by name]
    tc::ApiCall call { u"queue"_s, u"listArtifacts"_s };
    call.namedArguments = { { u"taskId"_s, taskId }, { u"runId"_s, u"0"_s } }; // or call.arguments, in their order
    call.query = { { u"limit"_s, u"2"_s } };
    const auto page = tc::wait(tc::callByName(client, call));
    if (!page)
        return print("by name", page.error);
    print("by name", QString::number(page->toObject()["artifacts"_L1].toArray().size()));
    //! [by name]
}

void perCall(tc::Client *client, const QString &taskId)
{
    //! [per call]
    tc::CallOptions options;
    options.timeout = 5s;
    options.traceId = u"a-trace"_s; // finds the call in the deployment's logs
    options.authorizedScopes = QStringList(); // none: only what everybody may do
    tc::Queue queue(client);
    auto *reply = queue.status(taskId, options);
    //! [per call]
    reply->onSuccess(reply, [reply] { print("trace", reply->response().traceId); });
    if (const auto status = tc::wait(reply); !status)
        print("status", status.error);
}

void failing(tc::Client *client)
{
    //! [errors]
    tc::Queue queue(client);
    const auto task = tc::wait(queue.task(u"AAAAAAAAQAKAAAAAAAAAAA"_s));
    if (task.error.kind == tc::ErrorKind::NotFound)
        print("error", task.error.code + u' ' + QString::number(task.error.httpStatus));
    else if (task.error.kind == tc::ErrorKind::Scope)
        print("error", task.error.missingScopes.join(u", "_s));
    //! [errors]
}

void urls(tc::Client *client, const QString &taskId)
{
    //! [urls]
    const tc::Index index(client);
    const auto url = index.findTaskUrl(u"builds.v1.latest"_s);
    const tc::Queue queue(client);
    // Whoever has it may make this request, until it expires.
    const auto signedUrl = queue.getArtifactSignedUrl(taskId, u"0"_s, u"private/report.txt"_s, 5min);
    const auto anyUrl = client->signUrl(*url);
    //! [urls]
    print("url", url->toString());
    print("signed", signedUrl && anyUrl ? u"both"_s : u"none"_s);
}

//! [signals]
class StatusPrinter : public QObject
{
public:
    StatusPrinter(tc::Client *client, const QString &taskId) : m_queue(client)
    {
        // Dropped when this object goes before the call has finished.
        m_queue.status(taskId)->onSuccess(this, &StatusPrinter::show)->onFailure(this, &StatusPrinter::complain);
    }

private:
    void show(const tc::queue::TaskStatusResponse &answer)
    {
        print("status", answer.status.state.toString());
        QCoreApplication::exit(0);
    }
    void complain(const tc::Error &error)
    {
        print("status", error);
        QCoreApplication::exit(1);
    }

    tc::Queue m_queue;
};
//! [signals]

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: tc-calls TASK_ID\n");
        return 2;
    }
    const QString taskId = QString::fromLocal8Bit(argv[1]);
    setUp();
    options();
    taskclusterProxy();

    //! [environment]
    // TASKCLUSTER_ROOT_URL, TASKCLUSTER_CLIENT_ID, TASKCLUSTER_ACCESS_TOKEN, TASKCLUSTER_CERTIFICATE
    tc::Client client(tc::optionsFromEnvironment());
    //! [environment]
    blocking(&client, taskId);
    byName(&client, taskId);
    perCall(&client, taskId);
    failing(&client);
    urls(&client, taskId);

    //! [shared services]
    if (const tc::Error error = config().authenticate()) // or with credentials
        print("config", error);
    auto *queue = config().service<tc::Queue>();
    const bool alive = static_cast<bool>(tc::wait(queue->ping()));
    //! [shared services]
    print("alive", alive ? u"yes"_s : u"no"_s);
    const StatusPrinter printer(&client, taskId);
    return QCoreApplication::exec();
}
