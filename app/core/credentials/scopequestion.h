// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/credentials/scopeway.h"
#include "core/util/part.h"
#include "core/util/request.h"

#include <tc/scopes.h>

#include <QObject>

namespace core {

class Session;

/// A scope that is had, and how.
struct GivenScope {
    QString scope {};
    QString coveredBy {}; ///< the scope among the expanded ones that gives it
    QList<ScopeStep> way {}; ///< empty while the roles are unknown
};

/// What there is to say to "can I ...?".
struct ScopeAnswer {
    tc::scopes::Verdict verdict = tc::scopes::Verdict::Unknown;
    QList<GivenScope> given {}; ///< of a Yes
    QStringList missing {}; ///< otherwise: scopes or expressions, as in tc::Error::missingScopes
};

/// Answers whether a credential may do something, and through which scope or role. The scopes it goes by are told; the
/// roles are fetched when they are first needed.
class ScopeQuestion : public QObject
{
    Q_OBJECT

public:
    /// \a session must outlive this.
    explicit ScopeQuestion(Session *session, QObject *parent = nullptr);
    ~ScopeQuestion() override;

    /// \a listed are those that stand in the client or the certificate, \a expanded all that come of them.
    void setScopes(const QStringList &listed, const QStringList &expanded);
    const tc::scopes::ScopeSet &expanded() const { return m_expanded; }

    void ask(const tc::scopes::Expression &required, const tc::scopes::Parameters &parameters = {});
    void clear();
    bool isAsked() const { return m_isAsked; }
    /// To the last question, as far as it is known; see changed().
    const ScopeAnswer &answer() const { return m_answer; }
    /// The roles, for the way to a scope.
    const Part &roles() const { return m_rolesPart; }
    void retryRoles();

Q_SIGNALS:
    void changed();

private:
    void update();
    void loadRoles();
    void loadNamedRoles();

    Session *m_session;
    QStringList m_listed;
    tc::scopes::ScopeSet m_expanded;
    tc::scopes::Expression m_required;
    tc::scopes::Parameters m_parameters;
    ScopeAnswer m_answer;
    bool m_isAsked = false;
    Part m_rolesPart;
    Request m_request;
    QList<GivingRole> m_roles;
    ScopeWays m_ways;
};

} // namespace core
