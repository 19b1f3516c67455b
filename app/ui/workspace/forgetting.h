// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QStringList>

namespace core {
struct SecretOutcome;
}

namespace ui {

class Workspace;

/// Removes everything that the application keeps for the person on this machine: accounts with their entries in the
/// keychain, drafts, history, settings.
class Forgetting : public QObject
{
    Q_OBJECT

public:
    /// \a workspace must outlive this.
    explicit Forgetting(Workspace *workspace, QObject *parent = nullptr);

    /// The keychain may ask its question, or not answer for long.
    void start();
    bool isBusy() const { return m_left > 0; }

Q_SIGNALS:
    /// \a stayed names the entries that the keychain would not remove, each with the reason.
    void finished(const QStringList &stayed);

private:
    void removed(const QString &id, const QString &name, const core::SecretOutcome &outcome);
    void stepDone();

    Workspace *m_workspace;
    QStringList m_stayed;
    int m_left = 0;
};

} // namespace ui
