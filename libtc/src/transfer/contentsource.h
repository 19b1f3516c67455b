// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "transfer/hasher.h"

#include <tc/client.h>
#include <tc/download.h>

#include <QPointer>

#include <functional>
#include <memory>
#include <variant>

namespace tc {

/// What a download is of.
using ContentName = std::variant<ArtifactRef, ObjectRef>;

/// Where the bytes are.
struct ContentLocation {
    QUrl url;
    Hashes hashes; ///< that the content must have
    bool untrusted = false; ///< somebody outside of the deployment chose the URL
};

/// Asks the queue, and the object service for objects, where the bytes are. Each request is a fresh one, because what
/// they answer expires: addresses after a minute or half an hour, an object's credentials after an hour.
class ContentSource : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(Result<ContentLocation>)>;

    ContentSource(Client *client, ContentName name, QObject *parent);
    ~ContentSource() override;

    const ContentName &name() const { return m_name; }
    void setPolicy(bool managedOnly, bool allowUnverified);
    /// Calls \a answer once, later. A second call or the source's end drops the first one's answer.
    void locate(Answer answer);
    void cancel();

private:
    using Handler = void (ContentSource::*)(const Json &);

    Reply<Json> *send(Client *client, Call call, Handler handler);
    void askQueue(bool asBrowser);
    void onArtifact(const Json &json);
    void onArtifactFailed(const Error &error, bool asBrowser);
    void askObjectService(Client *client, const QString &name);
    void onObject(const Json &json);
    void onObjectFailed(const Error &error);
    void give(Result<ContentLocation> result);
    void fail(ErrorKind kind, const QString &message, const QString &code = {});

    QPointer<Client> m_client;
    std::unique_ptr<Client> m_objectClient; ///< with the credentials that the queue hands out for one object
    ContentName m_name;
    QPointer<ReplyBase> m_reply;
    Answer m_answer;
    bool m_managedOnly = false;
    bool m_allowUnverified = false;
    bool m_askedAgain = false; ///< for credentials that had expired
};

} // namespace tc
