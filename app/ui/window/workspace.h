// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/session.h"
#include "ui/window/outside.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QSettings;

namespace core {
class TransferModel;
}

namespace ui {

class Recents;

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

/// What all pages of a window share: open deployments, what was seen, transfers, settings, the ways outside.
class Workspace : public QObject
{
    Q_OBJECT

public:
    /// Gives its answer once, from the call or later, on the same thread; nothing when the demo does not start.
    using DemoStarter = std::function<void(std::function<void(const std::optional<Demo> &)> answer)>;

    /// \a settings must outlive this.
    Workspace(QSettings *settings, std::unique_ptr<Outside> outside, QObject *parent = nullptr);
    ~Workspace() override;

    /// Opens a deployment, or gives the session that is open there already.
    core::Session *open(const core::SessionOptions &options);
    /// The session at \a rootUrl, opened anonymously when the deployment is known; null when it is not known, and
    /// the person has to be asked first.
    core::Session *session(const QString &rootUrl);
    std::vector<core::Session *> sessions() const;
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
    QSettings *settings() const { return m_settings; }
    Outside *outside() const { return m_outside.get(); }

    /// Who asks the person about hosts that a task chose; without it they are refused.
    void setHostAsker(tc::DownloadOptions::AskHost asker) { m_hostAsker = std::move(asker); }

Q_SIGNALS:
    void sessionsChanged();

private:
    core::Session *openDemo(const Demo &demo);

    QSettings *m_settings;
    std::unique_ptr<Outside> m_outside;
    tc::DownloadOptions::AskHost m_hostAsker;
    DemoStarter m_demoStarter;
    QString m_demoRoot;
    QStringList m_demoGroups;
    QStringList m_approved;
    Recents *m_recents;
    std::vector<std::unique_ptr<core::Session>> m_sessions;
    core::TransferModel *m_transfers; // ends its transfers before the sessions go
};

} // namespace ui
