// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/statemark.h"

#include "ui/theme/icons.h"
#include "ui/theme/states.h"
#include "ui/theme/text.h"

#include <QPainter>

namespace ui {

namespace {
constexpr int gap = 6;
}

StateMark::StateMark(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateMark::setState(core::TaskState state)
{
    m_state = state;
    const QString name = core::taskStateName(state);
    setAccessibleName(name);
    setToolTip(plainToolTip(name));
    updateGeometry();
    update();
}

void StateMark::setNameShown(bool shown)
{
    m_nameShown = shown;
    updateGeometry();
    update();
}

int StateMark::iconSide() const
{
    return fontMetrics().height();
}

QSize StateMark::sizeHint() const
{
    int width = iconSide();
    if (m_nameShown)
        width += gap + fontMetrics().horizontalAdvance(core::taskStateName(m_state)) + 2;
    return { width, fontMetrics().height() + 4 };
}

void StateMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect mark(0, (height() - iconSide()) / 2, iconSide(), iconSide());
    paintIcon(&painter, mark, iconNameOf(m_state), tone(toneOf(m_state), palette()));
    if (!m_nameShown)
        return;
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(
        rect().adjusted(iconSide() + gap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, core::taskStateName(m_state));
}

} // namespace ui
