// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/widgets/secondarylabel.h"

#include <QTimer>

namespace ui {

/// "12 min ago", kept current, with the exact UTC in the tool tip and for Copy.
class TimeLabel : public SecondaryLabel
{
    Q_OBJECT

public:
    explicit TimeLabel(QWidget *parent = nullptr);

    /// \a time in ms since the epoch; 0 shows nothing. \a pattern has %1 where the relative time goes.
    void setTime(qint64 time, const QString &pattern = QStringLiteral("%1"));

private:
    void refresh();

    qint64 m_time = 0;
    QString m_pattern;
    QTimer m_timer;
};

} // namespace ui
