// SPDX-License-Identifier: MPL-2.0
#include "oracle.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

bool Oracle::start(const QString &script)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(u"node"_s, { QStringLiteral(INTEROP_FOLDER "/") + script });
    return m_process.waitForStarted();
}

int Oracle::stop()
{
    m_process.closeWriteChannel();
    return m_process.waitForFinished() ? m_process.exitCode() : -1;
}

QJsonObject Oracle::ask(const QJsonObject &question)
{
    m_process.write(QJsonDocument(question).toJson(QJsonDocument::Compact) + '\n');
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead())
            return {};
    }
    return QJsonDocument::fromJson(m_process.readLine()).object();
}
