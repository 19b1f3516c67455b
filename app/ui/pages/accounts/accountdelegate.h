// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QStyledItemDelegate>

namespace ui {

/// Rows of the list of accounts: deployments as headings, accounts as two lines behind their mark.
class AccountDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

private:
    static void paintDeployment(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);
    static void paintAccount(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);
};

} // namespace ui
