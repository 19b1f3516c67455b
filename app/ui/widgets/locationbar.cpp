// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/locationbar.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

LocationBar::LocationBar(QWidget *parent) : QLineEdit(parent)
{
    setObjectName(u"locationBar"_s);
    setAccessibleName(tr("Location"));
    setPlaceholderText(tr("Task, group, index path or URL"));
    addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LocationBar::setPlace(const QString &text)
{
    const bool typing = hasFocus() && isModified();
    m_place = text;
    if (!typing && text != this->text()) { // an unchanged place keeps what is selected of it
        setText(text);
        setCursorPosition(0);
    }
}

void LocationBar::activate()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void LocationBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        setText(m_place);
        setModified(false);
        Q_EMIT abandoned();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const bool newTab = (event->modifiers() & (Qt::AltModifier | Qt::ControlModifier)) != 0;
        setModified(false);
        Q_EMIT submitted(text().trimmed(), newTab);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void LocationBar::focusInEvent(QFocusEvent *event)
{
    updateHint(true);
    QLineEdit::focusInEvent(event);
}

void LocationBar::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    updateHint(false);
    if (text().isEmpty())
        setText(m_place);
    setCursorPosition(0);
}

void LocationBar::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    updateHint(hasFocus());
}

void LocationBar::updateHint(bool focused)
{
    QString hint = QKeySequence(Qt::CTRL | Qt::Key_L).toString(QKeySequence::NativeText);
    const int wide = fontMetrics().horizontalAdvance(hint) + 12;
    if (focused || width() < 4 * wide)
        hint.clear();
    if (hint == m_hint)
        return;
    m_hint = hint;
    setTextMargins(0, 0, hint.isEmpty() ? 0 : wide, 0);
}

void LocationBar::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_hint.isEmpty())
        return;
    QPainter painter(this);
    painter.setPen(tone(Tone::Secondary, palette()));
    painter.drawText(rect().adjusted(8, 0, -8, 0), Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, m_hint);
}

} // namespace ui
