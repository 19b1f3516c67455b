// SPDX-License-Identifier: MPL-2.0
#include "apidata.h"
#include "core/accounts/session.h"
#include "core/task/logrule.h"
#include "core/task/taskdetails.h"
#include "taskdata.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using core::TaskDetails;
using tc::test::Request;
using tc::test::ScriptedServer;
using tc::test::Step;

namespace {

const QString group = u"QW4X7G7HRuOxMVFTHkiB8A"_s;
const QString task = u"So18GD6BRfSt5ludnjmN1A"_s;

core::ArtifactInfo artifact(const QString &name, const QString &type = u"text/plain; charset=utf-8"_s)
{
    core::ArtifactInfo info;
    info.name = name;
    info.contentType = type;
    return info;
}

} // namespace

class TestTaskDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void loadsAllParts();
    void partsFailAlone();
    void anotherRun();
    void aRunThatIsAskedFor();
    void aTaskWithoutRuns();
    void newestSelectionWins();
    void fastSelectionAsksLittle();
    void cachedTasksAreThereAtOnce();
    void refreshFollowsARerun();
    void badDefinition();
    void artifactsComeInPages();
    void findsTheLog_data();
    void findsTheLog();
    void textLogs();
    void runModelKeepsRows();

private:
    Step answer(const Request &request) const;
    bool isReady() const;

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<core::Session> m_session;
    std::unique_ptr<TaskDetails> m_details;
    QString m_state;
    int m_runs = 2;
    QString m_fail; ///< requests whose path contains this are refused
};

void TestTaskDetails::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_server->setHandler([this](const Request &request) { return answer(request); });
    m_session = std::make_unique<core::Session>(core::SessionOptions::anonymous(m_server->url()));
    m_details = std::make_unique<TaskDetails>(m_session.get());
    m_state = u"completed"_s;
    m_runs = 2;
    m_fail.clear();
}

void TestTaskDetails::cleanup()
{
    m_details.reset();
    m_session.reset();
    m_server.reset();
}

Step TestTaskDetails::answer(const Request &request) const
{
    const QString path = testdata::path(request);
    const QString id = path.section(u'/', 5, 5);
    if (!m_fail.isEmpty() && path.contains(m_fail))
        return Step::error(403, "InsufficientScopes", "no");
    if (path.endsWith(u"/status"))
        return testdata::json({ { u"status"_s, testdata::status(id, group, m_state, m_runs) } });
    if (path.endsWith(u"/artifacts")) {
        const QString run = path.section(u'/', 7, 7);
        return testdata::json({ { u"artifacts"_s,
            QJsonArray { testdata::artifact(u"public/run-%1.txt"_s.arg(run)),
                testdata::artifact(u"public/a.b/task.log"_s),
                testdata::artifact(u"public/a.b/task_backing.log"_s) } } });
    }
    return testdata::json(testdata::definition(group, u"name of "_s + id));
}

bool TestTaskDetails::isReady() const
{
    constexpr std::array parts { TaskDetails::StatusPart, TaskDetails::DefinitionPart, TaskDetails::ArtifactsPart };
    return std::all_of(parts.begin(), parts.end(),
        [this](auto part) { return m_details->part(part).state == core::Part::State::Ready; });
}

void TestTaskDetails::loadsAllParts()
{
    QAbstractItemModelTester runs(m_details->runs(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QAbstractItemModelTester artifacts(m_details->artifacts(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy changed(m_details.get(), &TaskDetails::taskChanged);
    m_details->show(task);
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_details->part(TaskDetails::StatusPart).isLoading());
    QVERIFY(!m_details->status());
    QTRY_VERIFY(isReady());
    QCOMPARE(m_details->status()->taskGroupId, group);
    QCOMPARE(m_details->status()->state, core::TaskState::Completed);
    QCOMPARE(m_details->definition()->name, u"name of "_s + task);
    QCOMPARE(m_details->definition()->tags.size(), size_t(1));
    QVERIFY(m_details->definition()->json.contains("\n  \"metadata\": {"));
    QCOMPARE(m_details->runs()->rowCount(), 2);
    QCOMPARE(m_details->runId(), 1);
    QVERIFY(m_details->artifacts()->rowOf(u"public/run-1.txt"_s) >= 0);
    QCOMPARE(m_details->logArtifact(), u"public/a.b/task_backing.log"_s); // by the name in the payload
    m_details->clear();
    QVERIFY(!m_details->status() && !m_details->definition());
    QCOMPARE(m_details->runs()->rowCount(), 0);
    QCOMPARE(m_details->artifacts()->rowCount(), 0);
    QCOMPARE(m_details->part(TaskDetails::StatusPart).state, core::Part::State::Idle);
}

void TestTaskDetails::partsFailAlone()
{
    m_fail = u"/artifacts"_s;
    m_details->show(task);
    QTRY_VERIFY(m_details->part(TaskDetails::ArtifactsPart).hasFailed());
    QTRY_VERIFY(m_details->definition() && m_details->status());
    QCOMPARE(m_details->part(TaskDetails::ArtifactsPart).error.kind, tc::ErrorKind::Scope);
    m_fail.clear();
    const qsizetype before = m_server->requests().size();
    m_details->retry(TaskDetails::ArtifactsPart);
    QTRY_VERIFY(isReady());
    QCOMPARE(m_server->requests().size(), before + 1);

    m_details->show(group); // any other id
    m_fail = u"/status"_s;
    QTRY_VERIFY(m_details->part(TaskDetails::StatusPart).hasFailed());
    QVERIFY2(m_details->part(TaskDetails::ArtifactsPart).hasFailed(), "which run is the latest is not known");
    QTRY_VERIFY(m_details->definition());
    m_fail.clear();
    m_details->retry(TaskDetails::ArtifactsPart);
    QTRY_VERIFY(isReady());
}

void TestTaskDetails::anotherRun()
{
    m_details->show(task);
    QTRY_VERIFY(isReady());
    QSignalSpy run(m_details.get(), &TaskDetails::runChanged);
    m_details->showRun(0);
    QCOMPARE(run.size(), 1);
    QCOMPARE(m_details->artifacts()->rowCount(), 0);
    QTRY_VERIFY(isReady());
    QVERIFY(m_details->artifacts()->rowOf(u"public/run-0.txt"_s) >= 0);
    QVERIFY(m_details->artifacts()->rowOf(u"public/run-1.txt"_s) < 0);
    m_details->refresh();
    QTRY_VERIFY(isReady());
    QCOMPARE(m_details->runId(), 0); // chosen, so it stays
}

void TestTaskDetails::aRunThatIsAskedFor()
{
    m_details->show(task, 0);
    QTRY_VERIFY(isReady());
    QCOMPARE(m_details->runId(), 0);
    QVERIFY(m_details->artifacts()->rowOf(u"public/run-0.txt"_s) >= 0);
}

void TestTaskDetails::aTaskWithoutRuns()
{
    m_runs = 0;
    m_state = u"unscheduled"_s;
    m_details->show(task);
    QTRY_VERIFY(isReady());
    QVERIFY(!m_details->runId());
    QCOMPARE(m_details->artifacts()->rowCount(), 0);
    QVERIFY(m_details->logArtifact().isEmpty());
}

void TestTaskDetails::newestSelectionWins()
{
    QString last;
    for (quint32 i = 0; i < 60; ++i) {
        last = testdata::taskId(i).toText();
        m_details->show(last);
        QTest::qWait(static_cast<int>(i % 7) * 5);
    }
    QTRY_VERIFY(isReady());
    QTest::qWait(100);
    QCOMPARE(m_details->status()->taskId, last);
    QCOMPARE(m_details->definition()->name, u"name of "_s + last);
}

void TestTaskDetails::fastSelectionAsksLittle()
{
    m_details->show(testdata::taskId(0).toText());
    for (quint32 i = 1; i < 50; ++i)
        m_details->show(testdata::taskId(i).toText());
    QTRY_VERIFY(isReady());
    QVERIFY2(m_server->requests().size() <= 6, qPrintable(QString::number(m_server->requests().size())));
}

void TestTaskDetails::cachedTasksAreThereAtOnce()
{
    m_details->show(task);
    QTRY_VERIFY(isReady());
    m_details->show(group);
    QVERIFY(!m_details->status());
    QTRY_VERIFY(isReady());
    const qsizetype before = m_server->requests().size();
    m_details->show(task);
    QCOMPARE(m_details->status()->taskId, task);
    QCOMPARE(m_details->definition()->name, u"name of "_s + task);
    QCOMPARE(m_details->artifacts()->rowCount(), 3);
    QVERIFY(!m_details->logArtifact().isEmpty());
    QTRY_VERIFY(isReady());
    QVERIFY(m_server->requests().size() > before); // renewed behind it
    for (qsizetype i = before; i < m_server->requests().size(); ++i)
        QVERIFY2(!testdata::path(m_server->requests()[i]).endsWith(task), "a definition never changes");
}

void TestTaskDetails::refreshFollowsARerun()
{
    m_details->show(task);
    QTRY_VERIFY(isReady());
    QCOMPARE(m_details->runId(), 1);
    m_runs = 3;
    m_state = u"running"_s;
    m_details->refresh();
    QTRY_COMPARE(m_details->runId(), 2);
    QTRY_VERIFY(isReady());
    QVERIFY(m_details->artifacts()->rowOf(u"public/run-2.txt"_s) >= 0);
    QCOMPARE(m_details->logArtifact(), u"public/a.b/task.log"_s); // it runs, so the live one
}

void TestTaskDetails::badDefinition()
{
    m_server->setHandler([this](const Request &request) {
        return testdata::path(request).endsWith(task) ? Step::json("[1,2,3]") : answer(request);
    });
    m_details->show(task);
    QTRY_VERIFY(m_details->part(TaskDetails::DefinitionPart).hasFailed());
    QCOMPARE(m_details->part(TaskDetails::DefinitionPart).error.kind, tc::ErrorKind::Protocol);
    QTRY_COMPARE(m_details->part(TaskDetails::ArtifactsPart).state, core::Part::State::Ready);
}

void TestTaskDetails::artifactsComeInPages()
{
    QAbstractItemModelTester tester(m_details->artifacts(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_server->setHandler([this](const Request &request) {
        if (!testdata::path(request).endsWith(u"/artifacts"))
            return answer(request);
        const int page = testdata::queryValue(request, u"continuationToken"_s).toInt();
        QJsonArray list;
        for (int i = 0; i < 500; ++i) // interleaved and overlapping, so that order and names matter
            list += testdata::artifact(u"public/%1.txt"_s.arg((i * 3 + page * 400) % 1500, 4, 10, QChar(u'0')));
        QJsonObject body { { u"artifacts"_s, list } };
        if (page < 3)
            body[u"continuationToken"_s] = QString::number(page + 1);
        return testdata::json(body);
    });
    m_details->show(task);
    QTRY_VERIFY(isReady());
    const auto &artifacts = m_details->artifacts()->artifacts();
    QVERIFY(artifacts.size() > 500);
    QVERIFY(std::is_sorted(artifacts.begin(), artifacts.end(), core::listedBefore));
    for (size_t i = 0; i < artifacts.size(); ++i)
        QCOMPARE(m_details->artifacts()->rowOf(artifacts[i].name), static_cast<int>(i));
}

void TestTaskDetails::findsTheLog_data()
{
    QTest::addColumn<QStringList>("artifacts");
    QTest::addColumn<QString>("live");
    QTest::addColumn<QString>("backing");
    QTest::addColumn<core::TaskState>("state");
    QTest::addColumn<QString>("expected");
    const auto completed = core::TaskState::Completed;
    const auto running = core::TaskState::Running;
    const QStringList usual { u"public/x.txt"_s, u"public/logs/live.log"_s, u"public/logs/live_backing.log"_s };
    QTest::newRow("none") << QStringList { u"public/x.txt"_s } << QString() << QString() << completed << QString();
    QTest::newRow("usual") << usual << QString() << QString() << completed << usual[2];
    QTest::newRow("usual, running") << usual << QString() << QString() << running << usual[1];
    QTest::newRow("only live") << usual.mid(0, 2) << QString() << QString() << completed << usual[1];
    QTest::newRow("named") << QStringList { usual[1], u"private/log"_s } << u"private/log"_s << QString() << running
                           << u"private/log"_s;
    QTest::newRow("named but missing") << usual << u"private/log"_s << QString() << running << usual[2];
    QTest::newRow("other logs") << QStringList { u"private/a.log"_s, u"public/z.log"_s, u"public/y.log"_s } << QString()
                                << QString() << completed << u"public/y.log"_s;
}

void TestTaskDetails::findsTheLog()
{
    QFETCH(QStringList, artifacts);
    QFETCH(QString, live);
    QFETCH(QString, backing);
    QFETCH(core::TaskState, state);
    QFETCH(QString, expected);
    std::vector<core::ArtifactInfo> list;
    for (const QString &name : artifacts)
        list.push_back(artifact(name));
    core::TaskDefinition definition;
    definition.liveLog = live;
    definition.backingLog = backing;
    const auto found = core::findLog(list, definition, state);
    QCOMPARE(found ? list[static_cast<size_t>(*found)].name : QString(), expected);
}

void TestTaskDetails::textLogs()
{
    QVERIFY(core::isTextLog(artifact(u"public/logs/live.log"_s)));
    QVERIFY(core::isTextLog(artifact(u"x.log"_s, u"text/plain"_s)));
    QVERIFY(!core::isTextLog(artifact(u"x.log.gz"_s)));
    QVERIFY(!core::isTextLog(artifact(u"x.log"_s, u"application/gzip"_s)));
    QVERIFY(core::listedBefore(artifact(u"private/live.log"_s), artifact(u"public/a"_s)));
    QVERIFY(core::listedBefore(artifact(u"public/z"_s), artifact(u"a"_s)));
}

void TestTaskDetails::runModelKeepsRows()
{
    core::RunModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    std::vector<core::RunInfo> runs(2);
    runs[1].runId = 1;
    runs[1].state = core::TaskState::Running;
    runs[1].started = core::currentTime() - 65'000;
    model.setRuns(runs);
    const QPersistentModelIndex second = model.index(1, 0);
    QCOMPARE(model.index(1, core::RunModel::DurationColumn).data().toString(), u"1 m 05 s"_s);
    QVERIFY(second.data(core::RunModel::IsTickingRole).toBool());
    runs[1].state = core::TaskState::Failed;
    runs[1].resolved = runs[1].started + 5000;
    runs.emplace_back().runId = 2;
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRuns(runs);
    QCOMPARE(changed.size(), 1);
    QVERIFY(second.isValid());
    QCOMPARE(second.data(core::RunModel::StateRole).value<core::TaskState>(), core::TaskState::Failed);
    QCOMPARE(model.rowCount(), 3);
    model.setRuns({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!second.isValid());
}

QTEST_GUILESS_MAIN(TestTaskDetails)
#include "test_taskdetails.moc"
