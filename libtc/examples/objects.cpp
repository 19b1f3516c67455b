// SPDX-License-Identifier: MPL-2.0
// tc-objects put FILE NAME, tc-objects get NAME FILE: to and from the object service.
// tc-objects echo NAME TEXT: the same without files.
#include <tc/download.h>
#include <tc/environment.h>
#include <tc/fromnow.h>
#include <tc/upload.h>

#include <QBuffer>
#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

int complain(const tc::Error &error)
{
    std::fprintf(stderr, "tc-objects: %s\n", qUtf8Printable(error.message));
    return 1;
}

int put(tc::Client *client, const QString &file, const QString &name)
{
    //! [upload an object]
    tc::NewObject object;
    object.name = name;
    object.projectId = u"demo"_s;
    object.contentType = u"text/plain"_s;
    object.expires = *tc::fromNow(u"1 week"_s);
    tc::Upload upload(client, object, file);
    const auto sent = tc::wait(&upload);
    if (!sent)
        return complain(sent.error);
    std::printf("sha256 %s\n", upload.sha256().constData());
    //! [upload an object]
    return 0;
}

int get(tc::Client *client, const QString &name, const QString &file)
{
    //! [download an object]
    const auto got = tc::wait(new tc::Download(client, tc::ObjectRef { name }, file));
    if (!got)
        return complain(got.error);
    std::printf("%s, %lld bytes, sha256 %s\n", got->contentType.constData(), static_cast<long long>(got->contentLength),
        got->hashes.value(u"sha256"_s).constData());
    //! [download an object]
    return 0;
}

int echo(tc::Client *client, const QString &name, const QByteArray &text)
{
    //! [objects in memory]
    tc::NewObject object;
    object.name = name;
    object.projectId = u"demo"_s;
    object.expires = *tc::fromNow(u"1 hour"_s);
    // A buffer would do; this is how anything that can be read more than once is uploaded.
    tc::UploadSource::Devices devices;
    devices.size = text.size();
    devices.make = [text] {
        auto device = std::make_unique<QBuffer>();
        device->setData(text);
        device->open(QIODevice::ReadOnly);
        return device;
    };
    tc::Upload upload(client, object, devices);
    if (const auto sent = tc::wait(&upload); !sent)
        return complain(sent.error);

    const auto got
        = tc::wait(new tc::Download(client, tc::ObjectRef { name }, tc::DownloadTarget::Buffer { 1024 * 1024 }));
    if (!got)
        return complain(got.error);
    std::printf("%s\n", got->data.constData());
    //! [objects in memory]
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    tc::Client client(tc::optionsFromEnvironment());
    if (words.size() == 4 && words.at(1) == u"put")
        return put(&client, words.at(2), words.at(3));
    if (words.size() == 4 && words.at(1) == u"get")
        return get(&client, words.at(2), words.at(3));
    if (words.size() == 4 && words.at(1) == u"echo")
        return echo(&client, words.at(2), words.at(3).toUtf8());
    std::fprintf(stderr, "usage: tc-objects put FILE NAME | get NAME FILE | echo NAME TEXT\n");
    return 2;
}
