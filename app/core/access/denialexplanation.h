// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/access/denial.h"

#include <QObject>

namespace core {

/// Finds out about a refusal what the account that was refused may know: what it holds, and which roles there are. The
/// report is there at once, from what the service said, and gets better as answers come.
class DenialExplanation : public QObject
{
    Q_OBJECT

public:
    /// Without a session only what the service said is told.
    DenialExplanation(Denial denial, Session *session, QObject *parent = nullptr);

    const Denial &denial() const { return m_denial; }
    const DenialReport &report() const { return m_report; }
    /// Of reading the roles; failed when the account may not.
    Part rolesPart() const;
    bool isLoading() const;
    /// Text of a request to whoever grants scopes.
    QString requestText() const;
    /// Whether the caller had no credentials at all.
    bool isAnonymous() const;

Q_SIGNALS:
    void changed();

private:
    void update();
    void look();

    Denial m_denial;
    Session *m_session;
    AccessDirectory *m_directory = nullptr;
    DenialReport m_report;
    int m_asked = 0; ///< numbers of searches among the roles; the newest wins
    int m_shown = 0;
};

} // namespace core
