// SPDX-License-Identifier: MPL-2.0
#include "uploadtest.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace tc;
using namespace tc::test;

namespace {

QJsonObject bodyOf(const Request &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

Step replyWith(const QJsonObject &object)
{
    return Step::json(QJsonDocument(object).toJson());
}

QJsonObject credentials(const QString &whose)
{
    return { { u"clientId"_s, whose }, { u"accessToken"_s, QString(u"SECRET-of-"_s + whose) },
        { u"certificate"_s, u"{\"version\":1,\"seed\":\"SECRET-seed\"}"_s } };
}

} // namespace

void UploadTest::init()
{
    m_override = {};
    m_takesInline = true;
    m_putSeconds = 45 * 60;
    m_deployment = std::make_unique<ScriptedServer>();
    m_storage = std::make_unique<ScriptedServer>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_deployment->setHandler([this](const Request &request) { return answer(request); });
    m_storage->setHandler([](const Request &) { return Step::reply(200, "text/plain", {}); });
    ClientOptions options;
    options.rootUrl = m_deployment->url();
    options.credentials = fixedCredentials({ u"task-client"_s, u"SECRET-access-token"_s, {} });
    options.retry = fastRetries(2);
    m_client = std::make_unique<Client>(options);
}

void UploadTest::cleanup()
{
    m_client.reset();
    m_folder.reset();
    m_storage.reset();
    m_deployment.reset();
}

NewObject UploadTest::object()
{
    return { u"dir/a b.bin"_s, u"some-project"_s, u"text/x-test"_s, QDateTime::currentDateTimeUtc().addDays(1), {} };
}

UploadOptions UploadTest::quick(int retries)
{
    return { fastRetries(retries), std::chrono::milliseconds(60'000) };
}

Upload *UploadTest::upload(const UploadSource &source)
{
    return upload(source, quick());
}

Upload *UploadTest::upload(const UploadSource &source, const UploadOptions &options)
{
    auto *upload = new Upload(m_client.get(), object(), source);
    upload->setOptions(options);
    return upload;
}

ArtifactUpload *UploadTest::artifact(const ArtifactContent &content)
{
    NewArtifact wanted { u"T1"_s, 0, u"public/it's a.txt"_s, QDateTime::currentDateTimeUtc().addDays(1) };
    auto *upload = new ArtifactUpload(m_client.get(), std::move(wanted), content);
    upload->setOptions(quick());
    return upload;
}

QByteArray UploadTest::content(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint64 state = 42;
    for (char &byte : bytes) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        byte = static_cast<char>(state >> 56);
    }
    return bytes;
}

QString UploadTest::file(const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(u"source.bin"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The test cannot write its file.");
    return file.fileName();
}

QList<Request> UploadTest::asked(const char *part) const
{
    QList<Request> found;
    for (const Request &request : m_deployment->requests()) {
        if (request.target.contains(part))
            found.append(request);
    }
    return found;
}

QJsonObject UploadTest::finishBody() const
{
    const QList<Request> finished = asked("/finish-upload/");
    return finished.isEmpty() ? QJsonObject() : bodyOf(finished.constLast());
}

QString UploadTest::inSeconds(int seconds) const
{
    return QDateTime::currentDateTimeUtc().addSecs(seconds).toString(Qt::ISODateWithMs);
}

QString UploadTest::putUrl() const
{
    return m_storage->url() + u"/bucket/a%20b?X-Amz-Signature=SECRET&n="_s
        + QString::number(m_deployment->requests().size());
}

Step UploadTest::createUpload(const Request &request) const
{
    const QJsonObject asked = bodyOf(request);
    const QJsonObject methods = asked.value("proposedUploadMethods"_L1).toObject();
    const QJsonObject put = methods.value("putUrl"_L1).toObject();
    QJsonObject method { { u"dataInline"_s, true } };
    if (!m_takesInline || !methods.contains("dataInline"_L1)) {
        const QJsonObject headers { { u"Content-Type"_s, put.value("contentType"_L1) },
            { u"Content-Length"_s, QString::number(put.value("contentLength"_L1).toInteger()) },
            { u"Content-Encoding"_s, u"identity"_s } };
        method = { { u"putUrl"_s,
            QJsonObject {
                { u"url"_s, putUrl() }, { u"expires"_s, inSeconds(m_putSeconds) }, { u"headers"_s, headers } } } };
    }
    return replyWith({ { u"projectId"_s, asked.value("projectId"_L1) }, { u"uploadId"_s, asked.value("uploadId"_L1) },
        { u"expires"_s, asked.value("expires"_L1) }, { u"uploadMethod"_s, method } });
}

Step UploadTest::createArtifact(const Request &request) const
{
    const QJsonObject asked = bodyOf(request);
    const QString type = asked.value("storageType"_L1).toString();
    QJsonObject reply { { u"storageType"_s, type } };
    if (type == "s3"_L1) {
        reply.insert(u"contentType"_s, asked.value("contentType"_L1));
        reply.insert(u"expires"_s, inSeconds(m_putSeconds));
        reply.insert(u"putUrl"_s, putUrl());
    } else if (type == "object"_L1) {
        reply.insert(u"name"_s, u"t/T1/0/public/it's a.txt"_s);
        reply.insert(u"projectId"_s, u"none"_s);
        reply.insert(u"uploadId"_s, u"Pn_Tz965QHCh32jyK1fL5Q"_s);
        reply.insert(u"expires"_s, asked.value("expires"_L1));
        reply.insert(u"credentials"_s, credentials(u"artifact-upload"_s));
    }
    return replyWith(reply);
}

Step UploadTest::answer(const Request &request)
{
    if (m_override) {
        if (const auto step = m_override(request))
            return *step;
    }
    if (request.target.contains("/finish-upload/"))
        return Step::json("{}");
    if (request.target.contains("/upload/"))
        return createUpload(request);
    if (request.target.endsWith("/status"))
        return Step::json(R"({"status":{"taskId":"T1","expires":"2031-02-03T04:05:06.789Z"}})");
    if (request.target.contains("/artifacts/") && request.verb == "POST")
        return createArtifact(request);
    if (request.target.contains("/artifacts/"))
        return Step::reply(204, "application/json", {});
    return Step::json(R"({"error":"Not found"})", 404);
}
