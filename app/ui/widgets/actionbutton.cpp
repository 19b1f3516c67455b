// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/actionbutton.h"

#include "ui/theme/text.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace ui {

ActionButton::ActionButton(QAction *action, QWidget *parent) : QPushButton(parent), m_action(action)
{
    setObjectName(action->objectName() + u"Button"_s);
    setAutoDefault(false);
    connect(action, &QAction::changed, this, &ActionButton::update);
    connect(action, &QAction::toggled, this, &QPushButton::setChecked);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    update();
}

void ActionButton::update()
{
    setText(m_action->text());
    setIcon(m_action->icon());
    setEnabled(m_action->isEnabled());
    // Shown with its parent as every widget, unless the action was hidden in the meantime.
    if (!m_action->isVisible())
        hide();
    else if (testAttribute(Qt::WA_WState_ExplicitShowHide))
        show();
    setCheckable(m_action->isCheckable());
    setChecked(m_action->isChecked());
    const QString name = m_action->text().remove(u'&');
    setAccessibleName(name);
    const QString key = m_action->shortcut().toString(QKeySequence::NativeText);
    const QString tip = m_action->toolTip();
    setToolTip(plainToolTip(key.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, key)));
}

} // namespace ui
