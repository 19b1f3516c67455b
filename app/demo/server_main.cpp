// SPDX-License-Identifier: MPL-2.0
// The demo deployment as a process of its own: for benchmarks, and to try other clients on.
#include "demo/demodeployment.h"
#include "demo/demoserver.h"
#include "demo/services/services.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QSslKey>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

bool readTls(const QString &certificatePath, const QString &keyPath, QSslConfiguration *configuration)
{
    const auto chain = QSslCertificate::fromPath(certificatePath, QSsl::Pem);
    QFile file(keyPath);
    if (chain.isEmpty() || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray pem = file.readAll();
    QSslKey key(pem, QSsl::Rsa);
    if (key.isNull())
        key = QSslKey(pem, QSsl::Ec);
    configuration->setLocalCertificateChain(chain);
    configuration->setPrivateKey(key);
    return !key.isNull();
}

int complain(const QString &what)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(what));
    return 1;
}

/// What a program that started this one needs to call it.
QByteArray factsOf(const demo::DemoServer &server)
{
    const demo::DemoCredentials admin = demo::DemoDeployment::admin();
    const QJsonObject groups { { u"5"_s, demo::DemoDeployment::groupOf5() },
        { u"300"_s, demo::DemoDeployment::groupOf300() }, { u"12000"_s, demo::DemoDeployment::groupOf12000() } };
    const QJsonObject facts { { u"rootUrl"_s, server.rootUrl() }, { u"clientId"_s, admin.clientId },
        { u"accessToken"_s, admin.accessToken }, { u"groups"_s, groups },
        { u"taskId"_s, demo::DemoDeployment::everyArtifactTask() } };
    return QJsonDocument(facts).toJson(QJsonDocument::Compact);
}

/// An object of so many bytes, and one with the same content that a request for all of it gets nine tenths of.
bool addObject(const QString &size, demo::DemoServer *server)
{
    bool isNumber = false;
    demo::StoredObject object;
    object.name = u"made/"_s + size;
    object.projectId = u"made"_s;
    object.contentType = u"application/octet-stream"_s;
    object.expires = server->context().now() + 24LL * 3600 * 1000;
    object.content = demo::Content::blocks(1, size.toLongLong(&isNumber));
    demo::hashNow(&object);
    auto &objects = server->context().state.objects;
    objects.insert(object.name, object);
    object.name += u"/cut"_s;
    object.cutAt = object.content.size / 10 * 9;
    objects.insert(object.name, object);
    return isNumber && object.content.size >= 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tc-demo-server"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"A small Taskcluster on 127.0.0.1. Prints its root URL and serves until it is ended."_s);
    parser.addHelpOption();
    const QCommandLineOption port(u"port"_s, u"Port to listen on; 0 takes any."_s, u"number"_s, u"0"_s);
    const QCommandLineOption latency(u"latency"_s, u"Milliseconds to wait before every answer."_s, u"ms"_s, u"0"_s);
    const QCommandLineOption still(u"still"_s, u"Let no task change by itself."_s);
    const QCommandLineOption certificate(u"tls-cert"_s, u"Serve https with this certificate (PEM)."_s, u"file"_s);
    const QCommandLineOption key(u"tls-key"_s, u"The key of the certificate (PEM)."_s, u"file"_s);
    const QCommandLineOption secrets(
        u"secrets"_s, u"Have so many secrets besides the named ones."_s, u"number"_s, u"60"_s);
    const QCommandLineOption facts(u"facts"_s, u"Print root URL, credentials and well-known ids as a line of JSON."_s);
    const QCommandLineOption object(
        u"object"_s, u"Have an object made/BYTES of so many bytes; may be given again."_s, u"bytes"_s);
    parser.addOptions({ port, latency, still, certificate, key, secrets, facts, object });
    parser.process(application);

    demo::DemoOptions options;
    options.port = parser.value(port).toUShort();
    options.latencyMs = parser.value(latency).toInt();
    options.bulkSecrets = parser.value(secrets).toInt();
    options.simulate = !parser.isSet(still);
    if (parser.isSet(certificate) && !readTls(parser.value(certificate), parser.value(key), &options.tls))
        return complain(u"The certificate or its key cannot be read."_s);
    demo::DemoServer server(options);
    for (const QString &size : parser.values(object)) {
        if (!addObject(size, &server))
            return complain(u"\"%1\" is no number of bytes."_s.arg(size));
    }
    if (!server.start())
        return complain(server.errorString());
    std::printf("%s\n", parser.isSet(facts) ? factsOf(server).constData() : qUtf8Printable(server.rootUrl()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
