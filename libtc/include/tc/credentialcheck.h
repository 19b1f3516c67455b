// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/client.h>
#include <tc/temporarycredentials.h>

#include <memory>

namespace tc {

class CredentialCheckPrivate;

/// Asks a deployment about the credentials of a client: when they end, whether they are active, which scopes they have.
///
/// Everything a Reply promises holds for it: it starts on the next turn of the event loop, finished() comes exactly
/// once and last, abort() is asynchronous and ends in Cancelled, it deletes itself after finished() unless told
/// otherwise. It lives on its client's thread.
///
/// The scopes are those of auth.currentScopes. The end is the earlier one of the certificate's and of the issuing
/// client's, which auth.client tells; that is asked anonymously and, where anonymous callers may not, with the
/// credentials. What nobody may see stays unknown. Credentials that the auth service refuses are a result, not an
/// error: they are not active, and inactiveReason says why. Errors are what leaves that open, such as no reply, or a
/// certificate that cannot be read.
class CredentialCheck : public QObject
{
    Q_OBJECT

public:
    /// Without \a parent it belongs to itself. It must be made on the thread of \a client; when that is destroyed, it
    /// ends in Cancelled.
    explicit CredentialCheck(Client *client, QObject *parent = nullptr);
    ~CredentialCheck() override;

    bool isFinished() const;
    /// The error; its kind is None while the check runs and when it went well.
    const Error &error() const;
    /// The result; a default value unless the check went well.
    const CredentialInformation &information() const;

    void abort();
    void setAutoDelete(bool on);

    /// \a f takes the information, by const reference.
    template <typename Context, typename F>
    CredentialCheck *onSuccess(Context *context, F f)
    {
        connect(this, &CredentialCheck::finished, context, [this, context, f = std::move(f)]() mutable {
            if (!error())
                detail::callBack(f, context, information());
        });
        return this;
    }

    template <typename Context, typename F>
    CredentialCheck *onFailure(Context *context, F f)
    {
        connect(this, &CredentialCheck::finished, context, [this, context, f = std::move(f)]() mutable {
            if (error())
                detail::callBack(f, context, error());
        });
        return this;
    }

Q_SIGNALS:
    /// The check is over, well or not.
    void finished();

private:
    friend class CredentialCheckPrivate;
    std::unique_ptr<CredentialCheckPrivate> d;
};

} // namespace tc
