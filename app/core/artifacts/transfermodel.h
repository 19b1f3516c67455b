// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

#include <QAbstractTableModel>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace core {

class Session;

/// Which artifact is meant; without a run id the latest run's.
struct ArtifactId {
    QString taskId;
    std::optional<int> runId;
    QString name;

    friend bool operator==(const ArtifactId &, const ArtifactId &) = default;
};

/// Artifacts being saved and saved before, newest last. Files are written beside the target as NAME.part and get
/// their name once everything has been checked.
class TransferModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class State { Running, Done, Failed, Cancelled };
    Q_ENUM(State)
    enum Column { NameColumn, StateColumn, ProgressColumn, TargetColumn, ColumnCount };
    enum Role {
        TransferIdRole = Qt::UserRole + 1, ///< int
        StateRole, ///< State
        ReceivedRole, ///< qint64, bytes
        TotalRole, ///< qint64, bytes, -1 while unknown
        TargetRole, ///< QString, path of the file
    };

    explicit TransferModel(QObject *parent = nullptr);
    ~TransferModel() override;

    /// Saves an artifact as \a target (an absolute path that the person chose; a file there is replaced once the
    /// new one is whole). Answers with an id. \a session must outlive the transfer.
    int save(Session *session, const ArtifactId &artifact, const QString &target);
    void cancel(int id);
    /// Starts a failed or cancelled one again.
    void retry(int id);
    /// Takes out everything that is not running.
    void clearFinished();

    State state(int id) const;
    /// Error of a failed transfer, otherwise none.
    tc::Error error(int id) const;
    int activeCount() const;
    /// Bytes a second of all running transfers, over the last seconds.
    qint64 rate() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// A transfer has ended, in whatever state.
    void finished(int id);
    /// activeCount() or rate() have changed; at most a few times a second while something runs.
    void activityChanged();

private:
    struct Transfer;

    Transfer *find(int id) const;
    void start(Transfer &transfer);
    void end(int id, const tc::Error &error);
    void announce(const Transfer &transfer);
    void tick();
    QString display(const Transfer &transfer, int column) const;

    std::vector<std::unique_ptr<Transfer>> m_transfers;
    QTimer m_timer; ///< while something runs
    qint64 m_rate = 0;
    int m_lastId = 0;
};

} // namespace core
