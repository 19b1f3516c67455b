// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QPushButton>

class QAction;

namespace ui {

/// A push button that is an action: same text, icon, tool tip, and as enabled or checked as it.
class ActionButton : public QPushButton
{
    Q_OBJECT

public:
    /// \a action must outlive this. Named after the action, "actionSaveButton".
    explicit ActionButton(QAction *action, QWidget *parent = nullptr);

private:
    void update();

    QAction *m_action;
};

} // namespace ui
