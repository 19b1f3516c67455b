// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/buttonrow.h"

#include "ui/widgets/actionbutton.h"

#include <QAction>
#include <QEvent>
#include <QStyle>

#include <algorithm>

namespace ui {

namespace {
constexpr int spacing = 4;
}

ButtonRow::ButtonRow(const QList<QAction *> &actions, QWidget *parent) : QWidget(parent), m_actions(actions)
{
    for (QAction *action : actions) {
        m_buttons.append(new ActionButton(action, this));
        connect(action, &QAction::changed, this, &ButtonRow::fit);
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ButtonRow::sizeHint() const
{
    QSize size(-spacing, 0);
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        const QSize button = m_actions.at(i)->isVisible() ? m_buttons.at(i)->sizeHint() : QSize(-spacing, 0);
        size = { size.width() + spacing + button.width(), std::max(size.height(), button.height()) };
    }
    return size;
}

QSize ButtonRow::minimumSizeHint() const
{
    return { m_buttons.isEmpty() ? 0 : m_buttons.first()->sizeHint().width(), sizeHint().height() };
}

bool ButtonRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return QWidget::event(event);
}

void ButtonRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ButtonRow::fit()
{
    int x = 0;
    bool fits = true;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        if (!m_actions.at(i)->isVisible())
            continue;
        ActionButton *button = m_buttons.at(i);
        const QSize size = button->sizeHint();
        fits = fits && (i == 0 || x + size.width() <= width());
        button->setVisible(fits);
        button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect({ x, 0 }, size)));
        x += size.width() + spacing;
    }
    updateGeometry();
}

} // namespace ui
