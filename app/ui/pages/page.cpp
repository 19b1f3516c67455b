// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/page.h"

#include "ui/theme/icons.h"

#include <QAction>

namespace ui {

Page::Page(core::Location location, QWidget *parent) : QWidget(parent), m_location(std::move(location)) { }

void Page::moveTo(const core::Location &location)
{
    if (location == m_location)
        return;
    m_location = location;
    Q_EMIT moved();
    Q_EMIT changed();
}

QAction *Page::makeAction(
    const QString &objectName, const QString &text, const QString &iconName, const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    action->setObjectName(objectName);
    if (!iconName.isEmpty())
        action->setIcon(ui::icon(iconName));
    action->setShortcut(key);
    addAction(action);
    return action;
}

} // namespace ui
