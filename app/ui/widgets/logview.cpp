// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/logview.h"

#include "core/log/linescroll.h"
#include "core/util/format.h"
#include "ui/theme/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/logformat.h"

#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {
constexpr int textMargin = 8;
}

LogView::LogView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setObjectName(u"logView"_s);
    setAccessibleName(tr("Log"));
    setFocusPolicy(Qt::StrongFocus);
    setFont(fixedFont());
    viewport()->setCursor(Qt::IBeamCursor);
    horizontalScrollBar()->setSingleStep(fontMetrics().averageCharWidth() * 4);
    m_dragTimer.setInterval(50ms);
    connect(&m_dragTimer, &QTimer::timeout, this, [this] { dragTo(m_dragPoint); });
}

void LogView::setSource(const LogSource *source)
{
    m_source = source;
    sourceRestarted();
}

void LogView::sourceRestarted()
{
    m_top = 0;
    m_widest = 0;
    m_selection = {};
    sourceGrown();
}

void LogView::sourceGrown()
{
    if (m_following)
        m_top = lastTop();
    loadVisible();
    updateBars();
    viewport()->update();
}

qint64 LogView::lineCount() const
{
    return m_source ? m_source->lineCount() : 0;
}

int LogView::rowHeight() const
{
    return fontMetrics().height() + 2;
}

int LogView::visibleLines() const
{
    return std::max(1, viewport()->height() / rowHeight());
}

qint64 LogView::lastTop() const
{
    return core::LineScroll(lineCount(), visibleLines()).lastFirstLine();
}

int LogView::gutterWidth() const
{
    // Room for the widest number so far, at least four figures, so that the text does not jump at every ten.
    const auto digits = std::max<qsizetype>(4, QString::number(std::max<qint64>(1, lineCount())).size());
    return static_cast<int>(digits + 2) * fontMetrics().horizontalAdvance(u'0');
}

void LogView::scrollToLine(qint64 line)
{
    setFollowing(false);
    setTop(line - visibleLines() / 3);
}

void LogView::selectLines(qint64 first, qint64 last)
{
    m_selection = { { first, 0 }, { last + 1, 0 } };
    scrollToLine(first);
    viewport()->update();
}

void LogView::setFollowing(bool following)
{
    if (following == m_following)
        return;
    m_following = following;
    if (following)
        setTop(lastTop());
    Q_EMIT followingChanged(following);
}

void LogView::setTop(qint64 line)
{
    m_top = std::clamp<qint64>(line, 0, lastTop());
    loadVisible();
    updateBars();
    viewport()->update();
}

void LogView::loadVisible()
{
    m_lines = m_source ? m_source->lines(m_top, visibleLines() + 1) : std::vector<core::LogLine>();
    for (const core::LogLine &line : m_lines) {
        const qreal width = line.spans.empty() && line.text.size() > 2000
            ? static_cast<qreal>(line.text.size()) * fontMetrics().horizontalAdvance(u'M')
            : QFontMetricsF(font()).horizontalAdvance(line.text);
        m_widest = std::max(m_widest, width);
    }
}

void LogView::updateBars()
{
    m_updatingBars = true;
    const core::LineScroll scroll(lineCount(), visibleLines());
    verticalScrollBar()->setRange(0, scroll.maximum());
    verticalScrollBar()->setPageStep(visibleLines());
    verticalScrollBar()->setValue(scroll.valueOf(m_top));
    const int room = viewport()->width() - gutterWidth() - 2 * textMargin;
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(m_widest)) - room));
    horizontalScrollBar()->setPageStep(std::max(1, room));
    m_updatingBars = false;
}

void LogView::scrollContentsBy(int, int dy)
{
    // The bar's value is the scaled line; only when a person moved the bar does it decide where the view is.
    if (!m_updatingBars && dy != 0) {
        const core::LineScroll scroll(lineCount(), visibleLines());
        m_top = scroll.lineOf(verticalScrollBar()->value());
        setFollowing(m_top >= scroll.lastFirstLine() && m_following);
        loadVisible();
        updateBars();
    }
    viewport()->update();
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    setTop(m_following ? lastTop() : m_top);
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        m_widest = 0;
        setTop(m_top);
    }
}

void LogView::layOut(QTextLayout *layout, const core::LogLine &line) const
{
    layout->setText(line.text);
    layout->setFont(font());
    layout->setCacheEnabled(false);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    layout->setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const core::LogSpan &span : line.spans)
        formats.append({ span.start, span.length, logFormat(span.style, isDark(palette())) });
    layout->setFormats(formats);
    layout->beginLayout();
    QTextLine text = layout->createLine();
    text.setLineWidth(1e9);
    text.setPosition({ 0, 0 });
    layout->endLayout();
}

void LogView::paintEvent(QPaintEvent *)
{
    const bool dark = isDark(palette());
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tone(Tone::LogBackground, dark));
    painter.setFont(font());
    painter.setPen(tone(Tone::LogText, dark));
    painter.save();
    painter.setClipRect(viewport()->rect().adjusted(gutterWidth(), 0, 0, 0));
    for (std::size_t row = 0; row < m_lines.size(); ++row)
        paintLine(&painter, static_cast<int>(row), m_lines[row]);
    painter.restore();
    paintGutter(&painter);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void LogView::paintLine(QPainter *painter, int row, const core::LogLine &line)
{
    const int left = gutterWidth() + textMargin - horizontalScrollBar()->value();
    QTextLayout layout;
    layOut(&layout, line);
    const auto [from, to] = m_selection.columns(m_top + row, static_cast<int>(line.text.size()));
    if (to > from) {
        const QTextLine text = layout.lineAt(0);
        const auto length = static_cast<int>(line.text.size());
        const qreal start = left + text.cursorToX(std::min(from, length));
        qreal end = left + text.cursorToX(std::min(to, length));
        if (to > length)
            end = std::max<qreal>(end, viewport()->width());
        QColor fill = palette().color(QPalette::Highlight);
        fill.setAlphaF(0.28F);
        painter->fillRect(QRectF(start, row * rowHeight(), end - start, rowHeight()), fill);
    }
    layout.draw(painter, QPointF(left, row * rowHeight() + 1));
    if (line.truncated) {
        const qreal end = left + layout.lineAt(0).naturalTextWidth() + textMargin;
        painter->save();
        painter->setPen(tone(Tone::LogGutterText, isDark(palette())));
        painter->drawText(QPointF(end, row * rowHeight() + 1 + fontMetrics().ascent()),
            tr("\u2026 (%1 in all)", "size of a log line that is cut").arg(core::formatSize(line.bytes)));
        painter->restore();
    }
}

void LogView::paintGutter(QPainter *painter)
{
    const bool dark = isDark(palette());
    const int width = gutterWidth();
    painter->fillRect(0, 0, width, viewport()->height(), tone(Tone::LogGutterBackground, dark));
    painter->setPen(tone(Tone::LogGutterText, dark));
    const int space = fontMetrics().horizontalAdvance(u'0');
    for (std::size_t row = 0; row < m_lines.size(); ++row) {
        const QRect place(0, static_cast<int>(row) * rowHeight() + 1, width - space, fontMetrics().height());
        painter->drawText(place, Qt::AlignRight | Qt::AlignTop, QString::number(m_top + static_cast<qint64>(row) + 1));
    }
}

} // namespace ui
