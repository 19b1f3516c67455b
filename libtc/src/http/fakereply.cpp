// SPDX-License-Identifier: MPL-2.0
#include "http/fakereply.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tc {

FakeReply::FakeReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
    std::function<FakeResponse()> answer, QObject *parent)
    : QNetworkReply(parent), m_answer(std::move(answer))
{
    setOperation(operation);
    setRequest(request);
    setUrl(request.url());
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    m_timer.setSingleShot(true);
    QMetaObject::invokeMethod(this, &FakeReply::ask, Qt::QueuedConnection);
}

void FakeReply::ask()
{
    if (isFinished())
        return;
    Q_EMIT requestSent();
    m_response = m_answer();
    connect(&m_timer, &QTimer::timeout, this, &FakeReply::play);
    m_timer.start(m_response.delay);
}

void FakeReply::play()
{
    if (m_response.failure != NoError) {
        m_response.body.clear();
        end(m_response.failure, u"The fake says so"_s);
        return;
    }
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_response.status);
    for (const auto &[name, value] : std::as_const(m_response.headers))
        setRawHeader(name, value);
    const QPointer<FakeReply> guard(this);
    Q_EMIT metaDataChanged();
    if (guard && !isFinished() && !m_response.body.isEmpty())
        Q_EMIT readyRead();
    if (guard && !isFinished())
        end(NoError, {});
}

void FakeReply::end(NetworkError code, const QString &text)
{
    m_timer.stop();
    setFinished(true);
    if (code != NoError) {
        setError(code, text);
        Q_EMIT errorOccurred(code);
    }
    Q_EMIT finished();
}

void FakeReply::abort()
{
    if (isFinished())
        return;
    m_response.body.clear();
    end(OperationCanceledError, u"Operation canceled"_s);
}

qint64 FakeReply::readData(char *data, qint64 maxSize)
{
    const qsizetype count = std::min<qsizetype>(static_cast<qsizetype>(maxSize), m_response.body.size() - m_position);
    std::copy_n(m_response.body.constData() + m_position, count, data);
    m_position += count;
    return count;
}

} // namespace tc
