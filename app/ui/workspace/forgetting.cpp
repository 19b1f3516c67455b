// SPDX-License-Identifier: MPL-2.0
#include "ui/workspace/forgetting.h"

#include "core/accounts/secrettext.h"
#include "core/secrets/draftstore.h"
#include "core/transfers/localcopies.h"
#include "core/transfers/transfermodel.h"
#include "ui/workspace/recents.h"
#include "ui/workspace/workspace.h"

#include <QPointer>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace ui {

Forgetting::Forgetting(Workspace *workspace, QObject *parent) : QObject(parent), m_workspace(workspace) { }

void Forgetting::start()
{
    if (isBusy())
        return;
    m_stayed.clear();
    const QList<core::Account> accounts = m_workspace->registry()->accounts();
    m_left = static_cast<int>(accounts.size()) + 1; // one more for what is done here
    for (const core::Account &account : accounts) {
        const QString name = m_workspace->registry()->keyInKeychain(account.id);
        m_workspace->registry()->remove(
            account.id, [guard = QPointer(this), id = account.id, name](const core::SecretOutcome &outcome) {
                if (guard)
                    guard->removed(id, name, outcome);
            });
    }
    m_workspace->recents()->clear();
    m_workspace->drafts()->removeAll();
    m_workspace->localCopies()->clear();
    m_workspace->transfers()->clearFinished();
    stepDone();
}

void Forgetting::removed(const QString &id, const QString &name, const core::SecretOutcome &outcome)
{
    if (!outcome) {
        m_stayed += name + u": "_s + core::describeSecretOutcome(outcome).why;
        m_workspace->registry()->forget(id); // it is not to be seen here any more, whatever the keychain does
    }
    stepDone();
}

void Forgetting::stepDone()
{
    if (--m_left > 0)
        return;
    // Last, because whatever is removed before writes there.
    m_workspace->settings()->clear();
    m_workspace->settings()->sync();
    Q_EMIT m_workspace->forgotten();
    Q_EMIT finished(m_stayed);
}

} // namespace ui
