// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/http/httpmessage.h"

#include <QTemporaryFile>

#include <memory>

namespace demo {

// Room for what people put into storage, shared by all uploads.
struct UploadRoom {
    qint64 memory = 32LL * 1024 * 1024;
    qint64 disk = 512LL * 1024 * 1024;
};

// The bytes of one upload: short ones in memory, longer ones in a file that goes with it. When there is no room left
// only their number is kept. Gives its room back when it goes.
class UploadedBytes
{
public:
    UploadedBytes(std::shared_ptr<UploadRoom> room, qint64 announced);
    ~UploadedBytes();
    Q_DISABLE_COPY_MOVE(UploadedBytes)

    void append(QByteArrayView bytes);
    qint64 size() const { return m_size; }
    // Different for each upload.
    const QByteArray &id() const { return m_id; }
    bool isKept() const { return m_place != Place::Nowhere; }
    QByteArray piece(qint64 offset, qint64 maxBytes) const;

private:
    enum class Place { Memory, Disk, Nowhere };

    std::shared_ptr<UploadRoom> m_room;
    QByteArray m_id;
    qint64 m_taken = 0; // of the room
    Place m_place = Place::Nowhere;
    QByteArray m_bytes;
    std::unique_ptr<QTemporaryFile> m_file;
    qint64 m_size = 0;
};

// What storage does with the body of a PUT.
class UploadSink : public BodySink
{
public:
    // Without bytes it drops everything: the request is going to be refused.
    explicit UploadSink(std::shared_ptr<UploadedBytes> bytes) : m_bytes(std::move(bytes)) { }

    void write(QByteArrayView bytes) override
    {
        if (m_bytes)
            m_bytes->append(bytes);
    }
    const std::shared_ptr<UploadedBytes> &bytes() const { return m_bytes; }

private:
    std::shared_ptr<UploadedBytes> m_bytes;
};

} // namespace demo
