// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/elidedlabel.h"

#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace ui {

ElidedLabel::ElidedLabel(Qt::TextElideMode mode, QWidget *parent) : QWidget(parent), m_mode(mode)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
}

void ElidedLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void ElidedLabel::setSecondary(bool secondary)
{
    m_secondary = secondary;
    update();
}

void ElidedLabel::setLink(bool link)
{
    m_link = link;
    if (link)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return { fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height() + 4 };
}

QSize ElidedLabel::minimumSizeHint() const
{
    const int few = fontMetrics().horizontalAdvance(u"MMM\u2026MMM"_s);
    return { std::min(sizeHint().width(), few), sizeHint().height() };
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const bool cut = fontMetrics().horizontalAdvance(m_text) > width();
        const QString tip = toolTip().isEmpty() ? m_text : toolTip();
        if (cut || !toolTip().isEmpty())
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(tip), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect area = rect();
    painter.setPen(m_link ? tone(Tone::Link, palette())
            : m_secondary ? tone(Tone::Secondary, palette())
                          : palette().color(QPalette::WindowText));
    if (m_link) {
        QFont underlined = font();
        underlined.setUnderline(true);
        painter.setFont(underlined);
    }
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        fontMetrics().elidedText(m_text, m_mode, area.width()));
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.backgroundColor = palette().color(QPalette::Window);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void ElidedLabel::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_link && event->button() != Qt::RightButton && rect().contains(event->position().toPoint()))
        Q_EMIT activated(event->button() == Qt::MiddleButton || event->modifiers().testFlag(Qt::ControlModifier));
}

void ElidedLabel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"copy"_s), tr("Copy"), this, &ElidedLabel::copy);
    menu->popup(event->globalPos());
}

void ElidedLabel::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (m_link && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        Q_EMIT activated(event->modifiers().testFlag(Qt::ControlModifier));
    else
        QWidget::keyPressEvent(event);
}

void ElidedLabel::copy()
{
    QGuiApplication::clipboard()->setText(copyText());
    Q_EMIT copied(copyText());
}

} // namespace ui
