// SPDX-License-Identifier: MPL-2.0
// The settings page: what is set holds at once and is there after a restart; history and everything else can be
// forgotten.
#include "windowfixture.h"

#include "core/transfers/transfermodel.h"
#include "demo/demodeployment.h"
#include "scriptedstore.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/window/launch.h"
#include "ui/window/notifier.h"
#include "ui/workspace/preferences.h"
#include "ui/workspace/recents.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using uitest::WindowFixture;

namespace {

void choose(QComboBox *box, int index)
{
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

core::SessionOptions anonymousAt(const QString &root)
{
    return core::SessionOptions::anonymous(root);
}

} // namespace

class TestUiSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        auto keychain = std::make_unique<ScriptedStore>();
        m_keychain = keychain.get();
        m_fixture->setKeychain(std::move(keychain));
        m_fixture->open({ anonymousAt(u"https://tc.example.com"_s) });
        QTest::keyClick(m_fixture->window(), Qt::Key_Comma, Qt::ControlModifier);
        QCOMPARE(m_fixture->window()->currentPage()->objectName(), u"settingsPage"_s);
    }

    void cleanup()
    {
        m_fixture.reset();
        core::setTimeStyle({});
    }

    void whatIsSetIsKept()
    {
        const ui::Preferences *set = m_fixture->workspace()->preferences();
        choose(m_fixture->find<QComboBox>("settingScheme"), 2);
        choose(m_fixture->find<QComboBox>("settingLanguage"), 2);
        choose(m_fixture->find<QComboBox>("settingTimes"), 1);
        choose(m_fixture->find<QComboBox>("settingZone"), 1);
        m_fixture->find<QCheckBox>("settingTellExpiry")->setChecked(false);
        m_fixture->find<QSpinBox>("settingAtOnce")->setValue(2);
        m_fixture->find<QSpinBox>("settingClipboard")->setValue(45);
        QCOMPARE(set->colorScheme(), ui::ColorScheme::Dark);
        QCOMPARE(core::timeStyle(), (core::TimeStyle { core::TimeZone::Local, false }));
        m_fixture->picture(u"settings"_s);

        m_fixture->close();
        m_fixture->open();
        set = m_fixture->workspace()->preferences();
        QCOMPARE(set->colorScheme(), ui::ColorScheme::Dark);
        QCOMPARE(set->language(), u"de"_s);
        QCOMPARE(set->timeStyle(), (core::TimeStyle { core::TimeZone::Local, false }));
        QVERIFY(!set->tellsExpiry());
        QVERIFY(set->tellsTransfers());
        QCOMPARE(set->transfersAtOnce(), 2);
        QCOMPARE(set->clipboardTime(), std::chrono::seconds(45));
        QCOMPARE(m_fixture->find<QComboBox>("settingScheme")->currentIndex(), 2);
    }

    void aFolderThatIsNotThereIsRefused()
    {
        auto *folder = m_fixture->find<QLineEdit>("settingFolder");
        const auto type = [folder](const QString &text) {
            folder->setText(text);
            Q_EMIT folder->editingFinished();
        };
        type(m_fixture->folder());
        QCOMPARE(m_fixture->workspace()->preferences()->transferFolder(), m_fixture->folder());
        QCOMPARE(m_fixture->outside()->startFolder, m_fixture->folder());
        type(m_fixture->folder() + u"/not there"_s);
        QCOMPARE(m_fixture->workspace()->preferences()->transferFolder(), m_fixture->folder());
        QVERIFY(m_fixture->find<QLabel>("settingFolderNote")->isVisible());
    }

    void proxies_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("host and port") << u"proxy.example.com:3128"_s << true;
        QTest::newRow("address") << u"[::1]:8080"_s << true;
        QTest::newRow("no port") << u"proxy.example.com"_s << false;
        QTest::newRow("a user") << u"me:SECRET-of-a-proxy@proxy.example.com:3128"_s << false;
        QTest::newRow("a path") << u"proxy.example.com:3128/x"_s << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("a sentence") << u"the one in the cellar"_s << false;
    }

    void proxies()
    {
        QFETCH(QString, text);
        QFETCH(bool, isGood);
        choose(m_fixture->find<QComboBox>("settingProxy"), 2);
        auto *field = m_fixture->find<QLineEdit>("settingProxyText");
        QVERIFY(field->isEnabled());
        field->setText(text);
        Q_EMIT field->textEdited(text);
        const std::optional<QNetworkProxy> proxy = m_fixture->workspace()->preferences()->proxy();
        QCOMPARE(proxy.has_value(), isGood); // otherwise the system's
        if (isGood)
            QCOMPARE(proxy->type(), QNetworkProxy::HttpProxy);
        choose(m_fixture->find<QComboBox>("settingProxy"), 1);
        QCOMPARE(m_fixture->workspace()->preferences()->proxy()->type(), QNetworkProxy::NoProxy);
    }

    void historyIsClearedAndNotKept()
    {
        ui::Recents *recents = m_fixture->workspace()->recents();
        const auto group = core::Location::taskGroup(u"https://tc.example.com"_s, u"fN1SbArXTPSVFNUvaOlinQ"_s);
        recents->add(group, u"A group"_s);
        auto *clear = m_fixture->find<QPushButton>("clearHistory");
        QVERIFY(clear->isEnabled());
        clear->click();
        QVERIFY(recents->entries(ui::Recents::List::Groups).isEmpty());
        QVERIFY(!clear->isEnabled());

        m_fixture->find<QCheckBox>("settingHistory")->setChecked(false);
        recents->add(group, u"A group"_s);
        m_fixture->close();
        m_fixture->open();
        QVERIFY(m_fixture->workspace()->recents()->entries(ui::Recents::List::Groups).isEmpty());
    }

    void everythingIsForgotten()
    {
        QVERIFY(!addKept().isEmpty());
        QCOMPARE(m_keychain->secrets.size(), 1);
        m_fixture->workspace()->recents()->add(
            core::Location::taskGroup(u"https://tc.example.com"_s, u"fN1SbArXTPSVFNUvaOlinQ"_s), u"A group"_s);
        m_fixture->find<QPushButton>("forgetEverything")->click();
        auto *question = m_fixture->find<ui::ConfirmDialog>("confirmDialog");
        QVERIFY(question);
        m_fixture->picture(u"forget"_s, question);
        m_fixture->find<QPushButton>("confirmAction")->click();
        QTRY_VERIFY(m_fixture->workspace()->registry()->accounts().isEmpty());
        QTRY_VERIFY(!m_fixture->window()->currentPage()->isLoading());
        QCOMPARE(m_fixture->window()->tabCount(), 1); // this page
        QVERIFY(m_fixture->workspace()->recents()->entries(ui::Recents::List::Groups).isEmpty());
        QVERIFY(m_fixture->workspace()->settings()->allKeys().isEmpty());
        QVERIFY(m_keychain->secrets.isEmpty());
    }

    void whatIsNotForgottenIsNamed()
    {
        QVERIFY(!addKept().isEmpty());
        core::SecretOutcome locked;
        locked.status = core::SecretOutcome::Status::Locked;
        m_keychain->next = locked;
        m_fixture->find<QPushButton>("forgetEverything")->click();
        m_fixture->find<QPushButton>("confirmAction")->click();
        QTRY_VERIFY(m_fixture->find<ui::Banner>("settingsBanner")->isVisible());
        QVERIFY(m_fixture->find<ui::Banner>("settingsBanner")->text().details.contains(m_key));
        QVERIFY(m_fixture->workspace()->registry()->accounts().isEmpty());
    }

    void theDesktopIsTold()
    {
        const QString id = addKept();
        ui::Notifier notifier(m_fixture->workspace(), m_fixture->window());
        notifier.checkExpiry();
        QCOMPARE(m_fixture->outside()->notifications.size(), 0); // it has no end
        m_fixture->workspace()->registry()->setExpiry(id, QDateTime::currentDateTimeUtc().addSecs(600));
        notifier.checkExpiry();
        notifier.checkExpiry();
        QCOMPARE(m_fixture->outside()->notifications.size(), 1); // once
    }

private:
    // An account whose secret is in the keychain.
    QString addKept()
    {
        core::AccountRegistry *registry = m_fixture->workspace()->registry();
        QSignalSpy kept(registry, &core::AccountRegistry::secretKept);
        core::Account account;
        account.rootUrl = u"https://tc.example.com"_s;
        account.kind = core::Account::Kind::Permanent;
        tc::Credentials credentials;
        credentials.clientId = u"someone"_s;
        credentials.accessToken = u"SECRET-token-of-someone"_s;
        const QString id = registry->add(account, credentials);
        if (kept.isEmpty() && !kept.wait())
            return {};
        m_key = registry->keyInKeychain(id);
        return m_key.isEmpty() ? QString() : id;
    }

    std::unique_ptr<WindowFixture> m_fixture;
    ScriptedStore *m_keychain = nullptr; // owned by the workspace
    QString m_key;
};

QTEST_MAIN(TestUiSettings)
#include "test_ui_settings.moc"
