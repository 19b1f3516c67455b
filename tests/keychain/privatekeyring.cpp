// SPDX-License-Identifier: MPL-2.0
#include "privatekeyring.h"

#include <QDBusArgument>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDir>
#include <QFile>
#include <QTest>
#include <QUuid>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

const auto secretsName = u"org.freedesktop.secrets"_s;
const auto secretsPath = u"/org/freedesktop/secrets"_s;
const auto loginPath = u"/org/freedesktop/secrets/collection/login"_s;
const auto serviceInterface = u"org.freedesktop.Secret.Service"_s;

constexpr auto busConfig = R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=%1</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
  <policy context="mandatory">%2</policy>
</busconfig>
)";

// What the keyring's own interface takes for a password: session, parameters, value, content type.
struct Secret {
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

QDBusArgument &operator<<(QDBusArgument &argument, const Secret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Secret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

} // namespace

Q_DECLARE_METATYPE(Secret)

bool FakePrompter::handleMessage(const QDBusMessage &message, const QDBusConnection &bus)
{
    const QString member = message.member();
    bus.send(message.createReply());
    if (member != u"BeginPrompting" && member != u"PerformPrompt")
        return true;
    if (member == u"PerformPrompt") {
        ++m_questions;
        if (m_answer == Answer::Wait)
            return true;
    }
    const QString callback = message.arguments().value(0).value<QDBusObjectPath>().path();
    QDBusMessage answer = QDBusMessage::createMethodCall(
        message.service(), callback, u"org.gnome.keyring.internal.Prompter.Callback"_s, u"PromptReady"_s);
    answer << (member == u"PerformPrompt" ? u"no"_s : QString()) << QVariantMap()
           << message.arguments().value(3).toString();
    bus.send(answer);
    return true;
}

PrivateKeyring::~PrivateKeyring()
{
    endKeyring();
    if (m_bus)
        QDBusConnection::disconnectFromBus(m_bus->name());
    if (m_daemon.state() == QProcess::NotRunning)
        return;
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

void PrivateKeyring::useFolder()
{
    m_environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : { u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s, u"DISPLAY"_s,
             u"WAYLAND_DISPLAY"_s, u"GNOME_KEYRING_CONTROL"_s })
        m_environment.remove(name);
    m_environment.insert(u"HOME"_s, m_folder.path());
    m_environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.path());
}

bool PrivateKeyring::joinBus()
{
    useFolder();
    m_bus = QDBusConnection::connectToBus(
        m_environment.value(u"DBUS_SESSION_BUS_ADDRESS"_s), QUuid::createUuid().toString());
    return m_bus->isConnected();
}

bool PrivateKeyring::startBus(Bus bus)
{
    const QString socket = m_folder.filePath(u"bus"_s);
    const QString deny = bus == Bus::Refusing ? u"<deny send_destination=\""_s + secretsName + u"\"/>"_s : QString();
    QFile config(m_folder.filePath(u"bus.conf"_s));
    if (!config.open(QIODevice::WriteOnly))
        return false;
    config.write(QString::fromLatin1(busConfig).arg(socket, deny).toUtf8());
    config.close();
    useFolder();
    const QString address = u"unix:path="_s + socket;
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address);
    m_daemon.setProcessEnvironment(m_environment);
    m_daemon.start(
        u"dbus-daemon"_s, { u"--nofork"_s, u"--print-address=1"_s, u"--config-file="_s + config.fileName() });
    if (!QTest::qWaitFor([this] { return m_daemon.canReadLine(); }))
        return false;
    m_bus = QDBusConnection::connectToBus(address, QUuid::createUuid().toString());
    return m_bus->isConnected();
}

bool PrivateKeyring::startKeyring()
{
    m_keyring.setProcessEnvironment(m_environment);
    m_keyring.start(u"gnome-keyring-daemon"_s, { u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s });
    m_keyring.write("tests");
    m_keyring.closeWriteChannel();
    return QTest::qWaitFor([this] { return m_bus->interface()->isServiceRegistered(secretsName).value(); });
}

void PrivateKeyring::endKeyring()
{
    if (m_keyring.state() == QProcess::NotRunning)
        return;
    goOn();
    m_keyring.terminate();
    m_keyring.waitForFinished();
}

QDBusMessage PrivateKeyring::call(const QString &path, const QString &interface, const QString &method,
    const QVariantList &arguments, int timeout) const
{
    QDBusMessage message = QDBusMessage::createMethodCall(secretsName, path, interface, method);
    message.setArguments(arguments);
    return m_bus->call(message, QDBus::BlockWithGui, timeout); // the prompter has to go on answering
}

bool PrivateKeyring::lock()
{
    const QList<QDBusObjectPath> collections { QDBusObjectPath(loginPath) };
    return call(secretsPath, serviceInterface, u"Lock"_s, { QVariant::fromValue(collections) }).type()
        == QDBusMessage::ReplyMessage;
}

bool PrivateKeyring::unlock()
{
    qDBusRegisterMetaType<Secret>();
    const QDBusMessage session = call(
        secretsPath, serviceInterface, u"OpenSession"_s, { u"plain"_s, QVariant::fromValue(QDBusVariant(QString())) });
    const Secret password { session.arguments().value(1).value<QDBusObjectPath>(), {}, "tests", u"text/plain"_s };
    return call(secretsPath, u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s,
               u"UnlockWithMasterPassword"_s,
               { QVariant::fromValue(QDBusObjectPath(loginPath)), QVariant::fromValue(password) })
               .type()
        == QDBusMessage::ReplyMessage;
}

void PrivateKeyring::stopAnswering()
{
    ::kill(static_cast<pid_t>(m_keyring.processId()), SIGSTOP);
}

void PrivateKeyring::goOn()
{
    ::kill(static_cast<pid_t>(m_keyring.processId()), SIGCONT);
}

bool PrivateKeyring::hasPrompter(FakePrompter *prompter)
{
    return m_bus->registerVirtualObject(u"/org/gnome/keyring/Prompter"_s, prompter)
        && m_bus->registerService(u"org.gnome.keyring.SystemPrompter"_s);
}

void PrivateKeyring::removePrompter()
{
    m_bus->unregisterService(u"org.gnome.keyring.SystemPrompter"_s);
    m_bus->unregisterObject(u"/org/gnome/keyring/Prompter"_s);
}
