// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace ui {

class SegmentButton;

/// A row of segments with a mark, a name and a count each, over a thin strip that shows their shares. A click
/// selects one alone (or nothing, when it was alone already); Ctrl adds and removes. Left and Right move between
/// segments, Space selects. Without room for the names the marks and counts remain, the names are in tool tips.
class SegmentedBar : public QWidget
{
    Q_OBJECT

public:
    struct Segment {
        QString name;
        QString iconName;
        Tone tone;
        bool hiddenWhenEmpty = false;
    };

    explicit SegmentedBar(QWidget *parent = nullptr);

    void setSegments(const std::vector<Segment> &segments);
    void setCounts(const std::vector<int> &counts);
    int count(int segment) const;

    /// One bit a segment; 0 selects nothing, which is everything.
    quint32 selection() const { return m_selection; }
    void setSelection(quint32 selection);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void selectionChanged(quint32 selection);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    friend class SegmentButton;
    void choose(int segment, bool add);
    void moveFocus(int from, int step);
    void layOut();
    int stripTop() const;

    std::vector<SegmentButton *> m_buttons;
    quint32 m_selection = 0;
};

} // namespace ui
