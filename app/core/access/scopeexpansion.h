// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/util/part.h"
#include "core/util/request.h"

#include <QObject>
#include <QStringList>

namespace core {

class Session;

/// What scopes give together with the roles that they assume, as the deployment says it.
class ScopeExpansion : public QObject
{
    Q_OBJECT

public:
    explicit ScopeExpansion(Session *session, QObject *parent = nullptr);

    /// The newest question wins.
    void expand(const QStringList &scopes);
    void retry() { expand(m_asked); }
    const QStringList &asked() const { return m_asked; }
    /// Of the last question that was answered.
    const QStringList &scopes() const { return m_scopes; }
    const Part &part() const { return m_part; }

Q_SIGNALS:
    void changed();

private:
    Session *m_session;
    QStringList m_asked;
    QStringList m_scopes;
    Part m_part;
    Request m_request;
};

} // namespace core
