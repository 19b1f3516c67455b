// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

class QWidget;

namespace ui {

class Workspace;

/// Tells through the desktop what a person wants to know who looks at another window: that transfers have ended, that
/// credentials are about to end or have ended. What is told is chosen in the preferences.
class Notifier : public QObject
{
    Q_OBJECT

public:
    /// How long before their end credentials are told about, in milliseconds.
    static constexpr qint64 warningAhead = 30LL * 60 * 1000;

    /// \a workspace and \a window must outlive this.
    Notifier(Workspace *workspace, QWidget *window);

    /// Looks for credentials that are about to end; also called by a timer.
    void checkExpiry();

private:
    void transferFinished(int id);
    void transfersChanged();
    void tell(const QString &title, const QString &text);

    Workspace *m_workspace;
    QWidget *m_window;
    QTimer m_timer;
    QSet<QString> m_told; ///< accounts whose end was told ahead
    int m_done = 0; ///< transfers that have ended since something was told
    int m_failed = 0;
};

} // namespace ui
