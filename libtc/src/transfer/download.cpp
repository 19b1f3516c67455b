// SPDX-License-Identifier: MPL-2.0
#include <tc/download.h>

#include "transfer/downloadprivate.h"

namespace tc {

Download::Download(Client *client, ArtifactRef artifact, DownloadTarget target, QObject *parent)
    : Transfer(std::make_unique<DownloadPrivate>(client, std::move(artifact), std::move(target)), parent)
{
}

Download::Download(Client *client, ObjectRef object, DownloadTarget target, QObject *parent)
    : Transfer(std::make_unique<DownloadPrivate>(client, std::move(object), std::move(target)), parent)
{
}

Download::~Download() = default;

DownloadPrivate *Download::course() const
{
    return static_cast<DownloadPrivate *>(d.get());
}

void Download::setOptions(DownloadOptions options)
{
    course()->setOptions(std::move(options));
}

ArtifactRef Download::artifact() const
{
    const auto *artifact = std::get_if<ArtifactRef>(&course()->name());
    return artifact ? *artifact : ArtifactRef();
}

QString Download::filePath() const
{
    return course()->filePath();
}

QString Download::partialPath() const
{
    const QString path = course()->filePath();
    return path.isEmpty() ? QString() : PartFile::pathFor(path);
}

QByteArray Download::contentType() const
{
    return course()->contentType;
}

qint64 Download::contentLength() const
{
    return course()->contentLength();
}

qint64 Download::bytesWritten() const
{
    return course()->sink ? course()->sink->written() : 0;
}

qint64 Download::bytesFetched() const
{
    return course()->fetched();
}

QByteArray Download::takeData()
{
    return takeResult().data;
}

Downloaded Download::takeResult()
{
    return course()->takeResult();
}

Result<Downloaded> wait(Download *download)
{
    const QPointer<Download> guard(download);
    Result<Downloaded> result;
    result.error = wait(static_cast<Transfer *>(download)).error;
    if (guard && !result.error)
        result.value = download->takeResult();
    delete guard.data();
    return result;
}

} // namespace tc
