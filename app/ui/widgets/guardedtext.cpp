// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/guardedtext.h"

#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/workspace/secretclipboard.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QTextDocumentFragment>

using namespace Qt::StringLiterals;

namespace ui {

GuardedText::GuardedText(SecretClipboard *clipboard, QWidget *parent) : QPlainTextEdit(parent), m_clipboard(clipboard)
{
    setFont(fixedFont());
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setInputMethodHints(Qt::ImhMultiLine | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
}

void GuardedText::forget()
{
    setUndoRedoEnabled(false); // which empties what can be undone
    clear();
    setUndoRedoEnabled(!isReadOnly());
}

QMimeData *GuardedText::createMimeDataFromSelection() const
{
    return new QMimeData; // what goes anywhere goes through copyGuarded()
}

void GuardedText::copyGuarded()
{
    const QString text = textCursor().selection().toPlainText();
    if (!text.isEmpty())
        m_clipboard->copy(text);
}

void GuardedText::cutGuarded()
{
    copyGuarded();
    textCursor().removeSelectedText();
}

void GuardedText::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyGuarded();
    else if (event->matches(QKeySequence::Cut) && !isReadOnly())
        cutGuarded();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void GuardedText::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool hasSelection = textCursor().hasSelection();
    if (!isReadOnly()) {
        menu->addAction(tr("Undo"), this, &QPlainTextEdit::undo)->setEnabled(document()->isUndoAvailable());
        menu->addAction(tr("Redo"), this, &QPlainTextEdit::redo)->setEnabled(document()->isRedoAvailable());
        menu->addSeparator();
        menu->addAction(tr("Cut"), this, &GuardedText::cutGuarded)->setEnabled(hasSelection);
    }
    menu->addAction(icon(u"copy"_s), tr("Copy"), this, &GuardedText::copyGuarded)->setEnabled(hasSelection);
    if (!isReadOnly())
        menu->addAction(tr("Paste"), this, &QPlainTextEdit::paste)->setEnabled(canPaste());
    menu->addSeparator();
    menu->addAction(tr("Select all"), this, &QPlainTextEdit::selectAll);
    menu->popup(event->globalPos());
}

} // namespace ui
