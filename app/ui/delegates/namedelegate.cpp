// SPDX-License-Identifier: MPL-2.0
#include "ui/delegates/namedelegate.h"

namespace ui {

NameDelegate::NameDelegate(int role, QString whenTrue, QString whenFalse, QObject *parent)
    : CellDelegate(Text::Plain, parent), m_role(role), m_whenTrue(std::move(whenTrue)),
      m_whenFalse(std::move(whenFalse))
{
}

void NameDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintMarked(painter, option, index, index.data(m_role).toBool() ? m_whenTrue : m_whenFalse, std::nullopt);
}

QSize NameDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return CellDelegate::sizeHint(option, index) + QSize(markWidth(), 0);
}

} // namespace ui
