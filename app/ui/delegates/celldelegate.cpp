// SPDX-License-Identifier: MPL-2.0
#include "ui/delegates/celldelegate.h"

#include "core/task/taskstate.h"
#include "ui/theme/icons.h"
#include "ui/theme/states.h"
#include "ui/theme/text.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ui {

namespace {

constexpr int margin = 4;
constexpr int gap = 6;
constexpr int iconSide = 14;

void paintBackground(QPainter *painter, const QStyleOptionViewItem &option)
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
}

void paintFocus(QPainter *painter, const QStyleOptionViewItem &option)
{
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    // Some styles draw nothing for a focused cell; the ring is always visible here.
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setPen(QPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight), 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
}

QColor textColour(const QStyleOptionViewItem &option)
{
    const auto group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    return option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
}

void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area)
{
    painter->setFont(option.font);
    painter->setPen(textColour(option));
    painter->drawText(area, static_cast<int>(option.displayAlignment) | Qt::TextSingleLine,
        option.fontMetrics.elidedText(option.text, option.textElideMode, area.width()));
}

} // namespace

CellDelegate::CellDelegate(Text text, QObject *parent) : QStyledItemDelegate(parent), m_text(text) { }

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = m_text == Text::Id ? Qt::ElideMiddle : Qt::ElideRight;
    option->displayAlignment = Qt::AlignVCenter | (m_text == Text::Number ? Qt::AlignRight : Qt::AlignLeft);
    if (m_text == Text::Id)
        option->font = fixedFont();
    else if (m_text == Text::Number)
        option->font = tabularFont(option->font);
    option->fontMetrics = QFontMetrics(option->font);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintBackground(painter, cell);
    paintText(painter, cell, cell.rect.adjusted(margin, 0, -margin, 0));
    paintFocus(painter, cell);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    return { cell.fontMetrics.horizontalAdvance(cell.text) + 2 * margin + 2, cell.fontMetrics.height() + 8 };
}

bool CellDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    if (text.isEmpty() && sizeHint(option, index).width() > view->visualRect(index).width())
        text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPos(), plainToolTip(text), view, view->visualRect(index));
    return true;
}

StateDelegate::StateDelegate(int role, QObject *parent) : CellDelegate(Text::Plain, parent), m_role(role) { }

void CellDelegate::paintMarked(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
    const QString &iconName, std::optional<Tone> markTone) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintBackground(painter, cell);
    QRect area = cell.rect.adjusted(margin, 0, -margin, 0);
    const QRect mark(area.left(), area.center().y() - iconSide / 2 + 1, iconSide, iconSide);
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    paintIcon(painter, mark, iconName, selected || !markTone ? textColour(cell) : tone(*markTone, cell.palette));
    area.setLeft(area.left() + markWidth());
    paintText(painter, cell, area);
    paintFocus(painter, cell);
}

void CellDelegate::paintNoted(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QString &note) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintBackground(painter, cell);
    QRect area = cell.rect.adjusted(margin, 0, -margin, 0);
    const int width = std::min(area.width() / 2, cell.fontMetrics.horizontalAdvance(note) + 1);
    const QRect place(area.right() - width + 1, area.top(), width, area.height());
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    painter->setFont(cell.font);
    painter->setPen(selected ? textColour(cell) : tone(Tone::Secondary, cell.palette));
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
        cell.fontMetrics.elidedText(note, Qt::ElideRight, width));
    area.setRight(place.left() - gap);
    paintText(painter, cell, area);
    paintFocus(painter, cell);
}

int CellDelegate::markWidth()
{
    return iconSide + gap;
}

void StateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto state = index.data(m_role).value<core::TaskState>();
    paintMarked(painter, option, index, iconNameOf(state), toneOf(state));
}

QSize StateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return CellDelegate::sizeHint(option, index) + QSize(markWidth(), 0);
}

} // namespace ui
