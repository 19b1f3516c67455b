// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/faketransport.h>

#include <QNetworkAccessManager>
#include <QTimer>

namespace tc {

/// Plays a FakeResponse as QNetworkAccessManager's own replies are played: headers, body, end, from the event loop.
class FakeReply : public QNetworkReply
{
    Q_OBJECT

public:
    FakeReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
        std::function<FakeResponse()> answer, QObject *parent);

    void abort() override;
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_response.body.size() - m_position + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override;

private:
    void ask();
    void play();
    void end(NetworkError code, const QString &text);

    std::function<FakeResponse()> m_answer;
    FakeResponse m_response;
    QTimer m_timer;
    qsizetype m_position = 0;
};

} // namespace tc
