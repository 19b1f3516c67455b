// SPDX-License-Identifier: MPL-2.0
// Settings reach their file, and the thread that changed them does not write it.
#include "core/util/settingswriter.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;

namespace {

std::atomic<int> writtenHere = 0;
std::atomic<int> writtenElsewhere = 0;

bool readLines(QIODevice &device, QSettings::SettingsMap &map)
{
    while (!device.atEnd()) {
        const QList<QByteArray> parts = device.readLine().trimmed().split('=');
        map.insert(QString::fromUtf8(parts.first()), QString::fromUtf8(parts.last()));
    }
    return true;
}

bool writeLines(QIODevice &device, const QSettings::SettingsMap &map)
{
    auto &count = QThread::currentThread() == QCoreApplication::instance()->thread() ? writtenHere : writtenElsewhere;
    ++count;
    for (const auto &[key, value] : map.asKeyValueRange())
        device.write(key.toUtf8() + '=' + value.toString().toUtf8() + '\n');
    return true;
}

} // namespace

class TestSettingsWriter : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QSettings::Format m_format = QSettings::InvalidFormat;
    int m_files = 0;

    QString newFile() { return m_folder.filePath(u"settings%1"_s.arg(++m_files)); }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    // The writer ends before its second is over.
    static void changeWhileWritten(QSettings *settings)
    {
        const core::SettingsWriter writer(settings);
        settings->setValue(u"one"_s, u"1"_s);
        QTest::qWait(1);
    }

private Q_SLOTS:
    void initTestCase() { m_format = QSettings::registerFormat(u"lines"_s, readLines, writeLines); }

    void init()
    {
        writtenHere = 0;
        writtenElsewhere = 0;
    }

    void withoutItTheThreadWritesItself()
    {
        const QString path = newFile();
        QSettings settings(path, m_format);
        settings.setValue(u"one"_s, u"1"_s);
        QTRY_COMPARE(writtenHere.load(), 1);
        QCOMPARE(writtenElsewhere.load(), 0);
    }

    void changesAreWrittenElsewhereAndTogether()
    {
        const QString path = newFile();
        QSettings settings(path, m_format);
        const core::SettingsWriter writer(&settings);
        settings.setValue(u"one"_s, u"1"_s);
        QTest::qWait(50);
        settings.setValue(u"two"_s, u"2"_s);
        QCOMPARE(settings.value(u"two"_s).toString(), u"2"_s);
        QTRY_COMPARE(contentOf(path), "one=1\ntwo=2\n");
        QCOMPARE(writtenElsewhere.load(), 1);
        QCOMPARE(writtenHere.load(), 0);
        // And so is what is changed afterwards.
        QTest::qWait(50);
        settings.remove(u"one"_s);
        QTRY_COMPARE(contentOf(path), "two=2\n");
        QCOMPARE(writtenElsewhere.load(), 2);
        QCOMPARE(writtenHere.load(), 0);
    }

    void syncStillWritesAtOnce()
    {
        const QString path = newFile();
        QSettings settings(path, m_format);
        const core::SettingsWriter writer(&settings);
        settings.setValue(u"one"_s, u"1"_s);
        settings.sync();
        QCOMPARE(contentOf(path), "one=1\n");
    }

    void nothingIsLostAtTheEnd()
    {
        const QString path = newFile();
        {
            QSettings settings(path, m_format);
            changeWhileWritten(&settings);
        }
        QCOMPARE(contentOf(path), "one=1\n");
    }

    void settingsThatOutliveItWriteThemselvesAgain()
    {
        const QString path = newFile();
        QSettings settings(path, m_format);
        changeWhileWritten(&settings);
        QCOMPARE(contentOf(path), "one=1\n");
        settings.setValue(u"two"_s, u"2"_s);
        QTRY_COMPARE(contentOf(path), "one=1\ntwo=2\n");
    }
};

QTEST_GUILESS_MAIN(TestSettingsWriter)
#include "test_settingswriter.moc"
