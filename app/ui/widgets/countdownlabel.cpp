// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/countdownlabel.h"

#include "core/util/format.h"

#include <chrono>

using namespace std::chrono_literals;

namespace ui {

CountdownLabel::CountdownLabel(QWidget *parent) : SecondaryLabel({}, parent)
{
    setSecondary(false);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(&m_timer, &QTimer::timeout, this, &CountdownLabel::refresh);
}

void CountdownLabel::setTime(qint64 time)
{
    m_time = time;
    m_isOver = time <= core::currentTime();
    refresh();
}

void CountdownLabel::refresh()
{
    if (m_time == 0) {
        m_timer.stop();
        return setText({});
    }
    const qint64 left = m_time - core::currentTime();
    const QString exact = core::formatExactTime(m_time);
    if (left > 0)
        setText(tr("in %1 (%2)", "an end, how long until then and when").arg(core::formatDuration(left), exact));
    else
        setText(tr("ended %1 (%2)", "an end, how long ago and when")
                    .arg(core::formatRelativeTime(m_time, core::currentTime()), exact));
    setAccessibleDescription(exact);
    m_timer.start(left > 0 && std::chrono::milliseconds(left) < 1h ? 1s : 20s);
    if (left <= 0 && !m_isOver) {
        m_isOver = true;
        Q_EMIT over();
    }
}

} // namespace ui
