// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/widgets/segmentedbar.h"

#include <QAbstractButton>

namespace ui {

/// One segment of a SegmentedBar.
class SegmentButton : public QAbstractButton
{
    Q_OBJECT

public:
    SegmentButton(SegmentedBar::Segment segment, int index, SegmentedBar *bar);

    void setCount(int count);
    int count() const { return m_count; }
    /// Whether there is reason to show it at all.
    bool isWanted() const { return m_count > 0 || !m_segment.hiddenWhenEmpty; }
    Tone tone() const { return m_segment.tone; }
    void setCompact(bool compact);

    QSize sizeHint() const override;
    QSize hintFor(bool compact) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QString countText() const;
    QFont countFont() const;
    void paintPanel(QPainter *painter) const;

    SegmentedBar::Segment m_segment;
    SegmentedBar *m_bar;
    int m_index;
    int m_count = 0;
    bool m_compact = false;
};

} // namespace ui
