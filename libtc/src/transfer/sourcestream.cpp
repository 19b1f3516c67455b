// SPDX-License-Identifier: MPL-2.0
#include "transfer/sourcestream.h"

#include "util/elsewhere.h"
#include "util/makeerror.h"
#include "util/text.h"

#include <algorithm>
#include <cstring>

namespace tc {

namespace {

/// What may be read ahead: enough that neither side waits for the other.
constexpr qint64 mostAhead = 4 * 1024 * 1024;
/// What a device is asked for at once; it is read on its own thread.
constexpr qint64 devicePiece = 256 * 1024;

} // namespace

SourceStream::SourceStream(std::shared_ptr<SourceReader> reader, const UploadSource &source, QObject *parent)
    : QIODevice(parent), m_reader(std::move(reader))
{
    if (const auto *devices = std::get_if<UploadSource::Devices>(&source.place))
        m_makeDevice = devices->make ? devices->make : [] { return std::unique_ptr<QIODevice>(); };
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    // Later, so that a failure finds its listener.
    QMetaObject::invokeMethod(this, &SourceStream::fetch, Qt::QueuedConnection);
}

SourceStream::~SourceStream() = default;

qint64 SourceStream::bytesAvailable() const
{
    return (m_paused || m_stopped ? 0 : m_queued) + QIODevice::bytesAvailable();
}

void SourceStream::setPaused(bool on)
{
    m_paused = on;
    if (!on && !m_queue.empty())
        Q_EMIT readyRead();
}

void SourceStream::stop()
{
    m_stopped = true;
    if (m_device) {
        m_device->disconnect(this);
        // It may be the one that calls us.
        m_device.release()->deleteLater();
    }
}

qint64 SourceStream::readData(char *data, qint64 maxSize)
{
    if (isDrained())
        return -1;
    qint64 count = 0;
    while (!m_paused && !m_stopped && count < maxSize && !m_queue.empty()) {
        const QByteArray &first = m_queue.front();
        const qint64 part = std::min<qint64>(maxSize - count, first.size() - m_offset);
        std::memcpy(data + count, first.constData() + m_offset, static_cast<size_t>(part));
        count += part;
        m_offset += static_cast<qsizetype>(part);
        if (m_offset == first.size()) {
            m_queue.pop_front();
            m_offset = 0;
        }
    }
    m_queued -= count;
    fetch();
    return count;
}

void SourceStream::fetch()
{
    if (m_reading || m_hasLast || m_stopped || m_queued >= mostAhead)
        return;
    m_reading = true;
    if (m_makeDevice) {
        fetchFromDevice();
        return;
    }
    runElsewhere<SourceReader::Piece>([reader = m_reader] { return reader->next(); }, this,
        [this](SourceReader::Piece piece) { onPiece(std::move(piece)); });
}

void SourceStream::fetchFromDevice()
{
    if (!m_device) {
        if (Error failure = openDevice()) {
            fail(std::move(failure));
            return;
        }
    }
    const qint64 left = m_reader->facts().size - m_taken;
    QByteArray bytes(static_cast<qsizetype>(std::min(devicePiece, left)), Qt::Uninitialized);
    const qint64 count = bytes.isEmpty() ? 0 : m_device->read(bytes.data(), bytes.size());
    if (Error failure = deviceFault(count)) {
        fail(std::move(failure));
        return;
    }
    if (count <= 0 && left > 0) {
        m_reading = false; // until it tells that it has more
        return;
    }
    bytes.truncate(static_cast<qsizetype>(count));
    m_taken += count;
    process(std::move(bytes));
}

Error SourceStream::openDevice()
{
    m_device = m_makeDevice();
    if (!m_device || !m_device->isReadable())
        return usageError(Text::tr("The source could not be opened."));
    connect(m_device.get(), &QIODevice::readyRead, this, &SourceStream::fetch);
    connect(m_device.get(), &QIODevice::readChannelFinished, this, [this] {
        m_deviceEnded = true;
        fetch();
    });
    return {};
}

/// What \a count, as the device's last reading returned it, says against it.
Error SourceStream::deviceFault(qint64 count) const
{
    const qint64 left = m_reader->facts().size - m_taken - std::max<qint64>(count, 0);
    const bool hasEnded = count < 0 || (count == 0 && (m_deviceEnded || !m_device->isSequential()));
    if (count < 0 && !m_device->isSequential())
        return usageError(Text::tr("%1 could not be read: %2.").arg(m_reader->name(), m_device->errorString()));
    if (left > 0 && hasEnded) {
        const qint64 size = m_reader->facts().size;
        return usageError(Text::tr("%1 gave only %2 of %3 bytes.").arg(m_reader->name()).arg(size - left).arg(size));
    }
    char more = 0;
    if (left == 0 && (m_device->isSequential() ? m_device->bytesAvailable() > 0 : m_device->peek(&more, 1) > 0))
        return m_reader->changed();
    return {};
}

void SourceStream::process(QByteArray bytes)
{
    runElsewhere<SourceReader::Piece>([reader = m_reader, bytes = std::move(bytes)] { return reader->take(bytes); },
        this, [this](SourceReader::Piece piece) { onPiece(std::move(piece)); });
}

void SourceStream::onPiece(SourceReader::Piece piece)
{
    m_reading = false;
    if (m_stopped)
        return;
    if (piece.failure) {
        fail(std::move(piece.failure));
        return;
    }
    m_hasLast = piece.isLast;
    if (!piece.bytes.isEmpty()) {
        m_queued += piece.bytes.size();
        m_queue.push_back(std::move(piece.bytes));
    }
    fetch();
    if (!m_paused)
        Q_EMIT readyRead();
}

void SourceStream::fail(Error failure)
{
    stop();
    QMetaObject::invokeMethod(
        this, [this, failure = std::move(failure)] { Q_EMIT failed(failure); }, Qt::QueuedConnection);
}

} // namespace tc
