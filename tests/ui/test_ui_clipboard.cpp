// SPDX-License-Identifier: MPL-2.0
// Secrets on the clipboard: marked, said in the status bar, and taken back.
#include "windowfixture.h"

#include "ui/workspace/secretclipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace uitest;

class TestUiClipboard : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    ui::Workspace *workspace() const { return m_fixture->workspace(); }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
    }
    void cleanup() { m_fixture.reset(); }

    void isMarked();
    void ends();
    void leavesWhatIsNotIts();
    void copiedAgain();
    void endsWithTheApplication();
};

void TestUiClipboard::isMarked()
{
    workspace()->secretClipboard()->copy(u"SECRET-on-the-clipboard"_s);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QVERIFY(data);
    QCOMPARE(data->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
    QVERIFY(workspace()->secretClipboard()->left() > 25s);
    auto *status = m_fixture->find<QLabel>("statusClipboard");
    QVERIFY(status && status->isVisible());
    QVERIFY2(status->text().startsWith(u"Copied. The clipboard is cleared in "_s), qPrintable(status->text()));
}

void TestUiClipboard::ends()
{
    workspace()->settings()->setValue(QLatin1StringView(ui::SecretClipboard::clearAfterKey), 1);
    QSignalSpy cleared(workspace()->secretClipboard(), &ui::SecretClipboard::cleared);
    workspace()->secretClipboard()->copy(u"SECRET-on-the-clipboard"_s);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"SECRET-"_s));
    QTRY_COMPARE(cleared.size(), 1);
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    QVERIFY(!workspace()->secretClipboard()->isHolding());
    QVERIFY(!m_fixture->find<QLabel>("statusClipboard")->isVisible());
}

// What somebody copied afterwards stays.
void TestUiClipboard::leavesWhatIsNotIts()
{
    workspace()->settings()->setValue(QLatin1StringView(ui::SecretClipboard::clearAfterKey), 1);
    QSignalSpy cleared(workspace()->secretClipboard(), &ui::SecretClipboard::cleared);
    workspace()->secretClipboard()->copy(u"SECRET-on-the-clipboard"_s);
    QGuiApplication::clipboard()->setText(u"a task id"_s);
    QVERIFY(!workspace()->secretClipboard()->isHolding());
    QVERIFY(workspace()->secretClipboard()->text().isEmpty());
    QTest::qWait(1500);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"a task id"_s);
    QVERIFY(cleared.isEmpty());
}

void TestUiClipboard::endsWithTheApplication()
{
    workspace()->secretClipboard()->copy(u"SECRET-on-the-clipboard"_s);
    m_fixture.reset();
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

// The time counts from the last copy, and the first one's end does not take the second.
void TestUiClipboard::copiedAgain()
{
    workspace()->settings()->setValue(QLatin1StringView(ui::SecretClipboard::clearAfterKey), 1);
    QSignalSpy cleared(workspace()->secretClipboard(), &ui::SecretClipboard::cleared);
    workspace()->secretClipboard()->copy(u"SECRET-first-of-two"_s);
    workspace()->settings()->setValue(QLatin1StringView(ui::SecretClipboard::clearAfterKey), 60);
    workspace()->secretClipboard()->copy(u"SECRET-second-of-two"_s);
    QTest::qWait(1200);
    QVERIFY(cleared.isEmpty());
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"SECRET-second"_s));
    QVERIFY(workspace()->secretClipboard()->left() > 50s);
    workspace()->secretClipboard()->clear();
    QCOMPARE(cleared.size(), 1);
}

QTEST_MAIN(TestUiClipboard)

#include "test_ui_clipboard.moc"
