// SPDX-License-Identifier: MPL-2.0
#include "core/log/logline.h"
#include "core/util/visibletext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using core::LogColour;

namespace {

// Spans as text: start+length and what is special about each.
QString describe(const core::LogColour &colour)
{
    if (colour.kind == LogColour::Kind::Default)
        return {};
    return (colour.kind == LogColour::Kind::Rgb ? u"#"_s : QString())
        + QString::number(colour.value, colour.kind == LogColour::Kind::Rgb ? 16 : 10);
}

QString describe(const core::LogLine &line)
{
    QStringList spans;
    for (const core::LogSpan &span : line.spans) {
        QString text = u"%1+%2:"_s.arg(span.start).arg(span.length);
        const core::LogStyle &style = span.style;
        text += (style.bold ? u"b"_s : QString()) + (style.faint ? u"f"_s : QString())
            + (style.italic ? u"i"_s : QString()) + (style.underline ? u"u"_s : QString())
            + (style.strikeOut ? u"s"_s : QString()) + (style.inverse ? u"v"_s : QString());
        text += u'/' + describe(style.foreground) + u'/' + describe(style.background);
        spans += text;
    }
    return spans.join(u' ');
}

} // namespace

class TestLogLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void survivesRandomBytes();
};

void TestLogLine::parses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("spans");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &text, const QString &spans = {}) {
        QTest::newRow(name) << bytes << text << spans;
    };
    row("empty", "", {});
    row("plain", "hello", u"hello"_s);
    row("html stays text", "<b>&amp;</b>", u"<b>&amp;</b>"_s);
    row("unicode",
        "Gr\xC3\xB6\xC3\x9F"
        "e \xF0\x9F\xA6\x8A",
        u"Größe 🦊"_s);
    row("invalid UTF-8", "a\xFF\xC3(b\xC3", u"a\uFFFD\uFFFD(b\uFFFD"_s);
    row("tabs", "a\tb\t\tc", u"a       b               c"_s);
    row("control characters",
        QByteArray("a\0b\x07"
                   "c\x7F",
            6),
        u"a␀b␇c␡"_s);
    row("bidi",
        "gpj.\xE2\x80\xAE"
        "exe",
        u"gpj.‹U+202E›exe"_s);

    row("red", "\x1B[31mred\x1B[0m no", u"red no"_s, u"0+3:/1/"_s);
    row("empty reset", "\x1B[31mred\x1B[m no", u"red no"_s, u"0+3:/1/"_s);
    row("bold and colours", "\x1B[1;32;44mx\x1B[39my\x1B[49;22mz", u"xyz"_s, u"0+1:b/2/4 1+1:b//4"_s);
    row("bright", "\x1B[91;102mx", u"x"_s, u"0+1:/9/10"_s);
    row("all attributes", "\x1B[1;2;3;4;7;9mx\x1B[22;23;24;27;29my", u"xy"_s, u"0+1:bfiusv//"_s);
    row("256 colours", "\x1B[38;5;208mx\x1B[48;5;16my", u"xy"_s, u"0+1:/208/ 1+1:/208/16"_s);
    row("true colour", "\x1B[38;2;255;128;0mx", u"x"_s, u"0+1:/#ff8000/"_s);
    row("colons", "\x1B[38:2::255:128:0mx\x1B[38:2:1:2:3my\x1B[48:5:7mz", u"xyz"_s,
        u"0+1:/#ff8000/ 1+1:/#10203/ 2+1:/#10203/7"_s);
    row("curly underline", "\x1B[4:3mx\x1B[4:0my", u"xy"_s, u"0+1:u//"_s);
    row("colour and then bold", "\x1B[38;5;1;1mx", u"x"_s, u"0+1:b/1/"_s);
    row("out of range", "\x1B[38;5;999mx\x1B[38;2;1;2mx\x1B[999mx", u"xxx"_s);
    row("style at the end", "x\x1B[31m", u"x"_s);
    row("same style twice", "\x1B[31ma\x1B[31mb", u"ab"_s, u"0+2:/1/"_s);

    row("cursor and erase", "a\x1B[2K\x1B[10;5Hb\x1B[?25lc", u"abc"_s);
    row("private sequence that ends in m", "\x1B[>4;1mx", u"x"_s);
    row("link", "\x1B]8;;https://evil.example\x1B\\text\x1B]8;;\x1B\\", u"text"_s);
    row("title", "\x1B]0;title\x07x", u"x"_s);
    row("clipboard", "\x1B]52;c;ZXZpbA==\x07x", u"x"_s);
    row("device control", "\x1BPq#0\x1B\\x", u"x"_s);
    row("character set",
        "\x1B(Bx\x1B=y\x1B"
        "7z",
        u"xyz"_s);
    row("string without end", "\x1B]0;title", u"␛]0;title"_s);
    row("sequence without end", "x\x1B[31", u"x␛[31"_s);
    row("escape at the end", "x\x1B", u"x␛"_s);
    row("escape and a letter of ours", "\x1B\xC3\xA9x", u"␛éx"_s);
    row("C1 control sequence",
        "\xC2\x9B"
        "31mx",
        u"‹U+009B›31mx"_s);
}

void TestLogLine::parses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(QString, spans);
    const core::LogLine line = core::parseLogLine(bytes);
    QCOMPARE(line.text, text);
    QCOMPARE(describe(line), spans);
    QCOMPARE(line.bytes, bytes.size());
}

void TestLogLine::survivesRandomBytes()
{
    QRandomGenerator random(17);
    const auto pieces = QByteArrayLiteral(
        "\x1B\x1B\x1B[[[]]PX^_\\;;::0123456789mmKHh?>=<#()\x07\t abc\xC3\xA9\xFF\xE2\x80\xAE\0"); // the zero too
    for (int i = 0; i < 20'000; ++i) {
        QByteArray bytes;
        for (int j = random.bounded(60); j > 0; --j)
            bytes += pieces[random.bounded(static_cast<int>(pieces.size()))];
        const core::LogLine line = core::parseLogLine(bytes);
        QVERIFY2(core::visibleText(line.text) == line.text, bytes.toHex().constData());
        qsizetype last = 0;
        for (const core::LogSpan &span : line.spans) {
            QVERIFY(span.start >= last && span.length > 0 && !span.style.isPlain());
            last = span.start + span.length;
        }
        QVERIFY(last <= line.text.size());
    }
}

QTEST_GUILESS_MAIN(TestLogLine)
#include "test_logline.moc"
