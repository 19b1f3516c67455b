// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/segmentedbar.h"

#include "ui/widgets/segmentbutton.h"

#include <QEvent>
#include <QPainter>

#include <numeric>

namespace ui {

namespace {
constexpr int spacing = 4;
constexpr int stripHeight = 4;
} // namespace

SegmentedBar::SegmentedBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SegmentedBar::setSegments(const std::vector<Segment> &segments)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const Segment &segment : segments) {
        auto *button = new SegmentButton(segment, static_cast<int>(m_buttons.size()), this);
        m_buttons.push_back(button);
    }
    updateGeometry();
    layOut();
}

void SegmentedBar::setCounts(const std::vector<int> &counts)
{
    for (std::size_t i = 0; i < m_buttons.size() && i < counts.size(); ++i)
        m_buttons[i]->setCount(counts[i]);
    layOut();
    update();
}

int SegmentedBar::count(int segment) const
{
    return m_buttons.at(static_cast<std::size_t>(segment))->count();
}

void SegmentedBar::setSelection(quint32 selection)
{
    if (selection == m_selection)
        return;
    m_selection = selection;
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked((selection >> i & 1U) != 0);
    Q_EMIT selectionChanged(selection);
}

void SegmentedBar::choose(int segment, bool add)
{
    const quint32 bit = 1U << static_cast<unsigned>(segment);
    if (add)
        setSelection(m_selection ^ bit);
    else
        setSelection(m_selection == bit ? 0 : bit);
}

void SegmentedBar::moveFocus(int from, int step)
{
    const int size = static_cast<int>(m_buttons.size());
    int next = (from + step + size) % size;
    if (!m_buttons[static_cast<std::size_t>(next)]->isWanted())
        next = (next + step + size) % size;
    m_buttons[static_cast<std::size_t>(next)]->setFocus(Qt::TabFocusReason);
}

QSize SegmentedBar::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const SegmentButton *button : m_buttons) {
        if (!button->isWanted())
            continue;
        const QSize hint = button->hintFor(false);
        width += hint.width() + spacing;
        height = std::max(height, hint.height());
    }
    return { width, height + spacing + stripHeight };
}

QSize SegmentedBar::minimumSizeHint() const
{
    int width = 0;
    for (const SegmentButton *button : m_buttons)
        width += button->isWanted() ? button->hintFor(true).width() + spacing : 0;
    return { width, sizeHint().height() };
}

int SegmentedBar::stripTop() const
{
    return height() - stripHeight;
}

void SegmentedBar::layOut()
{
    const bool compact = sizeHint().width() > width();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    int x = 0;
    for (SegmentButton *button : m_buttons) {
        button->setVisible(button->isWanted());
        if (!button->isWanted())
            continue;
        button->setCompact(compact);
        const int wide = button->sizeHint().width();
        button->setGeometry(mirrored ? width() - x - wide : x, 0, wide, stripTop() - spacing);
        x += wide + spacing;
    }
}

void SegmentedBar::resizeEvent(QResizeEvent *)
{
    layOut();
}

void SegmentedBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        layOut();
    }
}

void SegmentedBar::paintEvent(QPaintEvent *)
{
    const auto add = [](int sum, const SegmentButton *button) { return sum + button->count(); };
    const int total = std::accumulate(m_buttons.cbegin(), m_buttons.cend(), 0, add);
    QPainter painter(this);
    if (total == 0) {
        QColor empty = palette().color(QPalette::WindowText);
        empty.setAlphaF(0.12F);
        painter.fillRect(0, stripTop(), width(), stripHeight, empty);
        return;
    }
    qint64 before = 0;
    for (const SegmentButton *button : m_buttons) {
        const auto left = static_cast<int>(before * width() / total);
        before += button->count();
        const auto right = static_cast<int>(before * width() / total);
        // A state with any task at all gets a visible share.
        const int wide = button->count() > 0 ? std::max(right - left - 1, 2) : 0;
        painter.fillRect(left, stripTop(), wide, stripHeight, tone(button->tone(), palette()));
    }
}

} // namespace ui
