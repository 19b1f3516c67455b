// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QWidget>

namespace ui {

/// One line of plain text that gives way when there is no room. The whole text is in the tool tip, in the
/// accessible name and in what Copy of its context menu copies.
class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(Qt::TextElideMode mode, QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    /// What Copy copies, where that is not the text itself.
    void setCopyText(const QString &text) { m_copyText = text; }
    QString copyText() const { return m_copyText.isEmpty() ? m_text : m_copyText; }
    void setSecondary(bool secondary);
    /// A link can be activated with a click or Enter.
    void setLink(bool link);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void copied(const QString &text);
    void activated(bool newTab);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void copy();

    QString m_text;
    QString m_copyText;
    Qt::TextElideMode m_mode;
    bool m_secondary = false;
    bool m_link = false;
};

} // namespace ui
