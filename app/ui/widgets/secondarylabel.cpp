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

void SecondaryLabel::setSecondary(bool secondary)
{
    m_secondary = secondary;
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
    QPalette colours = QGuiApplication::palette();
    if (m_secondary)
        colours.setColor(QPalette::WindowText, tone(Tone::Secondary, colours));
    setPalette(colours);
    m_applying = false;
}

} // namespace ui
