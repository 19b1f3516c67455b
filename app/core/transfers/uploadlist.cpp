// SPDX-License-Identifier: MPL-2.0
#include "core/transfers/uploadlist.h"

#include "core/util/format.h"
#include "core/util/visibletext.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QMimeDatabase>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 1024; // as the queue's schema says
constexpr qsizetype longestType = 255;

bool isPrintableAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

// What artifact names cannot have becomes "_".
QString artifactName(const QString &name)
{
    QString result;
    for (const QChar c : name) {
        if (!c.isLowSurrogate())
            result += c >= u' ' && c <= u'~' ? c : u'_';
    }
    return result;
}

LocalFile localFile(const QString &path, const QString &name, const QMimeDatabase &types)
{
    const QFileInfo info(path);
    // By the ending: the content is the task's affair, and reading all files would take its time.
    return { path, name, info.size(), types.mimeTypeForFile(info, QMimeDatabase::MatchExtension).name() };
}

} // namespace

std::vector<LocalFile> findLocalFiles(const QStringList &paths, int most)
{
    const QMimeDatabase types;
    std::vector<LocalFile> files;
    const auto isFull = [&files, most] { return static_cast<int>(files.size()) >= most; };
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (info.isFile() && !isFull())
            files.push_back(localFile(info.absoluteFilePath(), info.fileName(), types));
        if (!info.isDir())
            continue;
        const QDir parent(QFileInfo(info.absoluteFilePath()).path());
        std::vector<LocalFile> found;
        QDirIterator below(
            info.absoluteFilePath(), QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
        while (below.hasNext() && static_cast<int>(files.size() + found.size()) < most) {
            const QString file = below.next();
            found.push_back(localFile(file, parent.relativeFilePath(file), types));
        }
        std::sort(found.begin(), found.end(),
            [](const LocalFile &left, const LocalFile &right) { return left.name < right.name; });
        std::move(found.begin(), found.end(), std::back_inserter(files));
    }
    return files;
}

void UploadList::setRun(const QString &taskId, int runId, const QDateTime &taskExpires, const QStringList &knownNames)
{
    m_taskId = taskId;
    m_runId = runId;
    m_taskExpires = taskExpires;
    m_knownNames = { knownNames.begin(), knownNames.end() };
    check();
}

void UploadList::add(const std::vector<LocalFile> &files, const QString &folder)
{
    QSet<QString> listed;
    for (const Row &row : m_rows)
        listed.insert(row.file.path);
    std::vector<Row> added;
    for (const LocalFile &file : files) {
        if (listed.contains(file.path))
            continue;
        listed.insert(file.path);
        added.push_back({ file, folder + artifactName(file.name), file.contentType, m_taskExpires, {} });
    }
    if (added.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    std::move(added.begin(), added.end(), std::back_inserter(m_rows));
    endInsertRows();
    check();
}

void UploadList::leaveOut(const QList<int> &rows)
{
    QList<int> order = rows;
    std::sort(order.begin(), order.end(), std::greater<>());
    for (const int row : std::as_const(order)) {
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    check();
}

void UploadList::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

QString UploadList::problemOf(const Row &row, const QHash<QString, int> &counts) const
{
    if (row.name.isEmpty() || row.name.endsWith(u'/'))
        return tr("A name is missing.");
    if (!isPrintableAscii(row.name))
        return tr("Artifact names are printable ASCII.");
    if (row.name.size() > longestName)
        return tr("The name is longer than %1 characters.").arg(longestName);
    if (counts.value(row.name) > 1)
        return tr("Another file has the same name.");
    if (m_knownNames.contains(row.name))
        return tr("The run has an artifact of that name.");
    if (row.contentType.trimmed().isEmpty() || row.contentType.size() > longestType
        || !isPrintableAscii(row.contentType))
        return tr("The content type is not one.");
    if (!row.expires.isValid() || row.expires <= QDateTime::currentDateTimeUtc())
        return tr("It would expire at once.");
    if (m_taskExpires.isValid() && row.expires > m_taskExpires)
        return tr("It would outlive the task.");
    return {};
}

void UploadList::check()
{
    QHash<QString, int> counts;
    for (const Row &row : std::as_const(m_rows))
        ++counts[row.name];
    for (Row &row : m_rows)
        row.problem = problemOf(row, counts);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

bool UploadList::isReady() const
{
    return !m_rows.empty() && problems() == 0;
}

int UploadList::problems() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return !row.problem.isEmpty(); }));
}

int UploadList::publicCount() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.name.startsWith("public/"_L1); }));
}

qint64 UploadList::totalSize() const
{
    qint64 bytes = 0;
    for (const Row &row : m_rows)
        bytes += row.file.size;
    return bytes;
}

QList<NewUpload> UploadList::uploads(UploadStorage storage) const
{
    QList<NewUpload> result;
    for (const Row &row : m_rows)
        result.append(
            { { m_taskId, m_runId, row.name }, row.file.path, row.contentType.trimmed(), row.expires, storage });
    return result;
}

int UploadList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int UploadList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UploadList::display(const Row &row, int column) const
{
    switch (column) {
    case NameColumn:
        return visibleText(row.name);
    case SizeColumn:
        return formatSize(row.file.size);
    case TypeColumn:
        return visibleText(row.contentType);
    case ExpiresColumn:
        return formatTime(row.expires.toMSecsSinceEpoch(), currentTime());
    case ProblemColumn:
        return row.problem.isEmpty() ? tr("Ready") : row.problem;
    default:
        return {};
    }
}

QVariant UploadList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case Qt::EditRole:
        if (index.column() == ExpiresColumn)
            return row.expires.toUTC();
        return index.column() == NameColumn ? row.name : row.contentType;
    case Qt::ToolTipRole:
        if (index.column() == ExpiresColumn)
            return formatExactTime(row.expires.toMSecsSinceEpoch());
        return index.column() == NameColumn ? visibleText(row.file.path) : display(row, index.column());
    case PathRole:
        return row.file.path;
    case HasProblemRole:
        return !row.problem.isEmpty();
    default:
        return {};
    }
}

bool UploadList::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    Row &row = m_rows[static_cast<size_t>(index.row())];
    if (index.column() == NameColumn) {
        row.name = value.toString();
    } else if (index.column() == TypeColumn) {
        row.contentType = value.toString();
    } else {
        // What an editor gives has the time that is shown, which is UTC here.
        const QDateTime shown = value.toDateTime();
        row.expires = QDateTime(shown.date(), shown.time(), Qt::UTC);
        // The editor has no milliseconds: what was not changed is not cut.
        if (row.expires.isValid() && m_taskExpires.isValid() && row.expires.secsTo(m_taskExpires) < 60
            && row.expires <= m_taskExpires)
            row.expires = m_taskExpires;
    }
    check();
    return true;
}

Qt::ItemFlags UploadList::flags(const QModelIndex &index) const
{
    const bool isEditable
        = index.column() == NameColumn || index.column() == TypeColumn || index.column() == ExpiresColumn;
    return QAbstractTableModel::flags(index) | (isEditable ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

QVariant UploadList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Artifact");
    case SizeColumn:
        return tr("Size");
    case TypeColumn:
        return tr("Content type");
    case ExpiresColumn:
        return tr("Expires");
    case ProblemColumn:
        return tr("Check");
    default:
        return {};
    }
}

} // namespace core
