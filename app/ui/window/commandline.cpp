// SPDX-License-Identifier: MPL-2.0
#include "ui/window/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("ui::CommandLine", source);
}

void addOptions(QCommandLineParser *parser)
{
    parser->setApplicationDescription(
        text(QT_TRANSLATE_NOOP("ui::CommandLine", "A desktop application for Taskcluster.")));
    parser->addOptions({
        { u"demo"_s, text(QT_TRANSLATE_NOOP("ui::CommandLine", "Open the embedded demo deployment.")) },
        { u"root-url"_s,
            text(QT_TRANSLATE_NOOP("ui::CommandLine",
                "Open the deployment at <url>. TASKCLUSTER_ROOT_URL says the same; credentials come from "
                "TASKCLUSTER_CLIENT_ID, TASKCLUSTER_ACCESS_TOKEN and TASKCLUSTER_CERTIFICATE.")),
            u"url"_s },
        { u"screenshot"_s,
            text(QT_TRANSLATE_NOOP("ui::CommandLine",
                "Write a picture of the window to <file> once what it shows has loaded, then exit.")),
            u"file"_s },
        { u"screenshot-timeout"_s,
            text(QT_TRANSLATE_NOOP("ui::CommandLine", "Give up on the picture after <seconds> (60).")), u"seconds"_s },
        { u"size"_s, text(QT_TRANSLATE_NOOP("ui::CommandLine", "Size of the window, for example 1280x800.")),
            u"size"_s },
        { u"color-scheme"_s, text(QT_TRANSLATE_NOOP("ui::CommandLine", "Colours: system, light or dark.")),
            u"scheme"_s },
        { u"language"_s, text(QT_TRANSLATE_NOOP("ui::CommandLine", "Language of the texts, for example de.")),
            u"code"_s },
    });
    parser->addPositionalArgument(u"location"_s,
        text(QT_TRANSLATE_NOOP("ui::CommandLine", "Task, task group, index path or URL to open.")), u"[location]"_s);
}

bool readScheme(const QString &name, ColorScheme *scheme)
{
    if (name.isEmpty() || name == u"system"_s)
        *scheme = ColorScheme::System;
    else if (name == u"light"_s)
        *scheme = ColorScheme::Light;
    else if (name == u"dark"_s)
        *scheme = ColorScheme::Dark;
    else
        return false;
    return true;
}

bool readSize(const QString &text, QSize *size)
{
    const QStringList parts = text.split(u'x');
    bool wideOk = false;
    bool highOk = false;
    if (parts.size() == 2)
        *size = QSize(parts.at(0).toInt(&wideOk), parts.at(1).toInt(&highOk));
    return wideOk && highOk && size->width() >= 320 && size->height() >= 240;
}

CommandLine wrong(const QString &message)
{
    CommandLine result;
    result.outcome = CommandLine::Outcome::Error;
    result.message = message;
    return result;
}

} // namespace

CommandLine CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(&parser);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    CommandLine result;
    result.language = parser.value(u"language"_s); // help is in that language too
    if (parser.isSet(help)) {
        result.outcome = Outcome::Help;
        result.message = parser.helpText();
        return result;
    }
    if (parser.isSet(version)) {
        result.outcome = Outcome::Version;
        result.message = QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion();
        return result;
    }
    result.demo = parser.isSet(u"demo"_s);
    result.rootUrl = parser.value(u"root-url"_s);
    result.screenshot = parser.value(u"screenshot"_s);
    if (!readScheme(parser.value(u"color-scheme"_s), &result.colorScheme))
        return wrong(text(QT_TRANSLATE_NOOP("ui::CommandLine", "--color-scheme is system, light or dark.")));
    if (parser.isSet(u"size"_s) && !readSize(parser.value(u"size"_s), &result.windowSize))
        return wrong(text(QT_TRANSLATE_NOOP("ui::CommandLine", "--size is WIDTHxHEIGHT, at least 320x240.")));
    if (parser.isSet(u"screenshot-timeout"_s)) {
        result.screenshotTimeout = std::chrono::seconds(parser.value(u"screenshot-timeout"_s).toInt());
        if (result.screenshotTimeout.count() <= 0)
            return wrong(text(QT_TRANSLATE_NOOP("ui::CommandLine", "--screenshot-timeout is a number of seconds.")));
    }
    const QStringList places = parser.positionalArguments();
    if (places.size() > 1)
        return wrong(text(QT_TRANSLATE_NOOP("ui::CommandLine", "Only one location can be given.")));
    result.location = places.value(0);
    return result;
}

} // namespace ui
