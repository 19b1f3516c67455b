// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/delegates/celldelegate.h"

namespace ui {

/// Cells of the list of transfers: which way, state, and how far.
class TransferDelegate : public CellDelegate
{
    Q_OBJECT

public:
    explicit TransferDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ui
