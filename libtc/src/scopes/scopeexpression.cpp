// SPDX-License-Identifier: MPL-2.0
#include "util/makeerror.h"
#include "util/text.h"

#include <tc/scopes.h>

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace tc::scopes {

namespace {

/// Deeper than any expression of a service, and nothing for the stack.
constexpr int maxDepth = 32;

Error malformed()
{
    return makeError(ErrorKind::Protocol, Text::tr("The required scopes are not in a form that is known."));
}

/// Reads expressions; templates may have parameters and more kinds of parts.
class ExpressionReader
{
public:
    explicit ExpressionReader(bool isTemplate) : m_isTemplate(isTemplate) { }

    std::optional<Expression> read(const QJsonValue &json, int depth = 0) const
    {
        if (json.isString())
            return leaf(json.toString());
        const QJsonObject object = json.toObject();
        if (object.isEmpty() || depth == maxDepth)
            return {};
        if (object.contains("AllOf"_L1))
            return list(Expression::Kind::AllOf, object, "AllOf"_L1, depth);
        if (object.contains("AnyOf"_L1))
            return list(Expression::Kind::AnyOf, object, "AnyOf"_L1, depth);
        if (m_isTemplate && object.contains("for"_L1))
            return forEach(object, depth);
        if (m_isTemplate && object.contains("if"_L1))
            return ifThen(object, depth);
        return {};
    }

private:
    std::optional<Expression> leaf(const QString &scope) const
    {
        if (!isValid(scope))
            return {};
        Expression expression = Expression::ofScope(scope);
        if (m_isTemplate && scope.contains(u'<'))
            expression.kind = Expression::Kind::Template;
        return expression;
    }

    std::optional<Expression> list(
        Expression::Kind kind, const QJsonObject &object, QLatin1StringView key, int depth) const
    {
        if (object.size() != 1 || !object[key].isArray())
            return {};
        Expression expression;
        expression.kind = kind;
        const QJsonArray parts = object[key].toArray();
        for (const auto &part : parts) {
            if (!addPart(expression, part, depth))
                return {};
        }
        return expression;
    }

    std::optional<Expression> forEach(const QJsonObject &object, int depth) const
    {
        Expression expression;
        expression.kind = Expression::Kind::ForEach;
        expression.name = object["for"_L1].toString();
        expression.list = object["in"_L1].toString();
        const bool isWhole = object.size() == 3 && !expression.name.isEmpty() && !expression.list.isEmpty();
        if (!isWhole || !addPart(expression, object["each"_L1], depth))
            return {};
        return expression;
    }

    std::optional<Expression> ifThen(const QJsonObject &object, int depth) const
    {
        Expression expression;
        expression.kind = Expression::Kind::IfThen;
        expression.name = object["if"_L1].toString();
        const bool hasElse = object.contains("else"_L1);
        if (expression.name.isEmpty() || object.size() != (hasElse ? 3 : 2)
            || !addPart(expression, object["then"_L1], depth))
            return {};
        if (hasElse && !addPart(expression, object["else"_L1], depth))
            return {};
        return expression;
    }

    bool addPart(Expression &expression, const QJsonValue &json, int depth) const
    {
        auto part = read(json, depth + 1);
        if (!part)
            return false;
        expression.parts.push_back(*std::move(part));
        return true;
    }

    bool m_isTemplate;
};

QJsonValue toJson(const Expression &expression)
{
    const auto part = [&expression](std::size_t index) {
        return index < expression.parts.size() ? toJson(expression.parts[index]) : QJsonValue();
    };
    switch (expression.kind) {
    case Expression::Kind::Scope:
    case Expression::Kind::Template:
        return expression.scope;
    case Expression::Kind::ForEach:
        return QJsonObject { { u"for"_s, expression.name }, { u"in"_s, expression.list }, { u"each"_s, part(0) } };
    case Expression::Kind::IfThen: {
        QJsonObject object { { u"if"_s, expression.name }, { u"then"_s, part(0) } };
        if (expression.parts.size() > 1)
            object.insert("else"_L1, part(1));
        return object;
    }
    case Expression::Kind::AllOf:
    case Expression::Kind::AnyOf:
        break;
    }
    QJsonArray parts;
    for (const auto &each : expression.parts)
        parts.append(toJson(each));
    return QJsonObject { { expression.kind == Expression::Kind::AllOf ? u"AllOf"_s : u"AnyOf"_s, parts } };
}

Result<Expression> result(std::optional<Expression> expression)
{
    return expression ? Result<Expression> { std::move(expression), {} } : Result<Expression> { {}, malformed() };
}

} // namespace

Result<Expression> Expression::parse(const QString &text)
{
    const ExpressionReader reader(false);
    const QString trimmed = text.trimmed();
    if (!trimmed.startsWith(u'{'))
        return result(reader.read(text));
    const auto json = Json::parse(trimmed.toUtf8());
    return result(json ? reader.read(json->toValue()) : std::nullopt);
}

Result<Expression> Expression::parseTemplate(const QByteArray &json)
{
    if (json.isEmpty())
        return { Expression {}, {} };
    const auto value = Json::parse(json);
    return result(value ? ExpressionReader(true).read(value->toValue()) : std::nullopt);
}

Expression Expression::ofScope(const QString &scope)
{
    Expression expression;
    expression.kind = Kind::Scope;
    expression.scope = scope;
    return expression;
}

QString Expression::toString() const
{
    const QJsonValue json = toJson(*this);
    if (json.isString())
        return json.toString();
    return QString::fromUtf8(QJsonDocument(json.toObject()).toJson(QJsonDocument::Compact));
}

} // namespace tc::scopes
