// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/droptarget.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int iconSide = 32;
constexpr int inset = 4;
} // namespace

DropTarget::DropTarget(QWidget *covered) : QWidget(covered)
{
    setObjectName(u"dropTarget"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    covered->installEventFilter(this);
    hide();
}

void DropTarget::showText(const QString &text, bool accepts)
{
    m_text = text;
    m_accepts = accepts;
    setAccessibleName(text);
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

bool DropTarget::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void DropTarget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Base);
    veil.setAlphaF(0.85F);
    painter.fillRect(rect(), veil);
    const QColor line = m_accepts ? palette().color(QPalette::Highlight) : tone(Tone::Secondary, palette());
    painter.setPen(QPen(line, 2, m_accepts ? Qt::SolidLine : Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
    QRect words = painter.boundingRect(rect().adjusted(48, 0, -48, 0), Qt::AlignCenter | Qt::TextWordWrap, m_text);
    words.translate(0, iconSide / 2 + 4);
    const QRect mark(rect().center().x() - iconSide / 2, words.top() - iconSide - 8, iconSide, iconSide);
    // Nothing shines through where there is something to read.
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(words.united(mark).adjusted(-16, -16, 16, 16), 6, 6);
    paintIcon(&painter, mark, m_accepts ? u"upload"_s : u"info"_s, line);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(words, Qt::AlignCenter | Qt::TextWordWrap, m_text);
}

} // namespace ui
