// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/upload.h>

namespace tc {

class ArtifactUploadPrivate;

/// An artifact that is to be, of a run that is under way. The scope for it is queue:create-artifact:TASK/RUN, which the
/// credentials of a claim have.
struct NewArtifact {
    QString taskId {};
    int runId = 0;
    QString name {}; ///< printable ASCII
    std::optional<QDateTime> expires {}; ///< absent is when the task expires, which is asked for then; not later
};

/// Content that the object service keeps, with its hashes.
struct ObjectContent {
    UploadSource source {};
    QString contentType { QStringLiteral("application/octet-stream") };
};

/// Content in the queue's own bucket, without hashes.
struct S3Content {
    UploadSource source {};
    QString contentType { QStringLiteral("application/octet-stream") };
    /// Empty, or "gzip" for a source that is packed already: then downloads unpack it.
    QString contentEncoding {};
};

/// Another artifact of the same run, by its name.
struct LinkContent {
    QString artifact {};
    QString contentType {}; ///< may be empty
};

/// Content that somebody else keeps. Who downloads it is asked whether that host will do.
struct ReferenceContent {
    QUrl url {};
    QString contentType { QStringLiteral("application/octet-stream") };
};

/// Says why there is no content. Readers get \a message in an Error of kind Artifact.
struct ErrorContent {
    QString reason {}; ///< file-missing-on-worker, invalid-resource-on-worker, too-large-file-on-worker or
                       ///< file-not-readable-on-worker
    QString message {};
};

using ArtifactContent = std::variant<ObjectContent, S3Content, LinkContent, ReferenceContent, ErrorContent>;

/// Creates an artifact of any kind and uploads its content, with the credentials of \a client, which are those of the
/// task. An object is uploaded with the credentials that the queue hands out for it, and finished at both services.
///
/// As tc::Upload in everything: starts on the next turn of the event loop, finished() comes exactly once, errors reach
/// the caller, what can be tried again is.
class ArtifactUpload : public QObject
{
    Q_OBJECT

public:
    ArtifactUpload(Client *client, NewArtifact artifact, ArtifactContent content, QObject *parent = nullptr);
    ~ArtifactUpload() override;

    /// To be called before control returns to the event loop.
    void setOptions(UploadOptions options);
    void setAutoDelete(bool on);
    void abort();
    void pause();
    void resume();

    bool isPaused() const;
    bool isFinished() const;
    const Error &error() const;
    /// As it was asked for, with its expiry once that is known.
    const NewArtifact &artifact() const;
    qint64 size() const; ///< bytes of the content; -1 while unknown and for kinds without any

Q_SIGNALS:
    /// Bytes handed to the network in this attempt.
    void progress(qint64 sent, qint64 total);
    /// The bytes are sent again, from the start, after \a delay.
    void retrying(int attempt, std::chrono::milliseconds delay, const tc::Error &reason);
    void finished();

private:
    friend class ArtifactUploadPrivate;
    std::unique_ptr<ArtifactUploadPrivate> d;
};

} // namespace tc
