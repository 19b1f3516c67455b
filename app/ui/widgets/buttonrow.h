// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>
#include <QWidget>

class QAction;

namespace ui {

class ActionButton;

/// Buttons side by side, as many as there is room for. The last ones give way first, so whoever uses it has their
/// actions in a menu, too.
class ButtonRow : public QWidget
{
    Q_OBJECT

public:
    /// \a actions must outlive this.
    explicit ButtonRow(const QList<QAction *> &actions, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QList<ActionButton *> m_buttons;
    QList<QAction *> m_actions;
};

} // namespace ui
