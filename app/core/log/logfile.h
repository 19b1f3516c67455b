// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/artifacts/artifactid.h"
#include "core/log/logline.h"
#include "core/util/part.h"

#include <QObject>
#include <QPointer>
#include <QTemporaryDir>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace tc {
class Download;
}

namespace core {

class Session;
struct LogData; // what the workers share

/// A log, readable from the first bytes on. It is downloaded to a private temporary file, which goes away with
/// this; a worker indexes lines as the file grows. Memory does not grow with the log, apart from the index.
class LogFile : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 maxLineBytes = 16 * 1024; ///< what is shown of a longer line

    explicit LogFile(QObject *parent = nullptr);
    ~LogFile() override;

    /// Downloads an artifact as the log. \a session must outlive this. \a live is for the log of a run that still goes
    /// on, which may be silent for long.
    void open(Session *session, const ArtifactId &artifact, bool live = false);
    /// Reads a file that is there already.
    void openFile(const QString &path);
    /// After a failure: downloads it again.
    void retry();

    const ArtifactId &artifact() const { return m_artifact; }
    /// Ready once the log is whole and indexed; lines known before a failure stay readable.
    const Part &part() const { return m_part; }
    qint64 lineCount() const;
    qint64 size() const; ///< bytes indexed so far
    qint64 downloaded() const { return m_received; } ///< bytes received, as on the wire
    qint64 downloadTotal() const { return m_total; } ///< -1 while unknown
    qint64 indexMemory() const;

    /// Lines \a first to \a first + \a count - 1, as far as they are known. Reads the file: ask for a screenful.
    std::vector<LogLine> lines(qint64 first, int count) const;
    /// Bytes of a line, for copying; at most \a limit of them.
    QByteArray rawLine(qint64 line, qint64 limit = 1024 * 1024) const;

    /// Looks for \a text (without regard to case unless \a caseSensitive) from line \a from on, forwards or
    /// backwards, once around; newest search wins. Answers with found() or notFound().
    void find(const QString &text, qint64 from, bool forwards = true, bool caseSensitive = false);
    void cancelFind();

Q_SIGNALS:
    /// part() has changed.
    void partChanged();
    /// More lines, or another length of the last one; at most ten times a second.
    void grown();
    /// The log starts afresh: lines known before are gone.
    void restarted();
    void found(qint64 line);
    void notFound();

private:
    void startDownload();
    void restart();
    void attach();
    void indexMore();
    void indexed(bool whole);
    void downloadFinished();
    void setPart(Part part);

    Session *m_session = nullptr;
    ArtifactId m_artifact;
    bool m_live = false;
    Part m_part;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path; ///< of the file to be read
    QPointer<tc::Download> m_download;
    std::shared_ptr<LogData> m_data;
    QTimer m_timer; ///< while the file may grow
    qint64 m_received = 0;
    qint64 m_total = -1;
    tc::Error m_error; ///< of the download
    std::shared_ptr<std::atomic<int>> m_search; ///< number of the newest search; workers stop when it is not theirs
    qint64 m_shown = 0; ///< bytes that grown() has told about
    bool m_indexing = false;
    bool m_complete = false; ///< nothing more will be written
};

} // namespace core
