// SPDX-License-Identifier: MPL-2.0
#include "http/inflater.h"

#include "scriptedserver.h"

#include <QTest>

using namespace tc;

class TestInflater : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeBody();
    void byteByByte();
    void severalMembers();
    void cutAnywhere();
    void damaged();
    void somethingAfterTheEnd();
    void notGzip();
    void capHolds();
    void leavesRoomForTheDecoder();
};

namespace {

QByteArray sample()
{
    QByteArray text;
    for (int i = 0; i < 30'000; ++i)
        text += "line " + QByteArray::number(i * 7919) + '\n';
    return text;
}

constexpr qint64 plenty = 100 * 1024 * 1024;

} // namespace

void TestInflater::wholeBody()
{
    const QByteArray text = sample();
    const Inflated result = inflateAll(test::gzip(text), plenty);
    QCOMPARE(result.status, Inflated::Status::Ok);
    QCOMPARE(result.bytes, text);
    QCOMPARE(inflateAll(test::gzip({}), plenty).status, Inflated::Status::Ok);
}

void TestInflater::byteByByte()
{
    const QByteArray text = sample().left(20'000);
    const QByteArray packed = test::gzip(text);
    Inflater inflater;
    QByteArray out;
    for (qsizetype i = 0; i < packed.size(); ++i) {
        QVERIFY(!inflater.isComplete());
        const auto status = inflater.feed(QByteArrayView(packed).sliced(i, 1), [&out](QByteArrayView piece) {
            out += piece;
            return true;
        });
        QCOMPARE(status, Inflater::Status::Ok);
    }
    QVERIFY(inflater.isComplete());
    QCOMPARE(out, text);
}

void TestInflater::severalMembers()
{
    const Inflated result = inflateAll(test::gzip("one ") + test::gzip("two"), plenty);
    QCOMPARE(result.status, Inflated::Status::Ok);
    QCOMPARE(result.bytes, QByteArray("one two"));
}

void TestInflater::cutAnywhere()
{
    const QByteArray packed = test::gzip(sample().left(500));
    for (qsizetype length = 0; length < packed.size(); ++length)
        QCOMPARE(inflateAll(packed.left(length), plenty).status, Inflated::Status::Cut);
}

void TestInflater::damaged()
{
    QByteArray packed = test::gzip(sample());
    packed[packed.size() - 6] = static_cast<char>(packed.at(packed.size() - 6) ^ 1); // in the checksum
    QCOMPARE(inflateAll(packed, plenty).status, Inflated::Status::Corrupt);
}

void TestInflater::somethingAfterTheEnd()
{
    QCOMPARE(inflateAll(test::gzip("text") + "more, but not gzip", plenty).status, Inflated::Status::Corrupt);
}

void TestInflater::notGzip()
{
    QCOMPARE(inflateAll("{\"a\": 1}", plenty).status, Inflated::Status::Corrupt);
}

void TestInflater::capHolds()
{
    const QByteArray bomb = test::gzip(QByteArray(50'000'000, 'x'));
    QVERIFY(bomb.size() < 500'000);
    const Inflated result = inflateAll(bomb, 1'000'000);
    QCOMPARE(result.status, Inflated::Status::TooLarge);
    QVERIFY(result.bytes.capacity() < 4'000'000);
    QCOMPARE(inflateAll(test::gzip(QByteArray(1'000, 'x')), 1'000).status, Inflated::Status::Ok);
    QCOMPARE(inflateAll(test::gzip(QByteArray(1'001, 'x')), 1'000).status, Inflated::Status::TooLarge);
}

void TestInflater::leavesRoomForTheDecoder()
{
    for (const qsizetype size : { 0, 1, 1000, 100'000 }) {
        const Inflated result = inflateAll(test::gzip(QByteArray(size, 'x')), plenty);
        QVERIFY(result.bytes.capacity() >= size + jsonPadding);
    }
}

QTEST_GUILESS_MAIN(TestInflater)
#include "test_inflater.moc"
