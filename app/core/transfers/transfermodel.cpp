// SPDX-License-Identifier: MPL-2.0
#include "core/transfers/transfermodel.h"

#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "core/util/worker.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace core {

using namespace std::chrono_literals;

namespace {

constexpr auto tickTime = 400ms;

// Names for the artifacts, and the folders that these need.
QStringList findPaths(const QString &folder, const QStringList &names, FolderForm form, const QStringList &reserved)
{
    QStringList paths = planPaths(folder, names, form, reserved);
    for (const QString &path : std::as_const(paths))
        QDir().mkpath(QFileInfo(path).path()); // where that fails, the download says so
    return paths;
}

} // namespace

TransferModel::TransferModel(QObject *parent) : QAbstractTableModel(parent)
{
    m_timer.setInterval(tickTime);
    connect(&m_timer, &QTimer::timeout, this, &TransferModel::tick);
}

TransferModel::~TransferModel() = default;

std::unique_ptr<TransferItem> TransferModel::made(Session *session, TransferKind kind, NewUpload what)
{
    auto item = std::make_unique<TransferItem>();
    item->kind = kind;
    item->session = session;
    item->account = visibleText(session->account().displayName());
    item->what = std::move(what);
    return item;
}

int TransferModel::save(Session *session, const ArtifactId &artifact, const QString &target)
{
    Items items;
    items.push_back(made(session, TransferKind::Download, { artifact, target, {}, {}, {} }));
    items.back()->folder = QFileInfo(target).path();
    add(std::move(items));
    return m_lastId;
}

int TransferModel::copy(Session *session, const ArtifactId &artifact, const QString &target)
{
    Items items;
    items.push_back(made(session, TransferKind::Copy, { artifact, target, {}, {}, {} }));
    add(std::move(items));
    return m_lastId;
}

void TransferModel::upload(Session *session, const QList<NewUpload> &uploads)
{
    Items items;
    for (const NewUpload &upload : uploads)
        items.push_back(made(session, TransferKind::Upload, upload));
    add(std::move(items));
}

void TransferModel::saveInto(
    Session *session, const QList<ArtifactId> &artifacts, const QString &folder, FolderForm form)
{
    if (artifacts.isEmpty())
        return;
    m_plans.push_back({ session, artifacts, folder, form });
    if (m_plans.size() == 1)
        startPlan();
}

void TransferModel::startPlan()
{
    const Plan &plan = m_plans.front();
    QStringList names;
    names.reserve(plan.artifacts.size());
    for (const ArtifactId &artifact : plan.artifacts)
        names.append(artifact.name);
    QStringList reserved;
    for (const auto &item : m_items) {
        if (!item->isOver() && item->kind == TransferKind::Download)
            reserved.append(item->what.path);
    }
    runOnWorker(
        this,
        [folder = plan.folder, names, form = plan.form, reserved] { return findPaths(folder, names, form, reserved); },
        [this](const QStringList &paths) { takePlan(paths); });
}

void TransferModel::takePlan(const QStringList &paths)
{
    const Plan plan = std::move(m_plans.front());
    m_plans.pop_front();
    Items items;
    for (qsizetype i = 0; plan.session && i < paths.size(); ++i) {
        items.push_back(made(plan.session, TransferKind::Download, { plan.artifacts.at(i), paths.at(i), {}, {}, {} }));
        items.back()->folder = plan.folder;
        items.back()->mayReplace = false;
    }
    add(std::move(items));
    Q_EMIT planned(static_cast<int>(paths.size()));
    if (!m_plans.empty())
        startPlan();
}

void TransferModel::add(Items items)
{
    if (items.empty())
        return;
    for (const auto &item : items) {
        item->id = ++m_lastId;
        m_byId.insert(item->id, item.get());
        m_waiting.push_back(item->id);
    }
    beginInsertRows({}, 0, static_cast<int>(items.size()) - 1);
    m_items.insert(m_items.begin(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
    endInsertRows();
    startWaiting();
}

void TransferModel::startWaiting()
{
    while (m_running < m_atOnce && !m_waiting.empty()) {
        const int id = m_waiting.front();
        m_waiting.pop_front();
        start(*find(id));
    }
    if (m_running > 0 && !m_timer.isActive()) {
        m_sinceTick.start();
        m_timer.start();
    }
    Q_EMIT activityChanged();
}

void TransferModel::start(TransferItem &item)
{
    tc::Transfer *course = item.begin(this);
    if (!course) {
        item.state = State::Failed;
        announce(item);
        Q_EMIT finished(item.id);
        return;
    }
    ++m_running;
    item.state = State::Running;
    item.course = course;
    connect(course, &tc::Transfer::progress, this, [this, id = item.id](qint64 moved, qint64 total) {
        if (TransferItem *running = find(id)) {
            running->moved = moved;
            running->total = total;
        }
    });
    connect(course, &tc::Transfer::finished, this, [this, id = item.id, course] { end(id, course->error()); });
    announce(item);
}

void TransferModel::end(int id, const tc::Error &error)
{
    TransferItem *item = find(id);
    if (!item)
        return;
    --m_running;
    item->course = nullptr;
    item->rate = 0;
    if (!error) {
        item->state = State::Done;
        item->moved = QFileInfo(item->what.path).size();
        item->total = item->moved;
    } else if (error.kind == tc::ErrorKind::Cancelled) {
        item->state = State::Cancelled;
    } else {
        item->state = State::Failed;
        item->error = error;
    }
    announce(*item);
    startWaiting();
    if (m_running == 0) {
        m_timer.stop();
        m_rate = 0;
        Q_EMIT activityChanged();
    }
    Q_EMIT finished(id);
}

void TransferModel::setAtOnce(int count)
{
    m_atOnce = std::max(1, count);
    startWaiting();
}

// Thousands may wait, so they are taken out of the line, and views told, all at once.
void TransferModel::cancel(const QList<int> &ids)
{
    QList<int> over;
    for (const int id : ids) {
        TransferItem *item = find(id);
        if (!item || item->isOver())
            continue;
        if (item->course) {
            item->course->abort();
            continue;
        }
        item->state = State::Cancelled;
        over.append(id);
    }
    if (over.isEmpty())
        return;
    m_waiting.erase(std::remove_if(m_waiting.begin(), m_waiting.end(), [this](int id) { return find(id)->isOver(); }),
        m_waiting.end());
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT activityChanged();
    for (const int id : std::as_const(over))
        Q_EMIT finished(id);
}

void TransferModel::retry(int id)
{
    TransferItem *item = find(id);
    if (!item || (item->state != State::Failed && item->state != State::Cancelled))
        return;
    item->state = State::Waiting;
    item->error = {};
    announce(*item);
    m_waiting.push_back(id);
    startWaiting();
}

void TransferModel::clearFinished()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!m_items[static_cast<size_t>(row)]->isOver())
            continue;
        int first = row;
        while (first > 0 && m_items[static_cast<size_t>(first) - 1]->isOver())
            --first;
        beginRemoveRows({}, first, row);
        for (int i = first; i <= row; ++i)
            m_byId.remove(m_items[static_cast<size_t>(i)]->id);
        m_items.erase(m_items.begin() + first, m_items.begin() + row + 1);
        endRemoveRows();
        row = first;
    }
}

// Signals of progress come for every packet; views are told on this beat.
void TransferModel::tick()
{
    const qint64 msecs = m_sinceTick.restart();
    qint64 bytes = 0;
    for (const auto &item : m_items) {
        if (item->state != State::Running)
            continue;
        bytes += item->count(msecs);
        announce(*item);
    }
    m_rate = (m_rate * 3 + bytes * 1000 / std::max<qint64>(1, msecs)) / 4;
    Q_EMIT activityChanged();
}

void TransferModel::announce(const TransferItem &item)
{
    const auto found
        = std::find_if(m_items.begin(), m_items.end(), [&item](const auto &other) { return other.get() == &item; });
    const int row = static_cast<int>(found - m_items.begin());
    if (row < rowCount())
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

TransferItem *TransferModel::find(int id) const
{
    return m_byId.value(id, nullptr);
}

TransferModel::State TransferModel::state(int id) const
{
    const TransferItem *item = find(id);
    return item ? item->state : State::Cancelled;
}

tc::Error TransferModel::error(int id) const
{
    const TransferItem *item = find(id);
    return item ? item->error : tc::Error();
}

int TransferModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int TransferModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TransferModel::display(const TransferItem &item, int column)
{
    switch (column) {
    case NameColumn:
        return visibleText(item.what.artifact.name);
    case StateColumn:
        return transferStateName(item);
    case ProgressColumn:
        return transferProgressText(item);
    case RateColumn:
        return item.state == State::Running ? tr("%1/s").arg(formatSize(item.rate)) : QString();
    case TargetColumn:
        return transferTargetText(item);
    case AccountColumn:
        return item.account;
    default:
        return {};
    }
}

QVariant TransferModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const TransferItem &item = *m_items[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(item, index.column());
    case Qt::ToolTipRole:
        return item.state == State::Failed ? visibleText(item.error.message) : display(item, index.column());
    case TransferIdRole:
        return item.id;
    case StateRole:
        return QVariant::fromValue(item.state);
    case KindRole:
        return QVariant::fromValue(item.kind);
    case ReceivedRole:
        return item.moved;
    case TotalRole:
        return item.total;
    case TargetRole:
        return item.what.path;
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
        return tr("Artifact");
    case StateColumn:
        return tr("State");
    case ProgressColumn:
        return tr("Progress");
    case RateColumn:
        return tr("Speed");
    case TargetColumn:
        return tr("To");
    case AccountColumn:
        return tr("Account");
    default:
        return {};
    }
}

} // namespace core
