// SPDX-License-Identifier: MPL-2.0
// The program as a process: what its command line promises.
#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestUiProgram : public QObject
{
    Q_OBJECT

private:
    struct Outcome {
        int code = -1;
        QString output;
    };

    QTemporaryDir m_folder;

    QString temporaryFolder() const { return m_folder.filePath(u"tmp"_s); }

    Outcome run(const QStringList &arguments, int timeout = 60'000) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_folder.path());
        environment.insert(u"TMPDIR"_s, temporaryFolder());
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s));
        for (const char *name : { "TASKCLUSTER_ROOT_URL", "TASKCLUSTER_CLIENT_ID", "TASKCLUSTER_ACCESS_TOKEN" })
            environment.remove(QString::fromLatin1(name));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(qEnvironmentVariable("TC_PROGRAM"), arguments);
        const bool finished = process.waitForFinished(timeout);
        Outcome outcome { finished && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, {} };
        outcome.output = QString::fromUtf8(process.readAll());
        return outcome;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariable("TC_PROGRAM").isEmpty())
            QSKIP("TC_PROGRAM does not name the program");
        QVERIFY(QDir().mkpath(temporaryFolder()));
    }

    void writesAPicture_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << u"light"_s << false;
        QTest::newRow("dark") << u"dark"_s << true;
    }

    void writesAPicture()
    {
        QFETCH(QString, scheme);
        QFETCH(bool, dark);
        const QString path = m_folder.filePath(scheme + u".png"_s);
        const Outcome outcome
            = run({ u"--demo"_s, u"--screenshot"_s, path, u"--size"_s, u"1024x640"_s, u"--color-scheme"_s, scheme });
        QVERIFY2(outcome.code == 0, qPrintable(outcome.output));
        const QImage picture(path);
        QCOMPARE(picture.size(), QSize(1024, 640) * picture.devicePixelRatio());
        QCOMPARE(picture.pixelColor(5, 300).lightness() < 128, dark);
        // Rows of the demo group: the green of completed tasks is somewhere in it.
        const QColor completed = dark ? QColor(0x66, 0xbb, 0x6a) : QColor(0x2e, 0x7d, 0x32);
        int marks = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                marks += picture.pixelColor(x, y).rgb() == completed.rgb();
        }
        QVERIFY2(marks > 500, qPrintable(QString::number(marks)));
        QCOMPARE(QDir(temporaryFolder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
    }

    void saysWhyThereIsNoPicture()
    {
        QTcpServer silent; // accepts, and never answers
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const QString path = m_folder.filePath(u"none.png"_s);
        const Outcome outcome = run({ u"--root-url"_s, u"http://127.0.0.1:%1"_s.arg(silent.serverPort()),
            u"--screenshot"_s, path, u"--screenshot-timeout"_s, u"2"_s, u"fN1SbArXTPSVFNUvaOlinQ"_s });
        QVERIFY(outcome.code > 0);
        QVERIFY2(outcome.output.contains(u"fN1SbArXTPSVFNUvaOlinQ"_s), qPrintable(outcome.output));
        QVERIFY(!QFile::exists(path));
    }

    void refusesWrongArguments()
    {
        const Outcome outcome = run({ u"--no-such-option"_s });
        QCOMPARE(outcome.code, 2);
        QVERIFY(outcome.output.contains(u"no-such-option"_s));
    }

    void helpNeedsNoDisplay()
    {
        const QByteArray display = qgetenv("DISPLAY");
        qunsetenv("DISPLAY");
        const auto restore = qScopeGuard([&display] { qputenv("DISPLAY", display); });
        const Outcome help = run({ u"--help"_s, u"--language"_s, u"de"_s });
        QVERIFY2(help.code == 0, qPrintable(help.output));
        QVERIFY2(help.output.contains(u"Eine Desktop-Anwendung"_s), qPrintable(help.output));
        const Outcome version = run({ u"--version"_s });
        QVERIFY2(version.code == 0 && version.output.contains(u"0.1"_s), qPrintable(version.output));
    }
};

QTEST_MAIN(TestUiProgram)
#include "test_ui_program.moc"
