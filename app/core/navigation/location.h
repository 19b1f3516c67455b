// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

#include <QMetaType>
#include <QString>
#include <QUrl>

#include <optional>

namespace core {

/// One place in Taskcluster as one value. A pasted link, a tab, a history entry and a command-line argument are
/// all this. Values made by parse() hold only well-formed ids; names and index paths may still be hostile text.
struct Location {
    enum class Kind {
        None, ///< no place
        Deployment, ///< the front page of a deployment
        TaskOrGroup, ///< a bare id, in taskId: undecided until the queue is asked, see LocationResolver
        TaskGroup, ///< taskGroupId
        Task, ///< taskId
        Run, ///< taskId, runId
        Definition, ///< taskId: the definition of the task
        Artifact, ///< taskId, runId or the latest run, name
        Log, ///< the same for an artifact that is to be read as a log
        Index, ///< name: an index path, of a namespace or of a task; empty is the top
        IndexArtifact, ///< indexPath and name: an artifact of whatever task is indexed there
        Secrets, ///< all secrets
        Secret, ///< name
        Clients, ///< all clients
        Client, ///< name: a clientId
        Roles, ///< all roles
        Role, ///< name: a roleId
        Scopes, ///< who holds a scope; name: the scope, may be empty
        Elsewhere, ///< a page of the web UI that this application does not have; its encoded path in name
        Accounts, ///< of this application, as the two below: its accounts; account is the one that is shown
        Transfers,
        Settings,
    };

    Kind kind = Kind::None;
    /// Root URL of the deployment, "https://host" or "https://host:port" in lower case and ASCII. Empty means
    /// the deployment that is open, because the text did not name one.
    QString rootUrl;
    QString taskGroupId;
    QString taskId;
    std::optional<int> runId; ///< absent is the latest run
    QString name; ///< artifact name or index path, decoded
    QString indexPath;
    qint64 firstLine = 0; ///< of a log, counted from 1; 0 when the link names no line
    qint64 lastLine = 0;
    /// Id of the account to look with; empty is the deployment's default one. No part of the URL, so parse() leaves it
    /// empty and toUrl() leaves it out.
    QString account;

    /// Reads what a person typed or pasted: a URL of the web UI or of the API, a path of one, a task or group id,
    /// an index path (with or without the "index." of a route). The error is of the Usage kind with a message for
    /// the person. Signatures in URLs are not kept.
    static tc::Result<Location> parse(const QString &text);

    static Location deployment(const QString &rootUrl);
    static Location taskGroup(const QString &rootUrl, const QString &taskGroupId);
    static Location task(const QString &rootUrl, const QString &taskId);
    static Location run(const QString &rootUrl, const QString &taskId, int runId);
    static Location artifact(
        const QString &rootUrl, const QString &taskId, std::optional<int> runId, const QString &name);
    static Location log(const QString &rootUrl, const QString &taskId, std::optional<int> runId, const QString &name);
    static Location index(const QString &rootUrl, const QString &indexPath);
    static Location secrets(const QString &rootUrl);
    static Location secret(const QString &rootUrl, const QString &name);
    static Location clients(const QString &rootUrl);
    static Location client(const QString &rootUrl, const QString &clientId);
    static Location roles(const QString &rootUrl);
    static Location role(const QString &rootUrl, const QString &roleId);
    static Location scopes(const QString &rootUrl, const QString &scope = {});
    static Location accounts(const QString &accountId = {});
    static Location transfers();
    static Location settings();

    bool isValid() const { return kind != Kind::None; }
    /// Whether this is a page of the application itself, which belongs to no deployment.
    bool isOwn() const { return kind == Kind::Accounts || kind == Kind::Transfers || kind == Kind::Settings; }
    /// Whether this belongs to the deployment at \a root: scheme, host and port are the same, or none is named.
    bool isAt(const QString &root) const;
    /// The same place with the deployment filled in when none is named.
    Location at(const QString &root) const;

    /// The same place through the eyes of another account.
    Location as(const QString &accountId) const;

    /// The page of the web UI, or the URL of the API for what has none; parse() gives the same place again. Relative
    /// ("/tasks/…") when no deployment is named, empty for Kind::None. A bare id is taken for a task. The application's
    /// own places have URLs of the scheme "taskcluster-desktop".
    QUrl toUrl() const;
    /// What the location bar shows: the URL, or the bare id or index path while that is all there is.
    QString toText() const;

    friend bool operator==(const Location &, const Location &) = default;
};

/// Root URL in the form in which Location keeps it: lower case, ASCII host, no default port, no path. Empty when
/// \a url is not http or https, has no host, or carries a user name or password.
QString normalizedRoot(const QUrl &url);

/// Whether \a text has the form of a task or task group id.
bool isSlugId(QStringView text);

} // namespace core

Q_DECLARE_METATYPE(core::Location)
