// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/sidebar.h"

#include "ui/theme/icons.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

SideBar::SideBar(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this)), m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Side bar"));
    m_group->setExclusive(false);
    m_column->setContentsMargins(4, 4, 4, 4);
    m_column->setSpacing(4);
    m_column->addStretch(1);
}

void SideBar::addEntry(int id, const QString &iconName, const QString &text, const QString &objectName)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setIcon(icon(iconName));
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setMinimumHeight(button->fontMetrics().height() + 12);
    button->installEventFilter(this);
    m_group->addButton(button, id);
    m_column->insertWidget(m_column->count() - 1, button);
    connect(button, &QToolButton::clicked, this, [this, button, id] {
        button->setChecked(!button->isChecked()); // the page in front decides what is marked
        Q_EMIT triggered(id, false);
    });
}

void SideBar::setCurrent(int id)
{
    const auto buttons = m_group->buttons();
    for (QAbstractButton *button : buttons)
        button->setChecked(m_group->id(button) == id);
}

bool SideBar::eventFilter(QObject *watched, QEvent *event)
{
    auto *button = qobject_cast<QAbstractButton *>(watched);
    if (button && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int next = m_group->id(button) + (key == Qt::Key_Down ? 1 : -1);
            if (QAbstractButton *other = m_group->button(next))
                other->setFocus(Qt::TabFocusReason);
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            button->click();
            return true;
        }
    }
    if (button && event->type() == QEvent::MouseButtonRelease
        && static_cast<QMouseEvent *>(event)->button() == Qt::MiddleButton) {
        Q_EMIT triggered(m_group->id(button), true);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
