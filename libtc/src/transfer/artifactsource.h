// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "transfer/hasher.h"

#include <tc/client.h>
#include <tc/download.h>

#include <QPointer>

#include <functional>
#include <memory>

namespace tc {

/// Where an artifact's bytes are.
struct ContentLocation {
    QUrl url;
    Hashes hashes; ///< that the content must have
    bool untrusted = false; ///< somebody outside of the deployment chose the URL
};

/// Asks the queue, and the object service for objects, where an artifact's bytes are. Each request is a fresh one,
/// because what they answer expires.
class ArtifactSource : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(Result<ContentLocation>)>;

    ArtifactSource(Client *client, ArtifactRef artifact, QObject *parent);
    ~ArtifactSource() override;

    /// Calls \a answer once, later. A second call or the source's end drops the first one's answer.
    void locate(Answer answer);
    void cancel();

private:
    void ask(const MethodInfo &method);
    void onArtifact(const Json &json);
    void onArtifactFailed(const Error &error, bool mayBeOld);
    void askObjectService(const QJsonObject &artifact);
    void onObject(const Json &json);
    void give(Result<ContentLocation> result);

    QPointer<Client> m_client;
    std::unique_ptr<Client> m_objectClient; ///< with the credentials that the queue hands out for one object
    ArtifactRef m_artifact;
    QPointer<ReplyBase> m_reply;
    Answer m_answer;
};

} // namespace tc
