// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QWidget>

namespace ui {

/// Lies over a widget while files are dragged over it, and says what a drop would do, or why it would do nothing. Takes
/// no events: the widget below it does.
class DropTarget : public QWidget
{
    Q_OBJECT

public:
    /// Covers \a covered, also when that changes its size.
    explicit DropTarget(QWidget *covered);

    void showText(const QString &text, bool accepts);
    QString text() const { return m_text; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    bool m_accepts = true;
};

} // namespace ui
