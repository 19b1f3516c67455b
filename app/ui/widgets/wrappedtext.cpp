// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/wrappedtext.h"

#include <QTextDocument>
#include <QWheelEvent>

#include <cmath>

namespace ui {

WrappedText::WrappedText(const QString &text, QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(Qt::ClickFocus);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setPlainText(text);
    connect(this, &QPlainTextEdit::textChanged, this, &WrappedText::fitHeight);
    fitHeight();
}

QSize WrappedText::sizeHint() const
{
    return { fontMetrics().averageCharWidth() * 40, minimumHeight() };
}

QSize WrappedText::minimumSizeHint() const
{
    return { fontMetrics().averageCharWidth() * 12, minimumHeight() };
}

void WrappedText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void WrappedText::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls
}

void WrappedText::fitHeight()
{
    // A plain text document tells its height in lines.
    const auto lines = std::max(1.0, document()->size().height());
    const int height = static_cast<int>(std::ceil(lines * QFontMetricsF(font()).lineSpacing())) + 2;
    if (height != minimumHeight())
        setFixedHeight(height);
}

} // namespace ui
