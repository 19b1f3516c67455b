// SPDX-License-Identifier: MPL-2.0
#include <tc/download.h>

#include "transfer/downloadprivate.h"

using namespace Qt::StringLiterals;

namespace tc {

Download::Download(Client *client, ArtifactRef artifact, const QString &filePath, QObject *parent)
    : QObject(parent ? parent : lastOwner()), d(std::make_unique<DownloadPrivate>(this, client, std::move(artifact)))
{
    d->filePath = filePath;
}

Download::Download(Client *client, ArtifactRef artifact, QIODevice *target, QObject *parent)
    : QObject(parent ? parent : lastOwner()), d(std::make_unique<DownloadPrivate>(this, client, std::move(artifact)))
{
    d->device = target;
}

Download::~Download() = default;

void Download::setOptions(DownloadOptions options)
{
    d->options = std::move(options);
}

void Download::setAutoDelete(bool on)
{
    d->autoDelete = on;
}

void Download::abort()
{
    d->abort();
}

bool Download::isFinished() const
{
    return d->finished;
}

const Error &Download::error() const
{
    return d->error;
}

const ArtifactRef &Download::artifact() const
{
    return d->artifact;
}

QString Download::filePath() const
{
    return d->filePath;
}

QString Download::partialPath() const
{
    return d->filePath.isEmpty() ? QString() : d->filePath + u".part"_s;
}

QByteArray Download::contentType() const
{
    return d->contentType;
}

qint64 Download::bytesWritten() const
{
    return d->sink ? d->sink->written() : 0;
}

} // namespace tc
