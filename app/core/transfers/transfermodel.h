// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/transfers/savingplan.h"
#include "core/transfers/transferitem.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

#include <deque>
#include <memory>
#include <vector>

namespace core {

/// Every download and upload, running, waiting and over, newest first. A few run at once, the others wait for their
/// turn. Files are written beside the target as NAME.part and get their name once everything has been checked.
class TransferModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using State = TransferState;
    using Kind = TransferKind;
    enum Column { NameColumn, StateColumn, ProgressColumn, RateColumn, TargetColumn, AccountColumn, ColumnCount };
    enum Role {
        TransferIdRole = Qt::UserRole + 1, ///< int
        StateRole, ///< TransferState
        KindRole, ///< TransferKind
        ReceivedRole, ///< qint64, bytes that have been moved
        TotalRole, ///< qint64, bytes, -1 while unknown
        TargetRole, ///< QString, path of the file: where it goes, or of an upload where it comes from
    };

    explicit TransferModel(QObject *parent = nullptr);
    ~TransferModel() override;

    /// Saves an artifact as \a target (an absolute path that the person chose; a file there is replaced once the
    /// new one is whole). Answers with an id. \a session must outlive the transfer.
    int save(Session *session, const ArtifactId &artifact, const QString &target);
    /// Saves several below \a folder under names that are free there; see SavingPlan. They are listed once names have
    /// been found on a worker, and planned() says so.
    void saveInto(Session *session, const QList<ArtifactId> &artifacts, const QString &folder, FolderForm form);
    /// Fetches an artifact to a private file; see LocalCopies.
    int copy(Session *session, const ArtifactId &artifact, const QString &target);
    /// Uploads files as artifacts of runs.
    void upload(Session *session, const QList<NewUpload> &uploads);

    /// How many run at once; the others wait. Those that run go on.
    void setAtOnce(int count);
    void cancel(int id) { cancel(QList<int> { id }); }
    void cancel(const QList<int> &ids);
    /// Starts a failed or cancelled one again.
    void retry(int id);
    /// Takes out everything that is over.
    void clearFinished();

    /// Null when there is no such transfer; valid until control returns to the event loop.
    const TransferItem *item(int id) const { return find(id); }
    State state(int id) const;
    /// Error of a failed transfer, otherwise none.
    tc::Error error(int id) const;
    /// Running or waiting.
    int activeCount() const { return static_cast<int>(m_waiting.size()) + m_running; }
    /// Whether artifacts of saveInto() are still being given names.
    bool isPlanning() const { return !m_plans.empty(); }
    /// Bytes a second of all running transfers, over the last seconds.
    qint64 rate() const { return m_rate; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// A transfer has ended, in whatever state.
    void finished(int id);
    /// activeCount() or rate() have changed; at most a few times a second while something runs.
    void activityChanged();
    /// Artifacts of saveInto() are listed.
    void planned(int count);

private:
    using Items = std::vector<std::unique_ptr<TransferItem>>;

    struct Plan {
        QPointer<Session> session;
        QList<ArtifactId> artifacts;
        QString folder;
        FolderForm form = FolderForm::Flat;
    };

    TransferItem *find(int id) const;
    static std::unique_ptr<TransferItem> made(Session *session, TransferKind kind, NewUpload what);
    void add(Items items);
    void startPlan();
    void takePlan(const QStringList &paths);
    void startWaiting();
    void start(TransferItem &item);
    void end(int id, const tc::Error &error);
    void announce(const TransferItem &item);
    void tick();
    static QString display(const TransferItem &item, int column);

    Items m_items; // newest first
    QHash<int, TransferItem *> m_byId;
    std::deque<int> m_waiting; // the first one starts next
    std::deque<Plan> m_plans; // one at a time, so that each knows the names of those before
    int m_running = 0;
    int m_atOnce = 4; // more share the same line, and each of them takes longer
    QTimer m_timer; ///< while something runs
    QElapsedTimer m_sinceTick;
    qint64 m_rate = 0;
    int m_lastId = 0;
};

} // namespace core
