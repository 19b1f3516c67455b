// SPDX-License-Identifier: MPL-2.0
// Keys, mouse, selection and copying of a LogView.
#include "ui/widgets/logview.h"

#include "ui/theme/icons.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTextLayout>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr int textMargin = 8;
constexpr int linesPerNotch = 3;
} // namespace

LogPosition LogView::positionAt(const QPoint &point) const
{
    const int row = static_cast<int>(std::floor(static_cast<double>(point.y()) / rowHeight()));
    const qint64 line = std::clamp<qint64>(m_top + row, 0, std::max<qint64>(0, lineCount() - 1));
    const qint64 offset = line - m_top;
    if (offset < 0 || offset >= static_cast<qint64>(m_lines.size()))
        return { line, 0 };
    QTextLayout layout;
    layOut(&layout, m_lines[static_cast<std::size_t>(offset)]);
    const int x = point.x() - gutterWidth() - textMargin + horizontalScrollBar()->value();
    return { line, layout.lineAt(0).xToCursor(x) };
}

bool LogView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        viewport()->update();
    return QAbstractScrollArea::viewportEvent(event);
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint point = event->position().toPoint();
    const LogPosition place = positionAt(point);
    if (point.x() < gutterWidth()) {
        const qint64 from = event->modifiers().testFlag(Qt::ShiftModifier) ? m_selection.anchor.line : place.line;
        m_selection = { { std::min(from, place.line), 0 }, { std::max(from, place.line) + 1, 0 } };
    } else if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_selection.cursor = place;
    } else {
        m_selection = { place, place };
    }
    viewport()->update();
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    m_dragPoint = event->position().toPoint();
    dragTo(m_dragPoint);
    if (viewport()->rect().contains(m_dragPoint))
        m_dragTimer.stop();
    else if (!m_dragTimer.isActive())
        m_dragTimer.start();
}

void LogView::dragTo(const QPoint &point)
{
    if (point.y() < 0)
        setTop(m_top - 1);
    else if (point.y() > viewport()->height())
        setTop(m_top + 1);
    m_selection.cursor = positionAt(point);
    viewport()->update();
}

void LogView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragTimer.stop();
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const LogPosition place = positionAt(event->position().toPoint());
    const qint64 offset = place.line - m_top;
    if (offset < 0 || offset >= static_cast<qint64>(m_lines.size()))
        return;
    const QString &text = m_lines[static_cast<std::size_t>(offset)].text;
    int from = std::min(place.column, static_cast<int>(text.size()));
    int to = from;
    while (from > 0 && !text.at(from - 1).isSpace())
        --from;
    while (to < text.size() && !text.at(to).isSpace())
        ++to;
    m_selection = { { place.line, from }, { place.line, to } };
    viewport()->update();
}

void LogView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ShiftModifier) || event->angleDelta().y() == 0) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    // Exact lines, whatever the scale of the scroll bar.
    m_wheelRest += event->angleDelta().y() * linesPerNotch;
    const int lines = m_wheelRest / 120;
    m_wheelRest -= lines * 120;
    setTop(m_top - lines);
    if (lines > 0)
        setFollowing(false);
    event->accept();
}

bool LogView::moveByKey(QKeyEvent *event)
{
    qint64 top = m_top;
    switch (event->key()) {
    case Qt::Key_Up:
        top -= 1;
        break;
    case Qt::Key_Down:
        top += 1;
        break;
    case Qt::Key_PageUp:
        top -= visibleLines() - 1;
        break;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        top += visibleLines() - 1;
        break;
    case Qt::Key_Home:
        top = 0;
        horizontalScrollBar()->setValue(0);
        break;
    case Qt::Key_End:
        top = lastTop();
        break;
    default:
        return false;
    }
    if (top < m_top)
        setFollowing(false);
    setTop(top);
    return true;
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    const int step = horizontalScrollBar()->singleStep();
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->key() == Qt::Key_Left && !event->modifiers())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - step);
    else if (event->key() == Qt::Key_Right && !event->modifiers())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + step);
    else if (event->modifiers().testFlag(Qt::AltModifier) || !moveByKey(event))
        QAbstractScrollArea::keyPressEvent(event);
}

void LogView::selectAll()
{
    m_selection = { { 0, 0 }, { lineCount(), 0 } };
    viewport()->update();
}

QString LogView::selectedText() const
{
    if (!m_source || m_selection.isEmpty())
        return {};
    const LogPosition first = m_selection.first();
    const LogPosition last = m_selection.last();
    const qint64 end = std::min({ last.line, first.line + maxCopiedLines - 1, lineCount() - 1 });
    QString result;
    constexpr int chunk = 1000;
    for (qint64 line = first.line; line <= end; line += chunk) {
        const auto count = static_cast<int>(std::min<qint64>(chunk, end - line + 1));
        qint64 number = line;
        for (const core::LogLine &text : m_source->lines(line, count)) {
            const auto length = static_cast<int>(text.text.size());
            const auto [from, to] = m_selection.columns(number, length);
            result += QStringView(text.text).mid(from, std::min(to, length) - from);
            if (to > length)
                result += u'\n';
            ++number;
        }
    }
    return result;
}

void LogView::copy()
{
    const QString text = selectedText();
    if (text.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(text);
    const qint64 wanted = std::min(m_selection.last().line, lineCount()) - m_selection.first().line;
    Q_EMIT copied(std::min(wanted, maxCopiedLines), wanted > maxCopiedLines);
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyAction = menu->addAction(icon(u"copy"_s), tr("Copy"), this, &LogView::copy);
    copyAction->setEnabled(!m_selection.isEmpty());
    menu->addAction(tr("Select all"), this, &LogView::selectAll);
    menu->popup(event->globalPos());
}

} // namespace ui
