// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/mergeview.h"

#include "core/util/visibletext.h"
#include "ui/theme/text.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/secondarylabel.h"

#include <QButtonGroup>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using core::MergePiece;

namespace {
constexpr int mostLines = 14; // of one piece without scrolling
enum Choice { MineChosen, TheirsChosen };
} // namespace

MergeView::MergeView(SecretClipboard *clipboard, QWidget *parent) : QScrollArea(parent), m_clipboard(clipboard)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
}

void MergeView::setPieces(const QList<MergePiece> &pieces, const QHash<QString, QString> &masked)
{
    forget();
    m_pieces = pieces;
    m_masked = masked;
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    for (const MergePiece &piece : pieces)
        addPiece(piece);
    m_column->addStretch(1);
    setWidget(content);
    Q_EMIT changed();
}

void MergeView::forget()
{
    for (const Shown &shown : std::as_const(m_shown))
        shown.view->forget();
    m_shown.clear();
    m_choices.clear();
    m_pieces.clear();
    m_masked.clear();
    delete takeWidget();
}

void MergeView::addPiece(const MergePiece &piece)
{
    const auto addCaption
        = [this](const QString &text) { m_column->addWidget(new SecondaryLabel(text, m_column->parentWidget())); };
    switch (piece.kind) {
    case MergePiece::Kind::Same:
        addCaption(tr("%n equal line(s)", nullptr, static_cast<int>(piece.base.size())));
        return;
    case MergePiece::Kind::Mine:
        addCaption(tr("Changed by you:"));
        m_column->addWidget(addDiff(tr("Your change"), piece.base, piece.mine, m_column->parentWidget()));
        return;
    case MergePiece::Kind::Theirs:
        addCaption(tr("Changed by somebody else:"));
        m_column->addWidget(addDiff(tr("Their change"), piece.base, piece.theirs, m_column->parentWidget()));
        return;
    case MergePiece::Kind::Both:
        addCaption(tr("Changed by both in the same way:"));
        m_column->addWidget(addDiff(tr("The change of both"), piece.base, piece.mine, m_column->parentWidget()));
        return;
    case MergePiece::Kind::Conflict:
        addConflict(piece);
        return;
    }
}

void MergeView::addConflict(const MergePiece &piece)
{
    auto *frame = new QFrame(m_column->parentWidget());
    frame->setFrameShape(QFrame::StyledPanel);
    auto *grid = new QGridLayout(frame);
    grid->setSpacing(4);
    auto *choice = new QButtonGroup(frame);
    const auto number = QString::number(m_choices.size() + 1);
    auto *title = new QLabel(tr("Both changed this differently (%1):").arg(number), frame);
    grid->addWidget(title, 0, 0, 1, 2);
    const auto addSide = [&](int column, const QString &text, const QString &name, const QStringList &lines) {
        auto *button = new QRadioButton(text, frame);
        button->setObjectName(name + number);
        button->setAccessibleName(tr("%1, conflict %2").arg(text, number));
        choice->addButton(button, column);
        grid->addWidget(button, 1, column);
        grid->addWidget(addDiff(text, piece.base, lines, frame), 2, column);
        grid->setColumnStretch(column, 1);
    };
    addSide(MineChosen, tr("Keep mine"), u"mergeMine"_s, piece.mine);
    addSide(TheirsChosen, tr("Take theirs"), u"mergeTheirs"_s, piece.theirs);
    connect(choice, &QButtonGroup::idToggled, this, &MergeView::changed);
    m_choices.append(choice);
    m_column->addWidget(frame);
}

DiffView *MergeView::addDiff(const QString &name, const QStringList &before, const QStringList &after, QWidget *parent)
{
    auto *view = new DiffView(m_clipboard, parent);
    view->setObjectName(u"mergeLines"_s);
    view->setAccessibleName(name);
    const auto lines = static_cast<int>(std::min<qsizetype>(mostLines, before.size() + after.size()));
    const int frame = 2 * view->frameWidth() + static_cast<int>(2 * view->document()->documentMargin());
    view->setFixedHeight(view->fontMetrics().lineSpacing() * std::max(1, lines) + frame
        + view->horizontalScrollBar()->sizeHint().height());
    m_shown.append({ view, before, after });
    showLines(m_shown.last());
    return view;
}

QStringList MergeView::visible(const QStringList &lines) const
{
    QStringList result;
    result.reserve(lines.size());
    for (const QString &line : lines)
        result.append(m_valuesShown ? core::visibleText(line, core::TextLines::Multiple) : m_masked.value(line));
    return result;
}

void MergeView::showLines(const Shown &shown) const
{
    shown.view->setDiff(core::diffLines(shown.before, shown.after), visible(shown.before), visible(shown.after));
}

void MergeView::setValuesShown(bool shown)
{
    m_valuesShown = shown;
    for (const Shown &each : std::as_const(m_shown))
        showLines(each);
}

bool MergeView::isDecided() const
{
    return std::all_of(
        m_choices.begin(), m_choices.end(), [](const QButtonGroup *choice) { return choice->checkedId() >= 0; });
}

void MergeView::chooseAll(bool mine)
{
    for (const QButtonGroup *choice : std::as_const(m_choices))
        choice->button(mine ? MineChosen : TheirsChosen)->setChecked(true);
}

QStringList MergeView::result() const
{
    QStringList lines;
    qsizetype conflict = 0;
    for (const MergePiece &piece : m_pieces) {
        switch (piece.kind) {
        case MergePiece::Kind::Same:
            lines += piece.base;
            break;
        case MergePiece::Kind::Mine:
        case MergePiece::Kind::Both:
            lines += piece.mine;
            break;
        case MergePiece::Kind::Theirs:
            lines += piece.theirs;
            break;
        case MergePiece::Kind::Conflict:
            lines += m_choices[conflict++]->checkedId() == MineChosen ? piece.mine : piece.theirs;
            break;
        }
    }
    return lines;
}

} // namespace ui
