// SPDX-License-Identifier: MPL-2.0
// What a person types as a secret: YAML and JSON read, written, and what is said about them.
#include "core/secrets/jsontext.h"
#include "core/secrets/secretvalue.h"
#include "core/secrets/yamltext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using core::ReadText;
using core::SecretValue;
using core::TextFormat;
using core::TextProblem;
using Severity = TextProblem::Severity;
using Type = SecretValue::Type;

namespace {

// The value as JSON, or where the first error is.
QString read(TextFormat format, const QString &text)
{
    const ReadText result = core::readText(format, text);
    if (result.value)
        return core::writeJson(*result.value, core::JsonLayout::Compact);
    for (const TextProblem &problem : result.problems) {
        if (problem.severity == Severity::Error)
            return u"error %1:%2"_s.arg(problem.line).arg(problem.column);
    }
    return u"nothing"_s;
}

QString randomText(QRandomGenerator *random)
{
    static const QStringList pieces { u"a"_s, u"yes"_s, u"1"_s, u"0o7"_s, u"1_000"_s, u"2024-01-01"_s, u" "_s, u"\n"_s,
        u": "_s, u" #x"_s, u"\""_s, u"\\"_s, u"'"_s, u"\t"_s, u"\u0001"_s, u"\u202e"_s, u"\u00e9"_s, u"\U0001F98A"_s,
        u"- "_s, u"{"_s, u"}"_s, u"~"_s, u"null"_s, u"true"_s, u"|"_s, u">"_s, u"\r"_s, u"%"_s, u"@"_s, u"&a"_s,
        u"*a"_s, u"\u0085"_s, u"\u2028"_s, u"\ufeff"_s, u"---"_s, u"..."_s, u"<<"_s, u"0x1f"_s, u".inf"_s, u"\x7f"_s };
    QString text;
    for (int i = random->bounded(5); i > 0; --i)
        text += pieces[random->bounded(pieces.size())];
    return text;
}

SecretValue randomValue(QRandomGenerator *random, int depth)
{
    SecretValue value;
    value.type = depth == 0 ? Type::Map : static_cast<Type>(random->bounded(6));
    if (value.type == Type::Bool)
        value.scalar = random->bounded(2) == 0 ? u"true"_s : u"false"_s;
    if (value.type == Type::Number)
        value.scalar = QStringList { u"0"_s, u"-1.5"_s, u"12"_s, u"1e3"_s, u"9007199254740993"_s }[random->bounded(5)];
    if (value.type == Type::Text)
        value.scalar = randomText(random);
    for (int i = value.isScalar() || depth > 3 ? 0 : random->bounded(5); i > 0; --i) {
        SecretValue item = randomValue(random, depth + 1);
        if (value.type == Type::Map)
            item.key = randomText(random) + QString::number(i);
        value.items.push_back(std::move(item));
    }
    return value;
}

} // namespace

class TestSecretText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsYaml_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("text") << u"a: b"_s << u"{\"a\":\"b\"}"_s;
        QTest::newRow("line end in a key") << u"\"a\\n\": b"_s << u"{\"a\\n\":\"b\"}"_s;
        QTest::newRow("yes is text") << u"a: yes"_s << u"{\"a\":\"yes\"}"_s;
        QTest::newRow("true is not") << u"a: True"_s << u"{\"a\":true}"_s;
        QTest::newRow("number") << u"a: 42"_s << u"{\"a\":42}"_s;
        QTest::newRow("octal") << u"a: 0o17"_s << u"{\"a\":15}"_s;
        QTest::newRow("hexadecimal") << u"a: 0xff"_s << u"{\"a\":255}"_s;
        QTest::newRow("leading zeros") << u"a: 0123"_s << u"{\"a\":123}"_s;
        QTest::newRow("underscores") << u"a: 1_000"_s << u"{\"a\":\"1_000\"}"_s;
        QTest::newRow("no digit before the point") << u"a: -.5"_s << u"{\"a\":-0.5}"_s;
        QTest::newRow("no digit behind the point") << u"a: 1."_s << u"{\"a\":1}"_s;
        QTest::newRow("exponent") << u"a: +1e3"_s << u"{\"a\":1e3}"_s;
        QTest::newRow("date") << u"a: 2024-01-01"_s << u"{\"a\":\"2024-01-01\"}"_s;
        QTest::newRow("time") << u"a: 12:30"_s << u"{\"a\":\"12:30\"}"_s;
        QTest::newRow("null") << u"a: null\nb:\nc: ~"_s << u"{\"a\":null,\"b\":null,\"c\":null}"_s;
        QTest::newRow("quoted") << u"a: '42'\nb: \"yes\""_s << u"{\"a\":\"42\",\"b\":\"yes\"}"_s;
        QTest::newRow("tagged text") << u"a: !!str 42"_s << u"{\"a\":\"42\"}"_s;
        QTest::newRow("nested") << u"a:\n  b: [1, {c: d}]"_s << u"{\"a\":{\"b\":[1,{\"c\":\"d\"}]}}"_s;
        QTest::newRow("block") << u"a: |\n  one\n  two\n"_s << u"{\"a\":\"one\\ntwo\\n\"}"_s;
        QTest::newRow("json") << u"{\"a\": \"b\", \"c\": [1]}"_s << u"{\"a\":\"b\",\"c\":[1]}"_s;
        QTest::newRow("empty map") << u"{}"_s << u"{}"_s;
        QTest::newRow("key that is a number") << u"1: a"_s << u"{\"1\":\"a\"}"_s;
        QTest::newRow("nothing") << QString() << u"error 1:1"_s;
        QTest::newRow("list at the top") << u"- a"_s << u"error 1:1"_s;
        QTest::newRow("two documents") << u"a: 1\n---\nb: 2"_s << u"error 2:1"_s;
        QTest::newRow("anchor") << u"a: &x 1"_s << u"error 1:4"_s;
        QTest::newRow("alias") << u"a: 1\nb: *x"_s << u"error 2:4"_s;
        QTest::newRow("tag") << u"a: !env X"_s << u"error 1:4"_s;
        QTest::newRow("merge") << u"a: 1\n<<: {b: 1}"_s << u"error 2:1"_s;
        QTest::newRow("twice") << u"a: 1\nb:\n  c: 1\n  c: 2\n"_s << u"error 4:3"_s;
        QTest::newRow("map as key") << u"? {a: b}\n: c"_s << u"error 1:3"_s;
        QTest::newRow("no JSON number") << u"a: .inf"_s << u"error 1:4"_s;
        QTest::newRow("tab") << u"a:\n\tb: 1"_s << u"error 2:3"_s;
        QTest::newRow("no end of quotation") << u"a: \"b"_s << u"error 1:6"_s;
        QTest::newRow("column counts characters") << u"{\u00e9\u00e9: 1, \u00e9\u00e9: 2}"_s << u"error 1:9"_s;
    }

    void readsYaml()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(read(TextFormat::Yaml, text), expected);
    }

    void warnsOfWhatIsUnexpected_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("words");
        QTest::newRow("yes") << u"x: 1\na: yes"_s << 2 << u"Yes, no"_s;
        QTest::newRow("OFF") << u"a: OFF"_s << 1 << u"Yes, no"_s;
        QTest::newRow("octal") << u"a: 0o17"_s << 1 << u"decimal"_s;
        QTest::newRow("zeros") << u"a: 0123"_s << 1 << u"leading zeros"_s;
        QTest::newRow("underscores") << u"a: 1_000"_s << 1 << u"a number for other readers"_s;
        QTest::newRow("version") << u"a: 1.10"_s << 1 << u"written otherwise"_s;
        QTest::newRow("exponent") << u"a: 12e3"_s << 1 << u"written otherwise"_s;
        QTest::newRow("long") << u"a: 12345678901234567890"_s << 1 << u"15 digits"_s;
        QTest::newRow("date") << u"a: 2024-01-01"_s << 1 << u"date"_s;
        QTest::newRow("time of day") << u"a: 12:30:00"_s << 1 << u"colons"_s;
        QTest::newRow("empty") << u"a:\nb: 1"_s << 1 << u"null"_s;
        QTest::newRow("comment") << u"a: abc #def"_s << 1 << u"comment"_s;
        QTest::newRow("key") << u"true: a"_s << 1 << u"key"_s;
    }

    void warnsOfWhatIsUnexpected()
    {
        QFETCH(QString, text);
        QFETCH(int, line);
        QFETCH(QString, words);
        const ReadText result = core::readText(TextFormat::Yaml, text);
        QVERIFY(result.value);
        QCOMPARE(result.problems.size(), 1);
        QVERIFY(result.problems.first().severity == Severity::Warning);
        QCOMPARE(result.problems.first().line, line);
        QVERIFY2(result.problems.first().message.contains(words), qPrintable(result.problems.first().message));
    }

    void problemsHoldNoValue()
    {
        const QString secret = u"SECRET-1234567890ab"_s;
        const QStringList texts { u"a: \""_s + secret, u"a: &"_s + secret, u"a: *"_s + secret,
            u"a: !"_s + secret + u" b"_s, u"a: [" + secret, u"a: b: " + secret, u"a: \"\\" + secret + u'"',
            u"a: @"_s + secret, u"- "_s + secret, u"a: 1 #"_s + secret, u"{\"a\": \""_s + secret,
            u"{\"a\": "_s + secret + u'}' };
        for (const QString &text : texts) {
            for (const TextFormat format : { TextFormat::Yaml, TextFormat::Json }) {
                const ReadText result = core::readText(format, text);
                for (const TextProblem &problem : result.problems)
                    QVERIFY(!problem.message.contains(u"SECRET"_s));
            }
        }
    }

    void readsJson_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("all kinds") << u" {\"a\": [1, -2.5e3, true, null, \"x\"]} "_s
                                   << u"{\"a\":[1,-2.5e3,true,null,\"x\"]}"_s;
        QTest::newRow("escapes") << u"{\"\\u00e9\\n\": \"\\\\\\\"\\/\\ud83e\\udd8a\"}"_s
                                 << u"{\"\u00e9\\n\":\"\\\\\\\"/\U0001F98A\"}"_s;
        QTest::newRow("half a character") << u"{\"a\":\"x\\ud83dy\"}"_s << u"{\"a\":\"x\ufffdy\"}"_s;
        QTest::newRow("digits stay") << u"{\"a\":9007199254740993}"_s << u"{\"a\":9007199254740993}"_s;
        QTest::newRow("empty") << QString() << u"error 1:1"_s;
        QTest::newRow("no map") << u"[1]"_s << u"error 1:1"_s;
        QTest::newRow("twice") << u"{\"a\":1,\n \"a\":2}"_s << u"error 2:2"_s;
        QTest::newRow("comma at the end") << u"{\"a\":1,}"_s << u"error 1:8"_s;
        QTest::newRow("leading zero") << u"{\"a\":01}"_s << u"error 1:8"_s;
        QTest::newRow("more behind it") << u"{} x"_s << u"error 1:4"_s;
        QTest::newRow("no end") << u"{\"a\": \"b"_s << u"error 1:9"_s;
        QTest::newRow("YAML") << u"{a: 1}"_s << u"error 1:2"_s;
        QTest::newRow("not a number") << u"{\"a\": NaN}"_s << u"error 1:7"_s;
    }

    void readsJson()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(read(TextFormat::Json, text), expected);
    }

    void deepNestingIsAnError()
    {
        const QString lists(5000, u'[');
        QVERIFY(read(TextFormat::Json, u"{\"a\":"_s + lists).startsWith(u"error"_s));
        QVERIFY(read(TextFormat::Yaml, u"a: "_s + lists).startsWith(u"error"_s));
        QString map;
        for (int i = 0; i < 2000; ++i)
            map += QString(i, u' ') + u"a:\n"_s;
        QVERIFY(read(TextFormat::Yaml, map).startsWith(u"error"_s));
    }

    void whatIsWrittenReadsTheSame()
    {
        QRandomGenerator random(4711);
        for (int i = 0; i < 3000; ++i) {
            const SecretValue value = randomValue(&random, 0);
            for (const TextFormat format : { TextFormat::Yaml, TextFormat::Json }) {
                const QString text = core::writeText(format, value);
                const ReadText back = core::readText(format, text);
                QVERIFY2(back.value && *back.value == value, qPrintable(text));
            }
            const auto json = core::fromJson(core::toJson(value));
            QVERIFY(json && *json == value);
        }
    }

    void writesYamlForPeople()
    {
        const auto value = core::readJson(
            u"{\"key\":\"-----BEGIN KEY-----\\nabc\\n-----END KEY-----\\n\",\"list\":[\"a\",{\"b\":1,\"c\":\"yes\"}],"
            "\"empty\":{},\"text\":\"on\",\"null\":null}"_s)
                               .value;
        QVERIFY(value);
        QCOMPARE(core::writeYaml(*value),
            u"key: |\n  -----BEGIN KEY-----\n  abc\n  -----END KEY-----\nlist:\n  - a\n  - b: 1\n    c: \"yes\"\n"
            "empty: {}\ntext: \"on\"\n\"null\": null\n"_s);
        const core::ComparableText text = core::comparableText(*value);
        QCOMPARE(text.lines.size(), text.masked.size());
        QVERIFY(!text.masked.join(u'\n').contains(u"BEGIN"_s));
        QVERIFY(!text.masked.join(u'\n').contains(u"yes"_s));
        QCOMPARE(text.lines.first(), u"empty: {}"_s);
    }

    void equalIsWhatTheServiceTakesForEqual()
    {
        const auto same = [](const QString &one, const QString &other) {
            return *core::readJson(one).value == *core::readJson(other).value;
        };
        QVERIFY(same(u"{\"a\":1,\"b\":2}"_s, u"{\"b\":2.0,\"a\":1e0}"_s));
        QVERIFY(!same(u"{\"a\":1}"_s, u"{\"a\":\"1\"}"_s));
        QVERIFY(!same(u"{\"a\":9007199254740993}"_s, u"{\"a\":9007199254740992}"_s));
        QVERIFY(!same(u"{\"a\":[1,2]}"_s, u"{\"a\":[2,1]}"_s));
        QVERIFY(!same(u"{\"a\":null}"_s, u"{\"b\":null}"_s));
    }
};

QTEST_GUILESS_MAIN(TestSecretText)
#include "test_secrettext.moc"
