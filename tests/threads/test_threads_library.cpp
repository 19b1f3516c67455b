// SPDX-License-Identifier: MPL-2.0
// What the library promises of other threads, without Qt's: bodies that are decoded, inflated and hashed on workers,
// scopes that several ask, secrets that several take out. Meant for the thread sanitizer, right without it too.
#include "together.h"

#include "call/bodyjob.h"
#include "http/redact.h"
#include "transfer/contentsink.h"

#include <tc/fromnow.h>
#include <tc/jsoncodec.h>
#include <tc/methods.h>
#include <tc/queue_types.h>
#include <tc/scopes.h>
#include <tc/slugid.h>

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QSet>
#include <QTest>

#include <atomic>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace tc;
using namespace tc::test;

class TestThreadsLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesOneBody();
    void jobsGiveTheirValuesAway();
    void slicesAreShared();
    void sinksTellHowFarTheyAre();
    void oneScopeSet();
    void idsAndTimes();
    void secretsAreTakenOut();
};

namespace {

constexpr int threads = 4;

/// A page with \a count tasks.
QByteArray page(int count)
{
    QFile file(QStringLiteral(CORPUS_FOLDER "/reply/group.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray json = file.readAll().trimmed();
    const qsizetype first = json.indexOf('[') + 1;
    const qsizetype end = json.lastIndexOf(']');
    const QByteArray task = json.sliced(first, end - first);
    for (int i = 1; i < count; ++i)
        json.insert(first, task + ',');
    return json;
}

} // namespace

void TestThreadsLibrary::decodesOneBody()
{
    const QByteArray body = page(40);
    std::vector<queue::ListTaskGroupResponse> pages(threads);
    std::vector<int> failures(threads, 0);
    together(threads, [&](int number) {
        const auto index = static_cast<std::size_t>(number);
        for (int round = 0; round < 10; ++round) {
            queue::ListTaskGroupResponse decoded;
            if (decodeJson(body, &decoded))
                ++failures[index];
            pages[index] = std::move(decoded);
        }
    });
    QCOMPARE(failures, std::vector<int>(threads, 0));
    for (const auto &decoded : pages) {
        QCOMPARE(decoded.tasks.size(), 40);
        QCOMPARE(encodeJson(decoded), encodeJson(pages.front()));
    }
}

/// As the call layer does: a worker makes the value, the thread that asked puts it in place.
void TestThreadsLibrary::jobsGiveTheirValuesAway()
{
    const QByteArray body = page(20);
    std::mutex mutex;
    std::vector<std::function<Error()>> stores;
    QList<queue::ListTaskGroupResponse> results;
    together(threads, [&](int) {
        for (int round = 0; round < 5; ++round) {
            BodyJob job;
            job.wire = body;
            job.maxSize = 1 << 20;
            job.decode = [&results](const QByteArray &bytes) -> std::function<Error()> {
                auto value = std::make_shared<queue::ListTaskGroupResponse>();
                if (decodeJson(bytes, value.get()))
                    return {};
                return [value, &results] {
                    results.append(std::move(*value));
                    return Error {};
                };
            };
            BodyResult result = runBodyJob(std::move(job));
            const std::lock_guard lock(mutex);
            stores.push_back(std::move(result.store));
        }
    });
    for (const auto &store : stores) {
        QVERIFY(store);
        QVERIFY(!store());
    }
    QCOMPARE(results.size(), threads * 5);
    for (const auto &each : results)
        QCOMPARE(each.tasks.size(), 20);
}

void TestThreadsLibrary::slicesAreShared()
{
    auto response = std::make_unique<queue::ListTaskGroupResponse>();
    QVERIFY(!decodeJson(page(3), response.get()));
    const Json payload = response->tasks.front().task.payload;
    response.reset(); // the slices keep the bytes alive now, and the last one frees them
    QByteArrayList texts(threads);
    QByteArray *const out = texts.data();
    together(threads, [&payload, out](int number) {
        Json mine = payload;
        for (int round = 0; round < 200; ++round) {
            const Json copy = mine;
            if (copy.toObject().value("maxRunTime"_L1).toInt() == 3600)
                out[number] = copy.toCompact();
            mine = copy;
        }
    });
    for (const auto &text : std::as_const(texts))
        QCOMPARE(text, payload.toCompact());
}

void TestThreadsLibrary::sinksTellHowFarTheyAre()
{
    const QByteArray content(1 << 20, 'x');
    struct Work {
        QByteArray bytes;
        std::unique_ptr<ContentSink> sink;
        Error error;
    };
    std::vector<Work> works(threads);
    for (auto &work : works) {
        auto buffer = std::make_unique<QBuffer>(&work.bytes);
        QVERIFY(buffer->open(QIODevice::WriteOnly));
        ContentSink::Place place;
        place.owned = std::move(buffer);
        ContentSink::Expected expected;
        expected.hashes = { { u"sha256"_s, QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex() } };
        work.sink = std::make_unique<ContentSink>(std::move(place), std::move(expected));
    }
    std::atomic<int> left = threads;
    std::atomic<bool> wentBack = false;
    together(threads + 1, [&](int number) {
        if (number == threads) {
            // Whoever shows progress.
            for (qint64 seen = 0; left > 0; std::this_thread::yield()) {
                qint64 now = 0;
                for (const auto &work : works)
                    now += work.sink->written();
                wentBack = wentBack || now < seen;
                seen = now;
            }
            return;
        }
        Work &work = works[static_cast<std::size_t>(number)];
        for (qsizetype at = 0; at < content.size(); at += 10'000) {
            if (const Error error = work.sink->write(
                    QByteArrayView(content).sliced(at).first(qMin<qsizetype>(10'000, content.size() - at))))
                work.error = error;
        }
        if (!work.error)
            work.error = work.sink->finish();
        --left;
    });
    QVERIFY(!wentBack);
    for (const auto &work : works) {
        QVERIFY2(!work.error, qPrintable(work.error.message));
        QCOMPARE(work.bytes, content);
    }
}

void TestThreadsLibrary::oneScopeSet()
{
    QStringList held;
    for (int i = 0; i < 2000; ++i)
        held.append(u"queue:get-artifact:project/%1/*"_s.arg(i));
    const scopes::ScopeSet set(held);
    const auto expression = scopes::Expression::parseTemplate(findMethod("queue", "getArtifact")->scopes);
    QVERIFY(expression);
    std::vector<int> permitted(threads, 0);
    together(threads, [&](int number) {
        const scopes::ScopeSet mine = number % 2 ? set : scopes::ScopeSet(set.scopes());
        for (int i = 0; i < 3000; ++i) {
            const scopes::Parameters parameters { {}, { { u"names"_s, { u"project/%1/log"_s.arg(i) } } }, {} };
            permitted[static_cast<std::size_t>(number)] += set.satisfies(*expression, parameters) ? 1 : 0;
            if (i % 500 == 0 && !mine.missingScopes(*expression, parameters).isEmpty() != (i >= 2000))
                permitted[static_cast<std::size_t>(number)] = -10'000;
        }
    });
    QCOMPARE(permitted, std::vector<int>(threads, 2000));
}

void TestThreadsLibrary::idsAndTimes()
{
    std::vector<QSet<QString>> ids(threads);
    std::vector<int> bad(threads, 0);
    const QDateTime reference = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    together(threads, [&](int number) {
        const auto index = static_cast<std::size_t>(number);
        for (int i = 0; i < 500; ++i) {
            ids[index].insert(slugId());
            const auto time = fromNowJson(u"%1 minutes"_s.arg(i), reference);
            if (!time || parseTimestamp(*time)->toMSecsSinceEpoch() != reference.toMSecsSinceEpoch() + i * 60'000LL)
                ++bad[index];
        }
    });
    QSet<QString> all;
    for (const auto &some : ids)
        all.unite(some);
    QCOMPARE(all.size(), threads * 500);
    QCOMPARE(bad, std::vector<int>(threads, 0));
}

void TestThreadsLibrary::secretsAreTakenOut()
{
    Redactor redactor;
    redactor.addSecret("a-secret-of-the-tests");
    std::vector<int> leaks(threads, 0);
    together(threads, [&](int number) {
        for (int i = 0; i < 200; ++i) {
            const QByteArray text = redactor.redact(QByteArray(
                "GET /x?bewit=c2VjcmV0c2VjcmV0 a-secret-of-the-tests \"accessToken\": \"c2VjcmV0c2VjcmV0\""));
            if (text.contains("secret-of") || text.contains("c2VjcmV0"))
                ++leaks[static_cast<std::size_t>(number)];
        }
    });
    QCOMPARE(leaks, std::vector<int>(threads, 0));
}

QTEST_GUILESS_MAIN(TestThreadsLibrary)
#include "test_threads_library.moc"
