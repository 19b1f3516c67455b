// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/accounts/accountdelegate.h"

#include "core/accounts/accountlistmodel.h"
#include "ui/pages/accounts/accountlist.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/accountmark.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ui {

using core::AccountListModel;

namespace {

constexpr int margin = 8;
constexpr int markSide = 24;
constexpr int warningSide = 14;

bool isAccount(const QModelIndex &index)
{
    return index.parent().isValid();
}

void paintLine(QPainter *painter, const QRect &area, const QString &text)
{
    painter->drawText(area, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
}

void paintMark(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QRect mark(option.rect.left() + margin, option.rect.center().y() - markSide / 2, markSide, markSide);
    if (option.state.testFlag(QStyle::State_Selected)) { // the mark's colour need not go with the selection's
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::Base));
        painter->drawEllipse(mark.adjusted(-2, -2, 2, 2));
        painter->restore();
    }
    paintAccountLook(painter, mark, AccountList::lookOf(index), option.palette);
}

} // namespace

QSize AccountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    return { line * 8, isAccount(index) ? 2 * line + 12 : line + 12 };
}

void AccountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (isAccount(index))
        paintAccount(painter, option, index);
    else
        paintDeployment(painter, option, index);
    painter->restore();
}

void AccountDelegate::paintDeployment(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont font = option.font;
    font.setBold(true);
    painter->setFont(font);
    painter->setPen(tone(Tone::Secondary, option.palette));
    paintLine(painter, option.rect.adjusted(margin, 4, -margin, 0), index.data().toString());
}

void AccountDelegate::paintAccount(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor text = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor secondary = selected ? text : tone(Tone::Secondary, option.palette);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    paintMark(painter, option, index);
    QRect area = option.rect.adjusted(2 * margin + markSide, 4, -margin, -4);
    if (index.data(AccountListModel::IsTroubleRole).toBool()) {
        const QRect sign(area.right() - warningSide, area.center().y() - warningSide / 2, warningSide, warningSide);
        paintIcon(painter, sign, QStringLiteral("warning"), selected ? text : tone(Tone::Pending, option.palette));
        area.setRight(sign.left() - margin);
    }
    const QRect first(area.left(), area.top(), area.width(), area.height() / 2);
    QRect name = first;
    if (index.data(AccountListModel::IsDefaultRole).toBool()) {
        const QString word = AccountList::tr("default", "of accounts: the one that is used when no other is named");
        const int width = painter->fontMetrics().horizontalAdvance(word);
        painter->setPen(secondary);
        paintLine(painter, QRect(first.right() - width, first.top(), width + 1, first.height()), word);
        name.setRight(first.right() - width - margin);
    }
    painter->setPen(text);
    paintLine(painter, name, index.data().toString());
    painter->setPen(secondary);
    paintLine(painter, first.translated(0, first.height()), index.data(AccountListModel::NoteRole).toString());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight), 1));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

bool AccountDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(
        event->globalPos(), plainToolTip(index.data(Qt::ToolTipRole).toString()), view, view->visualRect(index));
    return true;
}

} // namespace ui
