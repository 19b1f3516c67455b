// SPDX-License-Identifier: MPL-2.0
#include <tc/json.h>
#include <tc/jsoncodec.h>

#include "json/jsontext.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using tc::Json;

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void types_data();
    void types();
    void equalByValue_data();
    void equalByValue();
    void refusesWhatIsNotJson_data();
    void refusesWhatIsNotJson();
    void depthIsLimited();
    void keepsItsBytesAlive();
    void detachedLetsGo();
    void layouts();
    void integersKeep64Bits();
    void dates_data();
    void dates();
    void damagedText_data();
    void damagedText();
};

void TestJson::types_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("type");
    QTest::addRow("null") << QByteArray(" null ") << int(Json::Type::Null);
    QTest::addRow("true") << QByteArray("true") << int(Json::Type::Bool);
    QTest::addRow("number") << QByteArray("-1.5e3\n") << int(Json::Type::Number);
    QTest::addRow("string") << QByteArray("\"a\"") << int(Json::Type::String);
    QTest::addRow("array") << QByteArray("[ 1 , 2 ]") << int(Json::Type::Array);
    QTest::addRow("object") << QByteArray("{}") << int(Json::Type::Object);
}

void TestJson::types()
{
    QFETCH(QByteArray, text);
    QFETCH(int, type);
    const auto json = Json::parse(text);
    QVERIFY(json);
    QCOMPARE(int(json->type()), type);
    const QJsonValue value = QJsonDocument::fromJson('[' + text + ']')[0];
    QCOMPARE(json->toValue(), value);
    QCOMPARE(Json(value), *json);
    QCOMPARE(Json::parse(tc::encodeJson(*json)), json);
}

void TestJson::equalByValue_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<bool>("equal");
    QTest::addRow("white space") << QByteArray("{ \"a\" : [ 1 ] }") << QByteArray("{\"a\":[1]}") << true;
    QTest::addRow("order") << QByteArray("{\"a\":1,\"b\":2}") << QByteArray("{\"b\":2,\"a\":1}") << true;
    QTest::addRow("numbers") << QByteArray("[1,100]") << QByteArray("[1.0,1e2]") << true;
    QTest::addRow("escapes") << QByteArray("\"\\u00e9\\/\"") << QByteArray("\"\xc3\xa9/\"") << true;
    QTest::addRow("last wins") << QByteArray("{\"a\":1,\"a\":2}") << QByteArray("{\"a\":2}") << true;
    QTest::addRow("spaces in strings") << QByteArray("\"a b\"") << QByteArray("\"ab\"") << false;
    QTest::addRow("null and absent") << QByteArray("{\"a\":null}") << QByteArray("{}") << false;
    QTest::addRow("array order") << QByteArray("[1,2]") << QByteArray("[2,1]") << false;
}

void TestJson::equalByValue()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    QFETCH(bool, equal);
    const auto first = Json::parse(a);
    const auto second = Json::parse(b);
    QVERIFY(first && second);
    QCOMPARE(*first == *second, equal);
}

void TestJson::refusesWhatIsNotJson_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : { "", " ", "{", "[", "[1", "{\"a\":1", "{\"a\"}", "{\"a\":}", "{a:1}", "[1,]", "[1 2]",
             "tru", "nul", "01", "1.", "1e", "+1", "-", "\"", "\"abc", "{} {}", "1 2", "[1]]", "]", "}", "{\"a\":1]",
             "[{\"a\":[1}]", "{\"a\":\"b\":\"c\"}", "[\"a\":1]", "'a'", "NaN", "[\"a\" : 1]", "<html></html>",
             "{\"a\":[tru]}", "{\"a\":{\"b\":01}}", "\"a\nb\"" })
        QTest::addRow("%s", text) << QByteArray(text);
}

void TestJson::refusesWhatIsNotJson()
{
    QFETCH(QByteArray, text);
    Json json;
    const auto error = tc::decodeJson(text, &json);
    QVERIFY(error);
    QVERIFY(!error->message.isEmpty());
    QVERIFY(!Json::parse(text));
}

void TestJson::depthIsLimited()
{
    const auto nested = [](int depth) -> QByteArray { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    QVERIFY(Json::parse(nested(500)));
    QVERIFY(Json::parse(nested(500))->toValue().isArray());
    QVERIFY(!Json::parse(nested(600)));
    QVERIFY(!Json::parse(nested(1'000'000)));
    QVERIFY(!Json::parse(QByteArray(1'000'000, '[')));
}

void TestJson::keepsItsBytesAlive()
{
    Json part;
    {
        const QByteArray body("  {\"member\": \"a string that is long enough to be on the heap\"}  ");
        part = *Json::parse(body);
    }
    QCOMPARE(part.toObject().value("member"_L1).toString(), u"a string that is long enough to be on the heap"_s);
    const Json copy = part;
    part = {};
    QCOMPARE(copy.raw().front(), '{');
    QVERIFY(part.isNull());
    QCOMPARE(part.raw(), QByteArrayView("null"));
}

void TestJson::detachedLetsGo()
{
    const QByteArray owner("[1, {\"a\": 2}]");
    const Json part = Json::slice(owner, 4, 8);
    QCOMPARE(part.raw(), QByteArrayView("{\"a\": 2}"));
    QVERIFY(part.raw().data() == owner.constData() + 4);
    const Json own = part.detached();
    QCOMPARE(own, part);
    QVERIFY(own.raw().data() != part.raw().data());
}

void TestJson::layouts()
{
    const auto json = Json::parse("{ \"b\" : [ 1, { } , [] ],\n \"a\" : \"x , \\\" y\" }");
    QVERIFY(json);
    QCOMPARE(json->toCompact(), QByteArray("{\"b\":[1,{},[]],\"a\":\"x , \\\" y\"}"));
    QCOMPARE(
        json->toIndented(), QByteArray("{\n  \"b\": [\n    1,\n    {},\n    []\n  ],\n  \"a\": \"x , \\\" y\"\n}"));
}

void TestJson::integersKeep64Bits()
{
    const auto json = Json::parse("[9007199254740993,-9223372036854775808]");
    QVERIFY(json);
    QCOMPARE(json->toArray().at(0).toInteger(), 9007199254740993LL);
    QCOMPARE(json->toArray().at(1).toInteger(), std::numeric_limits<qint64>::min());
    QCOMPARE(tc::encodeJson(*json), QByteArray("[9007199254740993,-9223372036854775808]"));
}

void TestJson::dates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected"); // empty for no date
    const auto row
        = [](const char *text, const QString &expected) { QTest::addRow("%s", text) << QByteArray(text) << expected; };
    row("2026-11-21T19:33:31.055Z", u"2026-11-21T19:33:31.055Z"_s);
    row("2026-11-21T19:33:31Z", u"2026-11-21T19:33:31.000Z"_s);
    row("2026-11-21T19:33:31.86+00:00", u"2026-11-21T19:33:31.860Z"_s);
    row("2026-11-21T19:33:31.8+00:00", u"2026-11-21T19:33:31.800Z"_s);
    row("2026-11-21T19:33:31.123456789Z", u"2026-11-21T19:33:31.123Z"_s);
    row("2026-11-21T00:10:00.000+05:30", u"2026-11-20T18:40:00.000Z"_s);
    row("2026-11-21T23:10:00-02:00", u"2026-11-22T01:10:00.000Z"_s);
    row("2024-02-29T00:00:00.000Z", u"2024-02-29T00:00:00.000Z"_s);
    row("2000-02-29T00:00:00.000Z", u"2000-02-29T00:00:00.000Z"_s);
    row("1969-12-31T23:59:59.999Z", u"1969-12-31T23:59:59.999Z"_s);
    row("3017-01-01T00:00:00.000Z", u"3017-01-01T00:00:00.000Z"_s);
    row("2023-02-29T00:00:00.000Z", {});
    row("1900-02-29T00:00:00.000Z", {});
    row("2026-13-01T00:00:00.000Z", {});
    row("2026-00-01T00:00:00.000Z", {});
    row("2026-11-31T00:00:00.000Z", {});
    row("2026-11-21T24:00:00.000Z", {});
    row("2026-11-21T19:60:31.055Z", {});
    row("2026-11-21 19:33:31.055Z", {});
    row("2026-11-21T19:33:31.055", {});
    row("2026-11-21T19:33:31.Z", {});
    row("2026-11-21T19:33:3a.055Z", {});
    row("2026/11/21T19:33:31.055Z", {});
    row("2026-11-21T19:33:31.0:5Z", {});
    row("20\xc3\xa9-11-21T19:33:31.055Z", {});
    row("", {});
    row("never", {});
}

void TestJson::dates()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    text.reserve(text.size() + 64);
    const auto milliseconds = tc::jsontext::parseDate({ text.constData(), static_cast<std::size_t>(text.size()) });
    QCOMPARE(milliseconds.has_value(), !expected.isEmpty());
    if (milliseconds)
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(*milliseconds, Qt::UTC).toString(Qt::ISODateWithMs), expected);
}

void TestJson::damagedText_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("damaged");
    QTest::addRow("plain") << QByteArray("a\\n\\t\\\"\\\\\\/\\b\\f\\r") << u"a\n\t\"\\/\b\f\r"_s << false;
    QTest::addRow("pair") << QByteArray("\\ud83d\\ude00!") << u"\U0001F600!"_s << false;
    QTest::addRow("lone high") << QByteArray("x\\ud83dy") << u"x\ufffdy"_s << true;
    QTest::addRow("lone low") << QByteArray("\\ude00") << u"\ufffd"_s << true;
    QTest::addRow("high, no low") << QByteArray("\\ud83d\\u0041") << u"\ufffdA"_s << true;
    QTest::addRow("high at the end") << QByteArray("\\ud83d\\u00") << u"\ufffd\ufffd00"_s << true;
    QTest::addRow("short") << QByteArray("\\u12") << u"\ufffd12"_s << true;
    QTest::addRow("no escape") << QByteArray("\\q") << u"\ufffd"_s << true;
    QTest::addRow("alone") << QByteArray("a\\") << u"a\ufffd"_s << true;
}

void TestJson::damagedText()
{
    QFETCH(QByteArray, inside);
    QFETCH(QString, expected);
    QFETCH(bool, damaged);
    bool wasDamaged = false;
    const QString text
        = tc::jsontext::unescape({ inside.constData(), static_cast<std::size_t>(inside.size()) }, &wasDamaged);
    QCOMPARE(text, expected);
    QCOMPARE(wasDamaged, damaged);
}

QTEST_GUILESS_MAIN(TestJson)

#include "test_json.moc"
