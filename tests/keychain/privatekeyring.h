// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <optional>

/// Answers the questions of a gnome-keyring in place of the program that puts them on the screen.
class FakePrompter : public QDBusVirtualObject
{
public:
    enum class Answer { Close, Wait };

    explicit FakePrompter(Answer answer) : m_answer(answer) { }

    int questions() const { return m_questions; }

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override;

private:
    Answer m_answer;
    int m_questions = 0;
};

/// A D-Bus session of one's own with a real gnome-keyring, apart from the one that all tests share. Programs join it by
/// the environment.
class PrivateKeyring
{
public:
    enum class Bus {
        Open,
        Refusing, ///< lets nobody speak with the keyring
    };

    PrivateKeyring() = default;
    ~PrivateKeyring();
    Q_DISABLE_COPY_MOVE(PrivateKeyring)

    /// Each is false when it does not work, and waits for its end.
    bool startBus(Bus bus = Bus::Open);
    bool joinBus(); ///< takes the session that this program is in, which must be a test's own
    bool startKeyring(); ///< unlocked, with an empty collection
    bool lock();
    bool unlock();
    void stopAnswering(); ///< until goOn()
    void goOn();
    void endKeyring();
    bool hasPrompter(FakePrompter *prompter); ///< from now on; it must outlive this
    void removePrompter();

    QProcessEnvironment environment() const { return m_environment; }

private:
    void useFolder();
    QDBusMessage call(const QString &path, const QString &interface, const QString &method,
        const QVariantList &arguments, int timeout = 10'000) const;

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    QProcess m_daemon;
    QProcess m_keyring;
    std::optional<QDBusConnection> m_bus;
};
