// SPDX-License-Identifier: MPL-2.0
// The keychain in every state in which a person may have it, each with a real gnome-keyring on a bus of its own.

#include "privatekeyring.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// A program that uses the keychain, and what it says.
class Client
{
public:
    explicit Client(const PrivateKeyring &keyring, int slowAfter = 60'000)
    {
        m_process.setProcessEnvironment(keyring.environment());
        m_process.start(QStringLiteral(KEYCHAIN_CLIENT), { QString::number(slowAfter) });
    }
    ~Client()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Client)

    void send(const QString &command) { m_process.write((command + u'\n').toUtf8()); }

    /// The next line, without what a system says in its own words.
    QString line()
    {
        const bool came = QTest::qWaitFor([this] { return m_process.canReadLine(); }, 20'000);
        m_last = came ? QString::fromUtf8(m_process.readLine()).trimmed() : u"nothing: "_s + m_process.errorString();
        return m_last.section(u" ("_s, 0, 0).trimmed();
    }

    QString answer(const QString &command)
    {
        send(command);
        return line();
    }

    QString reason() const { return m_last.section(u" ("_s, 1); }
    bool isSilent() const { return !m_process.canReadLine(); }

private:
    QProcess m_process;
    QString m_last;
};

} // namespace

class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unlocked();
    void lockedWithoutQuestion();
    void lockedAndQuestionClosed();
    void lockedAndQuestionNotShown();
    void cancelledQuestion();
    void noService();
    void refused();
    void late();
    void endsWhileItIsAsked();
    void noBus();
};

void TestKeychain::unlocked()
{
    PrivateKeyring keyring;
    QVERIFY(keyring.startBus() && keyring.startKeyring());
    Client client(keyring);
    QCOMPARE(client.answer(u"read a ask"_s), u"not-there silent"_s);
    QCOMPARE(client.answer(u"write a one"_s), u"done silent"_s);
    QCOMPARE(client.answer(u"read a ask"_s), u"done silent one"_s);
    QCOMPARE(client.answer(u"write a two"_s), u"done silent"_s);
    QCOMPARE(client.answer(u"read a never"_s), u"done silent two"_s);
    QCOMPARE(client.answer(u"read b ask"_s), u"not-there silent"_s);
    QCOMPARE(client.answer(u"remove a ask"_s), u"done silent"_s);
    QCOMPARE(client.answer(u"read a ask"_s), u"not-there silent"_s);
    QCOMPARE(client.answer(u"remove a ask"_s), u"done silent"_s);
    // In the order of the calls, however many there are.
    client.send(u"write c first"_s);
    client.send(u"write c second"_s);
    client.send(u"read c ask"_s);
    QCOMPARE(client.line(), u"done silent"_s);
    QCOMPARE(client.line(), u"done silent"_s);
    QCOMPARE(client.line(), u"done silent second"_s);
}

void TestKeychain::lockedWithoutQuestion()
{
    PrivateKeyring keyring;
    QVERIFY(keyring.startBus() && keyring.startKeyring());
    FakePrompter prompter(FakePrompter::Answer::Close);
    QVERIFY(keyring.hasPrompter(&prompter));
    Client client(keyring);
    QCOMPARE(client.answer(u"write a one"_s), u"done silent"_s);
    QVERIFY(keyring.lock());
    QCOMPARE(client.answer(u"read a never"_s), u"locked silent"_s);
    QCOMPARE(client.answer(u"read missing never"_s), u"locked silent"_s); // nobody can know
    QCOMPARE(client.answer(u"remove a never"_s), u"locked silent"_s);
    QCOMPARE(prompter.questions(), 0);
    QVERIFY(keyring.unlock());
    QCOMPARE(client.answer(u"read a never"_s), u"done silent one"_s);
}

void TestKeychain::lockedAndQuestionClosed()
{
    PrivateKeyring keyring;
    QVERIFY(keyring.startBus() && keyring.startKeyring());
    FakePrompter prompter(FakePrompter::Answer::Close);
    QVERIFY(keyring.hasPrompter(&prompter));
    Client client(keyring);
    QCOMPARE(client.answer(u"write a one"_s), u"done silent"_s);
    QVERIFY(keyring.lock());
    QCOMPARE(client.answer(u"read a ask"_s), u"phase Asking"_s);
    QCOMPARE(client.line(), u"locked asked"_s);
    QCOMPARE(prompter.questions(), 1);
    QCOMPARE(client.answer(u"write a two"_s), u"phase Asking"_s);
    QCOMPARE(client.line(), u"locked asked"_s);
    QCOMPARE(client.answer(u"remove a ask"_s), u"phase Asking"_s);
    QCOMPARE(client.line(), u"locked asked"_s);
    QCOMPARE(prompter.questions(), 3);
    // Whoever waited behind a question that was closed does not put the next one.
    client.send(u"read a ask\nread a ask\nread a ask"_s);
    QCOMPARE(client.line(), u"phase Asking"_s);
    QCOMPARE(client.line(), u"locked asked"_s);
    QCOMPARE(client.line(), u"locked silent"_s);
    QCOMPARE(client.line(), u"locked silent"_s);
    QCOMPARE(prompter.questions(), 4);
    QVERIFY(keyring.unlock());
    QCOMPARE(client.answer(u"read a ask"_s), u"done silent one"_s); // and nothing was lost or overwritten
}

void TestKeychain::lockedAndQuestionNotShown()
{
    PrivateKeyring keyring;
    QVERIFY(keyring.startBus() && keyring.startKeyring());
    Client client(keyring);
    QCOMPARE(client.answer(u"write a one"_s), u"done silent"_s);
    QVERIFY(keyring.lock());
    QCOMPARE(client.answer(u"read a ask"_s), u"phase Asking"_s);
    QCOMPARE(client.line(), u"locked asked"_s);
}

void TestKeychain::cancelledQuestion()
{
    PrivateKeyring keyring;
    QVERIFY(keyring.startBus() && keyring.startKeyring());
    FakePrompter prompter(FakePrompter::Answer::Wait);
    QVERIFY(keyring.hasPrompter(&prompter));
    Client client(keyring);
    QCOMPARE(client.answer(u"write a one"_s), u"done silent"_s);
    QVERIFY(keyring.lock());
    QCOMPARE(client.answer(u"read a ask"_s), u"phase Asking"_s);
    QTRY_COMPARE(prompter.questions(), 1);
    QCOMPARE(client.answer(u"cancel"_s), u"cancelled silent"_s);
    // The keyring has come to no harm, and the next one is served.
    QCOMPARE(client.answer(u"read a never"_s), u"locked silent"_s);
    QVERIFY(keyring.unlock());
    QCOMPARE(client.answer(u"read a ask"_s), u"done silent one"_s);
}

void TestKeychain::noService()
{
    PrivateKeyring keyring;
    QVERIFY(keyring.startBus());
    Client client(keyring);
    QCOMPARE(client.answer(u"read a ask"_s), u"no-service silent"_s);
    QCOMPARE(client.answer(u"write a one"_s), u"no-service silent"_s);
    QCOMPARE(client.answer(u"remove a ask"_s), u"no-service silent"_s);
    // It may come later.
    QVERIFY(keyring.startKeyring());
    QCOMPARE(client.answer(u"write a one"_s), u"done silent"_s);
}

void TestKeychain::refused()
{
    PrivateKeyring keyring;
    QVERIFY(keyring.startBus(PrivateKeyring::Bus::Refusing) && keyring.startKeyring());
    Client client(keyring);
    QCOMPARE(client.answer(u"read a ask"_s), u"refused silent"_s);
    QVERIFY(!client.reason().isEmpty());
    QCOMPARE(client.answer(u"write a one"_s), u"refused silent"_s);
    QCOMPARE(client.answer(u"remove a ask"_s), u"refused silent"_s);
}

void TestKeychain::late()
{
    PrivateKeyring keyring;
    QVERIFY(keyring.startBus() && keyring.startKeyring());
    {
        Client writer(keyring);
        QCOMPARE(writer.answer(u"write a one"_s), u"done silent"_s);
    }
    Client client(keyring, 700);
    keyring.stopAnswering();
    QCOMPARE(client.answer(u"read a ask"_s), u"phase Slow"_s);
    client.send(u"read a ask"_s); // waits behind the first, and says so too
    QCOMPARE(client.line(), u"phase Slow"_s);
    QTest::qWait(500);
    QVERIFY(client.isSilent()); // it goes on waiting
    keyring.goOn();
    QCOMPARE(client.line(), u"done silent one"_s);
    QCOMPARE(client.line(), u"done silent one"_s);
    keyring.stopAnswering();
    QCOMPARE(client.answer(u"read a ask"_s), u"phase Slow"_s);
    QCOMPARE(client.answer(u"cancel"_s), u"cancelled silent"_s);
    keyring.goOn();
    QCOMPARE(client.answer(u"read a ask"_s), u"done silent one"_s);
}

void TestKeychain::endsWhileItIsAsked()
{
    PrivateKeyring keyring;
    QVERIFY(keyring.startBus() && keyring.startKeyring());
    FakePrompter prompter(FakePrompter::Answer::Wait);
    QVERIFY(keyring.hasPrompter(&prompter));
    Client client(keyring);
    QCOMPARE(client.answer(u"write a one"_s), u"done silent"_s);
    QVERIFY(keyring.lock());
    QCOMPARE(client.answer(u"read a ask"_s), u"phase Asking"_s);
    QTRY_COMPARE(prompter.questions(), 1);
    keyring.endKeyring();
    QCOMPARE(client.line(), u"failed silent"_s);
    QCOMPARE(client.answer(u"read a ask"_s), u"no-service silent"_s);
    // One that is started anew has the same, and is spoken to anew.
    QVERIFY(keyring.startKeyring());
    QCOMPARE(client.answer(u"read a ask"_s), u"done silent one"_s);
    QCOMPARE(client.answer(u"write a two"_s), u"done silent"_s);
}

void TestKeychain::noBus()
{
    PrivateKeyring keyring;
    QVERIFY(keyring.startBus());
    QProcess client;
    QProcessEnvironment environment = keyring.environment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent/bus"_s);
    client.setProcessEnvironment(environment);
    client.start(QStringLiteral(KEYCHAIN_CLIENT), { u"60000"_s });
    client.write("read a ask\n");
    QTRY_VERIFY(client.canReadLine());
    QVERIFY(client.readLine().startsWith("no-service silent"));
    client.closeWriteChannel();
    QVERIFY(client.waitForFinished());
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "test_keychain.moc"
