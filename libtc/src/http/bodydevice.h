// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace tc {

/// A request's body that can be read once. QNetworkAccessManager sends a request again by itself when the server closes
/// the connection without an answer; a body that cannot be rewound is the only thing that keeps it from that.
class BodyDevice : public QIODevice
{
    Q_OBJECT

public:
    explicit BodyDevice(QByteArray body, QObject *parent = nullptr) : QIODevice(parent), m_body(std::move(body))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }
    /// Refuses without the base class's warning: that Qt tries is what this class is for.
    bool seek(qint64) override { return false; }
    qint64 bytesAvailable() const override { return m_body.size() - m_position + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qsizetype m_position = 0;
};

} // namespace tc
