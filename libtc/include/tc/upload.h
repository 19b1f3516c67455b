// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/client.h>

#include <QDateTime>
#include <QIODevice>

#include <functional>
#include <memory>
#include <variant>

namespace tc {

class UploadPrivate;

/// Where the bytes of an upload come from. Each attempt reads them from the first one to the last again; they must be
/// the same bytes each time, and a source that turns out longer, shorter or changed ends the upload with an error.
class UploadSource
{
public:
    /// Makes a device that is open for reading and stands at the first byte, or null when there is none to be had. It
    /// is called on the client's thread, where the device is then read and destroyed; a sequential one may have nothing
    /// to give for a while and say so with readyRead().
    using DeviceFactory = std::function<std::unique_ptr<QIODevice>()>;
    struct Devices {
        qint64 size = 0; ///< bytes that each device gives
        DeviceFactory make {};
    };
    using Origin = std::variant<std::monostate, QByteArray, QString, Devices>;

    /// Nothing: an upload of it ends in a Usage error.
    UploadSource() = default;
    /// These bytes.
    static UploadSource buffer(QByteArray bytes)
    {
        return UploadSource(Origin(std::in_place_index<1>, std::move(bytes)));
    }
    /// The file at \a path, which is opened when the upload starts and must not change until it has finished.
    static UploadSource file(QString path) { return UploadSource(Origin(std::in_place_index<2>, std::move(path))); }
    /// \a size bytes from each device that \a make gives.
    static UploadSource devices(qint64 size, DeviceFactory make)
    {
        return UploadSource(Origin(std::in_place_index<3>, Devices { size, std::move(make) }));
    }

    const Origin &origin() const { return m_origin; }

private:
    explicit UploadSource(Origin origin) : m_origin(std::move(origin)) { }

    Origin m_origin {};
};

/// An object that is to be. The scope for it is object:upload:PROJECT:NAME.
struct NewObject {
    QString name {};
    QString projectId {};
    QString contentType { QStringLiteral("application/octet-stream") };
    QDateTime expires {}; ///< when the service drops it; must be given
    /// Tells an upload from another one of the same name. Empty makes a new one; a given one continues an upload that
    /// was begun with it before.
    QString uploadId {};
};

struct UploadOptions {
    /// Of sending the bytes to the storage; absent is the client's policy, which the calls to the services follow
    /// anyway.
    std::optional<RetryPolicy> retry {};
    /// Without a byte taken by the storage, or given by the source; zero for none.
    std::chrono::milliseconds stallTimeout { 60'000 };
};

/// Puts an object into the object service: up to 8 KiB within the call that announces it, longer ones by a PUT to the
/// storage that the service names. No credentials go to the storage, and its redirects are not followed.
///
/// Work starts on the next turn of the event loop; finished() comes exactly once, and never from inside a call to this
/// class. The bytes are hashed while they are sent, in one pass, and the service is told both hashes in the end, so
/// that a download can be checked. What fails on the way is tried again with the bytes from the start: connections that
/// are cut or stall, 429 (Retry-After is honoured) and 5xx; an upload address that expires is renewed. An upload
/// deletes itself after finished() unless setAutoDelete(false); destroying it or its parent aborts it silently. It
/// lives on its client's thread.
class Upload : public QObject
{
    Q_OBJECT

public:
    Upload(Client *client, NewObject object, UploadSource source, QObject *parent = nullptr);
    ~Upload() override;

    /// To be called before control returns to the event loop.
    void setOptions(UploadOptions options);
    void setAutoDelete(bool on);

    /// Ends the upload, asynchronously, in Cancelled. Does nothing once it has finished.
    void abort();
    /// Stops sending until resume(); no timeout runs meanwhile. The storage may lose patience and close the connection,
    /// then the bytes are sent from the start.
    void pause();
    void resume();

    bool isPaused() const;
    bool isFinished() const;
    /// The error; its kind is None while the upload runs and when it went well. A source that cannot be read, or has
    /// changed, is Usage.
    const Error &error() const;
    /// As it was asked for, with its uploadId.
    const NewObject &object() const;
    /// Bytes of the content, -1 while unknown (a file that has not been opened yet).
    qint64 size() const;
    /// Lower-case hex of what was sent; empty until it has been read whole.
    QByteArray sha256() const;
    QByteArray sha512() const;

Q_SIGNALS:
    /// Bytes handed to the network in this attempt.
    void progress(qint64 sent, qint64 total);
    /// The bytes are sent again, from the start, after \a delay.
    void retrying(int attempt, std::chrono::milliseconds delay, const tc::Error &reason);
    void finished();

private:
    friend class UploadPrivate;
    std::unique_ptr<UploadPrivate> d;
};

} // namespace tc
