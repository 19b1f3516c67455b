// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/delegates/celldelegate.h"

namespace ui {

/// A name behind an icon that says which of two kinds of thing it is.
class NameDelegate : public CellDelegate
{
    Q_OBJECT

public:
    /// \a role is true for rows with the icon \a whenTrue.
    NameDelegate(int role, QString whenTrue, QString whenFalse, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_role;
    QString m_whenTrue;
    QString m_whenFalse;
};

} // namespace ui
