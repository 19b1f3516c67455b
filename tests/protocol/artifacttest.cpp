// SPDX-License-Identifier: MPL-2.0
#include "artifacttest.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace tc;
using namespace tc::test;

void ArtifactTest::init()
{
    m_deployment = std::make_unique<ScriptedServer>();
    m_storage = std::make_unique<ScriptedServer>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"a.txt"_s);
    m_deployment->setHandler([this](const Request &request) {
        if (request.target.contains("/artifact-content/"))
            return Step::json(m_artifact);
        if (request.target.contains("/start-download/"))
            return Step::json(m_object);
        return Step::json(R"({"error":"Not found"})", 404);
    });
    ClientOptions options;
    options.rootUrl = m_deployment->url();
    options.credentials = fixedCredentials({ u"me"_s, u"SECRET-access-token"_s, {} });
    options.retry = fastRetries(2);
    m_client = std::make_unique<Client>(options);
    prepare();
}

void ArtifactTest::cleanup()
{
    m_client.reset();
    m_folder.reset();
    m_storage.reset();
    m_deployment.reset();
}

void ArtifactTest::serve(const QString &storageType, const Step &content)
{
    const QUrl url(m_storage->url() + u"/bucket/a.txt?X-Amz-Signature=SECRET"_s);
    m_artifact
        = QJsonDocument(QJsonObject { { u"storageType"_s, storageType }, { u"url"_s, url.toString() } }).toJson();
    m_storage->setHandler([content](const Request &) { return content; });
}

Download *ArtifactTest::download(const QString &name)
{
    auto *download = new Download(m_client.get(), { u"task"_s, 0, name }, m_path);
    DownloadOptions options;
    options.retry = fastRetries(2);
    download->setOptions(options);
    return download;
}

QByteArray ArtifactTest::saved() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : "there is no file"_ba;
}

QStringList ArtifactTest::files() const
{
    return QDir(m_folder->path()).entryList(QDir::Files);
}
