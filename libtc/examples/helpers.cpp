// SPDX-License-Identifier: MPL-2.0
// tc-helpers: what the library does without a deployment. Times, ids, scopes, patterns of exchanges, fakes.
#include <tc/faketransport.h>
#include <tc/fromnow.h>
#include <tc/logging.h>
#include <tc/pulse.h>
#include <tc/queue.h>
#include <tc/queue_events.h>
#include <tc/scopes.h>
#include <tc/slugid.h>
#include <tc/wait.h>

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

void print(const char *what, const QString &value)
{
    std::printf("%s: %s\n", what, qUtf8Printable(value));
}

void timestamps()
{
    //! [timestamps]
    const auto deadline = tc::fromNow(u"2 days 3 hours 1 minute"_s); // a QDateTime, UTC
    const auto expires = tc::fromNow(u"1 year"_s, *deadline); // relative to another time
    const auto before = tc::fromNow(u"- 1 yr 2 mo 3 weeks 5 sec"_s);
    const auto text = tc::fromNowJson(u"1 day"_s); // "2026-11-23T12:00:00.000Z", as the services write it
    //! [timestamps]
    print("deadline", deadline->toString(Qt::ISODateWithMs));
    print("expires", expires->toString(Qt::ISODateWithMs));
    print("before", before->toString(Qt::ISODateWithMs));
    print("text", *text);
}

void slugIds()
{
    //! [slugids]
    const QString taskId = tc::slugId();

    tc::StableSlugIds ids; // for tasks that refer to each other
    const QString build = ids(u"build"_s);
    const bool same = ids(u"build"_s) == build; // true
    const bool other = ids(u"test"_s) != build; // true
    //! [slugids]
    print("task id", taskId);
    print("stable", same && other ? u"yes"_s : u"no"_s);
}

void scopes()
{
    //! [scopes]
    const QList<QStringList> required { { u"scopeA"_s, u"scopeB"_s }, { u"scopeC:*"_s } };
    const bool both = tc::scopes::scopeMatch({ u"scopeA"_s, u"scopeB"_s }, required); // true
    const bool one = tc::scopes::scopeMatch({ u"scopeA"_s }, required); // false

    // What a method needs, and what of it somebody lacks.
    const tc::scopes::ScopeSet held(QStringList { u"queue:get-artifact:public/*"_s });
    const auto needed = tc::scopes::Expression::parseTemplate(R"("queue:get-artifact:<name>")");
    tc::scopes::Parameters names;
    names.values.insert(u"name"_s, u"private/log"_s);
    const QStringList missing = held.missingScopes(*needed, names); // queue:get-artifact:private/log
    //! [scopes]
    print("scopes", both && !one ? u"match as they should"_s : u"do not match"_s);
    print("missing", missing.join(u' '));
}

void patterns()
{
    //! [pulse]
    tc::queue::TaskCompletedExchange completed;
    completed.taskGroupId = u"JzTGxwxhQ76_Tt1dxkaG5g"_s;
    const auto binding = tc::pulse::binding(completed);
    // The same by name.
    const auto byName
        = tc::pulse::binding("queue", "taskCompleted", { { u"taskGroupId"_s, u"JzTGxwxhQ76_Tt1dxkaG5g"_s } });
    //! [pulse]
    print("exchange", binding->exchange);
    print("pattern", binding->pattern);
    print("by name", byName->pattern == binding->pattern ? u"the same"_s : u"another"_s);
}

void fakes()
{
    //! [fakes]
    const auto fake = std::make_shared<tc::FakeTransport>();
    fake->on("queue", "status", [](const tc::FakeRequest &request) {
        return request.arguments.first() == u"known" ? tc::FakeResponse::json(R"({"status": {"state": "running"}})")
                                                     : tc::FakeResponse::error(404, "ResourceNotFound", "No such task");
    });
    tc::ClientOptions options;
    options.rootUrl = u"https://tc.example.com"_s;
    options.transport = fake;
    tc::Client client(options);
    tc::Queue queue(&client);
    const auto known = tc::wait(queue.status(u"known"_s));
    const auto unknown = tc::wait(queue.status(u"unknown"_s));
    //! [fakes]
    print("known", known->status.state.toString());
    print("unknown", unknown.error.code);
}

void logging()
{
    //! [logging]
    // One line of JSON for each exchange with a server; the environment variable DEBUG_TASKCLUSTER_CLIENT does the same
    // without a line of code.
    QLoggingCategory::setFilterRules(u"tc.http.debug=true"_s);
    //! [logging]
    print("logging", tc::lcHttp().isDebugEnabled() ? u"on"_s : u"off"_s);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    timestamps();
    slugIds();
    scopes();
    patterns();
    fakes();
    logging();
    return 0;
}
