// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/task/taskstate.h"

#include <QWidget>

namespace ui {

/// A state's shape in its colour, with its name beside it or in the tool tip.
class StateMark : public QWidget
{
    Q_OBJECT

public:
    explicit StateMark(QWidget *parent = nullptr);

    void setState(core::TaskState state);
    core::TaskState state() const { return m_state; }
    void setNameShown(bool shown);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int iconSide() const;

    core::TaskState m_state = core::TaskState::Unknown;
    bool m_nameShown = true;
};

} // namespace ui
