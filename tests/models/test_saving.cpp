// SPDX-License-Identifier: MPL-2.0
// Where artifacts are saved: whatever they are called, nothing leaves the folder, and nothing is replaced.
#include "apidata.h"
#include "core/accounts/session.h"
#include "core/artifacts/filename.h"
#include "core/transfers/transfermodel.h"
#include "core/util/visibletext.h"
#include "hostilenames.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::FolderForm;
using core::SavingPlan;
using core::TransferModel;
using tc::test::Request;
using tc::test::ScriptedServer;
using tc::test::Step;

Q_DECLARE_METATYPE(core::FolderForm)

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    file.write(content);
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator below(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (below.hasNext())
        files.append(below.next());
    return files;
}

// Hands out each artifact's own name as its content, escaped as it came.
Step serve(const ScriptedServer *server, const Request &request)
{
    const qsizetype at = request.target.indexOf("/artifact-content/");
    if (at < 0)
        return Step::reply(200, "application/octet-stream", request.target);
    const QString url = server->url() + u"/storage/"_s + QString::fromLatin1(request.target.mid(at + 18).toHex());
    return testdata::json({ { u"storageType"_s, u"s3"_s }, { u"url"_s, url } });
}

} // namespace

class TestSaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void hostileArtifactsLandInside_data();
    void hostileArtifactsLandInside();
    void planGoesAroundWhatIsThere();
    void planDoesNotFollowLinks();
    void planKeepsFoldersThatDiffer();
    void manyOfOneName();
    void planIsSafeWhateverComes();
};

void TestSaving::names_data()
{
    QTest::addColumn<QString>("artifact");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("path");
    const auto names = testdata::hostileNames();
    QVERIFY(names.size() >= 60);
    for (const testdata::HostileName &name : names)
        QTest::newRow(name.kind) << name.artifact << name.file << name.path;
}

void TestSaving::names()
{
    QFETCH(QString, artifact);
    QFETCH(QString, file);
    QFETCH(QString, path);
    QCOMPARE(core::safeFileName(artifact), file);
    QCOMPARE(core::safeFilePath(artifact).join(u'/'), path);
    QTemporaryDir folder;
    const QStringList planned = core::planPaths(folder.path(), { artifact, u"other/folder"_s }, FolderForm::Folders);
    QVERIFY2(QDir::cleanPath(planned.first()).startsWith(folder.path() + u'/'), qPrintable(planned.first()));
    QCOMPARE(QDir::cleanPath(planned.first()), planned.first()); // nothing in it that a file system would work out
    write(folder.filePath(file), "there"); // the name exists where it says, on this system too
    QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).contains(file));
}

void TestSaving::hostileArtifactsLandInside_data()
{
    QTest::addColumn<FolderForm>("form");
    QTest::newRow("side by side") << FolderForm::Flat;
    QTest::newRow("in folders") << FolderForm::Folders;
}

void TestSaving::hostileArtifactsLandInside()
{
    QFETCH(FolderForm, form);
    QTemporaryDir outside;
    const QString folder = outside.filePath(u"a/b/chosen"_s);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(QDir().mkpath(outside.filePath(u"elsewhere"_s)));
    // A trap: a folder that artifacts name leads away.
    QVERIFY(QFile::link(outside.filePath(u"elsewhere"_s), folder + u"/public"_s));
    ScriptedServer server;
    server.setHandler([&server](const Request &request) { return serve(&server, request); });
    core::Session session(core::SessionOptions::anonymous(server.url()));
    TransferModel model;
    QList<core::ArtifactId> artifacts;
    const auto names = testdata::hostileNames();
    for (const testdata::HostileName &name : names)
        artifacts.append({ u"So18GD6BRfSt5ludnjmN1A"_s, 0, name.artifact });
    model.saveInto(&session, artifacts, folder, form);
    QTRY_COMPARE(model.rowCount(), artifacts.size());
    QTRY_COMPARE_WITH_TIMEOUT(model.activeCount(), 0, 20'000);

    int done = 0;
    QSet<QByteArray> different;
    QSet<QString> keys;
    for (int row = 0; row < model.rowCount(); ++row) {
        const core::TransferItem *item = model.item(model.index(row, 0).data(TransferModel::TransferIdRole).toInt());
        if (item->state != core::TransferState::Done) {
            // What cannot be asked for at all: no name, and names that a URL would lose.
            QCOMPARE(item->error.kind, tc::ErrorKind::Usage);
            continue;
        }
        ++done;
        QVERIFY2(item->what.path.startsWith(folder + u'/'), qPrintable(item->what.path));
        QVERIFY(QFileInfo(item->what.path).canonicalFilePath().startsWith(QDir(folder).canonicalPath() + u'/'));
        QVERIFY(!keys.contains(core::fileNameKey(item->what.path)));
        keys.insert(core::fileNameKey(item->what.path));
        QVERIFY(!contents(item->what.path).isEmpty());
        different.insert(contents(item->what.path));
        QCOMPARE(core::visibleText(item->what.path), item->what.path);
    }
    QVERIFY2(done >= 60, qPrintable(QString::number(done)));
    QCOMPARE(different.size(), done); // each has its own content: none took the place of another
    QCOMPARE(filesBelow(folder).size(), done);
    QCOMPARE(filesBelow(outside.path()).size(), done); // and nothing came to be elsewhere
}

void TestSaving::planGoesAroundWhatIsThere()
{
    QTemporaryDir folder;
    for (const QString &name : { u"A.txt"_s, u"b.txt.part"_s, u"c"_s, u".hidden"_s })
        write(folder.filePath(name), "mine");
    const auto planned = [&folder](const QStringList &names, const QStringList &reserved = {}) {
        QStringList paths = core::planPaths(folder.path(), names, FolderForm::Folders, reserved);
        for (QString &path : paths)
            path = QDir(folder.path()).relativeFilePath(path);
        return paths;
    };
    QCOMPARE(planned({ u"a.txt"_s, u"x/y"_s }), (QStringList { u"a (2).txt"_s, u"x/y"_s }));
    QCOMPARE(planned({ u"b.txt"_s, u"x/y"_s }), (QStringList { u"b (2).txt"_s, u"x/y"_s }));
    QCOMPARE(planned({ u"c/d"_s, u"x"_s }), (QStringList { u"c (2)/d"_s, u"x"_s })); // c is a file
    QCOMPARE(planned({ u"d.tar.gz"_s, u"x/y"_s }, { folder.filePath(u"d.tar.gz"_s), u"/elsewhere/x"_s }),
        (QStringList { u"d (2).tar.gz"_s, u"x/y"_s }));
    QCOMPARE(planned({ u"e"_s, u"e.part"_s, u"E/f"_s }), (QStringList { u"e"_s, u"e (2).part"_s, u"E (2)/f"_s }));
    QCOMPARE(planned({ u"e.part"_s, u"e"_s }), (QStringList { u"e.part"_s, u"e (2)"_s }));
}

void TestSaving::planDoesNotFollowLinks()
{
    QTemporaryDir folder;
    QTemporaryDir outside;
    QVERIFY(QFile::link(outside.path(), folder.filePath(u"public"_s)));
    QVERIFY(QFile::link(outside.filePath(u"nothing"_s), folder.filePath(u"x.txt"_s)));
    SavingPlan plan(folder.path());
    QCOMPARE(plan.add({ u"public"_s, u"x.txt"_s }), folder.filePath(u"public (2)/x.txt"_s));
    QCOMPARE(plan.add({ u"public"_s, u"y.txt"_s }), folder.filePath(u"public (2)/y.txt"_s));
    QCOMPARE(plan.add({ u"x.txt"_s }), folder.filePath(u"x (2).txt"_s));
}

void TestSaving::planKeepsFoldersThatDiffer()
{
    QTemporaryDir folder;
    const QStringList names { u"public/build/target.zip"_s, u"public/build/logs/a.log"_s,
        u"public/build/Logs/b.log"_s };
    QCOMPARE(core::planPaths(folder.path(), names, FolderForm::Folders),
        (QStringList {
            folder.filePath(u"target.zip"_s), folder.filePath(u"logs/a.log"_s), folder.filePath(u"logs/b.log"_s) }));
    QCOMPARE(core::planPaths(folder.path(), { u"public/build/a"_s, u"public/logs/a"_s }, FolderForm::Flat),
        (QStringList { folder.filePath(u"a"_s), folder.filePath(u"a (2)"_s) }));
    QCOMPARE(core::planPaths(folder.path(), { u"public/build/a"_s }, FolderForm::Folders),
        (QStringList { folder.filePath(u"a"_s) }));
    // A folder that is there is used, as it is spelled.
    QVERIFY(QDir(folder.path()).mkdir(u"LOGS"_s));
    QCOMPARE(core::planPaths(folder.path(), { u"logs/a"_s, u"b"_s }, FolderForm::Folders),
        (QStringList { folder.filePath(u"LOGS/a"_s), folder.filePath(u"b"_s) }));
}

void TestSaving::manyOfOneName()
{
    QTemporaryDir folder;
    QStringList names;
    for (int i = 0; i < 5000; ++i)
        names.append(u"public/%1/target.tar.gz"_s.arg(i));
    QElapsedTimer timer;
    timer.start();
    const QStringList paths = core::planPaths(folder.path(), names, FolderForm::Flat);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(paths.last(), folder.filePath(u"target (5000).tar.gz"_s));
    QCOMPARE(QSet<QString>(paths.begin(), paths.end()).size(), 5000);
}

void TestSaving::planIsSafeWhateverComes()
{
    QRandomGenerator random(11);
    const QStringList pieces { u"/"_s, u"/"_s, u"\\"_s, u".."_s, u"."_s, u" "_s, u":"_s, u"con"_s, u"a"_s, u"A"_s,
        u".part"_s, u" (2)"_s, u"\u00e9"_s, u"e\u0301"_s, u"\u202E"_s, QString(QChar(0)), QString(120, u'x') };
    for (int round = 0; round < 40; ++round) {
        QStringList names;
        for (int i = 0; i < 30; ++i) {
            QString name;
            for (int length = random.bounded(1, 9); length > 0; --length)
                name += pieces.at(random.bounded(static_cast<int>(pieces.size())));
            names.append(name);
        }
        const QTemporaryDir folder;
        const auto form = round % 2 == 0 ? FolderForm::Flat : FolderForm::Folders;
        const QStringList paths = core::planPaths(folder.path(), names, form);
        QSet<QString> keys;
        for (const QString &path : paths) {
            QVERIFY2(path.startsWith(folder.path() + u'/') && QDir::cleanPath(path) == path, qPrintable(path));
            keys.insert(core::fileNameKey(path));
        }
        QCOMPARE(keys.size(), names.size());
        for (const QString &path : paths) { // it can all be there together, and while it is written
            QVERIFY2(QDir().mkpath(QFileInfo(path).path()), qPrintable(path));
            QVERIFY2(!QFileInfo::exists(path), qPrintable(path));
            write(path, "x");
            QVERIFY2(!keys.contains(core::fileNameKey(path + u".part"_s)), qPrintable(path));
        }
    }
}

QTEST_GUILESS_MAIN(TestSaving)
#include "test_saving.moc"
