// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/client.h>

class QIODevice;

namespace tc {

class DownloadPrivate;

/// Names an artifact; without a run it is the one of the task's latest run.
struct ArtifactRef {
    QString taskId {};
    std::optional<int> runId {};
    QString name {};
};

struct DownloadOptions {
    /// Asked before anything is fetched from a host that the deployment did not choose itself: the target of a
    /// reference artifact, and each redirect from it. Calls \a answer once, from this call or later, on the same
    /// thread. Without it such artifacts are refused.
    using AskHost = std::function<void(const QUrl &url, std::function<void(bool allowed)> answer)>;
    AskHost askHost {};
    RetryPolicy retry {}; ///< of the whole transfer
    std::chrono::milliseconds stallTimeout { 60'000 }; ///< without a byte
    qint64 maxSize = -1; ///< of the content in bytes; -1 for no limit
    bool live = false; ///< a log that still grows: it has connections of its own and may be silent for long
};

/// Fetches one artifact of any storage type into a file or a device. No credentials go to a storage host.
///
/// Work starts on the next turn of the event loop; finished() comes exactly once. A file is written as NAME.part, which
/// grows with the transfer and may be read meanwhile, and gets its name when the content is whole: its length, the end
/// of its compression and every hash that the service names have been checked. On failure NAME.part is removed and NAME
/// left as it was. A device gets bytes as they come; after a failed attempt it is rewound, so it must not be sequential
/// for a transfer to be tried again. It must outlive the transfer. A download deletes itself after finished() unless
/// setAutoDelete(false); destroying it or its parent aborts it silently.
class Download : public QObject
{
    Q_OBJECT

public:
    Download(Client *client, ArtifactRef artifact, const QString &filePath, QObject *parent = nullptr);
    Download(Client *client, ArtifactRef artifact, QIODevice *target, QObject *parent = nullptr);
    ~Download() override;

    /// To be called before control returns to the event loop.
    void setOptions(DownloadOptions options);
    void setAutoDelete(bool on);
    void abort();

    bool isFinished() const;
    const Error &error() const;
    const ArtifactRef &artifact() const;
    QString filePath() const; ///< the final one; empty for a device
    QString partialPath() const; ///< where the bytes are until it has finished
    QByteArray contentType() const; ///< as the storage says, from the first progress() on
    qint64 bytesWritten() const; ///< of the content, inflated; less than was received while a worker is at it

Q_SIGNALS:
    /// Bytes received on the wire in this attempt; \a total is -1 while unknown.
    void progress(qint64 received, qint64 total);
    /// The transfer starts over, after \a delay.
    void retrying(int attempt, std::chrono::milliseconds delay, const tc::Error &reason);
    void finished();

private:
    friend class DownloadPrivate;
    std::unique_ptr<DownloadPrivate> d;
};

} // namespace tc
