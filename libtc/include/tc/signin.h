// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/client.h>

namespace tc {

class SignInPrivate;

/// What a sign-in asks the deployment for. The person may change all of it on the deployment's page.
struct SignInOptions {
    /// Of the client to be made, after which six random characters come; it stands below the person's own client id, so
    /// it may hold A-Z a-z 0-9 ! @ / : . + | _ -.
    QString name { QStringLiteral("libtc") };
    /// Scopes to ask for; the client gets those of them that the person has. None means what everybody may do.
    QStringList scopes {};
    QString expires { QStringLiteral("1d") }; ///< how long the client lives, in the page's words: "1d", "3 days"
    QString description {}; ///< of the client, for whoever looks at the list of clients
    quint16 port = 0; ///< to listen on, for a browser that reaches this machine through a tunnel; 0 takes any
    std::chrono::milliseconds timeout { 600'000 }; ///< for the person; the check of what comes has the client's own
};

/// Gets credentials from a person who is signed in to the deployment's web pages in a browser.
///
/// start() listens on the loopback addresses and gives the URL of a page on which the person makes a client. The page
/// then sends the browser here with the client's id and access token. This class does not open a browser: the URL goes
/// to whatever does, or to a person who copies it. What the browser brings is checked with auth.currentScopes before it
/// is given out, together with the scopes that it stands for: show them to the person before anything is stored, for
/// the client may be another one than the person thinks.
///
/// The way back is a secret path of 128 random bits, named in the URL only. Its first GET ends the wait, a second gets
/// 410, and any other path, method or Host header 404. finished() comes exactly once after a start() that went well,
/// never from inside a call to this class, when the port is closed again. Lives on one thread; belongs to its caller;
/// destroying it ends everything silently.
class SignIn : public QObject
{
    Q_OBJECT

public:
    /// \a client says where the deployment is and how to call it; its credentials and authorized scopes are not used.
    explicit SignIn(ClientOptions client, SignInOptions options = {}, QObject *parent = nullptr);
    ~SignIn() override;

    /// The page to open; the same as url(). A Usage error for a malformed root URL or name and when it was started
    /// before, a Network error when no port can be had. After an error finished() does not come.
    Result<QUrl> start();
    /// Empty before start().
    QUrl url() const;

    /// Takes what the person typed or pasted in place of what the browser would bring: the wait ends and the check
    /// begins. Does nothing unless it waits.
    void submit(const Credentials &credentials);
    /// Ends it, asynchronously, in Cancelled. Does nothing once it has finished and before start().
    void abort();

    bool isFinished() const;
    /// Cancelled; Timeout when nobody came; Protocol when the browser came without credentials; otherwise why the
    /// deployment did not take them.
    const Error &error() const;
    /// Anonymous unless it went well.
    const Credentials &credentials() const;
    /// What the credentials stand for, with the scopes of their roles; empty unless it went well.
    const QStringList &scopes() const;

Q_SIGNALS:
    /// Somebody brought credentials, which are being checked.
    void received();
    void finished();

private:
    friend class SignInPrivate;
    std::unique_ptr<SignInPrivate> d;
};

} // namespace tc
