// SPDX-License-Identifier: MPL-2.0
#include "ui/theme/fusion.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace ui {

QColor outline(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    const QColor text = palette.color(QPalette::WindowText);
    const QColor middle(
        (window.red() + text.red()) / 2, (window.green() + text.green()) / 2, (window.blue() + text.blue()) / 2);
    return readable(middle, window, 3);
}

Fusion::Fusion() : QProxyStyle(u"Fusion"_s) { }

void Fusion::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isIndicator = element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton;
    const bool isPlain = !option->state.testFlag(State_HasFocus) && option->state.testFlag(State_Enabled);
    if (!isPlain || (!isIndicator && element != PE_FrameLineEdit))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, element == PE_IndicatorRadioButton);
    painter->setPen(outline(option->palette));
    painter->setBrush(Qt::NoBrush);
    if (element == PE_IndicatorRadioButton)
        painter->drawEllipse(QRectF(option->rect).adjusted(1.5, 1.5, -1.5, -1.5)); // the middle of a pixel
    else if (element == PE_IndicatorCheckBox)
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    else
        painter->drawRoundedRect(option->rect.adjusted(0, 0, -1, -1), 2, 2);
    painter->restore();
}

QIcon Fusion::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon == SP_LineEditClearButton)
        return ui::icon(u"close"_s);
    return QProxyStyle::standardIcon(icon, option, widget);
}

} // namespace ui
