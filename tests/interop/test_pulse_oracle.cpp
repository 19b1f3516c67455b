// SPDX-License-Identifier: MPL-2.0
// Our bindings before those of npm's taskcluster-client, for every exchange that it knows.
#include "typed_calls.h"

#include <tc/pulse.h>

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tc;

namespace {

constexpr int questionsEach = 40;

QString className(const char *service)
{
    QString name;
    for (const QString &part : QString::fromLatin1(service).split(u'-'))
        name += part.left(1).toUpper() + part.mid(1);
    return name + u"Events"_s;
}

const testing::TypedMessage &typed(const pulse::ExchangeInfo &info)
{
    static const auto all = testing::typedMessages();
    return *std::find_if(all.begin(), all.end(),
        [&info](const testing::TypedMessage &item) { return qstrcmp(item.exchange, info.exchange) == 0; });
}

/// Some of the words, some of them with a period, whether they may have one or not.
pulse::Words randomWords(const pulse::ExchangeInfo &info, QRandomGenerator *random)
{
    static const QStringList values { u"a"_s, u"V3SVIPsMSwe1hs_Zm1F4cQ"_s, u"0"_s, u"us-east-1"_s, u"_"_s, u"*"_s,
        u"a.b"_s, u"x.y.z"_s, u"ünï"_s, u"with space"_s };
    pulse::Words words;
    for (const pulse::Word &word : info.routingKey) {
        if (!*word.constant && random->bounded(2) == 0)
            words.insert(QString::fromLatin1(word.name), values.at(random->bounded(int(values.size()))));
    }
    return words;
}

} // namespace

class TestPulseOracle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void sameExchanges();
    void sameBindings_data();
    void sameBindings();
    void plainPatterns();

private:
    QJsonObject readLine();
    QJsonObject ask(const QJsonObject &question);

    QProcess m_oracle;
    QJsonObject m_known; ///< their names of exchanges, as they name them
};

void TestPulseOracle::initTestCase()
{
    m_oracle.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_oracle.start(u"node"_s, { QStringLiteral(INTEROP_FOLDER "/pulse_oracle.mjs") });
    QVERIFY2(m_oracle.waitForStarted(), "node is needed; tests/run installs it");
    m_known = readLine();
    QVERIFY(!m_known.isEmpty());
}

void TestPulseOracle::cleanupTestCase()
{
    m_oracle.closeWriteChannel();
    QVERIFY(m_oracle.waitForFinished());
    QCOMPARE(m_oracle.exitCode(), 0);
}

QJsonObject TestPulseOracle::readLine()
{
    while (!m_oracle.canReadLine()) {
        if (!m_oracle.waitForReadyRead())
            return {};
    }
    return QJsonDocument::fromJson(m_oracle.readLine()).object();
}

QJsonObject TestPulseOracle::ask(const QJsonObject &question)
{
    m_oracle.write(QJsonDocument(question).toJson(QJsonDocument::Compact) + '\n');
    return readLine();
}

/// Their reference is older than ours: nothing of theirs is missing here, and of ours only what came later there.
void TestPulseOracle::sameExchanges()
{
    for (auto it = m_known.begin(); it != m_known.end(); ++it)
        QVERIFY2(pulse::findExchange(it.value().toString()), qPrintable(it.value().toString()));
    QStringList newer;
    for (const pulse::ExchangeInfo &info : pulse::exchanges()) {
        const QString name = className(info.service) + u'.' + QLatin1StringView(info.name);
        if (m_known.value(name).toString() != QLatin1StringView(info.exchange))
            newer.append(name);
    }
    const QStringList sinceThen { u"QueueEvents.taskPriorityChanged"_s, u"QueueEvents.taskGroupPriorityChanged"_s };
    QCOMPARE(newer, sinceThen);
}

void TestPulseOracle::sameBindings_data()
{
    QTest::addColumn<QByteArray>("service");
    QTest::addColumn<QByteArray>("name");
    for (const pulse::ExchangeInfo &info : pulse::exchanges()) {
        if (m_known.contains(className(info.service) + u'.' + QLatin1StringView(info.name)))
            QTest::addRow("%s.%s", info.service, info.name) << QByteArray(info.service) << QByteArray(info.name);
    }
}

void TestPulseOracle::sameBindings()
{
    QFETCH(const QByteArray, service);
    QFETCH(const QByteArray, name);
    const pulse::ExchangeInfo &info = *pulse::findExchange(service, name);
    QRandomGenerator random(static_cast<quint32>(qHash(name)));
    int refused = 0;
    for (int i = 0; i < questionsEach; ++i) {
        const pulse::Words words = randomWords(info, &random);
        QJsonObject json;
        for (auto it = words.begin(); it != words.end(); ++it)
            json.insert(it.key(), it.value());
        const QJsonObject theirs = ask({ { u"class"_s, className(info.service) },
            { u"name"_s, QString::fromLatin1(name) }, { u"words"_s, json } });
        for (const auto &ours : { pulse::binding(service, name, words), typed(info).binding(words) }) {
            QCOMPARE(bool(ours), !theirs.contains("error"_L1));
            if (!ours)
                continue;
            QCOMPARE(ours->exchange, theirs.value("exchange"_L1).toString());
            QCOMPARE(ours->pattern, theirs.value("pattern"_L1).toString());
        }
        refused += theirs.contains("error"_L1) ? 1 : 0;
    }
    QVERIFY(refused < questionsEach);
}

void TestPulseOracle::plainPatterns()
{
    const QJsonObject theirs = ask(
        { { u"class"_s, u"QueueEvents"_s }, { u"name"_s, u"taskCompleted"_s }, { u"pattern"_s, u"route.a.#"_s } });
    const auto ours = pulse::patternBinding("queue", "taskCompleted", u"route.a.#"_s);
    QCOMPARE(ours->pattern, theirs.value("pattern"_L1).toString());
    QCOMPARE(ours->exchange, theirs.value("exchange"_L1).toString());
}

QTEST_GUILESS_MAIN(TestPulseOracle)
#include "test_pulse_oracle.moc"
