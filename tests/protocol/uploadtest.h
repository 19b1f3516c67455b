// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "scriptedserver.h"
#include "testcalls.h"

#include <tc/artifactupload.h>

#include <QTemporaryDir>

#include <memory>

/// A deployment with an object service and a queue, and a storage, for tests of uploads; fresh for each test function.
class UploadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

protected:
    static tc::NewObject object();
    /// An upload with quick retries.
    tc::Upload *upload(const tc::UploadSource &source);
    tc::Upload *upload(const tc::UploadSource &source, const tc::UploadOptions &options);
    static tc::UploadOptions quick(int retries = 2);
    tc::ArtifactUpload *artifact(const tc::ArtifactContent &content);

    /// Text without a pattern in it, the same each time.
    static QByteArray content(qsizetype size);
    QString file(const QByteArray &bytes) const;

    /// Requests to the deployment whose path has \a part.
    QList<tc::test::Request> asked(const char *part) const;
    const QList<tc::test::Request> &puts() const { return m_storage->requests(); }
    QJsonObject finishBody() const;

    /// What the services answer unless m_override has something else for the request.
    tc::test::Step answer(const tc::test::Request &request);
    std::function<std::optional<tc::test::Step>(const tc::test::Request &)> m_override;
    bool m_takesInline = true;
    int m_putSeconds = 45 * 60; ///< that an address lives

    std::unique_ptr<tc::test::ScriptedServer> m_deployment;
    std::unique_ptr<tc::test::ScriptedServer> m_storage;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<tc::Client> m_client;

private:
    tc::test::Step createUpload(const tc::test::Request &request) const;
    tc::test::Step createArtifact(const tc::test::Request &request) const;
    QString putUrl() const;
    QString inSeconds(int seconds) const;
};

/// Fails with the transfer's own words.
#define VERIFY_WELL(transfer) QVERIFY2(!(transfer)->error(), qPrintable((transfer)->error().message))
