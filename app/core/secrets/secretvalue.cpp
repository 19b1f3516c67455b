// SPDX-License-Identifier: MPL-2.0
#include "core/secrets/secretvalue.h"

#include "core/secrets/jsontext.h"
#include "core/secrets/yamltext.h"
#include "core/util/visibletext.h"

#include <QCoreApplication>

#include <openssl/crypto.h>

#include <algorithm>
#include <tuple>

namespace core {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(core::SecretValue)
};

bool sameNumber(const QString &one, const QString &other)
{
    if (one == other)
        return true;
    bool isFirst = false;
    bool isSecond = false;
    const qint64 first = one.toLongLong(&isFirst);
    const qint64 second = other.toLongLong(&isSecond);
    if (isFirst && isSecond)
        return first == second;
    const double firstDouble = one.toDouble(&isFirst);
    const double secondDouble = other.toDouble(&isSecond);
    // Exactly: both came from text, nothing was calculated.
    return isFirst && isSecond && !(firstDouble < secondDouble) && !(firstDouble > secondDouble);
}

void sortMembers(SecretValue *value)
{
    if (value->type == SecretValue::Type::Map)
        std::stable_sort(value->items.begin(), value->items.end(),
            [](const SecretValue &one, const SecretValue &other) { return one.key < other.key; });
    for (SecretValue &item : value->items)
        sortMembers(&item);
}

void checkItem(const SecretValue &value, const QString &path, QList<TextProblem> *problems)
{
    if (value.type == SecretValue::Type::Number) {
        const bool isNumber = isJsonNumber(value.scalar);
        bool isKept = false;
        static_cast<void>(value.scalar.toDouble(&isKept));
        const QString message = isNumber ? numberWarning(value.scalar) : Texts::tr("This is no number.");
        const auto severity = isNumber && isKept ? TextProblem::Severity::Warning : TextProblem::Severity::Error;
        if (!message.isEmpty())
            problems->append({ severity, 0, 0, Texts::tr("%1: %2", "a key and a problem").arg(path, message) });
    }
    if (value.type == SecretValue::Type::Bool && value.scalar != u"true" && value.scalar != u"false")
        problems->append({ TextProblem::Severity::Error, 0, 0,
            Texts::tr("%1: %2", "a key and a problem").arg(path, Texts::tr("This is neither true nor false.")) });
    for (size_t i = 0; i < value.items.size(); ++i) {
        const bool isMap = value.type == SecretValue::Type::Map;
        const QString step = isMap ? visibleText(value.items[i].key) : QString::number(i + 1);
        checkItem(value.items[i], path.isEmpty() ? step : path + u" \u203a "_s + step, problems);
    }
}

} // namespace

const SecretValue *SecretValue::member(const QString &name) const
{
    const auto found
        = std::find_if(items.begin(), items.end(), [&name](const SecretValue &item) { return item.key == name; });
    return type == Type::Map && found != items.end() ? &*found : nullptr;
}

bool operator==(const SecretValue &one, const SecretValue &other)
{
    if (one.type != other.type || one.items.size() != other.items.size())
        return false;
    switch (one.type) {
    case SecretValue::Type::Null:
        return true;
    case SecretValue::Type::Number:
        return sameNumber(one.scalar, other.scalar);
    case SecretValue::Type::Bool:
    case SecretValue::Type::Text:
        return one.scalar == other.scalar;
    case SecretValue::Type::List:
        return std::equal(one.items.begin(), one.items.end(), other.items.begin());
    case SecretValue::Type::Map:
        return std::all_of(one.items.begin(), one.items.end(), [&other](const SecretValue &item) {
            const SecretValue *match = other.member(item.key);
            return match && item == *match;
        });
    }
    return false;
}

ReadText readText(TextFormat format, const QString &text)
{
    ReadText result = format == TextFormat::Yaml ? readYaml(text) : readJson(text);
    std::stable_sort(
        result.problems.begin(), result.problems.end(), [](const TextProblem &one, const TextProblem &other) {
            return std::tuple(one.severity, one.line, one.column)
                < std::tuple(other.severity, other.line, other.column);
        });
    return result;
}

ReadText checkValue(const SecretValue &value)
{
    ReadText result;
    checkItem(value, {}, &result.problems);
    const bool hasError = std::any_of(result.problems.cbegin(), result.problems.cend(),
        [](const TextProblem &problem) { return problem.severity == TextProblem::Severity::Error; });
    if (!hasError)
        result.value = value;
    return result;
}

QString writeText(TextFormat format, const SecretValue &value)
{
    return format == TextFormat::Yaml ? writeYaml(value) : writeJson(value, JsonLayout::Indented) + u'\n';
}

ComparableText comparableText(const SecretValue &value)
{
    SecretValue sorted = value;
    sortMembers(&sorted);
    return yamlLines(sorted);
}

std::optional<SecretValue> fromJson(const tc::Json &json)
{
    // What the service sends was checked when it was decoded; members that come twice cannot come from it.
    return readJson(QString::fromUtf8(json.raw())).value;
}

tc::Json toJson(const SecretValue &value)
{
    return tc::Json::parse(writeJson(value, JsonLayout::Compact).toUtf8()).value_or(tc::Json());
}

void wipe(QString *text)
{
    if (text->isDetached() && !text->isEmpty())
        OPENSSL_cleanse(text->data(), static_cast<size_t>(text->size()) * sizeof(QChar));
    text->clear();
}

void wipe(QByteArray *bytes)
{
    if (bytes->isDetached() && !bytes->isEmpty())
        OPENSSL_cleanse(bytes->data(), static_cast<size_t>(bytes->size()));
    bytes->clear();
}

void wipe(SecretValue *value)
{
    wipe(&value->scalar);
    for (SecretValue &item : value->items)
        wipe(&item);
    value->items.clear();
}

} // namespace core
