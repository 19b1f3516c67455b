// SPDX-License-Identifier: MPL-2.0
#include "core/artifacts/filename.h"
#include "core/util/errortext.h"
#include "core/util/format.h"
#include "core/util/slugid.h"
#include "core/util/visibletext.h"

#include <QRandomGenerator>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void durations_data();
    void durations();
    void relativeTimes_data();
    void relativeTimes();
    void exactTimes();
    void sizes_data();
    void sizes();
    void visible_data();
    void visible();
    void plainTextIsNotCopied();
    void slugIds();
    void slugIdsRefuse_data();
    void slugIdsRefuse();
    void fileNames_data();
    void fileNames();
    void fileNamesAreSafeWhateverComes();
    void freeNames();
    void errors_data();
    void errors();
};

void TestText::durations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(-1) << QString();
    QTest::newRow("zero") << qint64(0) << u"0 s"_s;
    QTest::newRow("seconds") << qint64(59'999) << u"59 s"_s;
    QTest::newRow("minutes") << qint64(187'000) << u"3 m 07 s"_s;
    QTest::newRow("hours") << qint64(3'840'000) << u"1 h 04 m"_s;
    QTest::newRow("days") << qint64(183'600'000) << u"2 d 03 h"_s;
    QTest::newRow("a year") << qint64(31'536'000'000) << u"365 d 00 h"_s;
}

void TestText::durations()
{
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(core::formatDuration(ms), text);
}

void TestText::relativeTimes_data()
{
    QTest::addColumn<qint64>("distance");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << qint64(0) << u"just now"_s;
    QTest::newRow("a clock that differs") << qint64(-3000) << u"just now"_s;
    QTest::newRow("soon") << qint64(-30'000) << u"in less than a minute"_s;
    QTest::newRow("minutes") << qint64(12 * 60'000 + 5) << u"12 min ago"_s;
    QTest::newRow("hours") << qint64(5 * 3'600'000) << u"5 h ago"_s;
    QTest::newRow("in hours") << qint64(-5 * 3'600'000) << u"in 5 h"_s;
    QTest::newRow("days") << qint64(3 * 86'400'000LL) << u"3 day(s) ago"_s; // the plural is the translation's
    QTest::newRow("in days") << qint64(-400 * 86'400'000LL) << u"in 400 day(s)"_s;
}

void TestText::relativeTimes()
{
    QFETCH(qint64, distance);
    QFETCH(QString, text);
    const qint64 now = 1'763'760'000'000;
    QCOMPARE(core::formatRelativeTime(now - distance, now), text);
    QCOMPARE(core::formatRelativeTime(0, now), QString());
}

void TestText::exactTimes()
{
    QCOMPARE(core::formatExactTime(1'763'756'161'308), u"2025-11-21 20:16:01 UTC"_s);
    QCOMPARE(core::formatExactTime(0), QString());
    qputenv("TZ", "Asia/Kolkata");
    QCOMPARE(core::formatExactTime(1'763'756'161'308, core::TimeZone::Local), u"2025-11-22 01:46:01 UTC+05:30"_s);
    qputenv("TZ", "UTC");
}

void TestText::sizes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown") << qint64(-1) << QString();
    QTest::newRow("zero") << qint64(0) << u"0 byte(s)"_s;
    QTest::newRow("bytes") << qint64(999) << u"999 byte(s)"_s;
    QTest::newRow("kilobytes") << qint64(12'345) << u"12 kB"_s;
    QTest::newRow("megabytes") << qint64(1'400'000) << u"1.4 MB"_s;
    QTest::newRow("terabytes") << qint64(2'500'000'000'000) << u"2.5 TB"_s;
}

void TestText::sizes()
{
    QFETCH(qint64, bytes);
    QFETCH(QString, text);
    QCOMPARE(core::formatSize(bytes), text);
}

void TestText::visible_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("single");
    QTest::addColumn<QString>("multiple");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text << text; };
    same("plain", u"test-linux64/opt-1"_s);
    same("umlaut", u"Größe — «日本» 🦊"_s);
    same("html", u"<img src=x>"_s);
    QTest::newRow("escape") << u"a\u001B[31mb"_s << u"a␛[31mb"_s << u"a␛[31mb"_s;
    QTest::newRow("nul") << u"a"_s + QChar(0) << u"a␀"_s << u"a␀"_s;
    QTest::newRow("lines") << u"a\r\nb\tc"_s << u"a␍␊b␉c"_s << u"a\r\nb\tc"_s;
    QTest::newRow("delete") << u"\u007F"_s << u"␡"_s << u"␡"_s;
    QTest::newRow("bidi") << u"gpj.\u202Eexe"_s << u"gpj.‹U+202E›exe"_s << u"gpj.‹U+202E›exe"_s;
    QTest::newRow("isolate") << u"\u2067x\u2069"_s << u"‹U+2067›x‹U+2069›"_s << u"‹U+2067›x‹U+2069›"_s;
    QTest::newRow("zero width") << u"a\u200Bb"_s << u"a‹U+200B›b"_s << u"a‹U+200B›b"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a‹U+2028›b"_s << u"a‹U+2028›b"_s;
    QTest::newRow("lone surrogate") << QString(QChar(0xD83E)) << u"‹U+D83E›"_s << u"‹U+D83E›"_s;
    QTest::newRow("tag") << QString::fromUcs4(U"\U000E0041", 1) << u"‹U+E0041›"_s << u"‹U+E0041›"_s;
    QTest::newRow("C1") << u"\u009B31m"_s << u"‹U+009B›31m"_s << u"‹U+009B›31m"_s;
}

void TestText::visible()
{
    QFETCH(QString, text);
    QFETCH(QString, single);
    QFETCH(QString, multiple);
    QCOMPARE(core::visibleText(text), single);
    QCOMPARE(core::visibleText(text, core::TextLines::Multiple), multiple);
}

void TestText::plainTextIsNotCopied()
{
    const QString text = u"nothing to see here"_s;
    QCOMPARE(
        static_cast<const void *>(core::visibleText(text).constData()), static_cast<const void *>(text.constData()));
}

void TestText::slugIds()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 10'000; ++i) {
        core::SlugId id;
        for (quint8 &byte : id.bytes)
            byte = static_cast<quint8>(random.bounded(256));
        id.bytes[6] = static_cast<quint8>((id.bytes[6] & 0x0F) | 0x40);
        id.bytes[8] = static_cast<quint8>((id.bytes[8] & 0x3F) | 0x80);
        const QString text = id.toText();
        const QByteArray bytes(reinterpret_cast<const char *>(id.bytes.data()), 16);
        const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
        QCOMPARE(text, QString::fromLatin1(bytes.toBase64(options)));
        QVERIFY(core::SlugId::fromText(text) == id);
        // Everything that shows a time goes by the style that was chosen.
        const auto usual = qScopeGuard([] { core::setTimeStyle({}); });
        QCOMPARE(core::formatTime(1'763'756'161'308, 1'763'756'281'308), u"2 min ago"_s);
        core::setTimeStyle({ core::TimeZone::Utc, false });
        QCOMPARE(core::formatTime(1'763'756'161'308, 1'763'756'281'308), u"2025-11-21 20:16:01 UTC"_s);
    }
}

void TestText::slugIdsRefuse_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("short") << u"So18GD6BRfSt5ludnjmN1"_s;
    QTest::newRow("long") << u"So18GD6BRfSt5ludnjmN1AA"_s;
    QTest::newRow("version") << u"So18GD6BYfSt5ludnjmN1A"_s;
    QTest::newRow("variant") << u"So18GD6BRfAt5ludnjmN1A"_s;
    QTest::newRow("tail") << u"So18GD6BRfSt5ludnjmN1B"_s;
    QTest::newRow("letters") << u"So18GD6BRfSt5ludnjmN1é"_s;
    QTest::newRow("plus") << u"So18GD6BRfSt5lu+njmN1A"_s;
}

void TestText::slugIdsRefuse()
{
    QFETCH(QString, text);
    QVERIFY(!core::SlugId::fromText(text));
}

void TestText::fileNames_data()
{
    QTest::addColumn<QString>("artifact");
    QTest::addColumn<QString>("file");
    QTest::newRow("plain") << u"public/build/target.tar.gz"_s << u"target.tar.gz"_s;
    QTest::newRow("traversal") << u"public/../../etc/passwd"_s << u"passwd"_s;
    QTest::newRow("only dots") << u"public/.."_s << u"artifact"_s;
    QTest::newRow("backslashes") << u"public\\..\\..\\evil.exe"_s << u"public_.._.._evil.exe"_s;
    QTest::newRow("drive") << u"C:evil"_s << u"C_evil"_s;
    QTest::newRow("stream") << u"public/a.txt:hidden"_s << u"a.txt_hidden"_s;
    QTest::newRow("trailing slash") << u"public/dir/"_s << u"artifact"_s;
    QTest::newRow("empty") << QString() << u"artifact"_s;
    QTest::newRow("hidden") << u"public/.bashrc"_s << u"bashrc"_s;
    QTest::newRow("dots and blanks") << u"public/ . .x. . "_s << u"x"_s;
    QTest::newRow("reserved") << u"public/CON"_s << u"_CON"_s;
    QTest::newRow("reserved with ending") << u"public/nul.tar.gz"_s << u"_nul.tar.gz"_s;
    QTest::newRow("port") << u"public/com1.log"_s << u"_com1.log"_s;
    QTest::newRow("not reserved") << u"public/console.log"_s << u"console.log"_s;
    QTest::newRow("odd characters") << u"public/a b/x?#&+=,;@(1).txt"_s << u"x_#&+=,;@(1).txt"_s;
    QTest::newRow("control") << u"public/a\u0007b\n.txt"_s << u"a_b_.txt"_s;
    QTest::newRow("bidi") << u"public/gpj.\u202Eexe"_s << u"gpj._exe"_s;
    QTest::newRow("emoji stays") << u"public/🦊.txt"_s << u"🦊.txt"_s;
}

void TestText::fileNames()
{
    QFETCH(QString, artifact);
    QFETCH(QString, file);
    QCOMPARE(core::safeFileName(artifact), file);
}

void TestText::fileNamesAreSafeWhateverComes()
{
    QRandomGenerator random(3);
    const QStringList pieces { u"/"_s, u"\\"_s, u".."_s, u"."_s, u" "_s, u":"_s, u"con"_s, u"NUL"_s, u"a"_s, u"é"_s,
        u"🦊"_s, QString(QChar(0xDC00)), QString(QChar(0xD800)), u"\u202E"_s, QString(QChar(0)), u"tar.gz"_s,
        QString(300, u'x'), QString(90, u'日'), u"~"_s, u"%2F"_s };
    for (int i = 0; i < 5000; ++i) {
        QString name;
        const int length = random.bounded(0, 10);
        for (int j = 0; j < length; ++j)
            name += pieces[random.bounded(static_cast<int>(pieces.size()))];
        const QString file = core::safeFileName(name);
        QVERIFY(!file.isEmpty());
        QVERIFY2(file.toUtf8().size() <= 200, qPrintable(file));
        QVERIFY2(!file.contains(u'/') && !file.contains(u'\\') && !file.contains(u':'), qPrintable(file));
        QVERIFY2(!file.startsWith(u'.') && !file.endsWith(u'.') && !file.endsWith(u' '), qPrintable(file));
        QCOMPARE(core::visibleText(file), file);
        QCOMPARE(core::safeFileName(file), file);
    }
}

void TestText::freeNames()
{
    QTemporaryDir folder;
    QCOMPARE(core::freeFileName(folder.path(), u"a.tar.gz"_s), u"a.tar.gz"_s);
    for (const QString &name : { u"A.TAR.GZ"_s, u"a (2).tar.gz"_s, u"b"_s }) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QCOMPARE(core::freeFileName(folder.path(), u"a.tar.gz"_s), u"a (3).tar.gz"_s);
    QCOMPARE(core::freeFileName(folder.path(), u"b"_s), u"b (2)"_s);
}

void TestText::errors_data()
{
    QTest::addColumn<tc::ErrorKind>("kind");
    QTest::addColumn<bool>("retry");
    for (int kind = static_cast<int>(tc::ErrorKind::Usage); kind <= static_cast<int>(tc::ErrorKind::Protocol); ++kind) {
        const auto value = static_cast<tc::ErrorKind>(kind);
        const bool final = value == tc::ErrorKind::Usage || value == tc::ErrorKind::TooLarge;
        QTest::addRow("%d", kind) << value << !final;
    }
}

void TestText::errors()
{
    QFETCH(tc::ErrorKind, kind);
    QFETCH(bool, retry);
    tc::Error error;
    error.kind = kind;
    error.httpStatus = 500;
    error.code = u"SomeCode"_s;
    error.message = u"first\nsecond \u202E\u001B[1m"_s;
    error.requestId = u"request-1"_s;
    error.missingScopes = QStringList { u"queue:get-task:x"_s };
    const core::ErrorText text = core::describeError(u"It failed."_s, error);
    QCOMPARE(text.what, u"It failed."_s);
    QVERIFY(!text.why.isEmpty());
    QCOMPARE(text.canRetry, retry);
    QVERIFY(text.details.contains(u"SomeCode") && text.details.contains(u"request-1"));
    QVERIFY(text.details.contains(u"first\nsecond"));
    for (const QString &shown : { text.why, text.advice })
        QCOMPARE(core::visibleText(shown), shown);
    QCOMPARE(core::visibleText(text.details, core::TextLines::Multiple), text.details);
    if (kind == tc::ErrorKind::Scope)
        QVERIFY(text.advice.contains(u"queue:get-task:x"));
}

QTEST_GUILESS_MAIN(TestText)
#include "test_text.moc"
