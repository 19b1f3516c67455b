// SPDX-License-Identifier: MPL-2.0
#include "accountsfixture.h"

#include "core/accounts/foundcredentials.h"
#include "demo/demodeployment.h"
#include "scriptedstore.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/idlabel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace uitest {

namespace {

tc::Credentials of(const demo::DemoCredentials &credentials)
{
    return { credentials.clientId, credentials.accessToken, {} };
}

QString textOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *label = qobject_cast<const ui::ElidedLabel *>(widget))
        return label->text();
    if (const auto *label = qobject_cast<const ui::IdLabel *>(widget))
        return label->id();
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget))
        return edit->toPlainText();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return edit->displayText();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    return {};
}

} // namespace

void AccountsFixture::start(const QList<core::SessionOptions> &sessions, std::unique_ptr<core::SecretStore> keychain)
{
    if (!keychain) {
        auto store = std::make_unique<ScriptedStore>();
        m_store = store.get();
        keychain = std::move(store);
    }
    setKeychain(std::move(keychain));
    open(sessions, sharedDemo());
    window()->openInTab(core::Location::accounts());
    QVERIFY(find<QWidget>("accountsPage"));
}

void AccountsFixture::click(const char *objectName)
{
    auto *button = find<QAbstractButton>(objectName);
    QVERIFY2(button && button->isVisible() && button->isEnabled(), objectName);
    if (qobject_cast<QPushButton *>(button))
        QTest::mouseClick(button, Qt::LeftButton);
    else
        button->click(); // only a part of the others takes the pointer
}

QString AccountsFixture::text(const char *objectName) const
{
    const auto *widget = find<QWidget>(objectName);
    return widget ? textOf(widget) : QString();
}

bool AccountsFixture::isShown(const char *objectName) const
{
    const auto *widget = find<QWidget>(objectName);
    return widget && widget->isVisible();
}

void AccountsFixture::add(int way)
{
    auto *action = window()->currentPage()->findChild<QAction *>(u"actionAddAccount"_s);
    QVERIFY(action);
    action->trigger();
    find<QTabWidget>("addWays")->setCurrentIndex(way);
    find<QComboBox>("addRoot")->setEditText(root());
}

void AccountsFixture::type(const tc::Credentials &credentials)
{
    find<QLineEdit>("typedClientId")->setText(credentials.clientId);
    find<QLineEdit>("typedToken")->setText(credentials.accessToken);
    find<QPlainTextEdit>("typedCertificate")->setPlainText(credentials.certificate);
    click("typedTest");
}

QString AccountsFixture::demoId() const
{
    for (const core::Account &account : registry()->accounts()) {
        if (account.secret == core::Account::Secret::Demo)
            return account.id;
    }
    return {};
}

QString AccountsFixture::addAccount(const tc::Credentials &credentials)
{
    const QString id = registry()->add(core::accountFor(root(), credentials), credentials);
    return QTest::qWaitFor([this, &id] { return !registry()->state(id).isSaving; }) ? id : QString();
}

QString AccountsFixture::allText() const
{
    QStringList texts { window()->windowTitle() };
    const auto widgets = window()->findChildren<QWidget *>();
    for (const QWidget *widget : widgets)
        texts += textOf(widget) + u'\n' + widget->toolTip() + u'\n' + widget->accessibleName() + u'\n'
            + widget->accessibleDescription();
    return texts.join(u'\n');
}

tc::Credentials adminOfDemo()
{
    return of(demo::DemoDeployment::admin());
}

tc::Credentials readerOfDemo()
{
    return of(demo::DemoDeployment::readOnly());
}

tc::Credentials disabledAtDemo()
{
    return of(demo::DemoDeployment::disabled());
}

} // namespace uitest
