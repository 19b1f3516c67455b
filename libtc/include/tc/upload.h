// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/client.h>
#include <tc/transfer.h>

#include <QDateTime>
#include <QIODevice>

#include <functional>
#include <memory>
#include <variant>

namespace tc {

class UploadPrivate;

/// Where the bytes of an upload come from: a buffer, a file, or a function that makes devices. Each attempt reads them
/// from the first one to the last again, so they must be the same each time; a source that is longer or shorter than it
/// said, or has changed meanwhile, ends the upload with an error.
struct UploadSource {
    /// Makes a device that is open for reading and stands at the first byte, or null when there is none to be had. It
    /// is called on the client's thread, where the device is then read and destroyed; a sequential one may have nothing
    /// to give for a while and tell with readyRead() when it has.
    using DeviceFactory = std::function<std::unique_ptr<QIODevice>()>;
    struct Devices {
        qint64 size = 0; ///< bytes that each device gives
        DeviceFactory make {};
    };

    // NOLINTBEGIN(google-explicit-constructor) whatever gives bytes goes where a source is wanted
    /// These bytes.
    UploadSource(QByteArray bytes) : place(std::move(bytes)) { }
    /// The file of that path, which is opened when the upload starts and must not change until it has finished.
    UploadSource(const QString &filePath) : place(filePath) { }
    UploadSource(Devices devices) : place(std::move(devices)) { }
    // NOLINTEND(google-explicit-constructor)

    std::variant<QByteArray, QString, Devices> place;
};

/// An object that is to be. The scope for it is object:upload:PROJECT:NAME.
struct NewObject {
    QString name {};
    QString projectId {};
    QString contentType { QStringLiteral("application/octet-stream") };
    QDateTime expires {}; ///< when the service drops it; must be given
    /// Tells this upload from others of the same name. Empty makes a new one; that of an upload which was begun before
    /// and not finished continues it.
    QString uploadId {};
};

/// How an upload behaves.
struct UploadOptions {
    std::optional<RetryPolicy> retry {}; ///< of sending the bytes; the client's when absent
    /// Without a byte taken by the storage or given by the source; zero for none. Rests while paused.
    std::chrono::milliseconds stallTimeout { 60'000 };
};

/// Puts an object into the object service: up to 8 KiB within the call that announces it, more by a PUT to the storage
/// that the service names. No credentials go to the storage, and its redirects are not followed.
///
/// The bytes are hashed while they are sent, in one pass, and the service is told both hashes at the end, so that every
/// download can be checked. A connection that is cut or stalls, 429 and 5xx are tried again from the first byte, by the
/// retry policy; an address that has expired is renewed. A source that cannot be read, or is not what it said, ends in
/// ErrorKind::Usage. See tc::Transfer for the course.
class Upload : public Transfer
{
    Q_OBJECT

public:
    Upload(Client *client, NewObject object, UploadSource source, QObject *parent = nullptr);
    ~Upload() override;

    /// To be called before control returns to the event loop.
    void setOptions(UploadOptions options);

    /// As it was asked for, with its uploadId.
    const NewObject &object() const;
    /// Bytes of the content; -1 until a file has been opened.
    qint64 size() const;
    /// Of what was sent, in lower-case hex; empty until it has been read whole.
    QByteArray sha256() const;
    QByteArray sha512() const;

private:
    friend class UploadPrivate;
    UploadPrivate *course() const;
};

} // namespace tc
