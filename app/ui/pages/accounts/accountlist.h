// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/widgets/accountmark.h"

#include <QTreeView>

namespace core {
class AccountListModel;
}

namespace ui {

class Workspace;

/// All accounts, grouped by deployment.
class AccountList : public QTreeView
{
    Q_OBJECT

public:
    /// \a workspace must outlive this.
    explicit AccountList(Workspace *workspace, QWidget *parent = nullptr);

    /// The account that is selected; empty when none is.
    QString current() const;
    /// Selects an account, or the first one there is when it is not there.
    void select(const QString &id);

    static AccountLook lookOf(const QModelIndex &index);

Q_SIGNALS:
    void selected(const QString &id);
    /// Enter or a double click.
    void opened(const QString &id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    core::AccountListModel *m_model;
};

} // namespace ui
