// SPDX-License-Identifier: MPL-2.0
#include "core/log/logfile.h"

#include "core/accounts/session.h"
#include "core/log/lineindex.h"
#include "core/log/linereader.h"
#include "core/log/linescanner.h"
#include "core/log/logsearch.h"
#include "core/util/errorof.h"
#include "core/util/worker.h"

#include <tc/download.h>

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto growthTime = 100ms;
constexpr qint64 blockSize = 1024 * 1024;
constexpr int blocksAtOnce = 32; // then the view hears of it

} // namespace

/// What the interface and the workers share. Workers keep it alive, so nobody waits for them.
struct LogData {
    ReadOnlyFile file;
    LineIndex index;
    LineScanner scanner { &index }; // of the worker that indexes
    std::atomic<bool> stopped = false;

    // Indexes what has come since; whether that was all there is.
    bool scan()
    {
        QByteArray block(blockSize, Qt::Uninitialized);
        for (int i = 0; i < blocksAtOnce && !stopped; ++i) {
            const qint64 got = file.readAt(scanner.offset(), block.data(), block.size());
            scanner.feed(block.constData(), got);
            if (got < block.size())
                return true;
        }
        return stopped;
    }
};

LogFile::LogFile(QObject *parent)
    : QObject(parent), m_data(std::make_shared<LogData>()), m_search(std::make_shared<std::atomic<int>>(0))
{
    m_timer.setInterval(growthTime);
    connect(&m_timer, &QTimer::timeout, this, &LogFile::indexMore);
}

LogFile::~LogFile()
{
    m_data->stopped = true;
    ++*m_search;
    delete m_download;
}

void LogFile::open(Session *session, const ArtifactId &artifact, bool live)
{
    m_session = session;
    m_artifact = artifact;
    m_live = live;
    startDownload();
}

void LogFile::openFile(const QString &path)
{
    restart();
    m_path = path;
    m_complete = true;
    setPart({ Part::State::Loading, {} });
    attach();
    if (m_data->file.isOpen())
        return indexMore();
    setPart({ Part::State::Failed,
        errorOf(tc::ErrorKind::Usage, tr("The file %1 cannot be read.").arg(QDir::toNativeSeparators(path))) });
}

void LogFile::retry()
{
    if (m_session)
        startDownload();
    else
        openFile(m_path);
}

void LogFile::startDownload()
{
    delete m_download;
    restart();
    // A folder that only this user may enter; the log may be private.
    m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/taskcluster-log-XXXXXX"_s);
    if (!m_folder->isValid()) {
        const QString message = tr("There is no place for a temporary file: %1").arg(m_folder->errorString());
        return setPart({ Part::State::Failed, errorOf(tc::ErrorKind::Usage, message) });
    }
    const tc::ArtifactRef ref { m_artifact.taskId, m_artifact.runId, m_artifact.name };
    m_download = new tc::Download(m_session->client(), ref, m_folder->filePath(u"log"_s), this);
    tc::DownloadOptions options = m_session->downloadOptions();
    options.live = m_live;
    m_download->setOptions(options);
    m_path = m_download->partialPath();
    connect(m_download, &tc::Download::progress, this, [this](qint64 received, qint64 total) {
        m_received = received;
        m_total = total;
    });
    connect(m_download, &tc::Download::startedOver, this, [this] {
        const QString path = m_path;
        restart();
        m_path = path;
        m_timer.start();
    });
    connect(m_download, &tc::Download::finished, this, &LogFile::downloadFinished);
    m_timer.start();
    setPart({ Part::State::Loading, {} });
}

// Lets go of what was read before; a worker that is still at it keeps its own hold on it.
void LogFile::restart()
{
    const bool hadLines = lineCount() > 0;
    m_data->stopped = true;
    ++*m_search;
    m_data = std::make_shared<LogData>();
    m_indexing = false;
    m_complete = false;
    m_shown = 0;
    m_received = 0;
    m_total = -1;
    m_error = {};
    if (hadLines)
        Q_EMIT restarted();
}

void LogFile::attach()
{
    if (!m_data->file.isOpen() && QFileInfo::exists(m_path))
        m_data->file.open(m_path);
}

void LogFile::downloadFinished()
{
    m_error = m_download->error();
    m_path = m_error ? m_path : m_download->filePath();
    m_download = nullptr;
    m_complete = true;
    indexMore();
}

void LogFile::indexMore()
{
    attach();
    if (m_indexing)
        return;
    if (!m_data->file.isOpen()) {
        if (m_complete)
            indexed(true); // it failed before the first byte
        return;
    }
    m_indexing = true;
    const bool last = m_complete; // bytes that come while the worker reads are for the next time
    runOnWorker(
        this, [data = m_data] { return data->scan(); },
        [this, data = m_data, last](bool reachedEnd) {
            if (data == m_data)
                indexed(reachedEnd && last);
        });
}

void LogFile::indexed(bool whole)
{
    m_indexing = false;
    const LineIndex::End end = m_data->index.end();
    if (std::exchange(m_shown, end.size) != end.size)
        Q_EMIT grown();
    if (!whole) {
        if (m_complete)
            indexMore();
        return;
    }
    m_timer.stop();
    setPart({ m_error ? Part::State::Failed : Part::State::Ready, m_error });
}

qint64 LogFile::lineCount() const
{
    return m_data->index.end().lines;
}

qint64 LogFile::size() const
{
    return m_data->index.end().size;
}

qint64 LogFile::indexMemory() const
{
    return m_data->index.memory();
}

std::vector<LogLine> LogFile::lines(qint64 first, int count) const
{
    std::vector<LogLine> result;
    if (first < 0 || count <= 0 || !m_data->file.isOpen())
        return result;
    LineReader reader(&m_data->file, &m_data->index);
    reader.seek(first);
    while (static_cast<int>(result.size()) < count && !reader.atEnd()) {
        const LineReader::Line line = reader.next(maxLineBytes);
        LogLine shown = parseLogLine(line.text);
        shown.bytes = line.length;
        shown.truncated = line.length > line.text.size();
        result.push_back(std::move(shown));
    }
    return result;
}

QByteArray LogFile::rawLine(qint64 line, qint64 limit) const
{
    LineReader reader(&m_data->file, &m_data->index);
    if (line < 0 || !m_data->file.isOpen())
        return {};
    reader.seek(line);
    return reader.atEnd() ? QByteArray() : reader.next(limit).text;
}

void LogFile::find(const QString &text, qint64 from, bool forwards, bool caseSensitive)
{
    const int number = ++*m_search;
    const LogQuery query { text.toUtf8(), caseSensitive, forwards, from };
    auto work = [data = m_data, search = m_search, number, query] {
        return searchLog(data->file, data->index, query, [&] { return *search != number; });
    };
    runOnWorker(this, std::move(work), [this, number](qint64 line) {
        if (*m_search != number)
            return;
        if (line >= 0)
            Q_EMIT found(line);
        else
            Q_EMIT notFound();
    });
}

void LogFile::cancelFind()
{
    ++*m_search;
}

void LogFile::setPart(Part part)
{
    m_part = std::move(part);
    Q_EMIT partChanged();
}

} // namespace core
