// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QPlainTextEdit>

namespace ui {

class SecretClipboard;

/// A text editor for what is secret: copied text goes through the clipboard that clears itself; a selection is neither
/// offered to other programs nor dragged; input methods are asked not to learn.
class GuardedText : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// \a clipboard must outlive this.
    explicit GuardedText(SecretClipboard *clipboard, QWidget *parent = nullptr);

    /// Forgets the text and what can be undone.
    void forget();

protected:
    QMimeData *createMimeDataFromSelection() const override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void copyGuarded();
    void cutGuarded();

    SecretClipboard *m_clipboard;
};

} // namespace ui
