// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/diffview.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using core::DiffLine;

namespace {

constexpr qsizetype context = 3; // equal lines that are shown around a change

// Whether a line is near enough to one that is not equal.
QList<bool> shownLines(const QList<DiffLine> &lines)
{
    QList<bool> shown(lines.size(), false);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == DiffLine::Kind::Same)
            continue;
        for (qsizetype near = std::max<qsizetype>(0, i - context); near <= std::min(lines.size() - 1, i + context);
             ++near)
            shown[near] = true;
    }
    return shown;
}

QString sign(DiffLine::Kind kind)
{
    return kind == DiffLine::Kind::Added ? u"+ "_s : kind == DiffLine::Kind::Removed ? u"- "_s : u"  "_s;
}

} // namespace

DiffView::DiffView(SecretClipboard *clipboard, QWidget *parent) : GuardedText(clipboard, parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void DiffView::setDiff(const QList<DiffLine> &lines, const QStringList &before, const QStringList &after)
{
    const QList<bool> shown = shownLines(lines);
    m_kinds.clear();
    QStringList texts;
    for (qsizetype i = 0; i < lines.size();) {
        if (shown[i]) {
            const DiffLine &line = lines[i++];
            texts.append(sign(line.kind) + (line.before >= 0 ? before.value(line.before) : after.value(line.after)));
            m_kinds.append(line.kind);
            continue;
        }
        const qsizetype begin = i;
        while (i < lines.size() && !shown[i])
            ++i;
        texts.append(u"  \u2026 "_s + tr("%n equal line(s)", nullptr, static_cast<int>(i - begin)));
        m_kinds.append(DiffLine::Kind::Same);
    }
    setPlainText(texts.join(u'\n'));
    paintLines();
}

void DiffView::paintLines()
{
    QList<QTextEdit::ExtraSelection> selections;
    QTextBlock block = document()->firstBlock();
    for (const DiffLine::Kind kind : std::as_const(m_kinds)) {
        if (kind != DiffLine::Kind::Same) {
            const bool isAdded = kind == DiffLine::Kind::Added;
            QTextEdit::ExtraSelection selection;
            selection.cursor = QTextCursor(block);
            selection.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
            selection.format.setForeground(tone(isAdded ? Tone::AddedText : Tone::ErrorText, palette()));
            selection.format.setBackground(tone(isAdded ? Tone::AddedBackground : Tone::ErrorBackground, palette()));
            selection.format.setProperty(QTextFormat::FullWidthSelection, true);
            selections.append(selection);
        }
        block = block.next();
    }
    setExtraSelections(selections);
}

void DiffView::changeEvent(QEvent *event)
{
    GuardedText::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintLines();
}

} // namespace ui
