// SPDX-License-Identifier: MPL-2.0
#include "call/pagetokens.h"

#include <QByteArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

/// More than a list of 10 million rows has at 1000 a page. Whoever comes to it walks with limits that make no sense.
constexpr qsizetype mostTokens = 10'000;

/// How far from the end of a body its token may begin.
constexpr qsizetype tailSize = 1024;

constexpr QByteArrayView member = "\"continuationToken\"";

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Reads what is expected off the front of a text.
class Glance
{
public:
    explicit Glance(QByteArrayView text) : m_text(text) { }

    bool take(QByteArrayView expected)
    {
        skipSpace();
        if (!m_text.startsWith(expected))
            return false;
        m_text = m_text.sliced(expected.size());
        return true;
    }

    /// A string without escapes.
    std::optional<QByteArrayView> takeString()
    {
        if (!take("\""))
            return {};
        const auto *end = std::find_if(m_text.cbegin(), m_text.cend(), [](char c) { return c == '"' || c == '\\'; });
        if (end == m_text.cend() || *end == '\\')
            return {};
        const auto string = m_text.first(end - m_text.cbegin());
        m_text = m_text.sliced(string.size() + 1);
        return string;
    }

    bool isAtEnd()
    {
        skipSpace();
        return m_text.isEmpty();
    }

private:
    void skipSpace()
    {
        while (!m_text.isEmpty() && isSpace(m_text.front()))
            m_text = m_text.sliced(1);
    }

    QByteArrayView m_text;
};

/// {"continuationToken": "...", ...
std::optional<QByteArrayView> tokenAtTheFront(QByteArrayView body)
{
    Glance glance(body);
    if (!glance.take("{") || !glance.take(member) || !glance.take(":"))
        return {};
    const auto token = glance.takeString();
    return token && (glance.take(",") || glance.take("}")) ? token : std::nullopt;
}

/// ..., "continuationToken": "..."}
std::optional<QByteArrayView> tokenAtTheEnd(QByteArrayView body)
{
    const QByteArrayView tail = body.last(std::min(body.size(), tailSize));
    const qsizetype position = tail.lastIndexOf(member);
    if (position < 0)
        return {};
    Glance glance(tail.sliced(position));
    if (!glance.take(member) || !glance.take(":"))
        return {};
    const auto token = glance.takeString();
    // The last brace of all closes the outermost object, so what stands right before it is a member of that.
    return token && glance.take("}") && glance.isAtEnd() ? token : std::nullopt;
}

} // namespace

QString PageTokens::after(int limit, const QString &token) const
{
    return m_next.value({ limit, token });
}

void PageTokens::learn(int limit, const QString &token, const QString &next)
{
    if (token.isEmpty() || next.isEmpty() || namesARow(token) || namesARow(next))
        return;
    const auto known = m_next.find({ limit, token });
    if (known != m_next.end()) {
        // Two lists go on differently after the same token: then nothing can be foretold there any more.
        if (*known != next)
            known->clear();
        return;
    }
    if (m_next.size() >= mostTokens)
        m_next.clear();
    m_next.insert({ limit, token }, next);
}

bool namesARow(const QString &token)
{
    const auto isJson = [&token](QByteArray::Base64Option alphabet) {
        const auto bytes
            = QByteArray::fromBase64Encoding(token.toLatin1(), alphabet | QByteArray::AbortOnBase64DecodingErrors);
        return bytes && !QJsonDocument::fromJson(*bytes).isNull();
    };
    return isJson(QByteArray::Base64Encoding) || isJson(QByteArray::Base64UrlEncoding);
}

QString findToken(QByteArrayView body)
{
    auto token = tokenAtTheEnd(body);
    if (!token)
        token = tokenAtTheFront(body);
    return token ? QString::fromUtf8(*token) : QString();
}

} // namespace tc
