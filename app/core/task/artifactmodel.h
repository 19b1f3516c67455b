// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/task/taskinfo.h"
#include "core/util/format.h"

#include <QAbstractTableModel>
#include <QHash>

namespace core {

/// The artifacts of a run, in the order of listedBefore().
class ArtifactModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, SizeColumn, TypeColumn, StorageColumn, ExpiresColumn, ColumnCount };
    enum Role {
        ValueRole = Qt::UserRole + 1, ///< the column's raw value: QString, qint64
        NameRole, ///< QString as the task chose it; DisplayRole is safe to show
        StorageRole, ///< core::StorageType
        IsLogRole, ///< bool: this is the log of the task
        IsTextLogRole, ///< bool: opens in the log viewer
        NoteRole, ///< QString: what setNote() said
    };

    using QAbstractTableModel::QAbstractTableModel;

    const std::vector<ArtifactInfo> &artifacts() const { return m_artifacts; }
    const ArtifactInfo *artifactAt(int row) const; ///< valid until the next change; null when there is no such row
    int rowOf(const QString &name) const;
    void clear();
    /// Adds a page; one that is listed already is renewed in place.
    void add(std::vector<ArtifactInfo> artifacts);
    /// Name of the artifact that is the log of the task; empty for none.
    void setLog(const QString &name);
    QString log() const { return m_log; }
    /// Something about an artifact that does not come from the service; kept until clear(). Empty takes it away.
    void setNote(const QString &name, const QString &note);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void restoreOrder();
    QVariant value(const ArtifactInfo &artifact, int column) const;
    QString display(const ArtifactInfo &artifact, int column) const;

    std::vector<ArtifactInfo> m_artifacts;
    QString m_log;
    QHash<QString, QString> m_notes; ///< by name
};

} // namespace core
