// SPDX-License-Identifier: MPL-2.0
// Tokens of pages: found in a body without decoding it, and remembered from one walk to the next.
#include "call/pagetokens.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tc;

class TestPageTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void findsInEveryLayout();
    void remembers();
    void keepsLimitsApart();
    void forgetsWhatIsDisputed();
    void keepsNoRowNames();
    void tellsRowNames_data();
    void tellsRowNames();
    void isBounded();
};

void TestPageTokens::finds_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("token");
    const QByteArray rows = R"("tasks": [{"a": {"continuationToken": "inner"}}, 1])";
    const QByteArray longRows = "\"tasks\": [\"" + QByteArray(5000, 'x') + "\"]";
    QTest::newRow("at the end") << QByteArray("{" + rows + R"(, "continuationToken": "t1"})") << u"t1"_s;
    QTest::newRow("at the end, spread out")
        << QByteArray("{" + rows + ",\n  \"continuationToken\" :\t\"t1\"\r\n}\n \n") << u"t1"_s;
    QTest::newRow("at the front") << QByteArray(R"({"continuationToken": "t1", )" + longRows + "}") << u"t1"_s;
    QTest::newRow("at the front, spread out")
        << QByteArray("\n{\n \"continuationToken\"\n:\n\"t1\"\n,\n" + longRows + "}") << u"t1"_s;
    QTest::newRow("alone") << QByteArray(R"({"continuationToken":"t1"})") << u"t1"_s;
    QTest::newRow("not ASCII") << QByteArray("{\"continuationToken\":\"\xc3\xbc\"}") << u"\u00fc"_s;
    QTest::newRow("base64") << QByteArray(R"({"a":1,"continuationToken":"WyJh/+=="})") << u"WyJh/+=="_s;

    QTest::newRow("none") << QByteArray("{" + rows + "}") << QString();
    QTest::newRow("empty") << QByteArray(R"({"a":1,"continuationToken":""})") << QString();
    QTest::newRow("in the middle") << QByteArray(R"({"a":1,"continuationToken":"t1",)" + rows + "}") << QString();
    QTest::newRow("of the last row") << QByteArray(R"({"tasks":[{"continuationToken":"t1"}]})") << QString();
    QTest::newRow("of a member") << QByteArray(R"({"extra":{"continuationToken":"t1"}})") << QString();
    QTest::newRow("of an inner front") << QByteArray(R"([{"continuationToken":"t1","a":1}])") << QString();
    QTest::newRow("within a string") << QByteArray(R"({"a":"\"continuationToken\":\"t1\"}"})") << QString();
    QTest::newRow("as a value") << QByteArray(R"({"a":"continuationToken"})") << QString();
    QTest::newRow("an escape in it") << QByteArray(R"({"a":1,"continuationToken":"t\u0031"})") << QString();
    QTest::newRow("no string") << QByteArray(R"({"a":1,"continuationToken":null})") << QString();
    QTest::newRow("cut") << QByteArray(R"({"a":1,"continuationToken":"t1)") << QString();
    QTest::newRow("cut before the end") << QByteArray(R"({"a":1,"continuationToken":"t1")") << QString();
    QTest::newRow("cut after the name") << QByteArray(R"({"a":1,"continuationToken")") << QString();
    QTest::newRow("text after the end") << QByteArray(R"({"a":1,"continuationToken":"t1"}x)") << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("a brace") << QByteArray("{") << QString();
}

void TestPageTokens::finds()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, token);
    QCOMPARE(findToken(body), token);
}

void TestPageTokens::findsInEveryLayout()
{
    // The end of what is looked at falls on every byte of the member once.
    const QByteArray end = R"(,"continuationToken":"t1"})";
    for (qsizetype spaces = 900; spaces < 1100; ++spaces) {
        const QByteArray body = "{\"a\":1" + end.chopped(1) + QByteArray(spaces, ' ') + "}";
        const QString found = findToken(body);
        QVERIFY2(found == u"t1" || found.isEmpty(), qPrintable(found));
        QVERIFY(!found.isEmpty() || spaces > 980);
    }
}

void TestPageTokens::remembers()
{
    PageTokens tokens;
    QCOMPARE(tokens.after(1000, u"a"_s), QString());
    tokens.learn(1000, u"a"_s, u"b"_s);
    tokens.learn(1000, u"b"_s, u"c"_s);
    tokens.learn(1000, u"a"_s, u"b"_s);
    QCOMPARE(tokens.after(1000, u"a"_s), u"b"_s);
    QCOMPARE(tokens.after(1000, u"b"_s), u"c"_s);
    QCOMPARE(tokens.after(1000, u"c"_s), QString());
    tokens.learn(1000, {}, u"x"_s);
    tokens.learn(1000, u"x"_s, {});
    QCOMPARE(tokens.after(1000, {}), QString());
    QCOMPARE(tokens.after(1000, u"x"_s), QString());
}

void TestPageTokens::keepsLimitsApart()
{
    PageTokens tokens;
    tokens.learn(1000, u"a"_s, u"b"_s);
    QCOMPARE(tokens.after(500, u"a"_s), QString());
}

void TestPageTokens::forgetsWhatIsDisputed()
{
    PageTokens tokens;
    tokens.learn(1000, u"a"_s, u"b"_s);
    tokens.learn(1000, u"a"_s, u"z"_s);
    QCOMPARE(tokens.after(1000, u"a"_s), QString());
    tokens.learn(1000, u"a"_s, u"b"_s);
    QCOMPARE(tokens.after(1000, u"a"_s), QString());
}

void TestPageTokens::keepsNoRowNames()
{
    PageTokens tokens;
    const QString row = QString::fromLatin1(QByteArray(R"(["So18GD6BRfSt5ludnjmN1A",0,"public/a.txt"])").toBase64());
    tokens.learn(1000, row, u"b"_s);
    tokens.learn(1000, u"a"_s, row);
    QCOMPARE(tokens.after(1000, row), QString());
    QCOMPARE(tokens.after(1000, u"a"_s), QString());
}

void TestPageTokens::tellsRowNames_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<bool>("isName");
    for (const char *offset : { "xa63Olw8q4", "a63Oqqakq4", "a63OXNZ8q4", "7nVmw2kNpb", "yriA", "1", "1000", "" })
        QTest::newRow(offset) << QString::fromLatin1(offset) << false;
    for (const char *json : { R"(["a"])", R"([1])", R"(["a",0,"public/ü?>.txt"])", R"({"a":1})" }) {
        QTest::addRow("%s", json) << QString::fromLatin1(QByteArray(json).toBase64()) << true;
        QTest::addRow("%s, for URLs", json) << QString::fromLatin1(
            QByteArray(json).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals))
                                            << true;
    }
}

void TestPageTokens::tellsRowNames()
{
    QFETCH(const QString, token);
    QFETCH(const bool, isName);
    QCOMPARE(namesARow(token), isName);
}

void TestPageTokens::isBounded()
{
    PageTokens tokens;
    for (int i = 0; i < 10'001; ++i)
        tokens.learn(1000, u"t%1"_s.arg(i), u"t%1"_s.arg(i + 1));
    // Begun anew, with what came last.
    QCOMPARE(tokens.after(1000, u"t0"_s), QString());
    QCOMPARE(tokens.after(1000, u"t10000"_s), u"t10001"_s);
}

QTEST_GUILESS_MAIN(TestPageTokens)
#include "test_pagetokens.moc"
