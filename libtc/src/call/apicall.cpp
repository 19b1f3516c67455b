// SPDX-License-Identifier: MPL-2.0
#include <tc/apicall.h>

#include "call/clientprivate.h"
#include "call/errorparser.h"
#include "util/makeerror.h"
#include "util/text.h"

#include <tc/methods.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

/// Names that differ in case, hyphens and underscores only are the same.
QString plainName(const QString &name)
{
    QString plain = name.toLower();
    plain.removeIf([](QChar c) { return c == u'-' || c == u'_'; });
    return plain;
}

QString text(const char *ascii)
{
    return QString::fromLatin1(ascii);
}

QStringList texts(std::span<const char *const> names)
{
    QStringList list;
    for (const char *const name : names)
        list.append(text(name));
    return list;
}

QString orNothing(const QStringList &names)
{
    return names.isEmpty() ? Text::tr("nothing") : names.join(", "_L1);
}

Result<const MethodInfo *> findByName(const ApiCall &call)
{
    QStringList services;
    QStringList names;
    const QString wanted = plainName(call.service);
    for (const MethodInfo &method : methods()) {
        const QString service = text(method.service);
        if (!services.contains(service))
            services.append(service);
        if (plainName(service) != wanted)
            continue;
        if (call.method == QLatin1StringView(method.name))
            return { &method, {} };
        names.append(text(method.name));
    }
    if (names.isEmpty()) {
        return { {},
            usageError(
                Text::tr("There is no service \"%1\". There are: %2.").arg(call.service, services.join(", "_L1))) };
    }
    return { {},
        usageError(Text::tr("The service %1 has no method \"%2\". It has: %3.")
                       .arg(call.service, call.method, names.join(", "_L1))) };
}

Result<QStringList> argumentsOf(const ApiCall &call, const MethodInfo &method)
{
    const QStringList names = texts(method.arguments);
    const auto refuse = [&names, &method](const QString &why) {
        return Result<QStringList> { {},
            usageError(Text::tr("%1 The arguments of %2 are: %3.").arg(why, text(method.name), orNothing(names))) };
    };
    if (call.namedArguments.isEmpty()) {
        if (call.arguments.size() != names.size())
            return refuse(Text::tr("%n argument(s) were given.", nullptr, static_cast<int>(call.arguments.size())));
        return { call.arguments, {} };
    }
    if (!call.arguments.isEmpty())
        return refuse(Text::tr("Arguments come either by position or by name."));
    for (auto it = call.namedArguments.keyBegin(); it != call.namedArguments.keyEnd(); ++it) {
        if (!names.contains(*it))
            return refuse(Text::tr("There is no argument \"%1\".").arg(*it));
    }
    QStringList values;
    for (const QString &name : names) {
        const auto found = call.namedArguments.constFind(name);
        if (found == call.namedArguments.constEnd())
            return refuse(Text::tr("The argument \"%1\" is missing.").arg(name));
        values.append(*found);
    }
    return { values, {} };
}

/// Why the query cannot be sent, or no error. The services refuse what they do not know, and a name that comes twice.
Error checkQuery(const ApiCall &call, const MethodInfo &method)
{
    const QStringList known = texts(method.query);
    QStringList seen;
    for (const auto &[name, value] : call.query) {
        if (!known.contains(name))
            return usageError(
                Text::tr("%1 takes no query \"%2\". It takes: %3.").arg(text(method.name), name, orNothing(known)));
        if (seen.contains(name))
            return usageError(Text::tr("The query \"%1\" was given twice.").arg(name));
        seen.append(name);
    }
    return {};
}

Error checkPayload(const ApiCall &call, const MethodInfo &method)
{
    if (call.payload && !method.hasInput)
        return usageError(Text::tr("%1 takes no payload.").arg(text(method.name)));
    if (!call.payload && method.hasInput)
        return usageError(Text::tr("%1 needs a payload.").arg(text(method.name)));
    return {};
}

/// A reply whose body need not be JSON.
class LooseReply : public Reply<Json>
{
public:
    using Reply<Json>::Reply;

protected:
    Decoder decoder() override
    {
        return [this, strict = Reply<Json>::decoder()](const QByteArray &body) -> Store {
            if (!htmlSummary(body).isEmpty() || Json::parse(body))
                return strict(body);
            const Json value = body.trimmed().isEmpty() ? Json() : Json(QString::fromUtf8(body));
            return [this, value] {
                setValue(value);
                return Error {};
            };
        };
    }
};

} // namespace

Result<Call> resolve(const ApiCall &call)
{
    const auto method = findByName(call);
    if (!method)
        return { {}, method.error };
    const MethodInfo &info = **method;
    const auto fail = [&info](Error error) {
        error.method = text(info.service) + u'.' + text(info.name);
        return Result<Call> { {}, std::move(error) };
    };
    const auto arguments = argumentsOf(call, info);
    if (!arguments)
        return fail(arguments.error);
    if (Error error = checkQuery(call, info))
        return fail(std::move(error));
    if (Error error = checkPayload(call, info))
        return fail(std::move(error));
    Call resolved { &info, *arguments, call.query, {}, call.options };
    if (call.payload)
        resolved.body = call.payload->toCompact();
    return { std::move(resolved), {} };
}

Reply<Json> *callByName(Client *client, const ApiCall &call, QObject *parent)
{
    auto resolved = resolve(call);
    QObject *const owner = parent ? parent : client;
    Reply<Json> *reply = nullptr;
    if (resolved && !resolved->method->hasOutput)
        reply = new LooseReply(owner);
    else
        reply = new Reply<Json>(owner);
    ClientPrivate::start(client, reply, std::move(resolved));
    return reply;
}

Result<QUrl> urlByName(const Client &client, const ApiCall &call)
{
    const auto resolved = resolve(call);
    return resolved ? client.buildUrl(*resolved) : Result<QUrl> { {}, resolved.error };
}

Result<QUrl> signedUrlByName(const Client &client, const ApiCall &call, std::optional<std::chrono::seconds> expiry)
{
    const auto resolved = resolve(call);
    return resolved ? client.buildSignedUrl(*resolved, expiry) : Result<QUrl> { {}, resolved.error };
}

} // namespace tc
