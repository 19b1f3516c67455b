// SPDX-License-Identifier: MPL-2.0
#include "core/access/accessdraft.h"

#include "core/util/visibletext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::AccessDraft)
};

using Problem = AccessDraft::Problem;
using Field = AccessDraft::Field;

constexpr qsizetype maxDescription = 10'240; // by the schema of the service

void checkId(const AccessDraft &draft, std::vector<Problem> *problems)
{
    static const QRegularExpression clientForm(uR"(\A[A-Za-z0-9!@/:.+|_-]+\z)"_s);
    static const QRegularExpression roleForm(uR"(\A[\x20-\x7e]+\z)"_s);
    const bool isClient = draft.kind == AccessEntry::Kind::Client;
    if (draft.id.isEmpty()) {
        problems->push_back(
            { Field::Id, isClient ? Texts::tr("A client needs an ID.") : Texts::tr("A role needs an ID.") });
    } else if (isClient && !clientForm.match(draft.id).hasMatch()) {
        problems->push_back({ Field::Id, Texts::tr("A client ID has letters, digits and ! @ / : . + | _ - only.") });
    } else if (!isClient && !roleForm.match(draft.id).hasMatch()) {
        problems->push_back({ Field::Id, Texts::tr("A role ID has printable ASCII characters only.") });
    } else if (isClient && draft.id.startsWith(u"static/")) {
        problems->push_back({ Field::Id, Texts::tr("\"static/\" is for clients of the deployment's configuration.") });
    } else if (!isClient && draft.id.indexOf(u'*') >= 0 && draft.id.indexOf(u'*') + 1 < draft.id.size()) {
        problems->push_back(
            { Field::Id, Texts::tr("A \"*\" stands for anything only at the end of a role ID."), true });
    }
}

void checkExpiry(const AccessDraft &draft, const QDateTime &now, std::vector<Problem> *problems)
{
    if (draft.kind != AccessEntry::Kind::Client)
        return;
    if (!draft.expires.isValid()) {
        problems->push_back({ Field::Expires, Texts::tr("A client needs a date at which it expires.") });
    } else if (draft.expires <= now) {
        problems->push_back({ Field::Expires,
            draft.deleteOnExpiration ? Texts::tr("The date is past: the client cannot be used, and will be deleted.")
                                     : Texts::tr("The date is past: the client cannot be used."),
            true });
    }
}

void checkScopes(const AccessDraft &draft, std::vector<Problem> *problems)
{
    const auto say = [problems](const QString &text, const QString &scope, bool isWarning = false) {
        problems->push_back({ Field::Scopes, text.arg(visibleText(scope)), isWarning });
    };
    for (const QString &scope : draft.scopes) {
        if (!tc::scopes::isValid(scope))
            say(Texts::tr("%1: a scope has printable ASCII characters only."), scope);
        else if (scope.endsWith(u"**"))
            say(Texts::tr("%1: a scope does not end with two stars."), scope);
        else if (scope.startsWith(u' ') || scope.endsWith(u' '))
            say(Texts::tr("\"%1\" begins or ends with a blank, which is part of the scope."), scope, true);
        else if (const qsizetype star = scope.indexOf(u'*'); star >= 0 && star + 1 < scope.size())
            say(Texts::tr("%1: a star that is not at the end stands for itself only."), scope, true);
    }
}

} // namespace

AccessDraft AccessDraft::of(AccessEntry::Kind kind, const QDateTime &now)
{
    AccessDraft draft;
    draft.kind = kind;
    if (kind == AccessEntry::Kind::Client)
        draft.expires = now.addYears(1);
    return draft;
}

AccessDraft AccessDraft::of(const AccessEntry &entry)
{
    AccessDraft draft;
    draft.kind = entry.kind;
    draft.isNew = false;
    draft.id = entry.id;
    draft.description = entry.description;
    if (entry.expires != 0)
        draft.expires = QDateTime::fromMSecsSinceEpoch(entry.expires, Qt::UTC);
    draft.deleteOnExpiration = entry.deleteOnExpiration;
    draft.scopes = entry.scopes;
    return draft;
}

AccessDraft AccessDraft::copied() const
{
    AccessDraft draft = *this;
    draft.isNew = true;
    draft.id.clear();
    return draft;
}

std::vector<Problem> AccessDraft::problems(const QDateTime &now) const
{
    std::vector<Problem> found;
    checkId(*this, &found);
    if (description.size() > maxDescription) {
        found.push_back({ Field::Description,
            Texts::tr("The description has %1 characters; the service takes %2.")
                .arg(QString::number(description.size()), QString::number(maxDescription)) });
    }
    checkExpiry(*this, now, &found);
    checkScopes(*this, &found);
    return found;
}

bool AccessDraft::canBeSaved(const QDateTime &now) const
{
    const auto found = problems(now);
    return std::all_of(found.begin(), found.end(), [](const Problem &problem) { return problem.isWarning; });
}

AccessDraft AccessDraft::onto(const AccessEntry &now, const AccessDraft &before) const
{
    AccessDraft result = of(now);
    if (description != before.description)
        result.description = description;
    if (expires != before.expires)
        result.expires = expires;
    if (deleteOnExpiration != before.deleteOnExpiration)
        result.deleteOnExpiration = deleteOnExpiration;
    for (const QString &scope : before.scopes) {
        if (!scopes.contains(scope))
            result.scopes.removeAll(scope);
    }
    for (const QString &scope : scopes) {
        if (!before.scopes.contains(scope) && !result.scopes.contains(scope))
            result.scopes += scope;
    }
    return result;
}

bool AccessDraft::isSame(const AccessEntry &entry) const
{
    AccessDraft there = of(entry);
    AccessDraft here = *this;
    std::sort(there.scopes.begin(), there.scopes.end());
    std::sort(here.scopes.begin(), here.scopes.end());
    return here == there;
}

tc::scopes::Expression AccessDraft::required(const AccessEntry *before) const
{
    using tc::scopes::Expression;
    const QString noun = kind == AccessEntry::Kind::Client ? u"client:"_s : u"role:"_s;
    const tc::scopes::ScopeSet given(before ? before->expandedScopes : QStringList());
    Expression all { .kind = Expression::Kind::AllOf };
    all.parts.push_back(Expression::ofScope((before ? u"auth:update-"_s : u"auth:create-"_s) + noun + id));
    for (const QString &scope : scopes) {
        if (!given.has(scope))
            all.parts.push_back(Expression::ofScope(scope));
    }
    return all;
}

} // namespace core
