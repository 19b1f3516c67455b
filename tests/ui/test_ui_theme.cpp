// SPDX-License-Identifier: MPL-2.0
// Contrast, from the palette table, on every background that a tone is seen on.
#include "ui/theme/fusion.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/logformat.h"

#include <QDir>
#include <QPainter>
#include <QStyleOption>
#include <QSvgRenderer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using ui::Tone;

namespace {

QList<QColor> backgrounds(const ui::ToneRow &row, ui::ColorScheme scheme)
{
    if (row.on != Tone::Count)
        return { ui::tone(row.on, scheme == ui::ColorScheme::Dark) };
    const QPalette palette = ui::schemePalette(scheme);
    return { palette.color(QPalette::Window), palette.color(QPalette::Base), palette.color(QPalette::AlternateBase) };
}

} // namespace

class TestUiTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastFormula()
    {
        QCOMPARE(ui::contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(ui::contrast(Qt::white, Qt::white), 1.0);
        // A pair worked out by hand: #777777 on white is the well-known 4.48.
        QVERIFY(qAbs(ui::contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void outlinesAreSeen_data() { tableKeepsContrast_data(); }

    void outlinesAreSeen()
    {
        QFETCH(ui::ColorScheme, scheme);
        const QPalette palette = ui::schemePalette(scheme);
        const QColor window = palette.color(QPalette::Window);
        const ui::Fusion style;
        for (const auto element :
            { QStyle::PE_IndicatorCheckBox, QStyle::PE_IndicatorRadioButton, QStyle::PE_FrameLineEdit }) {
            QImage image(20, 20, QImage::Format_RGB32);
            image.fill(window);
            QStyleOptionFrame option;
            option.rect = image.rect().adjusted(3, 3, -3, -3);
            option.palette = palette;
            option.state = QStyle::State_Enabled | QStyle::State_Off;
            QPainter painter(&image);
            style.drawPrimitive(element, &option, &painter);
            painter.end();
            double best = 0; // somewhere along the middle of the left edge
            for (int x = 2; x < 6; ++x)
                best = std::max(best, ui::contrast(image.pixelColor(x, 10), window));
            QVERIFY2(best >= 2.6, qPrintable(QString::number(best))); // a curved line is softened
        }
    }

    void tableKeepsContrast_data()
    {
        QTest::addColumn<ui::ColorScheme>("scheme");
        QTest::newRow("light") << ui::ColorScheme::Light;
        QTest::newRow("dark") << ui::ColorScheme::Dark;
    }

    void tableKeepsContrast()
    {
        QFETCH(ui::ColorScheme, scheme);
        const bool dark = scheme == ui::ColorScheme::Dark;
        QCOMPARE(ui::isDark(ui::schemePalette(scheme)), dark);
        int checked = 0;
        for (const ui::ToneRow &row : ui::toneTable()) {
            if (row.use == ui::Use::Background)
                continue;
            const double wanted = row.use == ui::Use::Text ? 4.5 : 3.0;
            for (const QColor &background : backgrounds(row, scheme)) {
                const double ratio = ui::contrast(ui::tone(row.tone, dark), background);
                QVERIFY2(ratio >= wanted,
                    qPrintable(
                        u"tone %1 on %2: %3"_s.arg(static_cast<int>(row.tone)).arg(background.name()).arg(ratio)));
                ++checked;
            }
        }
        QVERIFY(checked > 30);
    }

    void paletteKeepsContrast_data() { tableKeepsContrast_data(); }

    void paletteKeepsContrast()
    {
        QFETCH(ui::ColorScheme, scheme);
        const QPalette palette = ui::schemePalette(scheme);
        const auto ratio = [&palette](QPalette::ColorRole text, QPalette::ColorRole background) {
            return ui::contrast(palette.color(text), palette.color(background));
        };
        QVERIFY(ratio(QPalette::WindowText, QPalette::Window) >= 4.5);
        QVERIFY(ratio(QPalette::Text, QPalette::Base) >= 4.5);
        QVERIFY(ratio(QPalette::Text, QPalette::AlternateBase) >= 4.5);
        QVERIFY(ratio(QPalette::ButtonText, QPalette::Button) >= 4.5);
        QVERIFY(ratio(QPalette::HighlightedText, QPalette::Highlight) >= 4.5);
        QVERIFY(ratio(QPalette::PlaceholderText, QPalette::Base) >= 4.5);
        QVERIFY(ratio(QPalette::Highlight, QPalette::Base) >= 3.0); // the focus ring is a mark
        QVERIFY(ratio(QPalette::Highlight, QPalette::Window) >= 3.0);
    }

    void statesAreThoseOfTheLook()
    {
        QCOMPARE(ui::tone(Tone::Completed, false).name(), u"#2e7d32"_s);
        QCOMPARE(ui::tone(Tone::Completed, true).name(), u"#66bb6a"_s);
        QCOMPARE(ui::tone(Tone::Failed, false).name(), u"#c62828"_s);
        QCOMPARE(ui::tone(Tone::Pending, true).name(), u"#ffb74d"_s);
    }

    void logsStayReadable()
    {
        // Whatever a log asks for: all 256 colours as text on all sixteen backgrounds and on none.
        for (const bool dark : { false, true }) {
            for (quint32 foreground = 0; foreground < 256; ++foreground) {
                for (quint32 background = 0; background < 17; ++background) {
                    core::LogStyle style;
                    style.foreground = { core::LogColour::Kind::Indexed, foreground };
                    if (background < 16)
                        style.background = { core::LogColour::Kind::Indexed, background };
                    const QTextCharFormat format = ui::logFormat(style, dark);
                    const QColor behind
                        = background < 16 ? format.background().color() : ui::tone(Tone::LogBackground, dark);
                    QVERIFY2(ui::contrast(format.foreground().color(), behind) >= 4.5,
                        qPrintable(u"%1 on %2, dark %3"_s.arg(foreground).arg(background).arg(dark)));
                }
            }
        }
    }

    void iconsAreWellFormed()
    {
        const QStringList names = QDir(u":/icons"_s).entryList({ u"*.svg"_s });
        QVERIFY(names.size() > 20);
        for (const QString &name : names) {
            QSvgRenderer renderer(u":/icons/"_s + name);
            QVERIFY2(renderer.isValid(), qPrintable(name));
            if (name == "taskcluster-desktop.svg"_L1)
                continue;
            QCOMPARE(renderer.viewBox(), QRect(0, 0, 16, 16));
        }
    }

    void iconsTakeTheirColour()
    {
        QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        ui::paintIcon(&painter, image.rect(), u"state-failed"_s, QColor(0xc6, 0x28, 0x28));
        painter.end();
        QCOMPARE(image.pixelColor(5, 16).name(), u"#c62828"_s); // in the square
        QCOMPARE(image.pixelColor(16, 16).alpha(), 0); // in the cross
    }
};

QTEST_MAIN(TestUiTheme)
#include "test_ui_theme.moc"
