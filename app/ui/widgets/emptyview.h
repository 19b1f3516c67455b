// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

/// What stands where there is nothing to show: one line that says what belongs here, one button that gets it.
class EmptyView : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyView(QWidget *parent = nullptr);

    /// Without \a action there is no button.
    void setTexts(const QString &line, const QString &action = {});

Q_SIGNALS:
    void actionRequested();

private:
    QLabel *m_line;
    QPushButton *m_button;
};

} // namespace ui
