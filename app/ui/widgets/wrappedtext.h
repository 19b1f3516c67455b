// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QPlainTextEdit>

namespace ui {

/// Plain text of any length that wraps anywhere it must, can be selected and copied, and is as high as its text.
/// A QLabel cannot break a scope of 300 characters.
class WrappedText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit WrappedText(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fitHeight();
};

} // namespace ui
