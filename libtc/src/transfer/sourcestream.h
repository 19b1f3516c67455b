// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "transfer/sourcereader.h"

#include <QIODevice>

#include <deque>
#include <memory>

namespace tc {

/// A source as the body of a request. A worker reads and hashes ahead of the network, a few pieces at most, so that a
/// source of any length costs the same memory. It can be read once: see BodyDevice.
class SourceStream : public QIODevice
{
    Q_OBJECT

public:
    /// \a reader is open. A device is made from \a source when that is of devices.
    SourceStream(std::shared_ptr<SourceReader> reader, const UploadSource &source, QObject *parent = nullptr);
    ~SourceStream() override;

    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    qint64 bytesAvailable() const override;

    /// Gives nothing while it lasts.
    void setPaused(bool on);
    /// Lets go of the source and gives nothing any more.
    void stop();
    /// Whether the last byte has been given out.
    bool isDrained() const { return m_hasLast && m_queue.empty(); }
    /// Whether it waits for a source that has nothing to give.
    bool isStarving() const { return !m_hasLast && m_queue.empty(); }
    const SourceReader &reader() const { return *m_reader; }

Q_SIGNALS:
    /// The source is not what it should be. Comes once, instead of the end, and not from inside a call.
    void failed(const tc::Error &failure);

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    void fetch();
    void fetchFromDevice();
    Error openDevice();
    Error deviceFault(qint64 count) const;
    void process(QByteArray bytes);
    void onPiece(SourceReader::Piece piece);
    void fail(Error failure);

    std::shared_ptr<SourceReader> m_reader; ///< shared with the worker that is at it
    UploadSource::DeviceFactory m_makeDevice;
    std::unique_ptr<QIODevice> m_device;
    std::deque<QByteArray> m_queue;
    qsizetype m_offset = 0; ///< in the first of the queue
    qint64 m_queued = 0;
    qint64 m_taken = 0; ///< from the device
    bool m_reading = false;
    bool m_hasLast = false;
    bool m_stopped = false;
    bool m_paused = false;
    bool m_deviceEnded = false;
};

} // namespace tc
