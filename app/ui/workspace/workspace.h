// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/accountregistry.h"
#include "core/accounts/secretstore.h"
#include "core/accounts/sessionpool.h"
#include "ui/workspace/outside.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QSettings;

namespace core {
class DraftStore;
class LocalCopies;
class TransferModel;
struct Location;
} // namespace core

namespace ui {

class Preferences;
class Recents;
class SecretClipboard;

/// A deployment that the start page offers.
struct KnownDeployment {
    QString name;
    QString rootUrl;
};

/// An embedded demo deployment that has been started.
struct Demo {
    core::SessionOptions options;
    QStringList taskGroupIds; ///< what there is to see; the first is opened at the start
};

/// What all pages of a window share: accounts and their open sessions, what was seen, transfers, settings, the ways
/// outside.
class Workspace : public QObject
{
    Q_OBJECT

public:
    /// Gives its answer once, from the call or later, on the same thread; nothing when the demo does not start.
    using DemoStarter = std::function<void(std::function<void(const std::optional<Demo> &)> answer)>;

    /// \a settings must outlive this. \a keychain keeps the secrets of accounts.
    Workspace(QSettings *settings, std::unique_ptr<Outside> outside, std::unique_ptr<core::SecretStore> keychain,
        QObject *parent = nullptr);
    ~Workspace() override;

    core::AccountRegistry *registry() { return &m_registry; }
    core::SecretStore *keychain() const { return m_keychain.get(); }

    /// Opens a deployment with an account that comes from outside, for example the environment. It is for this run, and
    /// is used there wherever no other account is named. Null when the root URL is malformed.
    core::Session *open(const core::SessionOptions &options);
    /// The session of an account; null when there is none with this id.
    core::Session *session(const QString &accountId) { return m_pool.session(accountId); }
    /// The session that a place is looked at with, opened anonymously when its deployment is known and has no account;
    /// null when it is not known, and the person has to be asked first.
    core::Session *session(const core::Location &location);
    /// The account behind that session; null like it.
    const core::Account *account(const core::Location &location);
    std::vector<core::Session *> sessions() const { return m_pool.sessions(); }
    /// Makes an account its deployment's default, from now on also where open() brought another one.
    void prefer(const QString &accountId);
    /// Whether a location there may be opened without asking.
    bool isKnown(const QString &rootUrl) const;
    /// The person said yes; kept for the next start.
    void approve(const QString &rootUrl);
    static QList<KnownDeployment> wellKnown();

    /// How the embedded demo deployment is started on demand.
    void setDemoStarter(DemoStarter starter) { m_demoStarter = std::move(starter); }
    bool canStartDemo() const { return m_demoStarter != nullptr; }
    /// \a then gets the demo's session, from this call or later, or null; it is dropped when \a context dies.
    void startDemo(QObject *context, std::function<void(core::Session *)> then);
    QString demoRoot() const { return m_demoRoot; }
    QStringList demoGroups() const { return m_demoGroups; }

    Recents *recents() const { return m_recents; }
    core::TransferModel *transfers() const { return m_transfers; }
    /// Artifacts that can be dragged out.
    core::LocalCopies *localCopies() const { return m_localCopies; }
    /// Changes of secrets that were not saved.
    core::DraftStore *drafts() const { return m_drafts; }
    QSettings *settings() const { return m_settings; }
    Preferences *preferences() const { return m_preferences; }
    /// For everything that is copied and secret.
    SecretClipboard *secretClipboard() const { return m_secretClipboard; }
    Outside *outside() const { return m_outside.get(); }

    /// Who asks the person about hosts that a task chose; without it they are refused.
    void setHostAsker(tc::DownloadOptions::AskHost asker) { m_hostAsker = std::move(asker); }

Q_SIGNALS:
    /// Which accounts there are, or what one of them is called.
    void accountsChanged();
    /// Everything that was kept here is gone; see Forgetting.
    void forgotten();

private:
    core::Session *openDemo(const Demo &demo);
    void prepare(core::SessionOptions *options) const;
    void applyPreferences();
    void ask(const QUrl &url, std::function<void(bool)> answer) const;

    QSettings *m_settings;
    std::unique_ptr<Outside> m_outside;
    std::unique_ptr<core::SecretStore> m_keychain;
    core::AccountRegistry m_registry;
    core::SessionPool m_pool;
    QHash<QString, core::SessionOptions> m_given; ///< by account, what open() was told
    QHash<QString, QString> m_preferred; ///< by deployment, the account that open() was told
    tc::DownloadOptions::AskHost m_hostAsker;
    DemoStarter m_demoStarter;
    QString m_demoRoot;
    QStringList m_demoGroups;
    Preferences *m_preferences;
    Recents *m_recents;
    SecretClipboard *m_secretClipboard;
    core::DraftStore *m_drafts;
    core::TransferModel *m_transfers; // ends its transfers before the sessions go
    core::LocalCopies *m_localCopies;
};

} // namespace ui
