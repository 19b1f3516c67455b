// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/segmentbutton.h"

#include "core/util/format.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int margin = 8;
constexpr int gap = 4;
constexpr int iconSide = 14;
} // namespace

SegmentButton::SegmentButton(SegmentedBar::Segment segment, int index, SegmentedBar *bar)
    : QAbstractButton(bar), m_segment(std::move(segment)), m_bar(bar), m_index(index)
{
    setObjectName(u"segment-"_s + m_segment.iconName);
    setFocusPolicy(Qt::StrongFocus);
    setCheckable(true);
    setCount(0);
}

void SegmentButton::setCount(int count)
{
    m_count = count;
    setAccessibleName(tr("%1: %2", "a state and the number of tasks in it").arg(m_segment.name, countText()));
    setToolTip(plainToolTip(
        tr("%1: %2\nClick to show only these, Ctrl+click to add or remove them.").arg(m_segment.name, countText())));
    update();
}

void SegmentButton::setCompact(bool compact)
{
    m_compact = compact;
    update();
}

QString SegmentButton::countText() const
{
    return core::formatCount(m_count);
}

QFont SegmentButton::countFont() const
{
    QFont font = tabularFont(this->font());
    font.setBold(true);
    return font;
}

QSize SegmentButton::sizeHint() const
{
    return hintFor(m_compact);
}

QSize SegmentButton::hintFor(bool compact) const
{
    int width = margin + iconSide + gap + QFontMetrics(countFont()).horizontalAdvance(countText()) + margin;
    if (!compact)
        width += fontMetrics().horizontalAdvance(m_segment.name) + 2 * gap;
    return { width, fontMetrics().height() + 12 };
}

void SegmentButton::paintPanel(QPainter *painter) const
{
    const QColor text = palette().color(QPalette::WindowText);
    QColor fill = palette().color(QPalette::Base);
    QColor border = text;
    border.setAlphaF(0.25F);
    if (isChecked()) {
        fill = palette().color(QPalette::Highlight);
        border = fill;
        fill.setAlphaF(0.22F);
    } else if (underMouse() || isDown()) {
        fill = palette().color(QPalette::Highlight);
        fill.setAlphaF(0.10F);
    }
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(border, 1));
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (hasFocus()) {
        painter->setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void SegmentButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPanel(&painter);
    QRect area = rect().adjusted(margin, 0, -margin, 0);
    paintIcon(&painter, QRect(area.left(), area.center().y() - iconSide / 2, iconSide, iconSide), m_segment.iconName,
        ui::tone(m_segment.tone, palette()));
    area.setLeft(area.left() + iconSide + gap);
    const QColor strong = palette().color(QPalette::WindowText);
    const QColor weak = ui::tone(Tone::Secondary, palette());
    if (!m_compact) {
        painter.setPen(m_count > 0 ? strong : weak);
        painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, m_segment.name);
    }
    painter.setFont(countFont());
    painter.setPen(m_count > 0 ? strong : weak);
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, countText());
}

void SegmentButton::keyPressEvent(QKeyEvent *event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        m_bar->moveFocus(m_index, -forward);
        return;
    case Qt::Key_Right:
        m_bar->moveFocus(m_index, forward);
        return;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_bar->choose(m_index, event->modifiers().testFlag(Qt::ControlModifier));
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void SegmentButton::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        m_bar->choose(m_index, event->modifiers().testFlag(Qt::ControlModifier));
    setDown(false);
    event->accept();
}

} // namespace ui
