// SPDX-License-Identifier: MPL-2.0
// Secrets of a deployment: their names, one that is changed, copied or renamed, and drafts.
#include "core/accounts/session.h"
#include "core/secrets/draftstore.h"
#include "core/secrets/opensecret.h"
#include "core/secrets/secretmove.h"
#include "core/secrets/secretnames.h"
#include "core/secrets/secretnamesmodel.h"
#include "core/secrets/valuemodel.h"
#include "core/util/sealed.h"
#include "scriptedserver.h"
#include "scriptedstore.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::OpenSecret;
using core::SecretContent;
using core::SecretMove;
using tc::test::Request;
using tc::test::ScriptedServer;
using tc::test::Step;

namespace {

constexpr qint64 later = 4'000'000'000'000;

SecretContent content(const QString &json, qint64 expires = later)
{
    return { *core::readText(core::TextFormat::Json, json).value, expires };
}

// Secrets as the service has them, over HTTP. A test may look at each request first.
class SecretsServer : public ScriptedServer
{
public:
    SecretsServer()
    {
        setHandler([this](const Request &request) { return answer(request); });
    }

    QHash<QString, QJsonObject> secrets; ///< by name: the body
    std::function<std::optional<Step>(const Request &, const QString &name)> before;
    QStringList log; ///< "GET a", "PUT a" …

    void put(const QString &name, const QJsonObject &value)
    {
        secrets.insert(name,
            { { u"secret"_s, value },
                { u"expires"_s, QDateTime::fromMSecsSinceEpoch(later, Qt::UTC).toString(Qt::ISODateWithMs) } });
    }

private:
    Step answer(const Request &request)
    {
        const QUrl url = QUrl::fromEncoded(request.target);
        const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
        const QString name = QUrl::fromPercentEncoding(path.mid(path.indexOf("/secret/") + 8));
        log += QString::fromLatin1(request.verb) + u' ' + name;
        if (before) {
            if (const auto step = before(request, name))
                return *step;
        }
        if (request.verb == "PUT") {
            secrets.insert(name, QJsonDocument::fromJson(request.body).object());
            return Step::json("{}");
        }
        if (request.verb == "DELETE") {
            secrets.remove(name);
            return Step::json("{}");
        }
        if (!secrets.contains(name))
            return Step::error(404, "ResourceNotFound", "Secret not found");
        return Step::json(QJsonDocument(secrets.value(name)).toJson());
    }
};

} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SecretsServer> m_server;
    std::unique_ptr<core::Session> m_session;

    SecretMove::Outcome move(SecretMove::Kind kind)
    {
        SecretMove move(m_session.get());
        SecretMove::Outcome result;
        bool hasEnded = false;
        connect(&move, &SecretMove::finished, this, [&](const SecretMove::Outcome &outcome) {
            result = outcome;
            hasEnded = true;
        });
        move.start(kind, u"p/old"_s, u"p/new"_s);
        if (!QTest::qWaitFor([&] { return hasEnded; }))
            qWarning("the move did not end");
        return result;
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<SecretsServer>();
        auto options = core::SessionOptions::anonymous(m_server->url());
        options.retry = tc::RetryPolicy { .retries = 0 };
        m_session = std::make_unique<core::Session>(options);
    }

    void cleanup()
    {
        m_session.reset();
        m_server.reset();
    }

    void namesComeInPagesAndAreArranged()
    {
        m_server->setHandler([](const Request &request) {
            const bool isSecond = request.target.contains("continuationToken");
            QJsonArray names;
            for (int i = 0; i < 1000; ++i)
                names.append(u"p/%1/n%2"_s.arg(isSecond ? u"b"_s : u"a"_s).arg(i));
            if (isSecond)
                names.append(u"p"_s);
            QJsonObject page { { u"secrets"_s, names } };
            if (!isSecond)
                page.insert(u"continuationToken"_s, u"next"_s);
            return Step::json(QJsonDocument(page).toJson());
        });
        auto *names = core::SecretNames::of(m_session.get());
        QCOMPARE(core::SecretNames::of(m_session.get()), names);
        core::SecretNamesModel model(names);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        names->load();
        QTRY_COMPARE(names->part().state, core::Part::State::Ready);
        QTRY_VERIFY(!model.isArranging());
        QCOMPARE(m_server->requests().size(), 2);
        QCOMPARE(model.secretCount(), 2001);
        QCOMPARE(model.rowCount(), 1);
        const QModelIndex top = model.index(0, 0);
        QVERIFY(top.data(core::SecretNamesModel::IsSecretRole).toBool());
        QVERIFY(top.data(core::SecretNamesModel::IsFolderRole).toBool());
        QCOMPARE(model.rowCount(top), 2);
        QCOMPARE(model.rowCount(model.index(1, 0, top)), 1000);
        model.setFilter(u"B n99"_s);
        QTRY_VERIFY(!model.isArranging());
        QCOMPARE(model.rowCount(), 11); // n99 and n990 to n999, flat
        QCOMPARE(model.index(0, 0).data().toString(), u"p/b/n99"_s);
        names->remove(u"p/b/n99"_s);
        QTRY_COMPARE(model.rowCount(), 10);
        QCOMPARE(m_server->requests().size(), 2); // nothing but lists was asked for
    }

    void listingFailsAndGoesOn()
    {
        m_server->enqueue(Step::error(403, "InsufficientScopes", "no"));
        m_server->enqueue(Step::json("{\"secrets\":[\"a\"]}"));
        auto *names = core::SecretNames::of(m_session.get());
        names->load();
        QTRY_VERIFY(names->part().hasFailed());
        names->reload();
        QTRY_COMPARE(names->names(), QStringList { u"a"_s });
    }

    void savesAfterReadingAgain()
    {
        m_server->put(u"p/a"_s, { { u"k"_s, 1 } });
        OpenSecret secret(m_session.get());
        secret.open(u"p/a"_s);
        QTRY_COMPARE(secret.part().state, core::Part::State::Ready);
        QCOMPARE(*secret.content(), content(u"{\"k\":1}"_s));
        QSignalSpy saved(&secret, &OpenSecret::saved);
        secret.save(u"p/a"_s, content(u"{\"k\":2}"_s), secret.content());
        QVERIFY(saved.wait());
        const QStringList expected { u"GET p/a"_s, u"GET p/a"_s, u"PUT p/a"_s };
        QCOMPARE(m_server->log, expected);
        QCOMPARE(m_server->secrets[u"p/a"_s][u"secret"_s].toObject(), (QJsonObject { { u"k"_s, 2 } }));
        QCOMPARE(*secret.content(), content(u"{\"k\":2}"_s));
    }

    void changeBySomebodyElseIsNotOverwritten()
    {
        m_server->put(u"p/a"_s, { { u"k"_s, 5 } });
        OpenSecret secret(m_session.get());
        QList<OpenSecret::Conflict> conflicts;
        connect(&secret, &OpenSecret::conflictFound, this,
            [&](const OpenSecret::Conflict &conflict) { conflicts.append(conflict); });
        secret.save(u"p/a"_s, content(u"{\"k\":2}"_s), content(u"{\"k\":1}"_s));
        QTRY_COMPARE(conflicts.size(), 1);
        QCOMPARE(*conflicts.first().theirs, content(u"{\"k\":5}"_s));
        // Deleted meanwhile, and there already where a new one was to be.
        secret.save(u"p/gone"_s, content(u"{\"k\":2}"_s), content(u"{\"k\":1}"_s));
        QTRY_COMPARE(conflicts.size(), 2);
        QVERIFY(!conflicts.last().theirs);
        secret.save(u"p/a"_s, content(u"{\"k\":2}"_s), {});
        QTRY_COMPARE(conflicts.size(), 3);
        QVERIFY(!m_server->log.join(u' ').contains(u"PUT"_s));
        QVERIFY(!secret.isBusy());
        // An end that somebody moved counts, too.
        secret.save(u"p/a"_s, content(u"{\"k\":2}"_s), content(u"{\"k\":5}"_s, later - 1));
        QTRY_COMPARE(conflicts.size(), 4);
    }

    void sameChangeBySomebodyElseIsNoConflict()
    {
        m_server->put(u"p/a"_s, { { u"k"_s, 2 } });
        OpenSecret secret(m_session.get());
        QSignalSpy saved(&secret, &OpenSecret::saved);
        secret.save(u"p/a"_s, content(u"{\"k\":2}"_s), content(u"{\"k\":1}"_s));
        QVERIFY(saved.wait());
    }

    void whoMayNotReadSavesOnPurposeOnly()
    {
        m_server->before = [](const Request &request, const QString &) -> std::optional<Step> {
            if (request.verb == "GET")
                return Step::error(403, "InsufficientScopes", "no");
            return {};
        };
        OpenSecret secret(m_session.get());
        QSignalSpy failed(&secret, &OpenSecret::failed);
        QSignalSpy saved(&secret, &OpenSecret::saved);
        secret.save(u"p/a"_s, content(u"{\"k\":2}"_s), {});
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().at(0).value<OpenSecret::Step>(), OpenSecret::Step::ReadingAgain);
        secret.save(u"p/a"_s, content(u"{\"k\":2}"_s), {}, OpenSecret::Before::Trust);
        QVERIFY(saved.wait());
        QVERIFY(m_server->secrets.contains(u"p/a"_s));
    }

    void copiesAndRenames()
    {
        m_server->put(u"p/old"_s, { { u"k"_s, 1.5 } });
        QVERIFY(move(SecretMove::Kind::Copy).state == SecretMove::Outcome::State::Done);
        QCOMPARE(m_server->secrets[u"p/new"_s], m_server->secrets[u"p/old"_s]);
        QVERIFY(move(SecretMove::Kind::Rename).state == SecretMove::Outcome::State::Taken);
        QVERIFY(m_server->secrets.contains(u"p/old"_s));
        m_server->secrets.remove(u"p/new"_s);
        const auto outcome = move(SecretMove::Kind::Rename);
        QVERIFY(outcome.state == SecretMove::Outcome::State::Done);
        QVERIFY(!outcome.mayHaveBoth);
        QVERIFY(!m_server->secrets.contains(u"p/old"_s));
        QVERIFY(m_server->secrets.contains(u"p/new"_s));
    }

    void interruptedRenameLeavesBoth_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("nth");
        QTest::addColumn<bool>("both");
        QTest::newRow("reading") << QByteArray("GET") << u"p/old"_s << 1 << false;
        QTest::newRow("looking for the target") << QByteArray("GET") << u"p/new"_s << 1 << false;
        QTest::newRow("writing") << QByteArray("PUT") << u"p/new"_s << 1 << true;
        QTest::newRow("comparing") << QByteArray("GET") << u"p/new"_s << 2 << true;
        QTest::newRow("comparing the source") << QByteArray("GET") << u"p/old"_s << 2 << true;
        QTest::newRow("deleting") << QByteArray("DELETE") << u"p/old"_s << 1 << true;
    }

    void interruptedRenameLeavesBoth()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QString, name);
        QFETCH(int, nth);
        QFETCH(bool, both);
        m_server->put(u"p/old"_s, { { u"k"_s, 1 } });
        int count = 0;
        m_server->before = [&](const Request &request, const QString &asked) -> std::optional<Step> {
            if (request.verb != verb || asked != name || ++count != nth)
                return {};
            return Step::error(500, "InternalServerError", "broken");
        };
        const auto outcome = move(SecretMove::Kind::Rename);
        QVERIFY(outcome.state == SecretMove::Outcome::State::Failed);
        QCOMPARE(outcome.mayHaveBoth, both);
        QVERIFY(m_server->secrets.contains(u"p/old"_s));
    }

    void renameStopsWhenSomebodyChangesTheOldOne()
    {
        m_server->put(u"p/old"_s, { { u"k"_s, 1 } });
        m_server->before = [&](const Request &request, const QString &) -> std::optional<Step> {
            if (request.verb == "PUT")
                m_server->put(u"p/old"_s, { { u"k"_s, 2 } });
            return {};
        };
        const auto outcome = move(SecretMove::Kind::Rename);
        QVERIFY(outcome.state == SecretMove::Outcome::State::Different);
        QVERIFY(outcome.mayHaveBoth);
        QVERIFY(m_server->secrets.contains(u"p/old"_s));
        QVERIFY(m_server->secrets.contains(u"p/new"_s));
    }

    void valuesAreHiddenInEveryRole()
    {
        const QString secret = u"SECRET-1234567890ab"_s;
        core::ValueModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setValue(content(u"{\"token\":\"%1\",\"more\":{\"list\":[\"%1\",1]}}"_s.arg(secret)).value);
        QStringList texts;
        const std::function<void(const QModelIndex &)> walk = [&](const QModelIndex &parent) {
            for (int row = 0; row < model.rowCount(parent); ++row) {
                for (int column = 0; column < model.columnCount(); ++column) {
                    for (int role = 0; role < Qt::UserRole + 10; ++role)
                        texts += model.index(row, column, parent).data(role).toString();
                }
                walk(model.index(row, 0, parent));
            }
        };
        walk({});
        QVERIFY(!texts.join(u' ').contains(u"SECRET"_s));
        QVERIFY(texts.contains(u"token"_s));
        const QModelIndex token = model.index(0, 0);
        QVERIFY(model.textOf(token) == secret);
        model.setRevealed(token, true);
        QVERIFY(model.index(0, core::ValueModel::ValueColumn).data().toString() == secret);
        QVERIFY(!model.isAllRevealed());
        model.setAllRevealed(true);
        QVERIFY(model.isAllRevealed());
        QVERIFY(model.index(0, core::ValueModel::ValueColumn).data(Qt::ToolTipRole).isNull());
    }

    void formEdits()
    {
        core::ValueModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy edited(&model, &core::ValueModel::edited);
        model.setValue(content(u"{\"a\":\"1\",\"b\":[1,2]}"_s).value);
        model.setScalar(model.index(0, 0), core::SecretValue::Type::Number, u"7"_s);
        QVERIFY(!model.isKeyFree(model.index(0, 0), u"b"_s));
        model.setKey(model.index(0, 0), u"b"_s); // which is taken
        model.setKey(model.index(0, 0), u"c"_s);
        const QModelIndex list = model.index(1, 0);
        model.remove(model.index(0, 0, list));
        const QModelIndex added = model.add(list);
        model.setScalar(added, core::SecretValue::Type::Text, u"x"_s);
        const QModelIndex top = model.add({});
        model.setScalar(top, core::SecretValue::Type::Map, {});
        model.add(model.index(2, 0));
        QCOMPARE(core::toJson(model.value()).raw().toByteArray(),
            QByteArray("{\"c\":7,\"b\":[2,\"x\"],\"key\":{\"key\":\"\"}}"));
        QVERIFY(edited.size() >= 7);
        model.setScalar(model.index(1, 0), core::SecretValue::Type::Null, {});
        QCOMPARE(model.rowCount(model.index(1, 0)), 0);
    }

    void sealedBytesOpenWithTheirKeyOnly()
    {
        const QByteArray key = core::sealed::newKey();
        const QByteArray sealed = core::sealed::seal("plain text", key, "label");
        QVERIFY(!sealed.contains("plain"));
        QCOMPARE(core::sealed::open(sealed, key, "label").value(), QByteArray("plain text"));
        QVERIFY(!core::sealed::open(sealed, core::sealed::newKey(), "label"));
        QVERIFY(!core::sealed::open(sealed, key, "other"));
        QVERIFY(core::sealed::seal("plain text", key, "label") != sealed);
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray changed = sealed;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            QVERIFY(!core::sealed::open(changed, key, "label"));
            QVERIFY(!core::sealed::open(sealed.left(i), key, "label"));
        }
        QVERIFY(core::sealed::seal("x", "short", {}).isEmpty());
        QCOMPARE(core::sealed::open(core::sealed::seal({}, key, {}), key, {}).value(), QByteArray());
    }

    void draftsComeBackEncrypted()
    {
        const QTemporaryDir folder;
        const QString place = folder.filePath(u"drafts"_s);
        ScriptedStore keychain;
        core::SecretDraft draft;
        draft.header = { {}, u"https://tc.example.com"_s, u"me"_s, u"p/a"_s, false, 0 };
        draft.text = u"token: SECRET-1234567890ab\nbroken: ["_s;
        draft.expires = later;
        draft.base = content(u"{\"token\":\"SECRET-0987654321ab\",\"n\":1.50}"_s);
        {
            core::DraftStore store(&keychain, place);
            store.open();
            QTest::qWait(20);
            QVERIFY(keychain.calls.isEmpty()); // nothing to ask for
            const QString id = store.keep(draft);
            QTRY_VERIFY(store.isOnDisk(id));
            QVERIFY(store.keeping() == core::DraftStore::Keeping::Lasting);
        }
        const QFileInfoList files = QDir(place).entryInfoList(QDir::Files | QDir::Hidden);
        QCOMPARE(files.size(), 1);
        QCOMPARE(
            files.first().permissions() & ~QFileDevice::Permissions(QFileDevice::ReadUser | QFileDevice::WriteUser),
            QFileDevice::Permissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        QFile file(files.first().absoluteFilePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const char *text : { "SECRET", "token", "p/a", "example" })
            QVERIFY2(!bytes.contains(text), text);

        core::DraftStore store(&keychain, place);
        store.open();
        QTRY_COMPARE(store.drafts(draft.header.place, u"me"_s).size(), 1);
        QVERIFY(store.drafts(draft.header.place, u"somebody"_s).isEmpty());
        const auto back = store.read(store.drafts(draft.header.place, u"me"_s).first().id);
        QVERIFY(back);
        QVERIFY(back->text == draft.text);
        QVERIFY(*back->base == *draft.base);
        QCOMPARE(back->expires, later);
        store.discard(back->header.id);
        QTRY_VERIFY(QDir(place).isEmpty());
    }

    void draftsWithoutAKeychainStayInMemory()
    {
        const QTemporaryDir folder;
        const QString place = folder.filePath(u"drafts"_s);
        ScriptedStore keychain;
        keychain.next = core::SecretOutcome { core::SecretOutcome::Status::Locked };
        core::DraftStore store(&keychain, place);
        core::SecretDraft draft;
        draft.text = u"SECRET-1234567890ab"_s;
        const QString id = store.keep(draft);
        QTRY_VERIFY(store.keeping() == core::DraftStore::Keeping::ThisRun);
        QVERIFY(store.outcome().status == core::SecretOutcome::Status::Locked);
        QVERIFY(store.read(id)->text == draft.text);
        QVERIFY(!QDir(place).exists());
        keychain.next.reset(); // unlocked meanwhile
        store.retry();
        QTRY_VERIFY(store.isOnDisk(id));
        QVERIFY(store.read(id)->text == draft.text);
        store.removeAll();
        QTRY_VERIFY(!QDir(place).exists());
        QTRY_VERIFY(keychain.secrets.isEmpty());
    }

    void damagedDraftsAreLeftAlone()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"x.draft"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("TCD1 is not enough");
        file.close();
        ScriptedStore keychain;
        core::DraftStore store(&keychain, folder.path());
        store.open();
        QTRY_VERIFY(store.keeping() == core::DraftStore::Keeping::Lasting);
        QVERIFY(store.drafts({}, {}).isEmpty());
        QVERIFY(file.exists());
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "test_secrets.moc"
