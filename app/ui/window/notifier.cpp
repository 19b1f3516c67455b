// SPDX-License-Identifier: MPL-2.0
#include "ui/window/notifier.h"

#include "core/transfers/transfermodel.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "ui/workspace/preferences.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QWidget>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace ui {

using core::TransferModel;

Notifier::Notifier(Workspace *workspace, QWidget *window) : QObject(window), m_workspace(workspace), m_window(window)
{
    const TransferModel *transfers = workspace->transfers();
    connect(transfers, &TransferModel::finished, this, &Notifier::transferFinished);
    connect(transfers, &TransferModel::activityChanged, this, &Notifier::transfersChanged);
    connect(workspace->registry(), &core::AccountRegistry::ranOut, this, [this](const QString &id) {
        const core::Account *account = m_workspace->registry()->find(id);
        if (account && m_workspace->preferences()->tellsExpiry())
            tell(tr("Temporary credentials have ended"), core::visibleText(account->displayName()));
    });
    connect(&m_timer, &QTimer::timeout, this, &Notifier::checkExpiry);
    m_timer.start(1min);
}

void Notifier::transferFinished(int id)
{
    const TransferModel::State state = m_workspace->transfers()->state(id);
    m_done += state == TransferModel::State::Done ? 1 : 0;
    m_failed += state == TransferModel::State::Failed ? 1 : 0;
    transfersChanged();
}

// One notification for all that were on their way.
void Notifier::transfersChanged()
{
    if (m_workspace->transfers()->activeCount() > 0 || m_done + m_failed == 0)
        return;
    const int done = std::exchange(m_done, 0);
    const int failed = std::exchange(m_failed, 0);
    if (m_window->isActiveWindow() || !m_workspace->preferences()->tellsTransfers())
        return;
    const QString text = tr("%Ln transfer(s) done.", nullptr, done);
    if (failed == 0) {
        tell(tr("Transfers have ended"), text);
    } else {
        tell(tr("Transfers have failed"),
            done == 0 ? tr("%Ln transfer(s) failed.", nullptr, failed)
                      : text + u' ' + tr("%Ln transfer(s) failed.", nullptr, failed));
    }
}

void Notifier::checkExpiry()
{
    if (!m_workspace->preferences()->tellsExpiry())
        return;
    const qint64 now = core::currentTime();
    for (const core::Account &account : m_workspace->registry()->accounts()) {
        if (!account.expires.isValid() || m_told.contains(account.id))
            continue;
        const qint64 end = account.expires.toMSecsSinceEpoch();
        if (end <= now || end - now > warningAhead)
            continue;
        m_told.insert(account.id);
        tell(tr("Credentials are about to end"),
            tr("%1: %2").arg(core::visibleText(account.displayName()), core::formatRelativeTime(end, now)));
    }
}

void Notifier::tell(const QString &title, const QString &text)
{
    QApplication::alert(m_window);
    m_workspace->outside()->notify(title, text);
}

} // namespace ui
