// SPDX-License-Identifier: MPL-2.0
// tc/pulse.h: exchanges and patterns, by struct and by name.
#include "typed_calls.h"

#include <tc/pulse.h>
#include <tc/queue_events.h>

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tc;

namespace {

const testing::TypedMessage &typed(const pulse::ExchangeInfo &info)
{
    static const auto all = testing::typedMessages();
    const auto it = std::find_if(all.begin(), all.end(),
        [&info](const testing::TypedMessage &item) { return qstrcmp(item.exchange, info.exchange) == 0; });
    return it == all.end() ? qFatal("There is no struct for %s", info.exchange), all.first() : *it;
}

const pulse::ExchangeInfo &current()
{
    QFETCH(const QByteArray, service);
    QFETCH(const QByteArray, name);
    return *pulse::findExchange(service, name);
}

/// What the reference says a pattern is.
QString expectedPattern(const pulse::ExchangeInfo &info, const pulse::Words &words)
{
    QStringList parts;
    for (const pulse::Word &word : info.routingKey) {
        QString part = QLatin1StringView(word.constant);
        if (part.isEmpty())
            part = words.value(QLatin1StringView(word.name));
        if (part.isEmpty())
            part = word.multipleWords ? u"#"_s : u"*"_s;
        parts.append(part);
    }
    return parts.join(u'.');
}

} // namespace

class TestPulse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table();
    void openPatterns_data() { rows(); }
    void openPatterns();
    void everyWordAlone_data() { rows(); }
    void everyWordAlone();
    void allWords_data() { rows(); }
    void allWords();
    void inOrder_data() { rows(); }
    void inOrder();
    void periodsInSingleWords_data() { rows(); }
    void periodsInSingleWords();
    void unknownWords_data() { rows(); }
    void unknownWords();
    void constants_data() { rows(); }
    void constants();
    void blankMessagesRoundTrip_data() { rows(); }
    void blankMessagesRoundTrip();
    void plainPatterns();
    void routes();
    void unknownExchange();
    void tooLong();
    void asInTheGuide();
    void matching_data();
    void matching();

private:
    static void rows();
};

void TestPulse::rows()
{
    QTest::addColumn<QByteArray>("service");
    QTest::addColumn<QByteArray>("name");
    for (const pulse::ExchangeInfo &info : pulse::exchanges())
        QTest::addRow("%s.%s", info.service, info.name) << QByteArray(info.service) << QByteArray(info.name);
}

void TestPulse::table()
{
    const auto all = pulse::exchanges();
    QCOMPARE(all.size(), size_t(36));
    QCOMPARE(testing::typedMessages().size(), 36);
    QSet<QByteArray> names;
    for (const pulse::ExchangeInfo &info : all) {
        names.insert(info.exchange);
        QCOMPARE(pulse::findExchange(info.service, info.name), &info);
        QCOMPARE(pulse::findExchange(QString::fromLatin1(info.exchange)), &info);
        const QByteArray prefix = QByteArray("exchange/taskcluster-") + info.service + "/v1/";
        QVERIFY2(QByteArray(info.exchange).startsWith(prefix), info.exchange);
        QVERIFY2(QByteArray(info.schema).startsWith(QByteArray(QByteArray(info.service) + "/v1/")), info.schema);
        QVERIFY2(QByteArray(info.schema).endsWith(".json#"), info.schema);
        QVERIFY(!info.routingKey.empty());
    }
    QCOMPARE(names.size(), 36);
    const auto &done = *pulse::findExchange("queue", "taskCompleted");
    QCOMPARE(done.schema, "queue/v1/task-completed-message.json#");
    QCOMPARE(done.routingKey.size(), size_t(10));
    QCOMPARE(done.routingKey[0].constant, "primary");
    QVERIFY(done.routingKey[9].multipleWords);
    QVERIFY(pulse::findExchange("queue", "taskDefined")->routingKey[2].optional);
    QVERIFY(!done.routingKey[2].optional);
}

void TestPulse::openPatterns()
{
    const pulse::ExchangeInfo &info = current();
    const auto byName = pulse::binding(info.service, info.name);
    QVERIFY(byName);
    QCOMPARE(byName->exchange, QString::fromLatin1(info.exchange));
    QCOMPARE(byName->pattern, expectedPattern(info, {}));
    const auto byStruct = typed(info).binding({});
    QVERIFY(byStruct);
    QCOMPARE(*byStruct, *byName);
}

void TestPulse::everyWordAlone()
{
    const pulse::ExchangeInfo &info = current();
    for (const pulse::Word &word : info.routingKey) {
        if (*word.constant)
            continue;
        const pulse::Words words { { QString::fromLatin1(word.name), u"a-b_c"_s } };
        const auto byName = pulse::binding(info.service, info.name, words);
        QVERIFY(byName);
        QCOMPARE(byName->pattern, expectedPattern(info, words));
        QCOMPARE(*typed(info).binding(words), *byName);
    }
}

void TestPulse::allWords()
{
    const pulse::ExchangeInfo &info = current();
    pulse::Words words;
    for (const pulse::Word &word : info.routingKey) {
        if (!*word.constant)
            words.insert(QString::fromLatin1(word.name), word.multipleWords ? u"x.y.z"_s : u"x"_s);
    }
    const auto byName = pulse::binding(info.service, info.name, words);
    QVERIFY(byName);
    QCOMPARE(byName->pattern, expectedPattern(info, words));
    QVERIFY(!byName->pattern.contains(u'*'));
    QCOMPARE(*typed(info).binding(words), *byName);
}

void TestPulse::inOrder()
{
    const pulse::ExchangeInfo &info = current();
    QStringList list;
    pulse::Words words;
    for (const pulse::Word &word : info.routingKey) {
        if (*word.constant)
            continue;
        // Every other word is left open.
        list.append(list.size() % 2 == 0 ? u"w%1"_s.arg(list.size()) : QString());
        words.insert(QString::fromLatin1(word.name), list.last());
    }
    QCOMPARE(*pulse::bindingInOrder(info.service, info.name, list), *pulse::binding(info.service, info.name, words));
    QCOMPARE(*pulse::bindingInOrder(info.service, info.name, {}), *pulse::binding(info.service, info.name));
    list.append(u"one more"_s);
    QCOMPARE(pulse::bindingInOrder(info.service, info.name, list).error.kind, ErrorKind::Usage);
}

void TestPulse::periodsInSingleWords()
{
    const pulse::ExchangeInfo &info = current();
    for (const pulse::Word &word : info.routingKey) {
        if (*word.constant)
            continue;
        const pulse::Words words { { QString::fromLatin1(word.name), u"a.b"_s } };
        const auto byName = pulse::binding(info.service, info.name, words);
        const auto byStruct = typed(info).binding(words);
        QCOMPARE(bool(byName), word.multipleWords);
        QCOMPARE(bool(byStruct), word.multipleWords);
        if (word.multipleWords)
            continue;
        QCOMPARE(byName.error.kind, ErrorKind::Usage);
        QVERIFY2(byName.error.message.contains(QLatin1StringView(word.name)), qPrintable(byName.error.message));
        QCOMPARE(byStruct.error.message, byName.error.message);
    }
}

void TestPulse::unknownWords()
{
    const pulse::ExchangeInfo &info = current();
    const auto result = pulse::binding(info.service, info.name, { { u"taskld"_s, u"a"_s } });
    QVERIFY(!result);
    QCOMPARE(result.error.kind, ErrorKind::Usage);
    QVERIFY(result.error.message.contains("taskld"_L1));
    QVERIFY(result.error.message.contains(QLatin1StringView(info.exchange)));
}

void TestPulse::constants()
{
    const pulse::ExchangeInfo &info = current();
    for (const pulse::Word &word : info.routingKey) {
        if (!*word.constant)
            continue;
        const QString name = QString::fromLatin1(word.name);
        QVERIFY(pulse::binding(info.service, info.name, { { name, QString::fromLatin1(word.constant) } }));
        const auto other = pulse::binding(info.service, info.name, { { name, u"secondary"_s } });
        QCOMPARE(other.error.kind, ErrorKind::Usage);
        // The official client for Go puts * there, which binds to the copies too.
        QVERIFY(typed(info).binding({})->pattern.startsWith("primary."_L1));
    }
}

void TestPulse::blankMessagesRoundTrip()
{
    const testing::TypedMessage &message = typed(current());
    const QByteArray blank = message.blank();
    QVERIFY2(blank.startsWith("{\""), blank.constData());
    QByteArray again;
    const auto error = message.roundTrip(blank, &again);
    QVERIFY2(!error, qPrintable(error ? error->toString() : QString()));
    QCOMPARE(again, blank);
}

void TestPulse::plainPatterns()
{
    const auto all = pulse::patternBinding("queue", "taskCompleted", u"primary.#"_s);
    QVERIFY(all);
    QCOMPARE(all->exchange, u"exchange/taskcluster-queue/v1/task-completed"_s);
    QCOMPARE(all->pattern, u"primary.#"_s);
    QCOMPARE(pulse::patternBinding("queue", "taskCompleted", {}).error.kind, ErrorKind::Usage);
}

void TestPulse::routes()
{
    QCOMPARE(
        pulse::routeBinding("queue", "taskCompleted", u"index.project.a.#"_s)->pattern, u"route.index.project.a.#"_s);
    QCOMPARE(pulse::routeBinding("queue", "taskCompleted", {}).error.kind, ErrorKind::Usage);
}

void TestPulse::unknownExchange()
{
    for (const auto &result : { pulse::binding("queue", "taskcompleted"), pulse::binding("quee", "taskCompleted"),
             pulse::binding("", ""), pulse::bindingInOrder("queue", "nothing", {}),
             pulse::patternBinding("queue", "nothing", u"#"_s), pulse::routeBinding("queue", "nothing", u"a"_s) })
        QCOMPARE(result.error.kind, ErrorKind::Usage);
    QVERIFY(!pulse::findExchange(u"exchange/taskcluster-queue/v1/nothing"));
}

void TestPulse::tooLong()
{
    const QString word(u"\u00fc"_s.repeated(120));
    QVERIFY(pulse::binding("queue", "taskCompleted", { { u"taskId"_s, word.left(100) } }));
    QCOMPARE(pulse::binding("queue", "taskCompleted", { { u"taskId"_s, word } }).error.kind, ErrorKind::Usage);
    QVERIFY(pulse::patternBinding("queue", "taskCompleted", QString(255, u'a')));
    QCOMPARE(pulse::patternBinding("queue", "taskCompleted", QString(256, u'a')).error.kind, ErrorKind::Usage);
    queue::TaskCompletedExchange done;
    done.reserved = QString(256, u'a');
    QCOMPARE(pulse::binding(done).error.kind, ErrorKind::Usage);
}

void TestPulse::asInTheGuide()
{
    queue::TaskCompletedExchange done;
    done.taskId = u"atask"_s;
    const auto binding = pulse::binding(done);
    QCOMPARE(binding->exchange, u"exchange/taskcluster-queue/v1/task-completed"_s);
    QCOMPARE(binding->pattern, u"primary.atask.*.*.*.*.*.*.*.#"_s);
    QCOMPARE(*pulse::binding("queue", "taskCompleted", { { u"taskId"_s, u"atask"_s } }), *binding);
}

void TestPulse::matching_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *pattern, const char *key, bool matches) {
        QTest::addRow("%s %s", pattern, key) << QString::fromLatin1(pattern) << QString::fromLatin1(key) << matches;
    };
    row("a.b", "a.b", true);
    row("a.b", "a.c", false);
    row("a.b", "a", false);
    row("a", "a.b", false);
    row("*", "a", true);
    row("*", "a.b", false);
    row("a.*.c", "a.b.c", true);
    row("a.*.c", "a.c", false);
    row("a.*", "a.", true); // an empty word is one
    row("#", "a", true);
    row("#", "a.b.c", true);
    row("a.#", "a", true);
    row("a.#", "a.b.c", true);
    row("a.#", "b.a", false);
    row("#.c", "c", true);
    row("#.c", "a.b.c", true);
    row("#.c", "a.c.b", false);
    row("a.#.c", "a.c", true);
    row("a.#.c", "a.b.b.c", true);
    row("a.#.c", "a.b.c.d", false);
    row("#.b.#", "a.b.c", true);
    row("#.b.#.b", "b.b", true);
    row("#.b.#.b", "a.b.c", false);
    row("#.*", "a", true);
    row("#.#", "a", true);
    row("*.#.*", "a", false);
    row("*.#.*", "a.b", true);
    row("a*", "ab", false);
    row("primary.*.*.*.*.*.*.*.g.#", "primary.t.0.wg.w.p.wt.s.g._", true);
    row("primary.*.*.*.*.*.*.*.g.#", "primary.t.0.wg.w.p.wt.s.h._", false);
    row("primary.#", "route.index.a", false);
}

void TestPulse::matching()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, key);
    QFETCH(const bool, matches);
    QCOMPARE(pulse::matches(pattern, key), matches);
}

QTEST_GUILESS_MAIN(TestPulse)
#include "test_pulse.moc"
