// SPDX-License-Identifier: MPL-2.0
// tc-call SERVICE METHOD [ARGUMENTS]: calls anything by name and prints its JSON. Credentials come from the
// environment.
#include <tc/apicall.h>
#include <tc/environment.h>
#include <tc/methods.h>
#include <tc/version.h>
#include <tc/wait.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

enum ExitCode { Done = 0, Failed = 1, Misused = 2 };

struct Options {
    QCommandLineOption query { u"query"_s, u"Query parameter; may be given again."_s, u"name=value"_s };
    QCommandLineOption argument { u"arg"_s, u"Argument by name, instead of by position."_s, u"name=value"_s };
    QCommandLineOption payload { u"payload"_s, u"File with the JSON to send; - is standard input."_s, u"file"_s };
    QCommandLineOption rootUrl { u"root-url"_s, u"Deployment, instead of TASKCLUSTER_ROOT_URL."_s, u"url"_s };
    QCommandLineOption proxy { u"taskcluster-proxy"_s, u"Call through the proxy of the task that this runs in."_s };
    QCommandLineOption url { u"url"_s, u"Print where the call would go, and call nothing."_s };
    QCommandLineOption signedUrl { u"signed-url"_s, u"The same, signed with the credentials."_s };
    QCommandLineOption expires { u"expires"_s, u"How long a signed URL lasts."_s, u"seconds"_s };
    QCommandLineOption list { u"list"_s, u"Print the methods of SERVICE, or of all services."_s };
};

int complain(const QString &what, ExitCode code)
{
    std::fprintf(stderr, "tc-call: %s\n", qUtf8Printable(what));
    return code;
}

int print(const QByteArray &line)
{
    std::printf("%s\n", line.constData());
    return Done;
}

int explain(const tc::Error &error)
{
    QString text = error.method.isEmpty() ? QString() : QString(error.method + ": "_L1);
    if (error.httpStatus >= 300)
        text += QString::number(error.httpStatus) + u' ';
    if (!error.code.isEmpty())
        text += error.code + ": "_L1;
    return complain(text + error.message, error.kind == tc::ErrorKind::Usage ? Misused : Failed);
}

int listMethods(const QString &service)
{
    int found = 0;
    for (const tc::MethodInfo &method : tc::methods()) {
        if (!service.isEmpty() && service != QLatin1StringView(method.service))
            continue;
        QByteArray line = QByteArray(method.service) + ' ' + method.name + ' ' + method.verb + ' ' + method.route;
        char separator = '?';
        for (const char *const name : method.query)
            line += std::exchange(separator, '&') + QByteArray(name);
        print(line);
        ++found;
    }
    return found > 0 ? Done : complain(u"There is no service "_s + service + u'.', Misused);
}

/// "name=value" in two, or nothing.
std::optional<std::pair<QString, QString>> split(const QString &text)
{
    const qsizetype sign = text.indexOf(u'=');
    if (sign < 1)
        return {};
    return std::pair { text.left(sign), text.mid(sign + 1) };
}

std::optional<tc::Json> readPayload(const QString &name)
{
    QFile file(name);
    const bool isOpen = name == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    return isOpen ? tc::Json::parse(file.readAll()) : std::nullopt;
}

/// What was wrong with the command line, or nothing.
QString readCall(const QCommandLineParser &parser, const Options &options, tc::ApiCall *call)
{
    const QStringList words = parser.positionalArguments();
    if (words.size() < 2)
        return u"SERVICE and METHOD are needed; --list shows them."_s;
    call->service = words.at(0);
    call->method = words.at(1);
    call->arguments = words.mid(2);
    for (const QString &text : parser.values(options.query)) {
        const auto pair = split(text);
        if (!pair)
            return u"--query needs name=value."_s;
        call->query.append(*pair);
    }
    for (const QString &text : parser.values(options.argument)) {
        const auto pair = split(text);
        if (!pair)
            return u"--arg needs name=value."_s;
        call->namedArguments.insert(pair->first, pair->second);
    }
    if (parser.isSet(options.payload)) {
        call->payload = readPayload(parser.value(options.payload));
        if (!call->payload)
            return u"The payload cannot be read, or is not JSON."_s;
    }
    return {};
}

tc::Result<tc::ClientOptions> readClient(const QCommandLineParser &parser, const Options &options)
{
    tc::ClientOptions defaults;
    defaults.userAgent = u"tc-call/"_s + tc::libraryVersion();
    if (parser.isSet(options.proxy))
        return tc::optionsForTaskclusterProxy(defaults);
    tc::ClientOptions client = tc::optionsFromEnvironment(defaults);
    if (parser.isSet(options.rootUrl))
        client.rootUrl = parser.value(options.rootUrl);
    return { client, {} };
}

int printUrl(
    const QCommandLineParser &parser, const Options &options, const tc::Client &client, const tc::ApiCall &call)
{
    if (!parser.isSet(options.signedUrl)) {
        const auto url = tc::urlByName(client, call);
        return url ? print(url->toEncoded()) : explain(url.error);
    }
    std::optional<std::chrono::seconds> expiry;
    if (parser.isSet(options.expires)) {
        bool isNumber = false;
        expiry = std::chrono::seconds(parser.value(options.expires).toInt(&isNumber));
        if (!isNumber)
            return complain(u"--expires needs a number of seconds."_s, Misused);
    }
    const auto url = tc::signedUrlByName(client, call, expiry);
    return url ? print(url->toEncoded()) : explain(url.error);
}

int run(const QCommandLineParser &parser, const Options &options)
{
    if (parser.isSet(options.list))
        return listMethods(parser.positionalArguments().value(0));
    tc::ApiCall call;
    if (const QString fault = readCall(parser, options, &call); !fault.isEmpty())
        return complain(fault, Misused);
    const auto made = readClient(parser, options);
    if (!made)
        return explain(made.error);
    tc::Client client(*made);
    if (parser.isSet(options.url) || parser.isSet(options.signedUrl))
        return printUrl(parser, options, client, call);
    const auto result = tc::wait(tc::callByName(&client, call));
    return result ? print(result->toIndented()) : explain(result.error);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tc-call"_s);
    QCoreApplication::setApplicationVersion(tc::libraryVersion() + u" (Taskcluster "_s + tc::apiVersion() + u')');
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Calls any method of Taskcluster's API and prints what it answers as JSON."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"service"_s, u"For example queue."_s, u"SERVICE"_s);
    parser.addPositionalArgument(u"method"_s, u"For example task."_s, u"METHOD"_s);
    parser.addPositionalArgument(u"arguments"_s, u"Of the method's route, in its order."_s, u"[ARGUMENTS]"_s);
    parser.addOptions({ options.query, options.argument, options.payload, options.rootUrl, options.proxy, options.url,
        options.signedUrl, options.expires, options.list });
    if (!parser.parse(QCoreApplication::arguments()))
        return complain(parser.errorText(), Misused);
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    return run(parser, options);
}
