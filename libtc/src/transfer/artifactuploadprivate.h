// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "transfer/putprivate.h"

#include <tc/artifactupload.h>

namespace tc {

/// The course of an artifact's creation: ask for the task's expiry unless it is given, create, and then by kind: send
/// the content to the queue's bucket, or to the object service as an upload of its own that is finished here, or
/// nothing.
class ArtifactUploadPrivate : public PutPrivate
{
    Q_OBJECT

public:
    ArtifactUploadPrivate(Client *theClient, NewArtifact wanted, ArtifactContent what);
    ~ArtifactUploadPrivate() override;

    NewArtifact artifact;
    qint64 contentSize() const;

protected:
    void attempt() override;
    void dropAttempt() override;
    void pausedChanged() override;
    void locate() override;
    void sent() override;

private:
    void askExpiry();
    void setOff();
    Call call(const MethodInfo *method, const QJsonObject &body) const;
    QJsonObject description() const;
    void onCreated(Reply<Json> *reply);
    void sendToBucket(const QJsonObject &answer, const ResponseInfo &response);
    void sendObject(const QJsonObject &answer);
    void onObjectSent(const QString &uploadId);

    ArtifactContent m_content;
    std::unique_ptr<Client> m_objectClient; ///< with the credentials that the queue hands out for the object
    QPointer<Upload> m_upload;
    qint64 m_objectSize = -1;
    bool m_askedAgain = false; ///< for credentials, because those for the object had expired
};

} // namespace tc
