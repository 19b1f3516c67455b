// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/transfers/transferitem.h"

#include <QAbstractTableModel>
#include <QSet>

#include <vector>

namespace core {

/// A file that somebody wants to upload: where it lies, and its name relative to what was dropped.
struct LocalFile {
    QString path;
    QString name; ///< "x.txt", or "folder/x.txt" for one of a folder
    qint64 size = 0;
    QString contentType;
};

/// The files behind \a paths: files as they are, folders with all that lies in them, at most \a most altogether. Links
/// in folders are left out, so that nothing comes along that was not shown. Looks at many files; belongs on a worker.
std::vector<LocalFile> findLocalFiles(const QStringList &paths, int most);

/// What is about to be uploaded as artifacts of a run, to be checked and changed first: names, types and expiry are
/// editable, and each row says what is wrong with it.
class UploadList : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, SizeColumn, TypeColumn, ExpiresColumn, ProblemColumn, ColumnCount };
    enum Role {
        PathRole = Qt::UserRole + 1, ///< QString
        HasProblemRole, ///< bool
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// The run that the files are for, until when its artifacts may be kept, and the names that it has already.
    void setRun(const QString &taskId, int runId, const QDateTime &taskExpires, const QStringList &knownNames);
    /// Adds files as artifacts in \a folder ("public/"); those that are listed already are left out.
    void add(const std::vector<LocalFile> &files, const QString &folder);
    void leaveOut(const QList<int> &rows);
    void clear();

    /// Whether there is something to upload, and nothing wrong with it.
    bool isReady() const;
    int problems() const;
    /// How many of the artifacts everybody may read who may see the deployment, by the name.
    int publicCount() const;
    qint64 totalSize() const;
    QList<NewUpload> uploads(UploadStorage storage) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        LocalFile file;
        QString name;
        QString contentType;
        QDateTime expires;
        QString problem;
    };

    void check();
    QString problemOf(const Row &row, const QHash<QString, int> &counts) const;
    QVariant display(const Row &row, int column) const;

    std::vector<Row> m_rows;
    QString m_taskId;
    int m_runId = 0;
    QDateTime m_taskExpires;
    QSet<QString> m_knownNames;
};

} // namespace core
