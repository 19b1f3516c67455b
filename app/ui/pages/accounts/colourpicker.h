// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QWidget>

class QButtonGroup;

namespace ui {

/// The eight colours for accounts, one of them chosen.
class ColourPicker : public QWidget
{
    Q_OBJECT

public:
    explicit ColourPicker(QWidget *parent = nullptr);

    void setColour(int colour);

Q_SIGNALS:
    /// The person chose.
    void picked(int colour);

private:
    QButtonGroup *m_group;
};

} // namespace ui
