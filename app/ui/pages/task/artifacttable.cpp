// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/task/artifacttable.h"

#include "core/task/artifactmodel.h"

#include <QMouseEvent>
#include <QPainter>

namespace ui {

ArtifactTable::ArtifactTable(QWidget *parent) : DataTable(parent)
{
    setDragDropMode(DragOnly);
    setDragEnabled(true);
}

void ArtifactTable::startDrag(Qt::DropActions)
{
    Q_EMIT dragStarted();
}

void ArtifactTable::mousePressEvent(QMouseEvent *event)
{
    m_pending = false;
    DataTable::mousePressEvent(event);
}

void ArtifactTable::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pending)
        DataTable::mouseMoveEvent(event);
}

void ArtifactTable::mouseReleaseEvent(QMouseEvent *event)
{
    m_pending = false;
    DataTable::mouseReleaseEvent(event);
}

ArtifactNameDelegate::ArtifactNameDelegate(QObject *parent) : CellDelegate(Text::Plain, parent) { }

void ArtifactNameDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString note = index.data(core::ArtifactModel::NoteRole).toString();
    if (note.isEmpty())
        return CellDelegate::paint(painter, option, index);
    paintNoted(painter, option, index, note);
}

} // namespace ui
