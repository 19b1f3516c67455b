// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/secrets/valueview.h"

#include "core/secrets/valuemodel.h"
#include "ui/delegates/celldelegate.h"
#include "ui/theme/icons.h"
#include "ui/workspace/secretclipboard.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using core::ValueModel;

namespace {

// A cell whose tool tip would tell what others may read over the shoulder.
class ValueDelegate : public CellDelegate
{
public:
    explicit ValueDelegate(QObject *parent) : CellDelegate(Text::Id, parent) { }

    bool helpEvent(QHelpEvent *, QAbstractItemView *, const QStyleOptionViewItem &, const QModelIndex &) override
    {
        return true;
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        CellDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideRight;
    }
};

} // namespace

ValueView::ValueView(ValueModel *model, SecretClipboard *clipboard, QWidget *parent)
    : QTreeView(parent), m_values(model), m_clipboard(clipboard)
{
    setModel(model);
    setItemDelegate(new CellDelegate(CellDelegate::Text::Plain, this));
    setItemDelegateForColumn(ValueModel::ValueColumn, new ValueDelegate(this));
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setUniformRowHeights(true);
    setTabKeyNavigation(false);
    setExpandsOnDoubleClick(false);
    setSelectionBehavior(SelectRows);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setStretchLastSection(true);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &) { toggleRevealed(); });
}

QModelIndex ValueView::currentRow() const
{
    return currentIndex().siblingAtColumn(ValueModel::KeyColumn);
}

void ValueView::fitColumns()
{
    expandToDepth(3);
    const int unit = fontMetrics().averageCharWidth();
    resizeColumnToContents(ValueModel::KeyColumn);
    setColumnWidth(ValueModel::KeyColumn, std::clamp(columnWidth(ValueModel::KeyColumn) + unit, 14 * unit, 40 * unit));
    setColumnWidth(ValueModel::KindColumn, 16 * unit);
}

void ValueView::copyValue()
{
    const QModelIndex row = currentRow();
    if (row.isValid() && row.data(ValueModel::IsScalarRole).toBool())
        m_clipboard->copy(m_values->textOf(row));
}

void ValueView::toggleRevealed()
{
    const QModelIndex row = currentRow();
    if (row.isValid() && row.data(ValueModel::IsScalarRole).toBool())
        m_values->setRevealed(row, !row.data(ValueModel::IsRevealedRole).toBool());
    else if (row.isValid())
        setExpanded(row, !isExpanded(row));
}

void ValueView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyValue();
    else if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        toggleRevealed();
    else
        QTreeView::keyPressEvent(event);
}

void ValueView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() != QContextMenuEvent::Keyboard)
        setCurrentIndex(indexAt(event->pos()));
    const QModelIndex row = currentRow();
    if (!row.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (row.data(ValueModel::IsScalarRole).toBool()) {
        const bool isRevealed = row.data(ValueModel::IsRevealedRole).toBool();
        menu->addAction(isRevealed ? tr("Hide value") : tr("Show value"), this, &ValueView::toggleRevealed);
        menu->addAction(icon(u"copy"_s), tr("Copy value"), this, &ValueView::copyValue);
    }
    if (m_values->isInMap(row))
        menu->addAction(
            tr("Copy key"), this, [key = m_values->keyOf(row)] { QGuiApplication::clipboard()->setText(key); });
    if (menu->isEmpty())
        delete menu;
    else
        menu->popup(viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
}

} // namespace ui
