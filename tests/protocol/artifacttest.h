// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "scriptedserver.h"
#include "testcalls.h"

#include <tc/download.h>

#include <QTemporaryDir>

#include <memory>

/// A deployment, a storage and a folder for tests of downloads, fresh for each test function.
class ArtifactTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

protected:
    /// What a test adds before each of its functions.
    virtual void prepare() { }
    /// A download of run 0 of a task, to m_path, with quick retries.
    tc::Download *download(const QString &name = QStringLiteral("public/a.txt"));
    QByteArray saved() const;
    QStringList files() const;
    /// The queue says that the artifact is kept at the storage, where \a content is.
    void serve(const QString &storageType, const tc::test::Step &content);

    std::unique_ptr<tc::test::ScriptedServer> m_deployment;
    std::unique_ptr<tc::test::ScriptedServer> m_storage;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<tc::Client> m_client;
    QByteArray m_artifact; ///< what the queue says
    QByteArray m_object; ///< what the object service says
    QString m_path;
};
