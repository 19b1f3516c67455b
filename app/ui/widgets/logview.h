// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/widgets/logselection.h"
#include "ui/widgets/logsource.h"

#include <QAbstractScrollArea>
#include <QTimer>

class QTextLayout;

namespace ui {

/// Shows a log of any length: only the lines in view are read and laid out. Lines are counted from 0 here and
/// from 1 in the gutter.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// Lines that Copy takes at most; a larger selection is cut, and said so by copied().
    static constexpr qint64 maxCopiedLines = 100'000;

    explicit LogView(QWidget *parent = nullptr);

    /// \a source must outlive this or be replaced; null shows nothing.
    void setSource(const LogSource *source);
    /// The source has more lines, or its last one is longer now.
    void sourceGrown();
    /// The source starts afresh.
    void sourceRestarted();

    qint64 topLine() const { return m_top; }
    void scrollToLine(qint64 line);
    /// Marks lines \a first to \a last as selected and brings them into view.
    void selectLines(qint64 first, qint64 last);
    bool isFollowing() const { return m_following; }
    /// Stays at the end while the log grows; scrolling up ends it.
    void setFollowing(bool following);
    int visibleLines() const;

    const LogSelection &selection() const { return m_selection; }
    QString selectedText() const;
    void copy();
    void selectAll();

Q_SIGNALS:
    void followingChanged(bool following);
    void copied(qint64 lines, bool cut);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    qint64 lineCount() const;
    qint64 lastTop() const;
    int rowHeight() const;
    int gutterWidth() const;
    void setTop(qint64 line);
    void updateBars();
    void loadVisible();
    void paintLine(QPainter *painter, int row, const core::LogLine &line);
    void paintGutter(QPainter *painter);
    void layOut(QTextLayout *layout, const core::LogLine &line) const;
    LogPosition positionAt(const QPoint &point) const;
    void dragTo(const QPoint &point);
    bool moveByKey(QKeyEvent *event);

    const LogSource *m_source = nullptr;
    std::vector<core::LogLine> m_lines; ///< those in view, from m_top on
    qint64 m_top = 0;
    qreal m_widest = 0; ///< of the lines seen so far, in pixels
    LogSelection m_selection;
    QTimer m_dragTimer; ///< scrolls while the mouse is held outside
    QPoint m_dragPoint;
    int m_wheelRest = 0;
    bool m_following = false;
    bool m_updatingBars = false;
};

} // namespace ui
