// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/session.h"
#include "core/lookup/locationresolver.h"
#include "core/task/taskdetails.h"
#include "core/taskgroup/taskgrouploader.h"
#include "core/taskgroup/taskgroupmodel.h"
#include "demo/demodeployment.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

/// The parts together, against the demo deployment over HTTP with signed requests.
class TestDemoGroup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void largeGroup();
    void details();
    void manyArtifacts();
    void resolvesIds();

private:
    std::unique_ptr<demo::DemoDeployment> m_demo;
    std::unique_ptr<core::Session> m_session;
};

void TestDemoGroup::initTestCase()
{
    m_demo = std::make_unique<demo::DemoDeployment>();
    const QString rootUrl = m_demo->startAndWait();
    QVERIFY(!rootUrl.isEmpty());
    const demo::DemoCredentials who = demo::DemoDeployment::admin();
    const tc::Credentials credentials { who.clientId, who.accessToken, {} };
    m_session = std::make_unique<core::Session>(core::SessionOptions::demo(rootUrl, credentials));
}

// The goal for the longest stall is 50 ms; asserted at five times that, for the server works in the same process.
void TestDemoGroup::largeGroup()
{
    core::TaskGroupModel model;
    model.sort(static_cast<int>(core::TaskColumn::Name));
    core::TaskGroupLoader loader(m_session.get(), &model);
    qint64 longest = 0;
    QElapsedTimer beat;
    QTimer heartbeat;
    connect(&heartbeat, &QTimer::timeout, this, [&] { longest = qMax(longest, beat.restart()); });
    QElapsedTimer total;
    total.start();
    beat.start();
    heartbeat.start(1);
    loader.open(demo::DemoDeployment::groupOf12000());
    QTRY_VERIFY_WITH_TIMEOUT(!loader.part().isLoading() && !model.isArranging(), 60'000);
    heartbeat.stop();
    QVERIFY2(loader.part().state == core::Part::State::Ready, qPrintable(loader.part().error.message));
    QCOMPARE(model.rowCount(), 12'000);
    QCOMPARE(model.counts().total(), 12'000);
    QVERIFY(model.counts()[core::TaskState::Running] > 0);
    QCOMPARE(model.counts()[core::TaskState::Unknown], 0);
    qInfo("12,000 tasks in %lld ms, longest stall %lld ms, %.0f bytes a row", total.elapsed(), longest,
        model.bytesPerRow());
    QVERIFY(model.bytesPerRow() < 400);
    QVERIFY(longest < 250);
}

void TestDemoGroup::details()
{
    core::TaskDetails details(m_session.get());
    details.show(demo::DemoDeployment::everyArtifactTask());
    QTRY_COMPARE(details.part(core::TaskDetails::ArtifactsPart).state, core::Part::State::Ready);
    QTRY_VERIFY(details.status() && details.definition());
    QVERIFY(!details.definition()->name.isEmpty());
    QVERIFY(!details.status()->runs.empty());
    QVERIFY(!details.logArtifact().isEmpty());
    QSet<core::StorageType> storage;
    for (const core::ArtifactInfo &artifact : details.artifacts()->artifacts())
        storage += artifact.storage;
    for (const auto type : { core::StorageType::S3, core::StorageType::Object, core::StorageType::Reference,
             core::StorageType::Link, core::StorageType::Error })
        QVERIFY2(storage.contains(type), qPrintable(core::storageTypeToText(type)));
}

void TestDemoGroup::manyArtifacts()
{
    core::TaskDetails details(m_session.get());
    details.show(demo::DemoDeployment::manyArtifactsTask());
    QTRY_COMPARE(details.part(core::TaskDetails::ArtifactsPart).state, core::Part::State::Ready);
    QVERIFY(details.artifacts()->rowCount() >= 1500);
}

void TestDemoGroup::resolvesIds()
{
    core::LocationResolver resolver(m_session.get());
    QSignalSpy resolved(&resolver, &core::LocationResolver::resolved);
    const auto kindOf = [&](const QString &text) {
        resolved.clear();
        resolver.resolve(*core::Location::parse(text));
        if (!QTest::qWaitFor([&] { return !resolved.isEmpty(); }))
            return core::Location::Kind::None;
        return resolved[0][0].value<core::Location>().kind;
    };
    QCOMPARE(kindOf(demo::DemoDeployment::groupOf300()), core::Location::Kind::TaskGroup);

    core::TaskGroupModel model;
    core::TaskGroupLoader loader(m_session.get(), &model);
    loader.open(demo::DemoDeployment::groupOf300());
    QTRY_COMPARE(model.rowCount(), 300);
    QString task;
    for (int row = 0; row < model.rowCount() && task.isEmpty(); ++row)
        task = model.taskIdAt(row) == demo::DemoDeployment::groupOf300() ? QString() : model.taskIdAt(row);
    QCOMPARE(kindOf(task), core::Location::Kind::Task);
}

QTEST_GUILESS_MAIN(TestDemoGroup)
#include "test_demogroup.moc"
