// SPDX-License-Identifier: MPL-2.0
#include "core/navigation/location.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Location;
using Kind = core::Location::Kind;

namespace {

const QString task = u"So18GD6BRfSt5ludnjmN1A"_s;
const QString group = u"QW4X7G7HRuOxMVFTHkiB8A"_s;
const QString root = u"https://tc.example.com"_s;

void row(const char *name, const QString &text, const Location &expected)
{
    QTest::newRow(name) << text << expected;
}

void addWords()
{
    Location bare;
    bare.kind = Kind::TaskOrGroup;
    bare.taskId = task;
    row("bare id", task, bare);
    row("id with blanks around", u"  \t"_s + task + u" \r\n"_s, bare);
    row("id in quotes", u"\""_s + task + u"\""_s, bare);
    row("id in brackets", u"<"_s + task + u">"_s, bare);
    row("index path", u"gecko.v2.mozilla-central.latest"_s, Location::index({}, u"gecko.v2.mozilla-central.latest"_s));
    row("route", u"index.gecko.v2.x"_s, Location::index({}, u"gecko.v2.x"_s));
    row("one component", u"gecko"_s, Location::index({}, u"gecko"_s));
}

void addPages()
{
    row("deployment", root, Location::deployment(root));
    row("deployment with slash", root + u"/"_s, Location::deployment(root));
    row("group", root + u"/tasks/groups/"_s + group, Location::taskGroup(root, group));
    row("group with slash", root + u"/tasks/groups/"_s + group + u"/"_s, Location::taskGroup(root, group));
    row("group in the profiler", root + u"/tasks/groups/"_s + group + u"/profiler"_s, Location::taskGroup(root, group));
    row("group with filter", root + u"/tasks/groups/"_s + group + u"#linux"_s, Location::taskGroup(root, group));
    row("task", root + u"/tasks/"_s + task, Location::task(root, task));
    row("task in a group", root + u"/tasks/groups/"_s + group + u"/tasks/"_s + task + u"/details"_s,
        Location::task(root, task));
    row("run in a group", root + u"/tasks/groups/"_s + group + u"/tasks/"_s + task + u"/runs/2"_s,
        Location::run(root, task, 2));
    row("task with action", root + u"/tasks/"_s + task + u"/connect"_s, Location::task(root, task));
    row("run", root + u"/tasks/"_s + task + u"/runs/3"_s, Location::run(root, task, 3));
    row("run with fragment", root + u"/tasks/"_s + task + u"/runs/0#artifacts"_s, Location::run(root, task, 0));
    row("live log", root + u"/tasks/"_s + task + u"/runs/0/logs/live/public/logs/live.log"_s,
        Location::log(root, task, 0, u"public/logs/live.log"_s));
    row("log", root + u"/tasks/"_s + task + u"/runs/1/logs/public/logs/live_backing.log"_s,
        Location::log(root, task, 1, u"public/logs/live_backing.log"_s));
    row("log with encoded name", root + u"/tasks/"_s + task + u"/runs/1/logs/public%2Flogs%2Flive.log"_s,
        Location::log(root, task, 1, u"public/logs/live.log"_s));
    row("artifact", root + u"/tasks/"_s + task + u"/runs/0/public/build/a%20b.txt"_s,
        Location::artifact(root, task, 0, u"public/build/a b.txt"_s));
}

void addOldPages()
{
    row("old group", root + u"/groups/"_s + group + u"/tasks/"_s + task + u"/runs/1"_s, Location::run(root, task, 1));
    row("old group page", root + u"/task-group-inspector/#/"_s + group, Location::taskGroup(root, group));
    row("old push page", root + u"/push-inspector/#/"_s + group, Location::taskGroup(root, group));
    row("old task page", root + u"/task-inspector/#"_s + task + u"/0"_s, Location::run(root, task, 0));
    row("singular group", root + u"/task-group/"_s + group, Location::taskGroup(root, group));

    row("index", root + u"/tasks/index/gecko.v2.x/firefox"_s, Location::index(root, u"gecko.v2.x.firefox"_s));
    row("index namespace", root + u"/tasks/index/gecko.v2"_s, Location::index(root, u"gecko.v2"_s));
    row("index top", root + u"/tasks/index"_s, Location::index(root, {}));
}

void addApi()
{
    const QString queue = root + u"/api/queue/v1"_s;
    row("api artifact", queue + u"/task/"_s + task + u"/runs/0/artifacts/public%2Fx.txt"_s,
        Location::artifact(root, task, 0, u"public/x.txt"_s));
    row("api artifact with raw slashes", queue + u"/task/"_s + task + u"/runs/0/artifacts/public/x.txt"_s,
        Location::artifact(root, task, 0, u"public/x.txt"_s));
    row("api latest artifact, signed", queue + u"/task/"_s + task + u"/artifacts/public/x.txt?bewit=SECRET"_s,
        Location::artifact(root, task, {}, u"public/x.txt"_s));
    row("api artifact content", queue + u"/task/"_s + task + u"/artifact-content/public%2Fx"_s,
        Location::artifact(root, task, {}, u"public/x"_s));
    row("api group", queue + u"/task-group/"_s + group + u"/list?limit=10"_s, Location::taskGroup(root, group));
    row("api status", queue + u"/task/"_s + task + u"/status"_s, Location::task(root, task));
    Location definition = Location::task(root, task);
    definition.kind = Kind::Definition;
    row("api definition", queue + u"/task/"_s + task, definition);
    row("definition", root + u"/tasks/"_s + task + u"/definition"_s, definition);
    row("api index", root + u"/api/index/v1/task/a.b.c"_s, Location::index(root, u"a.b.c"_s));
    row("api namespaces", root + u"/api/index/v1/namespaces/a.b"_s, Location::index(root, u"a.b"_s));
    Location indexed;
    indexed.kind = Kind::IndexArtifact;
    indexed.rootUrl = root;
    indexed.indexPath = u"a.b"_s;
    indexed.name = u"public/x"_s;
    row("api index artifact", root + u"/api/index/v1/task/a.b/artifacts/public/x"_s, indexed);
}

void addOtherForms()
{
    row("path", u"/tasks/"_s + task, Location::task({}, task));
    row("path without slash", u"tasks/groups/"_s + group, Location::taskGroup({}, group));
    row("id with run", task + u"/runs/1"_s, Location::run({}, task, 1));
    row("no scheme", u"tc.example.com/tasks/"_s + task, Location::task(root, task));
    row("no scheme, loopback", u"localhost:8080/tasks/"_s + task, Location::task(u"http://localhost:8080"_s, task));
    row("capitals", u"HTTPS://TC.Example.COM:443/tasks/"_s + task, Location::task(root, task));
    row("port", u"http://127.0.0.1:1234/tasks/"_s + task, Location::task(u"http://127.0.0.1:1234"_s, task));
    row("IPv6", u"http://[::1]:80/tasks/"_s + task, Location::task(u"http://[::1]"_s, task));
    Location hooks;
    hooks.kind = Kind::Elsewhere;
    hooks.rootUrl = root;
    hooks.name = u"/hooks/a%2Fb"_s;
    row("elsewhere", root + u"/hooks/a%2Fb?x=1"_s, hooks);
}

} // namespace

class TestLocation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLinks_data();
    void readsLinks();
    void refuses_data();
    void refuses();
    void keepsNames();
    void comesBackFromItsUrl_data();
    void comesBackFromItsUrl();
    void survivesRandomText();
    void tellsDeploymentsApart_data();
    void tellsDeploymentsApart();
    void showsHostsInAscii();
    void readsLines_data();
    void readsLines();
};

void TestLocation::readsLinks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Location>("expected");
    addWords();
    addPages();
    addOldPages();
    addApi();
    addOtherForms();
}

void TestLocation::readsLinks()
{
    QFETCH(QString, text);
    QFETCH(Location, expected);
    const auto result = Location::parse(text);
    QVERIFY2(result, qPrintable(result.error.message));
    QCOMPARE(result->toUrl(), expected.toUrl());
    QVERIFY(*result == expected);
}

void TestLocation::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u" \n\t "_s;
    QTest::newRow("two words") << task + u' ' + group;
    QTest::newRow("two lines") << task + u'\n' + group;
    QTest::newRow("no slug") << u"So18GD6BRfSt5ludnjmN1B"_s;
    QTest::newRow("wrong version") << u"So18GD6BZfSt5ludnjmN1A"_s;
    QTest::newRow("script") << u"javascript:alert(1)"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s;
    QTest::newRow("mail") << u"mailto:a@example.com"_s;
    QTest::newRow("ftp") << u"ftp://tc.example.com/tasks/"_s + task;
    QTest::newRow("password") << u"https://user:secret@tc.example.com/tasks/"_s + task;
    QTest::newRow("user that looks like a host") << u"https://tc.example.com@evil.example/tasks/"_s + task;
    QTest::newRow("no host") << u"https:///tasks/"_s + task;
    QTest::newRow("bad id in link") << root + u"/tasks/abc"_s;
    QTest::newRow("bad group in link") << root + u"/tasks/groups/abc"_s;
    QTest::newRow("bad run") << root + u"/tasks/"_s + task + u"/runs/latest"_s;
    QTest::newRow("huge run") << root + u"/tasks/"_s + task + u"/runs/99999999999"_s;
    QTest::newRow("negative run") << root + u"/tasks/"_s + task + u"/runs/-1"_s;
    QTest::newRow("control character in name") << root + u"/tasks/"_s + task + u"/runs/0/a%00b"_s;
    QTest::newRow("line feed in name") << root + u"/tasks/"_s + task + u"/runs/0/a%0Ab"_s;
    QTest::newRow("bidi") << u"gecko\u202E.v2"_s;
    QTest::newRow("zero width") << task.left(5) + u"\u200B"_s + task.mid(5);
    QTest::newRow("non-ASCII path") << u"gècko.v2"_s;
    QTest::newRow("dots") << u"a..b"_s;
    QTest::newRow("long") << QString(5000, u'a');
    QTest::newRow("slash in an index path") << root + u"/api/index/v1/task/a%2Fb"_s;
    QTest::newRow("blank in an index path") << root + u"/tasks/index/a%20b"_s;
    QTest::newRow("punctuation") << u"{}[]"_s;
}

void TestLocation::refuses()
{
    QFETCH(QString, text);
    const auto result = Location::parse(text);
    QVERIFY2(!result, qPrintable(result ? result->toText() : QString()));
    QCOMPARE(result.error.kind, tc::ErrorKind::Usage);
    QVERIFY(!result.error.message.isEmpty());
    QVERIFY(result.error.message.size() < 200);
    QVERIFY2(!result.error.message.contains(u"secret"), "a password is not repeated");
}

void TestLocation::keepsNames()
{
    const auto result
        = Location::parse(root + u"/api/queue/v1/task/"_s + task + u"/artifacts/..%2F..%2Fetc%2Fpasswd"_s);
    QVERIFY(result);
    QCOMPARE(result->name, u"../../etc/passwd"_s);
}

void TestLocation::comesBackFromItsUrl_data()
{
    QTest::addColumn<Location>("location");
    int number = 0;
    const auto row = [&number](const Location &location) {
        QTest::addRow("%d %s", ++number, qPrintable(location.toText().left(80))) << location;
    };
    const QStringList names { u"public/logs/live.log"_s, u"logs/x"_s, u"live/x"_s, u"logs/live/x"_s, u"a b"_s,
        u"100%"_s, u"%2F"_s, u"a/"_s, u"a//b"_s, u"/a"_s, u"x?#&+=,;@(1).txt"_s, u"ünïcode/日本"_s, u"../.."_s, u"."_s,
        u"artifacts/x"_s, u"a'b\"c<d>"_s };
    for (const QString &name : names) {
        row(Location::artifact(root, task, 0, name));
        row(Location::artifact(root, task, {}, name));
        row(Location::log(root, task, 12, name));
        row(Location::log(root, task, {}, name));
        Location lines = Location::log(root, task, 0, name);
        lines.firstLine = 10;
        lines.lastLine = 20;
        row(lines);
        lines.runId.reset();
        lines.lastLine = 10;
        row(lines);
        Location indexed;
        indexed.kind = Kind::IndexArtifact;
        indexed.rootUrl = root;
        indexed.indexPath = u"a.b.c"_s;
        indexed.name = name;
        row(indexed);
    }
    for (const QString &at : { root, QString(), u"http://127.0.0.1:9"_s }) {
        row(Location::deployment(at));
        row(Location::taskGroup(at, group));
        row(Location::task(at, task));
        row(Location::run(at, task, 7));
        row(Location::index(at, u"gecko.v2"_s));
        row(Location::index(at, {}));
    }
}

void TestLocation::comesBackFromItsUrl()
{
    QFETCH(Location, location);
    const auto result = Location::parse(location.toUrl().toString(QUrl::FullyEncoded));
    QVERIFY2(result, qPrintable(result.error.message));
    QCOMPARE(result->toUrl(), location.toUrl());
    QVERIFY(*result == location);
}

// Whatever is pasted: an answer or an error in words, and what is accepted holds no id that is none.
void TestLocation::survivesRandomText()
{
    QRandomGenerator random(20);
    const QStringList pieces { u"https://"_s, u"tc.example.com"_s, u"/"_s, u"tasks"_s, u"groups"_s, u"runs"_s,
        u"logs"_s, u"live"_s, u"api"_s, u"queue"_s, u"v1"_s, u"task"_s, u"index"_s, task, group, u"%"_s, u"%2F"_s,
        u"%00"_s, u"%FF"_s, u"#"_s, u"L10-20"_s, u"?"_s, u"@"_s, u":"_s, u"0"_s, u"é"_s, u"\u202E"_s, u"."_s, u".."_s,
        u"\\"_s, QString(QChar(0xD800)), u"[::1]"_s, u" "_s, u"artifacts"_s };
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        const int length = random.bounded(1, 14);
        for (int j = 0; j < length; ++j)
            text += pieces[random.bounded(static_cast<int>(pieces.size()))];
        const auto result = Location::parse(text);
        if (!result) {
            QVERIFY2(!result.error.message.isEmpty(), qPrintable(text));
            continue;
        }
        QVERIFY2(result->isValid(), qPrintable(text));
        QVERIFY2(result->taskId.isEmpty() || core::isSlugId(result->taskId), qPrintable(text));
        QVERIFY2(result->taskGroupId.isEmpty() || core::isSlugId(result->taskGroupId), qPrintable(text));
        QVERIFY2(result->rootUrl.isEmpty() || result->rootUrl.startsWith(u"http"), qPrintable(text));
    }
}

void TestLocation::tellsDeploymentsApart_data()
{
    QTest::addColumn<QString>("root");
    QTest::addColumn<bool>("same");
    QTest::newRow("same") << u"https://tc.example.com"_s << true;
    QTest::newRow("slash") << u"https://tc.example.com/"_s << true;
    QTest::newRow("default port") << u"https://TC.example.com:443"_s << true;
    QTest::newRow("scheme") << u"http://tc.example.com"_s << false;
    QTest::newRow("port") << u"https://tc.example.com:8443"_s << false;
    QTest::newRow("subdomain") << u"https://a.tc.example.com"_s << false;
    QTest::newRow("suffix") << u"https://tc.example.com.evil.example"_s << false;
    QTest::newRow("prefix") << u"https://tc.example.co"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestLocation::tellsDeploymentsApart()
{
    QFETCH(QString, root);
    QFETCH(bool, same);
    QCOMPARE(Location::task(u"https://tc.example.com"_s, task).isAt(root), same);
    QVERIFY(Location::task({}, task).isAt(root));
}

void TestLocation::showsHostsInAscii()
{
    const auto result = Location::parse(u"https://tс.example.com/tasks/"_s + task); // with a Cyrillic letter
    QVERIFY(result);
    QVERIFY(result->rootUrl.startsWith(u"https://xn--"));
    QVERIFY(!result->isAt(root));
    QVERIFY(result->toText().startsWith(u"https://xn--"));
}

void TestLocation::readsLines_data()
{
    QTest::addColumn<QString>("fragment");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("last");
    QTest::newRow("one") << u"#L10"_s << qint64(10) << qint64(10);
    QTest::newRow("range") << u"#L10-20"_s << qint64(10) << qint64(20);
    QTest::newRow("second L") << u"#L10-L20"_s << qint64(10) << qint64(20);
    QTest::newRow("backwards") << u"#L20-10"_s << qint64(10) << qint64(20);
    QTest::newRow("beyond 32 bits") << u"#L3000000000"_s << qint64(3'000'000'000) << qint64(3'000'000'000);
    QTest::newRow("too many digits") << u"#L1234567890123"_s << qint64(0) << qint64(0);
    QTest::newRow("line 0") << u"#L12-L0"_s << qint64(0) << qint64(0);
    QTest::newRow("no number") << u"#Lx"_s << qint64(0) << qint64(0);
}

void TestLocation::readsLines()
{
    QFETCH(QString, fragment);
    QFETCH(qint64, first);
    QFETCH(qint64, last);
    const auto result
        = Location::parse(root + u"/tasks/"_s + task + u"/runs/0/logs/live/public/logs/live.log"_s + fragment);
    QVERIFY(result);
    QCOMPARE(result->firstLine, first);
    QCOMPARE(result->lastLine, last);
}

QTEST_GUILESS_MAIN(TestLocation)
#include "test_location.moc"
