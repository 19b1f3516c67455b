// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QTreeView>

namespace core {
class ValueModel;
}

namespace ui {

class SecretClipboard;

/// A secret's keys and values. Values are dots until they are revealed one by one or all together, and no tool tip
/// shows one. Ctrl+C copies the value of the row, shown or not, through the clipboard that clears itself.
class ValueView : public QTreeView
{
    Q_OBJECT

public:
    /// Both must outlive this.
    ValueView(core::ValueModel *model, SecretClipboard *clipboard, QWidget *parent = nullptr);

    /// Of the row where the keyboard is.
    void copyValue();
    void toggleRevealed();
    /// Makes the columns as wide as they need to be.
    void fitColumns();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QModelIndex currentRow() const;

    core::ValueModel *m_values;
    SecretClipboard *m_clipboard;
};

} // namespace ui
