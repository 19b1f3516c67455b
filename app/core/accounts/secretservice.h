// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/secretstore.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QMap>

#include <functional>

class QDBusVariant;

namespace core {

/// Finds out over D-Bus whether the Secret Service can be used for one secret, and has it unlocked when that may be.
/// QtKeychain 0.13 cannot tell a secret that is not there from one that is locked away or refused, so this asks first.
/// Never blocks and never gives up by itself.
class SecretServiceCheck : public QObject
{
    Q_OBJECT

public:
    enum class Purpose { Read, Write, Remove };
    using Attributes = QMap<QString, QString>;

    SecretServiceCheck(Attributes attributes, Purpose purpose, SecretStore::Unlock unlock, QObject *parent = nullptr);
    /// A question that is on the screen stays there.
    ~SecretServiceCheck() override;

    void start();

Q_SIGNALS:
    /// The service puts a question on the screen.
    void asking();
    /// The end. Done: go on. NotThere is never said of a write.
    void answered(const core::SecretOutcome &outcome);

private Q_SLOTS:
    void promptCompleted(bool dismissed, const QDBusVariant &result);

private:
    using Then = std::function<void(const QDBusMessage &reply)>;

    void call(const QDBusMessage &message, Then then);
    QDBusMessage method(const QString &path, const QString &interface, const QString &name) const;
    void findOwner(bool mayStart);
    void startService();
    void search();
    void lookAtDefault();
    void lookAtCollection(const QString &path);
    void unlock(const QList<QDBusObjectPath> &paths);
    void prompt(const QString &path);
    void unlocked();
    void watchOwner();
    void fail(const QDBusMessage &error);
    void end(SecretOutcome::Status status, const QString &reason = {}, bool asked = false);

    QDBusConnection m_bus;
    Attributes m_attributes;
    Purpose m_purpose;
    SecretStore::Unlock m_unlock;
    QString m_owner; // its unique name, so that a service that starts anew is not taken for the same
    bool m_wasUnlocked = false;
    bool m_ended = false;
};

} // namespace core
