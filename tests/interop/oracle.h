// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QJsonObject>
#include <QProcess>

/// A script of node that answers questions, one line of JSON each way.
class Oracle
{
public:
    /// Starts \a script of the interop tests' folder. False when there is no node.
    bool start(const QString &script);
    /// Ends it; its exit code, or -1 when it does not end.
    int stop();

    /// Empty when it has died.
    QJsonObject ask(const QJsonObject &question);

private:
    QProcess m_process;
};
