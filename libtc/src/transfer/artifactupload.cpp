// SPDX-License-Identifier: MPL-2.0
#include <tc/artifactupload.h>

#include "transfer/artifactuploadprivate.h"

namespace tc {

ArtifactUpload::ArtifactUpload(Client *client, NewArtifact artifact, ArtifactContent content, QObject *parent)
    : Transfer(std::make_unique<ArtifactUploadPrivate>(client, std::move(artifact), std::move(content)), parent)
{
}

ArtifactUpload::~ArtifactUpload() = default;

ArtifactUploadPrivate *ArtifactUpload::course() const
{
    return static_cast<ArtifactUploadPrivate *>(d.get());
}

void ArtifactUpload::setOptions(UploadOptions options)
{
    course()->ownPolicy = options.retry;
    course()->stallTimeout = options.stallTimeout;
}

const NewArtifact &ArtifactUpload::artifact() const
{
    return course()->artifact;
}

qint64 ArtifactUpload::size() const
{
    return course()->contentSize();
}

} // namespace tc
