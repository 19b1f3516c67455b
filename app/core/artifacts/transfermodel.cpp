// SPDX-License-Identifier: MPL-2.0
#include "core/artifacts/transfermodel.h"

#include "core/accounts/session.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"

#include <tc/download.h>

#include <QFileInfo>
#include <QPointer>

#include <algorithm>

namespace core {

using namespace std::chrono_literals;

namespace {

constexpr auto tickTime = 400ms;

} // namespace

struct TransferModel::Transfer {
    int id = 0;
    QPointer<Session> session;
    ArtifactId artifact;
    QString target;
    State state = State::Running;
    tc::Error error;
    qint64 received = 0;
    qint64 total = -1;
    qint64 counted = 0; ///< of received, already in the rate
    QPointer<tc::Download> download;
};

TransferModel::TransferModel(QObject *parent) : QAbstractTableModel(parent)
{
    m_timer.setInterval(tickTime);
    connect(&m_timer, &QTimer::timeout, this, &TransferModel::tick);
}

TransferModel::~TransferModel() = default;

int TransferModel::save(Session *session, const ArtifactId &artifact, const QString &target)
{
    auto transfer = std::make_unique<Transfer>();
    transfer->id = ++m_lastId;
    transfer->session = session;
    transfer->artifact = artifact;
    transfer->target = target;
    Transfer &added = *transfer;
    beginInsertRows({}, rowCount(), rowCount());
    m_transfers.push_back(std::move(transfer));
    endInsertRows();
    start(added);
    return added.id;
}

void TransferModel::start(Transfer &transfer)
{
    transfer.state = State::Running;
    transfer.error = {};
    transfer.received = 0;
    transfer.counted = 0;
    transfer.total = -1;
    const tc::ArtifactRef ref { transfer.artifact.taskId, transfer.artifact.runId, transfer.artifact.name };
    auto *download = new tc::Download(transfer.session->client(), ref, transfer.target, this);
    download->setOptions(transfer.session->downloadOptions());
    transfer.download = download;
    const int id = transfer.id;
    connect(download, &tc::Download::progress, this, [this, id](qint64 received, qint64 total) {
        if (Transfer *running = find(id)) {
            running->received = received;
            running->total = total;
        }
    });
    connect(download, &tc::Download::finished, this, [this, id, download] { end(id, download->error()); });
    m_timer.start();
    announce(transfer);
    Q_EMIT activityChanged();
}

void TransferModel::end(int id, const tc::Error &error)
{
    Transfer *transfer = find(id);
    if (!transfer)
        return;
    transfer->download = nullptr;
    if (!error) {
        transfer->state = State::Done;
        transfer->received = QFileInfo(transfer->target).size();
        transfer->total = transfer->received;
    } else if (error.kind == tc::ErrorKind::Cancelled) {
        transfer->state = State::Cancelled;
    } else {
        transfer->state = State::Failed;
        transfer->error = error;
    }
    announce(*transfer);
    if (activeCount() == 0) {
        m_timer.stop();
        m_rate = 0;
    }
    Q_EMIT activityChanged();
    Q_EMIT finished(id);
}

void TransferModel::cancel(int id)
{
    const Transfer *transfer = find(id);
    if (transfer && transfer->download)
        transfer->download->abort();
}

void TransferModel::retry(int id)
{
    Transfer *transfer = find(id);
    const bool ended = transfer && (transfer->state == State::Failed || transfer->state == State::Cancelled);
    if (ended && transfer->session)
        start(*transfer);
}

void TransferModel::clearFinished()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (m_transfers[static_cast<size_t>(row)]->state == State::Running)
            continue;
        beginRemoveRows({}, row, row);
        m_transfers.erase(m_transfers.begin() + row);
        endRemoveRows();
    }
}

// Signals of progress come for every packet; views are told on this beat.
void TransferModel::tick()
{
    qint64 bytes = 0;
    for (const auto &transfer : m_transfers) {
        if (transfer->state != State::Running)
            continue;
        bytes += std::max<qint64>(0, transfer->received - transfer->counted);
        transfer->counted = transfer->received;
        announce(*transfer);
    }
    const qint64 now = bytes * 1000 / std::chrono::milliseconds(tickTime).count();
    m_rate = (m_rate * 3 + now) / 4; // so that the figure can be read
    Q_EMIT activityChanged();
}

void TransferModel::announce(const Transfer &transfer)
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_transfers[static_cast<size_t>(row)]->id == transfer.id)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

TransferModel::Transfer *TransferModel::find(int id) const
{
    const auto found = std::find_if(
        m_transfers.begin(), m_transfers.end(), [id](const auto &transfer) { return transfer->id == id; });
    return found == m_transfers.end() ? nullptr : found->get();
}

TransferModel::State TransferModel::state(int id) const
{
    const Transfer *transfer = find(id);
    return transfer ? transfer->state : State::Cancelled;
}

tc::Error TransferModel::error(int id) const
{
    const Transfer *transfer = find(id);
    return transfer ? transfer->error : tc::Error();
}

int TransferModel::activeCount() const
{
    return static_cast<int>(std::count_if(m_transfers.begin(), m_transfers.end(),
        [](const auto &transfer) { return transfer->state == State::Running; }));
}

qint64 TransferModel::rate() const
{
    return m_rate;
}

int TransferModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_transfers.size());
}

int TransferModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TransferModel::display(const Transfer &transfer, int column) const
{
    switch (column) {
    case NameColumn:
        return visibleText(transfer.artifact.name);
    case StateColumn:
        switch (transfer.state) {
        case State::Running:
            return tr("Running");
        case State::Done:
            return tr("Done");
        case State::Failed:
            return tr("Failed");
        case State::Cancelled:
            return tr("Cancelled");
        }
        return {};
    case ProgressColumn:
        if (transfer.state == State::Running && transfer.total > 0)
            return tr("%1 of %2").arg(formatSize(transfer.received), formatSize(transfer.total));
        return formatSize(transfer.received);
    case TargetColumn:
        return visibleText(transfer.target);
    default:
        return {};
    }
}

QVariant TransferModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Transfer &transfer = *m_transfers[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(transfer, index.column());
    case Qt::ToolTipRole:
        return transfer.state == State::Failed ? visibleText(transfer.error.message)
                                               : display(transfer, index.column());
    case TransferIdRole:
        return transfer.id;
    case StateRole:
        return QVariant::fromValue(transfer.state);
    case ReceivedRole:
        return transfer.received;
    case TotalRole:
        return transfer.total;
    case TargetRole:
        return transfer.target;
    default:
        return {};
    }
}

QVariant TransferModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case StateColumn:
        return tr("State");
    case ProgressColumn:
        return tr("Progress");
    case TargetColumn:
        return tr("File");
    default:
        return {};
    }
}

} // namespace core
