// SPDX-License-Identifier: MPL-2.0
#include "util/contentrange.h"

#include <QTest>

using namespace tc;

class TestContentRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestContentRange::reads_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<ContentRange>("range");
    const auto row
        = [](const char *header, const ContentRange &range) { QTest::newRow(header) << QByteArray(header) << range; };
    row("bytes 0-0/1", { { { 0, 0 } }, 1 });
    row("bytes 42-1233/1234", { { { 42, 1233 } }, 1234 });
    row("bytes 42-1233/*", { { { 42, 1233 } }, {} });
    row("bytes */1234", { {}, 1234 });
    row("bytes */0", { {}, 0 });
    row("  BYTES 1-2/3 ", { { { 1, 2 } }, 3 });
    row("bytes 0-9223372036854775806/9223372036854775807", { { { 0, 9223372036854775806 } }, 9223372036854775807 });
    row("bytes 007-008/009", { { { 7, 8 } }, 9 });
}

void TestContentRange::reads()
{
    QFETCH(const QByteArray, header);
    QFETCH(const ContentRange, range);
    const auto parsed = parseContentRange(header);
    QVERIFY(parsed);
    QVERIFY(*parsed == range);
}

void TestContentRange::refuses_data()
{
    QTest::addColumn<QByteArray>("header");
    for (const char *header :
        { "", " ", "bytes", "bytes ", "bytes 0-1", "bytes 0-1/", "bytes /1", "bytes -1/2", "bytes 0-/2", "bytes 2-1/3",
            "bytes 0-3/3", "bytes */*", "bytes 0-1/-1", "bytes +0-1/2", "bytes 0 -1/2", "bytes 0-1 /2", "bytes 0-1/2 x",
            "bytes 0-1/2/3", "bytes=0-1/2", "lines 0-1/2", "bytes 0-0x1/2", "bytes 0-1/9223372036854775808",
            "bytes 0-18446744073709551616/*", "bytes 0,1-2/3", "bytes  0-1/2", "0-1/2", "bytes/0-1 2" })
        QTest::newRow(*header ? header : "nothing") << QByteArray(header);
}

void TestContentRange::refuses()
{
    QFETCH(const QByteArray, header);
    QVERIFY(!parseContentRange(header));
}

QTEST_APPLESS_MAIN(TestContentRange)
#include "test_contentrange.moc"
