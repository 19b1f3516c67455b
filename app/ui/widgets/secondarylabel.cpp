// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/secondarylabel.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QGuiApplication>

namespace ui {

SecondaryLabel::SecondaryLabel(const QString &text, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    applyColour();
}

void SecondaryLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_applying)
        applyColour();
}

void SecondaryLabel::applyColour()
{
    m_applying = true;
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, tone(Tone::Secondary, QGuiApplication::palette()));
    setPalette(colours);
    m_applying = false;
}

} // namespace ui
