// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/accounts/accountlist.h"

#include "core/accounts/accountlistmodel.h"
#include "ui/pages/accounts/accountdelegate.h"
#include "ui/workspace/deploymentname.h"
#include "ui/workspace/workspace.h"

using namespace Qt::StringLiterals;

namespace ui {

using core::AccountListModel;

AccountList::AccountList(Workspace *workspace, QWidget *parent)
    : QTreeView(parent),
      m_model(new AccountListModel(
          workspace->registry(), [workspace](const QString &root) { return deploymentName(*workspace, root); }, this))
{
    setObjectName(u"accountList"_s);
    setAccessibleName(tr("Accounts"));
    setHeaderHidden(true);
    setIndentation(0);
    setItemsExpandable(false);
    setExpandsOnDoubleClick(false);
    setUniformRowHeights(false);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setItemDelegate(new AccountDelegate(this));
    setModel(m_model);
    expandAll();
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &QTreeView::expandAll);
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        const QString id = index.data(AccountListModel::IdRole).toString();
        if (!id.isEmpty())
            Q_EMIT opened(id);
    });
}

QString AccountList::current() const
{
    return currentIndex().data(AccountListModel::IdRole).toString();
}

void AccountList::select(const QString &id)
{
    QModelIndex wanted = m_model->indexOf(id);
    if (!wanted.isValid())
        wanted = m_model->index(0, 0, m_model->index(0, 0));
    if (wanted.isValid())
        setCurrentIndex(wanted);
    else
        Q_EMIT selected({});
}

AccountLook AccountList::lookOf(const QModelIndex &index)
{
    return { index.data(AccountListModel::ColourRole).toInt(), index.data(AccountListModel::LetterRole).toString() };
}

void AccountList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT selected(this->current());
}

void AccountList::drawBranches(QPainter *, const QRect &, const QModelIndex &) const
{
    // Deployments cannot be closed.
}

} // namespace ui
