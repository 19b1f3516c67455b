// SPDX-License-Identifier: MPL-2.0
// The page of secrets, against the demo deployment: list, search, reading, changing, conflicts, renaming, deleting.
#include "windowfixture.h"

#include "core/secrets/movelog.h"
#include "core/secrets/opensecret.h"
#include "core/secrets/secretnamesmodel.h"
#include "core/secrets/valuemodel.h"
#include "demo/demodeployment.h"
#include "ui/pages/secrets/valueview.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/guardedtext.h"
#include "ui/widgets/mergeview.h"
#include "ui/workspace/secretclipboard.h"

#include <tc/secrets.h>

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace uitest;
using core::SecretContent;
using core::ValueModel;
using demo::DemoDeployment;

namespace {

const QString value = u"SECRET-1234567890ab"_s;
const QString name = u"project/test/one"_s;
constexpr qint64 later = 4'000'000'000'000;

// Every text that assistive technology gets of a view.
QString accessibleTexts(QAccessibleInterface *interface, int depth = 0)
{
    QString texts;
    for (const auto kind : { QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help })
        texts += interface->text(kind) + u'\n';
    if (QAccessibleTextInterface *text = interface->textInterface())
        texts += text->text(0, text->characterCount()) + u'\n';
    for (int i = 0; depth < 8 && i < interface->childCount(); ++i) {
        if (QAccessibleInterface *child = interface->child(i))
            texts += accessibleTexts(child, depth + 1);
    }
    return texts;
}

// Waits for a call of the test's own.
template <typename Reply>
std::unique_ptr<Reply> finished(Reply *reply)
{
    reply->setAutoDelete(false);
    if (!QTest::qWaitFor([reply] { return reply->isFinished(); }))
        qWarning("a call did not end");
    return std::unique_ptr<Reply>(reply);
}

} // namespace

class TestUiSecrets : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

    template <typename T = QPushButton>
    T *find(const char *objectName) const
    {
        return m_fixture->find<T>(objectName);
    }
    bool isShown(const char *objectName) const
    {
        return find<QWidget>(objectName) && find<QWidget>(objectName)->isVisible();
    }
    void click(const char *objectName) const { QTest::mouseClick(find<QAbstractButton>(objectName), Qt::LeftButton); }
    void trigger(const char *objectName) const
    {
        auto *action = m_fixture->window()->currentPage()->findChild<QAction *>(QString::fromLatin1(objectName));
        QVERIFY(action && action->isEnabled());
        action->trigger();
    }
    tc::Secrets *service() const
    {
        return m_fixture->workspace()->session(core::Location::secrets(sharedDemo()->rootUrl()))->secrets();
    }
    void put(const QString &secret, const QString &json, qint64 expires = later) const
    {
        const SecretContent content { *core::readText(core::TextFormat::Json, json).value, expires };
        const auto reply = finished(service()->set(secret, core::fromContent(content)));
        QVERIFY2(!reply->error(), qPrintable(reply->error().message));
    }
    // What the service has, as JSON; "none" for nothing.
    QByteArray stored(const QString &secret) const
    {
        const auto reply = finished(service()->get(secret));
        return reply->error() ? QByteArray("none") : reply->value().secret.toCompact();
    }
    void open(const QString &secret)
    {
        m_fixture->go(u"/secrets/"_s + QString::fromLatin1(QUrl::toPercentEncoding(secret)));
        QVERIFY(m_fixture->waitLoaded());
        QVERIFY(isShown("secretView"));
    }
    void edit(const QString &text)
    {
        trigger("actionSecretEdit");
        click("modeYaml");
        auto *editor = find<ui::GuardedText>("secretText");
        editor->selectAll();
        editor->insertPlainText(text);
    }
    void review()
    {
        QTRY_VERIFY(find("editorReview")->isEnabled());
        click("editorReview");
        QVERIFY(isShown("savePanel"));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(!sharedDemo()->rootUrl().isEmpty()); }

    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open({}, sharedDemo());
        put(name, u"{\"token\":\"%1\",\"nested\":{\"list\":[1,\"%1-2\"]},\"on\":\"yes\"}"_s.arg(value));
    }

    void cleanup()
    {
        m_fixture.reset();
        QGuiApplication::clipboard()->clear();
    }

    void listsSearchesAndOpens()
    {
        m_fixture->go(u"/secrets"_s);
        QVERIFY(m_fixture->waitLoaded());
        auto *list = find<QTreeView>("secretsList");
        QCOMPARE(list->model()->rowCount(), 1); // everything is below "project"
        m_fixture->picture(u"secrets-tree"_s);
        // By keys alone: search, down into the list, Enter.
        auto *search = find<QLineEdit>("secretsSearch");
        search->setFocus();
        QTest::keyClicks(search, u"Test ONE"_s);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QTRY_COMPARE(list->model()->index(0, 0).data().toString(), name);
        QVERIFY(find<QLabel>("secretsCount")->text().contains(u'1'));
        QTest::keyClick(search, Qt::Key_Down);
        QTRY_VERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(m_fixture->waitLoaded());
        QVERIFY(isShown("secretValues"));
        QCOMPARE(m_fixture->window()->currentPage()->location().name, name);
        search->setText(u"there is no such name"_s);
        QTRY_VERIFY(!list->isVisible());
        search->clear();
        click("secretsTree");
        QTRY_VERIFY(list->model()->rowCount() > 60);
    }

    void valuesAreHiddenUntilTheyAreShown()
    {
        open(name);
        auto *values = find<ui::ValueView>("secretValues");
        auto *model = qobject_cast<ValueModel *>(values->model());
        m_fixture->picture(u"secret-hidden"_s);
        QVERIFY(!accessibleTexts(QAccessible::queryAccessibleInterface(m_fixture->window())).contains(value));
        QVERIFY(accessibleTexts(QAccessible::queryAccessibleInterface(values)).contains(u"token"_s));
        const QModelIndex row = model->index(2, 0); // the service sorts: nested, on, token
        values->setCurrentIndex(row);
        QTest::keyClick(values, Qt::Key_Space);
        QVERIFY(row.data(ValueModel::IsRevealedRole).toBool());
        QVERIFY(!model->index(1, 0).data(ValueModel::IsRevealedRole).toBool());
        QTest::keyClick(values, Qt::Key_Space);
        click("secretShowAll");
        QVERIFY(model->isAllRevealed());
        m_fixture->picture(u"secret-shown"_s);
        // Another place, and back: everything is hidden again, and was forgotten meanwhile.
        m_fixture->go(u"/tasks/index"_s);
        QVERIFY(m_fixture->waitLoaded());
        QCOMPARE(model->rowCount(), 0);
        QTest::keyClick(m_fixture->window(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(m_fixture->waitLoaded());
        QTRY_COMPARE(model->rowCount(), 3);
        QCOMPARE(model->isAllRevealed(), false);
    }

    void copiesWithATimeout()
    {
        m_fixture->workspace()->settings()->setValue(QLatin1StringView(ui::SecretClipboard::clearAfterKey), 1);
        open(name);
        auto *values = find<ui::ValueView>("secretValues");
        for (int row = 0; row < 3; ++row) {
            if (values->model()->index(row, 0).data().toString() == u"token"_s)
                values->setCurrentIndex(values->model()->index(row, 0));
        }
        QTest::keyClick(values, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text() == value);
        QVERIFY(QGuiApplication::clipboard()->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));
        QVERIFY(values->viewport()->toolTip().isEmpty());
        QTRY_VERIFY(QGuiApplication::clipboard()->text().isEmpty());
    }

    void expiryIsWarnedOf()
    {
        put(u"project/test/soon"_s, u"{\"a\":1}"_s, QDateTime::currentMSecsSinceEpoch() + 3 * 24 * 3600 * 1000LL);
        open(u"project/test/soon"_s);
        QVERIFY(isShown("secretExpiryBanner"));
        open(name);
        QVERIFY(!isShown("secretExpiryBanner"));
        open(u"project/demo/expired"_s);
        QVERIFY(!m_fixture->bannerText("secretBanner").isEmpty());
    }

    void historyIsShown()
    {
        open(name);
        find<QTabWidget>("secretTabs")->setCurrentIndex(1);
        QVERIFY(m_fixture->waitLoaded());
        auto *table = find<QWidget>("secretHistory")->findChild<QAbstractItemView *>();
        QVERIFY(table && table->model()->rowCount() > 0);
        m_fixture->picture(u"secret-history"_s);
    }

    void problemsHaveAPlace()
    {
        open(name);
        edit(u"token: abc\nkey: yes\ndate: 2024-01-01\nversion: 1.10\n"_s);
        auto *problems = find<QListWidget>("secretProblems");
        QTRY_COMPARE(problems->count(), 3);
        QVERIFY(problems->item(0)->text().startsWith(u"Line 2, column 6"_s));
        m_fixture->picture(u"secret-yaml"_s);
        auto *text = find<ui::GuardedText>("secretText");
        text->appendPlainText(u"token: twice"_s);
        QTRY_COMPARE(problems->count(), 4);
        QVERIFY(!find("editorReview")->isEnabled());
        QTest::mouseClick(
            problems->viewport(), Qt::LeftButton, {}, problems->visualItemRect(problems->item(0)).center());
        QCOMPARE(text->textCursor().blockNumber(), 5);
        // A text with an error is not shown otherwise, because something of it would be lost.
        click("modeJson");
        QVERIFY(find<QToolButton>("modeYaml")->isChecked());
        m_fixture->picture(u"secret-yaml-error"_s);
    }

    void differenceIsShownThenSaved()
    {
        open(name);
        edit(u"token: %1-new\nnested:\n  list: [1]\n\"on\": \"yes\"\n"_s.arg(value));
        review();
        auto *diff = find<ui::DiffView>("saveDiff");
        QVERIFY(diff->toPlainText().contains(u"- token:"_s));
        QVERIFY(!diff->toPlainText().contains(u"SECRET"_s));
        m_fixture->picture(u"secret-review-hidden"_s);
        click("saveShowValues");
        QVERIFY(diff->toPlainText().contains(u"+ token: "_s + value + u"-new"_s));
        QVERIFY(find<QLabel>("saveText")->text().contains(u"fraction of a second"_s));
        m_fixture->picture(u"secret-review"_s);
        click("saveAccept");
        QVERIFY(m_fixture->waitLoaded());
        QTRY_VERIFY(isShown("secretView"));
        QVERIFY(stored(name).contains("-new"));
        QVERIFY(m_fixture->workspace()->drafts());
    }

    void conflictIsCaughtAndMerged()
    {
        put(name, u"{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\",\"d\":\"4\"}"_s);
        open(name);
        edit(u"a: mine\nb: \"2\"\nc: mine\nd: \"4\"\n"_s);
        put(name, u"{\"a\":\"1\",\"b\":\"2\",\"c\":\"theirs\",\"d\":\"theirs\"}"_s);
        review();
        click("saveAccept");
        QTRY_VERIFY(isShown("saveMerge"));
        QVERIFY(stored(name).contains("\"d\":\"theirs\"")); // nothing was written
        auto *merge = find<ui::MergeView>("saveMerge");
        QCOMPARE(merge->conflictCount(), 1);
        QVERIFY(!find("saveAccept")->isEnabled());
        click("saveShowValues");
        m_fixture->picture(u"secret-conflict"_s);
        find<QRadioButton>("mergeTheirs1")->click();
        QVERIFY(find("saveAccept")->isEnabled());
        click("saveAccept"); // go on with this: the difference to what is there now
        QTRY_VERIFY(isShown("saveDiff"));
        click("saveAccept");
        QTRY_VERIFY(isShown("secretView"));
        QCOMPARE(core::readText(core::TextFormat::Json, QString::fromUtf8(stored(name))).value.value(),
            core::readText(core::TextFormat::Json, u"{\"a\":\"mine\",\"b\":\"2\",\"c\":\"theirs\",\"d\":\"theirs\"}"_s)
                .value.value());
    }

    void deletedMeanwhileIsMadeAgain()
    {
        open(name);
        edit(u"a: b\n"_s);
        QVERIFY(!finished(service()->remove(name))->error());
        review();
        click("saveAccept");
        QTRY_VERIFY(find<QLabel>("saveTitle")->text().contains(u"not there"_s));
        QCOMPARE(stored(name), QByteArray("none"));
        click("saveAccept");
        QTRY_VERIFY(find<QLabel>("saveTitle")->text().contains(u"New secret"_s));
        click("saveAccept");
        QTRY_VERIFY(isShown("secretView"));
        QCOMPARE(stored(name), QByteArray("{\"a\":\"b\"}"));
    }

    void newSecretByForm()
    {
        m_fixture->go(u"/secrets"_s);
        QVERIFY(m_fixture->waitLoaded());
        trigger("actionSecretNew");
        QTest::keyClicks(find<QLineEdit>("secretName"), u"project/test/new"_s);
        click("formAdd");
        find<QLineEdit>("formKey")->selectAll();
        QTest::keyClicks(find<QLineEdit>("formKey"), u"user"_s);
        QTest::keyClicks(find<ui::GuardedText>("formText"), u"somebody"_s);
        click("formAdd");
        find<QLineEdit>("formKey")->selectAll();
        QTest::keyClicks(find<QLineEdit>("formKey"), u"port"_s);
        auto *kind = find<QComboBox>("formKind");
        kind->setFocus();
        kind->setCurrentIndex(1);
        Q_EMIT kind->activated(1);
        QTest::keyClicks(find<ui::GuardedText>("formText"), u"80x"_s);
        QTRY_VERIFY(isShown("formProblem"));
        QTRY_VERIFY(!find("editorReview")->isEnabled());
        QTest::keyClick(find<ui::GuardedText>("formText"), Qt::Key_Backspace);
        QTRY_VERIFY(!isShown("formProblem"));
        m_fixture->picture(u"secret-form"_s);
        m_fixture->window()->resize(1024, 640);
        m_fixture->picture(u"secret-form-small"_s);
        QCOMPARE(m_fixture->window()->height(), 640); // nothing needs more room
        review();
        click("saveAccept");
        QTRY_VERIFY(isShown("secretView"));
        QCOMPARE(stored(u"project/test/new"_s), QByteArray("{\"port\":80,\"user\":\"somebody\"}"));
        QCOMPARE(m_fixture->window()->currentPage()->location().name, u"project/test/new"_s);
        // The same name once more is not overwritten unasked.
        trigger("actionSecretNew");
        QTest::keyClicks(find<QLineEdit>("secretName"), u"project/test/new"_s);
        review();
        click("saveAccept");
        QTRY_VERIFY(find<QLabel>("saveTitle")->text().contains(u"already"_s));
    }

    void renamesAndDeletes()
    {
        open(name);
        trigger("actionSecretRename");
        m_fixture->picture(u"secret-rename"_s);
        auto *field = find<QLineEdit>("moveName");
        field->setText(u"project/demo/deploy"_s);
        click("moveAccept");
        QTRY_VERIFY(m_fixture->bannerText("moveBanner").contains(u"already"_s));
        field->setText(u"project/test/two"_s);
        click("moveAccept");
        QTRY_VERIFY(isShown("secretView"));
        QCOMPARE(m_fixture->window()->currentPage()->location().name, u"project/test/two"_s);
        QCOMPARE(stored(name), QByteArray("none"));
        QVERIFY(m_fixture->waitLoaded());
        trigger("actionSecretDelete");
        auto *dialog = m_fixture->window()->findChild<QDialog *>(u"confirmDialog"_s);
        QVERIFY(dialog);
        auto *confirmed = dialog->findChild<QPushButton *>(u"confirmAction"_s);
        QVERIFY(!confirmed->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"confirmName"_s), u"project/test/two"_s);
        m_fixture->picture(u"secret-delete"_s, dialog);
        QTest::mouseClick(confirmed, Qt::LeftButton);
        QTRY_VERIFY(!isShown("secretView"));
        QCOMPARE(stored(u"project/test/two"_s), QByteArray("none"));
    }

    void interruptedRenameIsToldLater()
    {
        core::MoveLog log(m_fixture->workspace()->settings());
        log.interrupt({ u"demo"_s, DemoDeployment::admin().clientId, name, u"project/demo/deploy"_s });
        m_fixture->go(u"/secrets"_s);
        QVERIFY(m_fixture->waitLoaded());
        QVERIFY(m_fixture->bannerText("moveLeftBanner").contains(name));
        click("moveLeftNew");
        QCOMPARE(m_fixture->window()->currentPage()->location().name, u"project/demo/deploy"_s);
        click("moveLeftOld");
        QVERIFY(m_fixture->waitLoaded());
        m_fixture->picture(u"secret-rename-left"_s);
        trigger("actionSecretDelete");
        auto *dialog = m_fixture->window()->findChild<QDialog *>(u"confirmDialog"_s);
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(u"confirmName"_s)->setText(name);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"confirmAction"_s), Qt::LeftButton);
        QTRY_VERIFY(!isShown("moveLeftBanner"));
        QVERIFY(log.interrupted(u"demo"_s, DemoDeployment::admin().clientId).isEmpty());
    }

    void unsavedChangeStaysAsADraft()
    {
        open(name);
        edit(u"a: %1\n"_s.arg(value));
        QTest::qWait(700);
        QVERIFY(find<QLabel>("draftText")->text().contains(u"this run only"_s)); // the keychain is one in memory
        open(u"project/demo/deploy"_s);
        open(name);
        QTRY_VERIFY(isShown("secretDraftBanner"));
        m_fixture->picture(u"secret-draft"_s);
        click("draftGoOn");
        QVERIFY(find<ui::GuardedText>("secretText")->toPlainText().contains(value));
        click("editorCancel");
        auto *dialog = m_fixture->window()->findChild<QDialog *>(u"confirmDialog"_s);
        QVERIFY(dialog);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"confirmAction"_s), Qt::LeftButton);
        QTRY_VERIFY(isShown("secretView"));
        QVERIFY(m_fixture->waitLoaded());
        QVERIFY(!isShown("secretDraftBanner"));
    }

    void editorKeepsItsTextToItself()
    {
        open(name);
        edit(u"a: %1\n"_s.arg(value));
        auto *text = find<ui::GuardedText>("secretText");
        text->selectAll();
        QVERIFY(!QGuiApplication::clipboard()->text(QClipboard::Selection).contains(value));
        QTest::keyClick(text, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(value));
        QVERIFY(QGuiApplication::clipboard()->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));
        QVERIFY(!m_fixture->window()->windowTitle().contains(value));
        m_fixture->close();
        const QDir folder(m_fixture->folder());
        const QStringList names = folder.entryList(QDir::Files);
        QVERIFY(!names.isEmpty());
        for (const QString &each : names) {
            QFile file(folder.filePath(each));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains("SECRET"));
        }
    }

    void refusedListIsExplained()
    {
        m_fixture->close();
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open({ core::SessionOptions::anonymous(sharedDemo()->rootUrl()) });
        m_fixture->go(sharedDemo()->rootUrl() + u"/secrets/"_s + QString::fromLatin1(QUrl::toPercentEncoding(name)));
        QVERIFY(m_fixture->waitLoaded());
        QVERIFY(!m_fixture->bannerText("secretsBanner").isEmpty());
        QVERIFY(m_fixture->bannerText("secretBanner").contains(u"secrets:get:"_s));
        m_fixture->picture(u"secrets-refused"_s);
        // What these credentials may not do is grey, and says why.
        auto *remove = m_fixture->window()->currentPage()->findChild<QAction *>(u"actionSecretDelete"_s);
        QTRY_VERIFY(!remove->isEnabled());
        QVERIFY(remove->toolTip().contains(u"secrets:set:"_s + name));
    }
};

QTEST_MAIN(TestUiSecrets)
#include "test_ui_secrets.moc"
