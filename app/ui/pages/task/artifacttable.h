// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/delegates/celldelegate.h"
#include "ui/widgets/datatable.h"

namespace ui {

/// A table whose rows can be dragged away. What a drag carries is the page's affair.
class ArtifactTable : public DataTable
{
    Q_OBJECT

public:
    explicit ArtifactTable(QWidget *parent = nullptr);

    /// While this is on, the mouse selects nothing: the button is down for a drag that has not begun yet.
    void setDragPending(bool pending) { m_pending = pending; }

Q_SIGNALS:
    /// The selected rows are to be dragged; the button is down.
    void dragStarted();

protected:
    void startDrag(Qt::DropActions supported) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    bool m_pending = false;
};

/// An artifact's name, and behind it what there is to say about it here: that it is being fetched, or ready to drag.
class ArtifactNameDelegate : public CellDelegate
{
    Q_OBJECT

public:
    explicit ArtifactNameDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ui
