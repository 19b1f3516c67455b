// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/timelabel.h"

#include "core/util/format.h"
#include "ui/theme/text.h"

#include <chrono>

using namespace std::chrono_literals;

namespace ui {

TimeLabel::TimeLabel(QWidget *parent) : SecondaryLabel({}, parent)
{
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_timer.setInterval(20s);
    connect(&m_timer, &QTimer::timeout, this, &TimeLabel::refresh);
}

void TimeLabel::setTime(qint64 time, const QString &pattern)
{
    m_time = time;
    m_pattern = pattern;
    refresh();
    if (time != 0)
        m_timer.start();
    else
        m_timer.stop();
}

void TimeLabel::refresh()
{
    setText(m_time == 0 ? QString() : m_pattern.arg(core::formatTime(m_time, core::currentTime())));
    const QString exact = core::formatExactTime(m_time);
    setToolTip(plainToolTip(exact));
    setAccessibleDescription(exact);
}

} // namespace ui
