// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/widgets/secondarylabel.h"

#include <QTimer>

namespace ui {

/// How long is left until a time, kept current: by the second in the last hour. The exact UTC stands behind it.
class CountdownLabel : public SecondaryLabel
{
    Q_OBJECT

public:
    explicit CountdownLabel(QWidget *parent = nullptr);

    /// \a time in ms since the epoch; 0 shows nothing.
    void setTime(qint64 time);

Q_SIGNALS:
    /// The time has come while the label was looking.
    void over();

private:
    void refresh();

    qint64 m_time = 0;
    bool m_isOver = false;
    QTimer m_timer;
};

} // namespace ui
