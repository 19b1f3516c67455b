// SPDX-License-Identifier: MPL-2.0
#include "demo/data/upload.h"

#include "demo/util/slugs.h"

#include <QFile>

namespace demo {

namespace {

constexpr qint64 kMostInMemory = 64 * 1024;

} // namespace

UploadedBytes::UploadedBytes(std::shared_ptr<UploadRoom> room, qint64 announced)
    : m_room(std::move(room)), m_id(randomSlug().toLatin1())
{
    if (announced <= kMostInMemory && announced <= m_room->memory) {
        m_place = Place::Memory;
        m_room->memory -= announced;
    } else if (announced <= m_room->disk) {
        m_file = std::make_unique<QTemporaryFile>();
        if (!m_file->open())
            return;
        m_place = Place::Disk;
        m_room->disk -= announced;
    } else {
        return;
    }
    m_taken = announced;
}

UploadedBytes::~UploadedBytes()
{
    (m_file ? m_room->disk : m_room->memory) += m_taken;
}

void UploadedBytes::append(QByteArrayView bytes)
{
    m_size += bytes.size();
    if (m_place == Place::Memory)
        m_bytes.append(bytes.data(), bytes.size());
    else if (m_place == Place::Disk && m_file->write(bytes.data(), bytes.size()) != bytes.size())
        m_place = Place::Nowhere;
}

QByteArray UploadedBytes::piece(qint64 offset, qint64 maxBytes) const
{
    if (m_place == Place::Memory)
        return m_bytes.mid(offset, maxBytes);
    if (m_place != Place::Disk || !m_file->flush())
        return {};
    // A handle of its own: several downloads read it at once.
    QFile file(m_file->fileName());
    return file.open(QIODevice::ReadOnly) && file.seek(offset) ? file.read(maxBytes) : QByteArray();
}

} // namespace demo
