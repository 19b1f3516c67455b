// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// What scopes permit, decided locally and by the rules of the services.
///
/// Scopes that are held must be expanded ones (auth.currentScopes, auth.expandScopes): roles are known to the service
/// only. Everything here is a value or a pure function: arguments stay as they are, any thread may call, and several
/// threads may ask the same ScopeSet.
namespace tc::scopes {

/// Whether \a scope is one: printable ASCII, which an empty text is too.
bool isValid(QStringView scope);

/// Whether holding \a held gives \a required: they are equal, or held ends with "*" and what stands before it begins
/// required. A "*" anywhere else, and in required, is a character like any other: "a:b" does not give "a:*".
bool covers(QStringView held, QStringView required);

/// Negative, zero or positive as \a a stands before, at or behind \a b in a normalised list: by characters, and what
/// ends with "*" directly before all that it covers.
int compare(QStringView a, QStringView b);

/// \a scopes in order, without repeated ones and those that another covers. O(n log n).
QStringList normalised(QStringList scopes);

/// What \a a and \a b give together, normalised. O(n log n).
QStringList united(const QStringList &a, const QStringList &b);

/// What both \a a and \a b give, normalised. O(n log n). Of two patterns the narrower one stays.
QStringList intersected(const QStringList &a, const QStringList &b);

/// Whether \a assumed gives every scope of at least one of \a requiredScopeSets. So an empty set among them is always
/// given, and no set at all never. O(assumed × required): for one question; whoever has many makes a ScopeSet.
bool scopeMatch(const QStringList &assumed, const QList<QStringList> &requiredScopeSets);

/// What is required, in the form in which the API reference and error messages say it. The default value requires
/// nothing.
struct Expression {
    enum class Kind : quint8 {
        Scope, ///< this scope, as it stands
        Template, ///< this scope once "<name>" is replaced by the parameter of that name
        AllOf, ///< every part; nothing when there is none
        AnyOf, ///< at least one part; cannot be satisfied when there is none
        ForEach, ///< the part for every value of a list, as parts of the expression around it
        IfThen, ///< the first part if a condition holds, otherwise the second if there is one
    };

    Kind kind = Kind::AllOf;
    QString scope {}; ///< of Scope and Template
    QString name {}; ///< the variable of ForEach, the condition of IfThen
    QString list {}; ///< of ForEach: the name of the parameter that has the values
    std::vector<Expression> parts {};

    /// Reads what a 403 says, one entry of Error::missingScopes or the whole: a scope, or JSON with AllOf and AnyOf. A
    /// Protocol error for JSON that is no expression.
    static Result<Expression> parse(const QString &text);
    /// Reads MethodInfo::scopes: JSON with parameters, for and if; empty for a method that requires nothing. A Protocol
    /// error for anything else.
    static Result<Expression> parseTemplate(const QByteArray &json);
    /// A single scope.
    static Expression ofScope(const QString &scope);

    /// The scope itself, or the expression as compact JSON.
    QString toString() const;

    friend bool operator==(const Expression &, const Expression &) = default;
};

/// What the names in an expression stand for. Those that are missing are unknown.
struct Parameters {
    QHash<QString, QString> values {}; ///< for "<taskId>"
    QHash<QString, QStringList> lists {}; ///< for {"for": …, "in": "scopes", …}
    QHash<QString, bool> conditions {}; ///< for {"if": "levelIsReadOnly", …}
};

/// Whether something is permitted. Unknown when it depends on parameters that are.
enum class Verdict { No, Unknown, Yes };

/// The scopes that somebody holds, prepared for many questions: O(n log n) to make, O(log n) for each scope that is
/// asked about, whatever the number of patterns. Cheap to copy.
class ScopeSet
{
public:
    ScopeSet() = default;
    explicit ScopeSet(const QStringList &scopes);

    /// The scopes, normalised.
    const QStringList &scopes() const { return m_scopes; }
    bool isEmpty() const { return m_scopes.isEmpty(); }

    /// Whether the set gives \a scope.
    bool has(QStringView scope) const;
    /// As scopeMatch().
    bool matches(const QList<QStringList> &requiredScopeSets) const;

    /// What the set says to \a required. It is careful with what is unknown: Yes only if every value would do, No only
    /// if none can. A list that is unknown may be empty where that makes a difference to No.
    Verdict judge(const Expression &required, const Parameters &parameters = {}) const;
    /// Whether the verdict is Yes.
    bool satisfies(const Expression &required, const Parameters &parameters = {}) const
    {
        return judge(required, parameters) == Verdict::Yes;
    }

    /// What of \a required the set does not give, in the smallest form, as the services report it; nothing when the
    /// verdict is Yes. All of an AllOf is missing, and one part of an AnyOf would do. Parameters that are unknown stay
    /// as
    /// "<name>".
    std::optional<Expression> missing(const Expression &required, const Parameters &parameters = {}) const;
    /// The same as a list of texts in the form of Error::missingScopes; empty when nothing is missing.
    QStringList missingScopes(const Expression &required, const Parameters &parameters = {}) const;

    /// The set of what both give: what is left of a client's scopes when its authorizedScopes are \a other.
    ScopeSet intersected(const ScopeSet &other) const;
    ScopeSet united(const ScopeSet &other) const;

    friend bool operator==(const ScopeSet &, const ScopeSet &) = default;

private:
    friend class Judge;
    /// The only scope of the set that can cover something that begins with \a text; its index or -1.
    qsizetype candidate(QStringView text) const;
    /// Whether the set gives everything that begins with \a prefix.
    bool hasAll(QStringView prefix) const;
    /// Whether the set gives anything that begins with \a prefix.
    bool hasAny(QStringView prefix) const;

    QStringList m_scopes;
};

} // namespace tc::scopes
