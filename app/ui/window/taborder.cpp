// SPDX-License-Identifier: MPL-2.0
#include "ui/window/taborder.h"

#include <QGuiApplication>
#include <QLayout>
#include <QMainWindow>
#include <QStyleHints>
#include <QWidget>

#include <algorithm>

namespace ui {

namespace {

void addItems(const QLayout *layout, QList<QWidget *> *widgets)
{
    for (int i = 0; i < layout->count(); ++i) {
        const QLayoutItem *item = layout->itemAt(i);
        if (QWidget *widget = item->widget())
            widgets->append(widget);
        else if (const QLayout *inner = const_cast<QLayoutItem *>(item)->layout())
            addItems(inner, widgets);
    }
}

bool isReadBefore(const QWidget *first, const QWidget *second)
{
    const QRect one = first->geometry();
    const QRect two = second->geometry();
    if (one.bottom() < two.top() || two.bottom() < one.top())
        return one.top() < two.top();
    return first->isRightToLeft() ? one.right() > two.right() : one.left() < two.left();
}

QList<QWidget *> childrenOf(const QWidget *widget)
{
    QList<QWidget *> result;
    // A main window's own layout has no order.
    if (widget->layout() && !qobject_cast<const QMainWindow *>(widget))
        addItems(widget->layout(), &result);
    QList<QWidget *> loose;
    for (QWidget *child : widget->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (child->isVisible() && !child->isWindow() && !result.contains(child)) {
            // By hand: being read before is no strict order among many that overlap.
            const auto place = std::find_if(
                loose.cbegin(), loose.cend(), [child](const QWidget *other) { return isReadBefore(child, other); });
            loose.insert(place, child);
        }
    }
    return result + loose;
}

void add(const QWidget *widget, Qt::FocusPolicy wanted, QList<QWidget *> *order)
{
    const QList<QWidget *> children = childrenOf(widget);
    for (QWidget *child : children) {
        if (!child->isVisible() || !child->isEnabled())
            continue;
        if ((child->focusPolicy() & wanted) == wanted && !child->focusProxy())
            order->append(child);
        add(child, wanted, order);
    }
}

} // namespace

QList<QWidget *> tabOrder(const QWidget *window)
{
    const bool allControls = QGuiApplication::styleHints()->tabFocusBehavior() == Qt::TabFocusAllControls;
    QList<QWidget *> order;
    add(window, allControls ? Qt::TabFocus : Qt::StrongFocus, &order);
    return order;
}

} // namespace ui
