// SPDX-License-Identifier: MPL-2.0
#include "core/accounts/secretservice.h"

#include "core/accounts/keychainbackend.h"

#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QDBusVariant>

#include <limits>

namespace core {

using namespace Qt::StringLiterals;

namespace {

const auto secretsName = u"org.freedesktop.secrets"_s;
const auto servicePath = u"/org/freedesktop/secrets"_s;
const auto serviceInterface = u"org.freedesktop.Secret.Service"_s;
const auto promptInterface = u"org.freedesktop.Secret.Prompt"_s;
const auto nowhere = u"/"_s; // how the service writes "no object"

// libdbus takes this for "no timeout": a stopped keychain goes on some time.
constexpr int forEver = std::numeric_limits<int>::max();

QDBusMessage busMethod(const QString &name)
{
    return QDBusMessage::createMethodCall(
        u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, name);
}

QString pathIn(const QDBusMessage &reply, qsizetype argument)
{
    return reply.arguments().value(argument).value<QDBusObjectPath>().path();
}

QList<QDBusObjectPath> pathsIn(const QDBusMessage &reply, qsizetype argument)
{
    return qdbus_cast<QList<QDBusObjectPath>>(reply.arguments().value(argument));
}

SecretOutcome::Status statusOf(const QString &errorName)
{
    using Status = SecretOutcome::Status;
    if (errorName == "org.freedesktop.DBus.Error.AccessDenied"_L1
        || errorName == "org.freedesktop.DBus.Error.AuthFailed"_L1)
        return Status::Refused;
    if (errorName == "org.freedesktop.Secret.Error.IsLocked"_L1)
        return Status::Locked;
    if (errorName.startsWith("org.freedesktop.DBus.Error.Spawn."_L1)
        || errorName == "org.freedesktop.DBus.Error.ServiceUnknown"_L1
        || errorName == "org.freedesktop.DBus.Error.NameHasNoOwner"_L1
        || errorName == "org.freedesktop.DBus.Error.Disconnected"_L1)
        return Status::NoService;
    return Status::Failed;
}

} // namespace

SecretServiceCheck::SecretServiceCheck(
    Attributes attributes, Purpose purpose, SecretStore::Unlock unlock, QObject *parent)
    : QObject(parent), m_bus(QDBusConnection::sessionBus()), m_attributes(std::move(attributes)), m_purpose(purpose),
      m_unlock(unlock)
{
    qDBusRegisterMetaType<Attributes>();
}

SecretServiceCheck::~SecretServiceCheck() = default;

void SecretServiceCheck::start()
{
    if (!m_bus.isConnected())
        return end(SecretOutcome::Status::NoService, m_bus.lastError().message());
    findOwner(true);
}

QDBusMessage SecretServiceCheck::method(const QString &path, const QString &interface, const QString &name) const
{
    return QDBusMessage::createMethodCall(m_owner, path, interface, name);
}

void SecretServiceCheck::call(const QDBusMessage &message, Then then)
{
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message, forEver), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, then = std::move(then)] {
        watcher->deleteLater();
        const QDBusMessage reply = watcher->reply();
        if (!m_ended)
            then(reply);
    });
}

void SecretServiceCheck::findOwner(bool mayStart)
{
    QDBusMessage question = busMethod(u"GetNameOwner"_s);
    question << secretsName;
    call(question, [this, mayStart](const QDBusMessage &reply) {
        if (reply.type() != QDBusMessage::ErrorMessage) {
            m_owner = reply.arguments().value(0).toString();
            followSecretService(m_owner);
            watchOwner();
            return m_purpose == Purpose::Write ? lookAtDefault() : search();
        }
        if (mayStart && statusOf(reply.errorName()) == SecretOutcome::Status::NoService)
            return startService();
        fail(reply);
    });
}

void SecretServiceCheck::startService()
{
    QDBusMessage order = busMethod(u"StartServiceByName"_s);
    order << secretsName << quint32(0);
    call(order, [this](const QDBusMessage &reply) {
        if (reply.type() == QDBusMessage::ErrorMessage)
            return end(SecretOutcome::Status::NoService, reply.errorMessage());
        findOwner(false);
    });
}

void SecretServiceCheck::watchOwner()
{
    auto *watcher = new QDBusServiceWatcher(m_owner, m_bus, QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this,
        [this] { end(SecretOutcome::Status::Failed, tr("The keychain ended before it answered.")); });
}

void SecretServiceCheck::search()
{
    QDBusMessage question = method(servicePath, serviceInterface, u"SearchItems"_s);
    question << QVariant::fromValue(m_attributes);
    call(question, [this](const QDBusMessage &reply) {
        if (reply.type() == QDBusMessage::ErrorMessage)
            return fail(reply);
        const auto open = pathsIn(reply, 0);
        const auto locked = pathsIn(reply, 1);
        // To remove a secret, every copy of it has to be within reach.
        if (!locked.isEmpty() && (open.isEmpty() || m_purpose == Purpose::Remove))
            return unlock(locked);
        if (!open.isEmpty())
            return end(SecretOutcome::Status::Done);
        // Some services show nothing of what they hold while they are locked.
        lookAtDefault();
    });
}

void SecretServiceCheck::lookAtDefault()
{
    QDBusMessage question = method(servicePath, serviceInterface, u"ReadAlias"_s);
    question << u"default"_s;
    call(question, [this](const QDBusMessage &reply) {
        if (reply.type() == QDBusMessage::ErrorMessage)
            return fail(reply);
        const QString path = pathIn(reply, 0);
        if (path != nowhere)
            return lookAtCollection(path);
        // There is no collection yet. The first write makes one, for which the service asks for a new password.
        if (m_purpose != Purpose::Write)
            return end(SecretOutcome::Status::NotThere);
        if (m_unlock == SecretStore::Unlock::Never)
            return end(SecretOutcome::Status::Locked);
        Q_EMIT asking();
        end(SecretOutcome::Status::Done);
    });
}

void SecretServiceCheck::lookAtCollection(const QString &path)
{
    QDBusMessage question = method(path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    call(question, [this, path](const QDBusMessage &reply) {
        if (reply.type() == QDBusMessage::ErrorMessage)
            return fail(reply);
        if (reply.arguments().value(0).value<QDBusVariant>().variant().toBool())
            return unlock({ QDBusObjectPath(path) });
        end(m_purpose == Purpose::Write ? SecretOutcome::Status::Done : SecretOutcome::Status::NotThere);
    });
}

void SecretServiceCheck::unlock(const QList<QDBusObjectPath> &paths)
{
    if (m_wasUnlocked) // and is locked again: somebody else wants it so
        return end(SecretOutcome::Status::Locked);
    QDBusMessage order = method(servicePath, serviceInterface, u"Unlock"_s);
    order << QVariant::fromValue(paths);
    call(order, [this](const QDBusMessage &reply) {
        if (reply.type() == QDBusMessage::ErrorMessage)
            return fail(reply);
        const QString path = pathIn(reply, 1);
        if (path != nowhere)
            return prompt(path);
        if (pathsIn(reply, 0).isEmpty())
            return end(SecretOutcome::Status::Locked);
        unlocked();
    });
}

void SecretServiceCheck::prompt(const QString &path)
{
    // A question that nobody wants is left alone: gnome-keyring 42 aborts when one is dismissed from here.
    if (m_unlock == SecretStore::Unlock::Never)
        return end(SecretOutcome::Status::Locked);
    m_bus.connect(m_owner, path, promptInterface, u"Completed"_s, this,
        SLOT(promptCompleted(bool, QDBusVariant))); // lint: allow(string-connect) QtDBus has no typed form
    Q_EMIT asking();
    QDBusMessage order = method(path, promptInterface, u"Prompt"_s);
    order << QString(); // no window: an id of another display system would not help
    call(order, [this](const QDBusMessage &reply) {
        if (reply.type() == QDBusMessage::ErrorMessage)
            end(SecretOutcome::Status::Locked, reply.errorMessage(), true);
    });
}

void SecretServiceCheck::promptCompleted(bool dismissed, const QDBusVariant &)
{
    if (dismissed)
        return end(SecretOutcome::Status::Locked, {}, true);
    unlocked();
}

void SecretServiceCheck::unlocked()
{
    m_wasUnlocked = true;
    if (m_purpose == Purpose::Write)
        lookAtDefault(); // believes nobody that it is open now
    else
        search();
}

void SecretServiceCheck::fail(const QDBusMessage &error)
{
    end(statusOf(error.errorName()), error.errorMessage());
}

void SecretServiceCheck::end(SecretOutcome::Status status, const QString &reason, bool asked)
{
    if (m_ended)
        return;
    m_ended = true;
    SecretOutcome outcome;
    outcome.status = status;
    outcome.reason = reason;
    outcome.asked = asked;
    Q_EMIT answered(outcome);
}

} // namespace core
