// SPDX-License-Identifier: MPL-2.0
#include "ui/theme/text.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>
#include <QLabel>

#include <string_view>

using namespace Qt::StringLiterals;

namespace ui {

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    // Qt takes a tool tip for rich text when it looks like it; this is the one form that it always takes so.
    return u"<p style=\"white-space:pre-wrap\">"_s + text.toHtmlEscaped() + u"</p>"_s;
}

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFont general = QGuiApplication::font();
    if (general.pointSizeF() > 0)
        font.setPointSizeF(general.pointSizeF());
    else
        font.setPixelSize(general.pixelSize());
    return font;
}

QFont tabularFont(const QFont &base)
{
    // Qt 6.4 cannot ask a font for its "tnum" feature. Fonts without equal figures are rare among system fonts;
    // for those the fixed font keeps the columns straight.
    const QFontMetricsF metrics(base);
    const qreal width = metrics.horizontalAdvance(u'0');
    for (const char16_t digit : std::u16string_view(u"123456789")) {
        if (!qFuzzyCompare(metrics.horizontalAdvance(QChar(digit)), width))
            return fixedFont();
    }
    return base;
}

namespace {

QFont scaled(const QFont &base, qreal factor)
{
    QFont font = base;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    return font;
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

} // namespace

QLabel *selectableLabel(const QString &text, QWidget *parent)
{
    auto *label = plainLabel(text, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::ClickFocus);
    return label;
}

QLabel *pageTitle(const QString &text, QWidget *parent)
{
    auto *label = plainLabel(text, parent);
    label->setFont(scaled(label->font(), 1.4));
    return label;
}

QLabel *sectionTitle(const QString &text, QWidget *parent)
{
    auto *label = plainLabel(text, parent);
    QFont font = scaled(label->font(), 1.1);
    font.setBold(true);
    label->setFont(font);
    return label;
}

} // namespace ui
