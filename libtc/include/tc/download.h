// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/client.h>
#include <tc/transfer.h>

#include <QMap>

#include <functional>
#include <type_traits>
#include <variant>

class QIODevice;

namespace tc {

class DownloadPrivate;

/// Names an artifact; without a run it is the one of the task's latest run.
struct ArtifactRef {
    QString taskId {};
    std::optional<int> runId {};
    QString name {};
};

/// Names an object of the object service. The client needs the scope object:download:NAME.
struct ObjectRef {
    QString name {};
};

/// Where the content goes: converts from a path, a device or a function that makes devices.
struct DownloadTarget {
    /// Makes an empty device, open for writing. Asked each time the content starts at its first byte, so for an
    /// attempt that cannot go on where the last one ended as well; the device before it is deleted first.
    using DeviceFactory = std::function<std::unique_ptr<QIODevice>()>;
    /// Content in memory that can be taken with Download::takeData().
    struct Buffer {
        qint64 maxSize = 128LL * 1024 * 1024; ///< bytes; more ends the transfer in TooLarge
    };

    // NOLINTBEGIN(google-explicit-constructor) whatever names a target goes where one is wanted
    DownloadTarget(const QString &filePath) : place(filePath) { }
    DownloadTarget(QIODevice *device) : place(device) { }
    template <typename F>
    requires std::is_invocable_r_v<std::unique_ptr<QIODevice>, F &> DownloadTarget(F factory)
        : place(DeviceFactory(std::move(factory)))
    {
    }
    DownloadTarget(Buffer buffer) : place(buffer) { }
    // NOLINTEND(google-explicit-constructor)

    std::variant<QString, QIODevice *, DeviceFactory, Buffer> place;
};

/// How a download behaves.
struct DownloadOptions {
    /// Asked before anything is fetched from a host that the deployment did not choose itself: the target of a
    /// reference artifact, and each redirect from it. Calls \a answer once, from this call or later, on the same
    /// thread. Without it such artifacts are refused.
    using AskHost = std::function<void(const QUrl &url, std::function<void(bool allowed)> answer)>;
    AskHost askHost {};
    std::optional<RetryPolicy> retry {}; ///< of the whole transfer; the client's when absent
    std::chrono::milliseconds stallTimeout { 60'000 }; ///< without a byte; zero for none. Rests while paused
    qint64 maxSize = -1; ///< of the content in bytes; -1 for no limit
    bool live = false; ///< a log that still grows: it has connections of its own and may be silent for long
    /// Only content that the deployment itself keeps: reference artifacts end in Usage with the code
    /// "ArtifactStorageTypeRejected", and so do links to them, which the queue resolves.
    bool managedOnly = false;
    /// Also take an object that the service hands out without hashes (its "simple" method); nothing then shows that the
    /// content is what was uploaded.
    bool allowUnverified = false;
    /// On failure leave NAME.part, with what proves its identity in NAME.part.info, for a later download to the same
    /// file (with this option) to go on from. Only of content that can be resumed and is not compressed on the wire;
    /// anything else is removed as ever.
    bool keepPartial = false;
};

/// What a download has brought.
struct Downloaded {
    QByteArray contentType; ///< as the storage says; empty when it does not
    qint64 contentLength = 0; ///< in bytes, inflated
    QMap<QString, QByteArray> hashes; ///< that were checked: lower-case hex by name ("sha256"); empty for none
    QByteArray data; ///< of a download to a buffer
};

/// Fetches one artifact of any storage type, or one object, into a file, a device or memory. No credentials go to a
/// storage host.
///
/// A file is written as NAME.part, which grows with the transfer and may be read meanwhile, and gets its name when the
/// content is whole and on the disk: its length, the end of its compression and every hash that the service names have
/// been checked. On failure NAME.part is removed (see DownloadOptions::keepPartial) and NAME left as it was.
///
/// A device gets bytes as they come. An attempt that starts over rewinds it, so a sequential one is tried again only
/// where it can go on; it must outlive the transfer, or the transfer ends in Usage.
///
/// An attempt that was cut goes on where it ended (Range with If-Range) when the storage gave a strong ETag, or, for
/// content that is not compressed on the wire, a Last-Modified date that is old enough to be one; compression and
/// hashes go on in memory. Anything that does not fit (another ETag, length, encoding, set of hashes) starts over.
class Download : public Transfer
{
    Q_OBJECT

public:
    Download(Client *client, ArtifactRef artifact, DownloadTarget target, QObject *parent = nullptr);
    Download(Client *client, ObjectRef object, DownloadTarget target, QObject *parent = nullptr);
    ~Download() override;

    /// To be called before control returns to the event loop.
    void setOptions(DownloadOptions options);

    ArtifactRef artifact() const; ///< empty for an object
    QString filePath() const; ///< the final one; empty unless the target is a file
    QString partialPath() const; ///< where the bytes are until it has finished
    QByteArray contentType() const; ///< as the storage says, from the first progress() on
    qint64 contentLength() const; ///< of the content, inflated: -1 until it is known, for gzip at the end
    qint64 bytesWritten() const; ///< of the content, inflated; less than was received while a worker is at it
    /// Bytes that came on the wire in all attempts, so that what was fetched again can be told.
    qint64 bytesFetched() const;
    /// The content of a download to a buffer, once: it is moved out.
    QByteArray takeData();
    /// All of the above in one; \a data is moved out. To be called in finished() or later.
    Downloaded takeResult();

Q_SIGNALS:
    /// What has been written so far is void: the content starts at its first byte again, in a file or device of its
    /// own.
    void startedOver();

private:
    DownloadPrivate *course() const;
};

/// The blocking form of a download, which is taken over and deleted; see wait(Transfer *).
Result<Downloaded> wait(Download *download);

} // namespace tc
