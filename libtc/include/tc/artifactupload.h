// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/upload.h>

#include <QUrl>

namespace tc {

class ArtifactUploadPrivate;

/// An artifact that is to be, of a run that is under way. The scope for it is queue:create-artifact:TASK/RUN, which the
/// credentials of a claimed task have.
struct NewArtifact {
    QString taskId {};
    int runId = 0;
    QString name {}; ///< printable ASCII
    /// Not after the task's own expiry. Absent is that expiry, which the queue is asked for (queue:status:TASK).
    std::optional<QDateTime> expires {};
};

/// Content that the object service keeps, with its hashes.
struct ObjectContent {
    UploadSource source;
    QString contentType { QStringLiteral("application/octet-stream") };
};

/// Content in the queue's own bucket, without hashes.
struct S3Content {
    UploadSource source;
    QString contentType { QStringLiteral("application/octet-stream") };
    QString contentEncoding {}; ///< empty, or "gzip" for a source that is packed: downloads unpack it then
};

/// Stands for another artifact of the same run.
struct LinkContent {
    QString artifact {}; ///< its name
    QString contentType {}; ///< may be empty
};

/// Content that somebody else keeps. Whoever downloads it is asked whether that host will do.
struct ReferenceContent {
    QUrl url {};
    QString contentType { QStringLiteral("application/octet-stream") };
};

/// Says why there is no content: who downloads it gets an Error of kind Artifact.
struct ErrorContent {
    /// "file-missing-on-worker", "invalid-resource-on-worker", "too-large-file-on-worker" or
    /// "file-not-readable-on-worker"
    QString reason {};
    QString message {};
};

using ArtifactContent = std::variant<ObjectContent, S3Content, LinkContent, ReferenceContent, ErrorContent>;

/// Creates an artifact of any kind and uploads its content. The credentials of the client are those of the task; an
/// object is uploaded with the credentials that the queue hands out for it, and finished at both services.
///
/// All that tc::Upload says about sending holds here too. See tc::Transfer for the course.
class ArtifactUpload : public Transfer
{
    Q_OBJECT

public:
    ArtifactUpload(Client *client, NewArtifact artifact, ArtifactContent content, QObject *parent = nullptr);
    ~ArtifactUpload() override;

    /// To be called before control returns to the event loop.
    void setOptions(UploadOptions options);

    /// As it was asked for, with its expiry once that is known.
    const NewArtifact &artifact() const;
    /// Bytes of the content; -1 until a file has been opened, and for the kinds that have none.
    qint64 size() const;

private:
    friend class ArtifactUploadPrivate;
    ArtifactUploadPrivate *course() const;
};

} // namespace tc
