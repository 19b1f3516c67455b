// SPDX-License-Identifier: MPL-2.0
#include "call/errorparser.h"

#include "util/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

/// Longer texts are cut: an error is read by a person.
constexpr qsizetype maxSummary = 300;

QString shortened(const QString &text)
{
    const QString plain = text.simplified();
    return plain.size() <= maxSummary ? plain : plain.left(maxSummary - 1) + u'…';
}

QString plainEntities(QString text)
{
    return text.replace("&lt;"_L1, "<"_L1)
        .replace("&gt;"_L1, ">"_L1)
        .replace("&quot;"_L1, R"(")"_L1)
        .replace("&#39;"_L1, "'"_L1)
        .replace("&nbsp;"_L1, " "_L1)
        .replace("&amp;"_L1, "&"_L1);
}

/// Text of a storage's <Error><Code>…</Code><Message>…</Message></Error>.
bool readXml(const QByteArray &body, Error *error)
{
    if (!body.trimmed().startsWith("<?xml") && !body.trimmed().startsWith("<Error"))
        return false;
    QXmlStreamReader xml(body);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "Code"_L1)
            error->code = xml.readElementText(QXmlStreamReader::SkipChildElements);
        else if (xml.name() == "Message"_L1)
            error->message = shortened(xml.readElementText(QXmlStreamReader::SkipChildElements));
    }
    return !error->message.isEmpty() || !error->code.isEmpty();
}

bool readJsonBody(const QByteArray &body, Error *error)
{
    const auto json = Json::parse(body);
    if (!json)
        return false;
    error->details = *json;
    const QJsonObject object = json->toObject();
    error->code = object.value("code"_L1).toString();
    error->message = withoutFooter(object.value("message"_L1).toString());
    if (error->code.isEmpty())
        error->code = object.value("reason"_L1).toString();
    if (error->message.isEmpty())
        error->message = object.value("error"_L1).toString();
    return true;
}

QString redirectMessage(const ErrorReply &reply)
{
    if (reply.location.isEmpty())
        return Text::tr("%1 answered with a redirect (%2).").arg(reply.host).arg(reply.status);
    const QUrl target = QUrl::fromEncoded(reply.location);
    return Text::tr("%1 answered with a redirect (%2) to %3, which is not followed. Is the root URL right?")
        .arg(reply.host)
        .arg(reply.status)
        .arg(Redactor::url(target));
}

/// For replies that say nothing themselves.
QString messageOfStatus(const ErrorReply &reply)
{
    switch (kindOfStatus(reply.status)) {
    case ErrorKind::Authentication:
        return Text::tr("%1 does not accept the credentials.").arg(reply.host);
    case ErrorKind::Scope:
        return Text::tr("%1 does not allow this.").arg(reply.host);
    case ErrorKind::NotFound:
        return Text::tr("%1 has no such thing.").arg(reply.host);
    case ErrorKind::RateLimited:
        return Text::tr("%1 asks for fewer requests.").arg(reply.host);
    case ErrorKind::Server:
        return Text::tr("%1 failed with status %2.").arg(reply.host).arg(reply.status);
    default:
        return Text::tr("%1 answered with status %2.").arg(reply.host).arg(reply.status);
    }
}

QString compact(const QJsonValue &expression)
{
    if (expression.isString())
        return expression.toString();
    return QString::fromUtf8(QJsonDocument(expression.toObject()).toJson(QJsonDocument::Compact));
}

} // namespace

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorKind::Authentication;
    case 403:
        return ErrorKind::Scope;
    case 404:
        return ErrorKind::NotFound;
    case 409:
        return ErrorKind::Conflict;
    case 410:
        return ErrorKind::Expired;
    case 424:
        return ErrorKind::Artifact;
    case 429:
        return ErrorKind::RateLimited;
    default:
        return status >= 500 ? ErrorKind::Server : ErrorKind::Client;
    }
}

QString withoutFooter(const QString &message)
{
    static const QRegularExpression footer(u"\\n+---\\n+\\* method: "_s);
    const auto match = footer.match(message);
    return (match.hasMatch() ? message.left(match.capturedStart()) : message).trimmed();
}

QStringList parseMissingScopes(const QString &message)
{
    // The part that is missing; a caller without credentials is told the whole expression instead.
    static const QRegularExpression block(
        u"(?:missing the following scopes:|credentials that satisfy the following scope expression:)\\s*```\\n(.*?)\\n```"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const QString text = block.match(message).captured(1).trimmed();
    if (!text.startsWith(u'{'))
        return text.split(u'\n', Qt::SkipEmptyParts);
    const QJsonObject expression = QJsonDocument::fromJson(text.toUtf8()).object();
    if (expression.isEmpty())
        return { text };
    QStringList scopes;
    if (expression.size() == 1 && expression.contains("AllOf"_L1)) {
        const QJsonArray parts = expression.value("AllOf"_L1).toArray();
        for (const auto part : parts)
            scopes += compact(part);
        return scopes;
    }
    return { compact(expression) };
}

QString htmlSummary(const QByteArray &body)
{
    const QByteArray start = body.left(64 * 1024).trimmed();
    const QByteArray head = start.left(512).toLower();
    if (!head.startsWith("<!doctype html") && !head.startsWith("<html") && !head.contains("<head")
        && !head.contains("<body"))
        return {};
    static const QRegularExpression title(u"<title[^>]*>(.*?)</title>"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression invisible(u"<(script|style|head)\\b.*?</\\1\\s*>|<!--.*?-->|<[^>]*>"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    const QString text = QString::fromUtf8(start);
    QString summary = title.match(text).captured(1);
    if (summary.trimmed().isEmpty())
        summary = QString(text).replace(invisible, u" "_s);
    summary = shortened(plainEntities(summary));
    return summary.isEmpty() ? Text::tr("an empty page") : summary;
}

Error parseErrorReply(const ErrorReply &reply, const Redactor &redactor)
{
    Error error;
    error.kind = kindOfStatus(reply.status);
    error.httpStatus = reply.status;
    const QByteArray body = redactor.redact(reply.body);
    if (reply.status < 400) {
        error.message = redirectMessage(reply);
    } else if (!readJsonBody(body, &error) && !readXml(body, &error)) {
        if (const QString page = htmlSummary(body); !page.isEmpty()) {
            error.message
                = Text::tr("%1 answered with status %2 and a web page: %3").arg(reply.host).arg(reply.status).arg(page);
        } else {
            error.message = shortened(QString::fromUtf8(body));
        }
    }
    if (error.kind == ErrorKind::Scope)
        error.missingScopes = parseMissingScopes(error.message);
    if (error.message.isEmpty())
        error.message = messageOfStatus(reply);
    return error;
}

} // namespace tc
