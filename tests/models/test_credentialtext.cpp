// SPDX-License-Identifier: MPL-2.0
// Credentials that come in as text, and go out as text.

#include "core/accounts/clientconfig.h"
#include "core/accounts/credentialexport.h"
#include "core/accounts/foundcredentials.h"
#include "core/accounts/shellassignments.h"
#include "core/util/hardening.h"

#include <tc/temporarycredentials.h>

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;
using core::ExportFormat;
using core::FoundCredentials;

namespace {

const QString root = u"https://tc.example.com"_s;
const QString token = u"an-access-token-of-22-c"_s;

FoundCredentials permanent()
{
    return { root, { u"me/a|b+c"_s, token, {} } };
}

FoundCredentials temporary(const QStringList &scopes = { u"queue:get-artifact:public/*"_s })
{
    tc::TemporaryCredentialsOptions options;
    options.scopes = scopes;
    options.expiry = QDateTime::currentDateTimeUtc().addDays(1);
    return { root, tc::createTemporaryCredentials(permanent().credentials, options).value.value_or(tc::Credentials()) };
}

// What a shell has in its environment after it has read \a text; nothing when the shell is not installed.
std::optional<FoundCredentials> readByShell(const QString &shell, const QString &text, const QString &locale)
{
    const QString program = QStandardPaths::findExecutable(shell);
    if (program.isEmpty())
        return {};
    QTemporaryDir folder;
    QFile script(folder.filePath(u"script"_s));
    if (!script.open(QIODevice::WriteOnly))
        return {};
    script.write(text.toUtf8() + "env -0\n");
    script.close();
    QProcess process;
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"HOME"_s, folder.path());
    environment.insert(u"LC_ALL"_s, locale);
    environment.insert(u"TASKCLUSTER_CERTIFICATE"_s, u"left by an earlier line"_s);
    process.setProcessEnvironment(environment);
    process.start(program, { script.fileName() });
    process.waitForFinished();
    FoundCredentials found;
    const QByteArrayList variables = process.readAllStandardOutput().split('\0');
    for (const QByteArray &variable : variables) {
        const QString name = QString::fromUtf8(variable).section(u'=', 0, 0);
        const QString value = QString::fromUtf8(variable).section(u'=', 1);
        if (name == u"TASKCLUSTER_ROOT_URL")
            found.rootUrl = value;
        else if (name == u"TASKCLUSTER_CLIENT_ID")
            found.credentials.clientId = value;
        else if (name == u"TASKCLUSTER_ACCESS_TOKEN")
            found.credentials.accessToken = value;
        else if (name == u"TASKCLUSTER_CERTIFICATE")
            found.credentials.certificate = value;
    }
    return found;
}

} // namespace

class TestCredentialText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void readsAssignments_data();
    void readsAssignments();
    void readsTheEnvironment();
    void survivesShells_data();
    void survivesShells();
    void isReadAgain_data();
    void isReadAgain();
    void nothingInTheSystemsLog();
    void configuration();
    void configurationPath();
    void removesTheToken_data();
    void removesTheToken();
    void tokenInAComment();
    void tokenElsewhere();
    void rewritesTheFile();
    void noCoreDumps();
    void childrenInheritNoSecrets();
};

void TestCredentialText::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<FoundCredentials>("found");
    const FoundCredentials me = permanent();
    FoundCredentials nameless = me;
    nameless.rootUrl.clear();
    QTest::newRow("json") << uR"({"clientId": "me/a|b+c", "accessToken": "%1", "certificate": null})"_s.arg(token)
                          << nameless;
    QTest::newRow("json of a library")
        << uR"( {"rootUrl":"https://tc.example.com/","credentials":{"clientId":"me/a|b+c","accessToken":"%1"}}
)"_s.arg(token)
        << me;
    QTest::newRow("json of variables")
        << uR"({"TASKCLUSTER_CLIENT_ID":"me/a|b+c","TASKCLUSTER_ACCESS_TOKEN":"%1"})"_s.arg(token) << nameless;
    QTest::newRow("signin") << u"Starting\nListening for a callback on: http://localhost:41297\n"
                               "export TASKCLUSTER_CLIENT_ID='me/a|b+c'\nexport TASKCLUSTER_ACCESS_TOKEN='%1'\n"
                               "export TASKCLUSTER_ROOT_URL='https://tc.example.com'\n"_s.arg(token)
                            << me;
    QTest::newRow("signin for csh") << u"setenv TASKCLUSTER_CLIENT_ID 'me/a|b+c'\r\nsetenv TASKCLUSTER_ACCESS_TOKEN "
                                       "'%1'\r\nsetenv TASKCLUSTER_ROOT_URL 'https://tc.example.com'\r\n"_s.arg(token)
                                    << me;
    QTest::newRow("fish") << u"set -gx TASKCLUSTER_CLIENT_ID \"me/a|b+c\"; set --export --global "
                             "TASKCLUSTER_ACCESS_TOKEN %1"_s.arg(token)
                          << nameless;
    QTest::newRow("file of variables")
        << u"# of the test\nTASKCLUSTER_CLIENT_ID=me/a\\|b+c\nTASKCLUSTER_ACCESS_TOKEN=\"%1\" # mine\nOTHER=$HOME\n"_s
               .arg(token)
        << nameless;
    QTest::newRow("prompt and prose")
        << u"Don't share this:\n $ export TASKCLUSTER_CLIENT_ID=\"me/a|b+c\" TASKCLUSTER_ACCESS_TOKEN=%1 && "
           "taskcluster version\nset it's values\n"_s.arg(token)
        << nameless;
    QTest::newRow("configuration")
        << u"config:\n  rootUrl: https://tc.example.com\n  clientId: me/a|b+c # mine\n  accessToken: %1\n"_s.arg(token)
        << me;
    QTest::newRow("yaml") << u"clientId: me/a|b+c\naccessToken: '%1'\n"_s.arg(token) << nameless;
    QTest::newRow("the last one counts")
        << u"export TASKCLUSTER_CERTIFICATE='x'\nexport TASKCLUSTER_CLIENT_ID=old TASKCLUSTER_ACCESS_TOKEN=old\n"
           "unset TASKCLUSTER_CERTIFICATE\nexport TASKCLUSTER_CLIENT_ID='me/a|b'+c\n"
           "export TASKCLUSTER_ACCESS_TOKEN=%1\n"_s.arg(token)
        << nameless;
}

void TestCredentialText::parses()
{
    QFETCH(QString, text);
    QFETCH(FoundCredentials, found);
    const auto result = core::parseCredentials(text);
    QVERIFY2(result, qPrintable(result.error.message));
    QCOMPARE(result->rootUrl, found.rootUrl);
    QCOMPARE(result->credentials.clientId, found.credentials.clientId);
    QVERIFY(result->credentials == found.credentials);
}

void TestCredentialText::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << u"  \n"_s;
    QTest::newRow("prose") << u"Hello, it's me"_s;
    QTest::newRow("url") << u"https://tc.example.com/tasks/So18GD6BRfSt5ludnjmN1A"_s;
    QTest::newRow("cut json") << u"{\"clientId\": \"me\", \"accessToken\": \"%1"_s.arg(token);
    QTest::newRow("no token") << u"{\"clientId\": \"me\"}"_s;
    QTest::newRow("no client") << u"export TASKCLUSTER_ACCESS_TOKEN=%1"_s.arg(token);
    QTest::newRow("variable") << u"export TASKCLUSTER_CLIENT_ID=me TASKCLUSTER_ACCESS_TOKEN=\"$TOKEN\""_s;
    QTest::newRow("command") << u"export TASKCLUSTER_CLIENT_ID=me TASKCLUSTER_ACCESS_TOKEN=$(cat %1)"_s.arg(token);
    QTest::newRow("backticks") << u"setenv TASKCLUSTER_CLIENT_ID me\nsetenv TASKCLUSTER_ACCESS_TOKEN `cat %1`"_s.arg(
        token);
    QTest::newRow("open quotation") << u"export TASKCLUSTER_CLIENT_ID=me\nexport TASKCLUSTER_ACCESS_TOKEN='%1\n"_s.arg(
        token);
    QTest::newRow("client with blank") << u"{\"clientId\": \"m e\", \"accessToken\": \"%1\"}"_s.arg(token);
    QTest::newRow("token in two lines") << u"{\"clientId\": \"me\", \"accessToken\": \"%1\\nx\"}"_s.arg(token);
    QTest::newRow("bad certificate")
        << u"{\"clientId\": \"me\", \"accessToken\": \"%1\", \"certificate\": \"{}\"}"_s.arg(token);
    QTest::newRow("bad root") << u"{\"rootUrl\": \"tc\", \"clientId\": \"me\", \"accessToken\": \"%1\"}"_s.arg(token);
    QTest::newRow("long") << u"export TASKCLUSTER_CLIENT_ID=me\nexport TASKCLUSTER_ACCESS_TOKEN=%1\n#"_s.arg(token)
            + QString(200'000, u'x');
}

void TestCredentialText::refuses()
{
    QFETCH(QString, text);
    const auto result = core::parseCredentials(text);
    QVERIFY(!result);
    QVERIFY(!result.error.message.isEmpty());
    QVERIFY(!result.error.message.contains(token));
}

void TestCredentialText::readsAssignments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value"); // of A; "(expands)" and "(open)" for the problems
    QTest::newRow("plain") << u"A=b"_s << u"b"_s;
    QTest::newRow("empty") << u"A="_s << QString();
    QTest::newRow("pieces") << u"export A='a'\\''b'\"c d\"e\\ f"_s << u"a'bc de f"_s;
    QTest::newRow("double") << uR"(export A="a\"b\\c\$d\`e\f!")"_s << uR"(a"b\c$d`e\f!)"_s;
    QTest::newRow("line feed") << u"export A='a\nb'"_s << u"a\nb"_s;
    QTest::newRow("line goes on") << u"export A=a\\\nb"_s << u"ab"_s;
    QTest::newRow("ansi") << uR"(export A=$'a\n\'b\\')"_s << u"a\n'b\\"_s;
    QTest::newRow("ansi number") << uR"(export A=$'\x41')"_s << u"(expands)"_s;
    QTest::newRow("declare") << uR"(declare -x A="b c")"_s << u"b c"_s;
    QTest::newRow("expands") << u"A=a$B"_s << u"(expands)"_s;
    QTest::newRow("expands in quotes") << u"A=\"a$(b)\""_s << u"(expands)"_s;
    QTest::newRow("no expansion in single quotes") << u"A='$B`c`'"_s << u"$B`c`"_s;
    QTest::newRow("open") << u"A='b"_s << u"(open)"_s;
    QTest::newRow("open double") << u"export A=\"b\\\""_s << u"(open)"_s;
    QTest::newRow("fish single") << uR"(set -x A 'a\'b\\c\d$e')"_s << uR"(a'b\c\d$e)"_s;
    QTest::newRow("fish double") << uR"(set -Ux A "a\"b\$c`d")"_s << uR"(a"b$c`d)"_s;
    QTest::newRow("fish flags") << u"set -g -x A b"_s << u"b"_s;
    QTest::newRow("fish command") << u"set -x A (cat x)"_s << u"(expands)"_s;
    QTest::newRow("fish erase") << u"set -x A b; set -e A"_s << QString();
    QTest::newRow("csh single") << u"setenv A 'a\\!b\\c'\\''d\\\ne'"_s << u"a!b\\c'd\ne"_s;
    QTest::newRow("csh double") << u"setenv A \"a\\!b\\c\""_s << u"a!b\\c"_s;
    QTest::newRow("unset") << u"A=b\nunset A"_s << QString();
}

void TestCredentialText::readsAssignments()
{
    QFETCH(QString, text);
    QFETCH(QString, value);
    const QList<core::ShellAssignment> found = core::readShellAssignments(text);
    QVERIFY(!found.isEmpty());
    QCOMPARE(found.last().name, u"A"_s);
    using Problem = core::ShellAssignment::Problem;
    const QString read = found.last().problem == Problem::Expands ? u"(expands)"_s
        : found.last().problem == Problem::Open                   ? u"(open)"_s
                                                                  : found.last().value;
    QCOMPARE(read, value);
}

void TestCredentialText::readsTheEnvironment()
{
    QProcessEnvironment environment;
    QVERIFY(!core::credentialsOf(environment));
    const FoundCredentials found = temporary();
    environment.insert(u"TASKCLUSTER_ROOT_URL"_s, found.rootUrl + u'/');
    environment.insert(u"TASKCLUSTER_CLIENT_ID"_s, found.credentials.clientId);
    environment.insert(u"TASKCLUSTER_ACCESS_TOKEN"_s, found.credentials.accessToken);
    environment.insert(u"TASKCLUSTER_CERTIFICATE"_s, found.credentials.certificate);
    const auto read = core::credentialsOf(environment);
    QVERIFY(read);
    QVERIFY(*read == found);
}

namespace {

// What no certificate of a service has, and a hostile one might.
QString hostileText()
{
    return u"a'b\"c`d$(e)${F}!g!!h\\i\\!j\\\\k\nl\\\nm\t%n*o?[p]~q#r;s&t|u<v>w{x,y}z = \u00e9\u20ac\U0001f600 '\\'' -- ^ $'x'\\"_s;
}

} // namespace

void TestCredentialText::survivesShells_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<ExportFormat>("format");
    QTest::addColumn<QString>("locale");
    for (const QString &locale : { u"C.UTF-8"_s, u"C"_s }) {
        const QByteArray name = locale.toUtf8();
        QTest::addRow("sh %s", name.constData()) << u"sh"_s << ExportFormat::Sh << locale;
        QTest::addRow("bash %s", name.constData()) << u"bash"_s << ExportFormat::Sh << locale;
        QTest::addRow("fish %s", name.constData()) << u"fish"_s << ExportFormat::Fish << locale;
        QTest::addRow("csh %s", name.constData()) << u"csh"_s << ExportFormat::Csh << locale;
        QTest::addRow("tcsh %s", name.constData()) << u"tcsh"_s << ExportFormat::Csh << locale;
    }
}

void TestCredentialText::survivesShells()
{
    QFETCH(QString, shell);
    QFETCH(ExportFormat, format);
    QFETCH(QString, locale);
    QStringList manyScopes;
    for (int i = 0; i < 25; ++i)
        manyScopes += u"queue:get-artifact:private/it's \"%1\" $HOME `id` !! \\n*"_s.arg(i);
    FoundCredentials hostile = permanent();
    hostile.credentials.clientId = hostileText();
    hostile.credentials.certificate = hostileText() + u"x"_s;
    for (const FoundCredentials &found : { permanent(), temporary(), temporary(manyScopes), hostile }) {
        const auto text = core::exportCredentials(found, format);
        QVERIFY(text);
        const auto read = readByShell(shell, *text, locale);
        if (!read)
            QSKIP("This shell is not installed");
        QVERIFY(!found.credentials.isAnonymous());
        QCOMPARE(read->rootUrl, found.rootUrl);
        QCOMPARE(read->credentials.clientId, found.credentials.clientId);
        QVERIFY(read->credentials.accessToken == found.credentials.accessToken);
        QVERIFY(read->credentials.certificate == found.credentials.certificate);
        // And we read it as the shell does.
        const QList<core::ShellAssignment> ours = core::readShellAssignments(*text);
        QCOMPARE(ours.size(), 4);
        QCOMPARE(ours[1].value, found.credentials.clientId);
        QVERIFY(ours[3].value == found.credentials.certificate);
    }
}

void TestCredentialText::isReadAgain_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::newRow("sh") << ExportFormat::Sh;
    QTest::newRow("fish") << ExportFormat::Fish;
    QTest::newRow("csh") << ExportFormat::Csh;
    QTest::newRow("json") << ExportFormat::Json;
    QTest::newRow("configuration") << ExportFormat::Config;
}

void TestCredentialText::isReadAgain()
{
    QFETCH(ExportFormat, format);
    for (const FoundCredentials &found : { permanent(), temporary(), temporary({}), temporary({ u"!'\"\\ $x`"_s }) }) {
        const auto text = core::exportCredentials(found, format);
        QVERIFY(text);
        const auto again = core::parseCredentials(*text);
        QVERIFY2(again, qPrintable(again.error.message));
        QVERIFY(*again == found);
    }
    FoundCredentials impossible = permanent();
    impossible.credentials.certificate = QString(QChar(0));
    QVERIFY(!core::exportCredentials(impossible, format));
}

// A prompt is the only place that may show a secret: no message of ours does.
void TestCredentialText::nothingInTheSystemsLog()
{
    static QString logged;
    const auto before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &message) { logged += message; });
    core::parseCredentials(u"{\"clientId\": \"me\", \"accessToken\": \"%1\""_s.arg(token));
    core::parseCredentials(u"config: [%1"_s.arg(token));
    core::parseClientConfig("config:\n  accessToken: " + token.toUtf8() + "\n : : :");
    qInstallMessageHandler(before);
    QVERIFY(!logged.contains(token));
}

void TestCredentialText::configuration()
{
    const auto config = core::parseClientConfig("config:\n  rootUrl: 'https://tc.example.com'\n  clientId: me\n"
                                                "  accessToken: 12345678\n  authorizedScopes: [\"a:*\", b]\n"
                                                "other: [1, 2]\n");
    QVERIFY(config);
    QVERIFY(config->hasSecret);
    QCOMPARE(config->found.credentials.accessToken, u"12345678"_s);
    QCOMPARE(config->authorizedScopes, (QStringList { u"a:*"_s, u"b"_s }));
    QVERIFY(!core::parseClientConfig(QByteArray())->hasSecret);
    QVERIFY(core::parseClientConfig("- a\n- b\n").error);
    QVERIFY(core::parseClientConfig("config: {a: [").error);
    QVERIFY(!core::parseClientConfig("config:\n")->hasSecret);
    // A certificate as a map.
    const FoundCredentials found = temporary();
    const QByteArray map = "{config: {clientId: \"me/a|b+c\", accessToken: " + found.credentials.accessToken.toUtf8()
        + ", certificate: " + found.credentials.certificate.toUtf8() + "}}";
    const auto nested = core::parseClientConfig(map);
    QVERIFY(nested);
    const auto certificate = tc::parseCertificate(nested->found.credentials.certificate);
    QVERIFY2(certificate, qPrintable(certificate.error.message));
    QCOMPARE(certificate->expiry, tc::parseCertificate(found.credentials.certificate)->expiry);
}

void TestCredentialText::configurationPath()
{
    QProcessEnvironment environment;
    environment.insert(u"HOME"_s, u"/home/me"_s);
    QCOMPARE(core::clientConfigPath(environment), u"/home/me/.config/taskcluster.yml"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, u"/elsewhere"_s);
    QCOMPARE(core::clientConfigPath(environment), u"/elsewhere/taskcluster.yml"_s);
}

void TestCredentialText::removesTheToken_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray secret = token.toUtf8();
    QTest::newRow("lines")
        << "# mine\nconfig:\n  rootUrl: https://a  # there\n  accessToken: " + secret
            + "\n  # who\n  clientId: me\n\nother:\n  - 1\n"
        << QByteArray("# mine\nconfig:\n  rootUrl: https://a  # there\n  # who\n  clientId: me\n\nother:\n  - 1\n");
    QTest::newRow("last") << "config:\n  clientId: 'me'\n  accessToken: '" + secret + "'"
                          << QByteArray("config:\n  clientId: 'me'");
    QTest::newRow("only") << "config:\n  accessToken: " + secret + "\n" << QByteArray("config:\n");
    QTest::newRow("twice") << "config:\n  accessToken: " + secret + "\n  clientId: me\n  accessToken: " + secret + "1\n"
                           << QByteArray("config:\n  clientId: me\n");
    QTest::newRow("folded") << "config:\n  accessToken: >-\n    " + secret
            + "\n\n  certificate: |\n    {\"version\": 1,\n    \"x\": 2}\n  clientId: me\n"
                            << QByteArray("config:\n\n  clientId: me\n");
    QTest::newRow("certificate as a map") << "config:\n  clientId: me\n  certificate:\n    version: 1\n    scopes:\n"
                                             "      - a\n  accessToken: "
            + secret + "\n" << QByteArray("config:\n  clientId: me\n");
    QTest::newRow("in one line") << "config: {clientId: me, accessToken: " + secret + ", rootUrl: \"https://a\"}\n"
                                 << QByteArray("config:\n  clientId: me\n  rootUrl: \"https://a\"\n");
    QTest::newRow("windows") << "config:\r\n  accessToken: " + secret + "\r\n  clientId: me\r\n"
                             << QByteArray("config:\r\n  clientId: me\r\n");
    QTest::newRow("nothing to do") << QByteArray("config:   # c\n  clientId: me\n")
                                   << QByteArray("config:   # c\n  clientId: me\n");
}

void TestCredentialText::removesTheToken()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const auto rest = core::withoutSecrets(before);
    QVERIFY2(rest, qPrintable(rest.error.message));
    QCOMPARE(*rest, after);
    QVERIFY(!core::parseClientConfig(*rest)->hasSecret);
}

void TestCredentialText::tokenInAComment()
{
    const QByteArray secret = token.toUtf8();
    const auto rest = core::withoutSecrets(
        "# " + secret + "\nconfig:\n  clientId: me\n  accessToken: " + secret + "\nother: \"yes\"\n");
    QVERIFY(rest);
    QVERIFY(!rest->contains(secret));
    QCOMPARE(core::parseClientConfig(*rest)->found.credentials.clientId, u"me"_s);
    QVERIFY(rest->contains("\"yes\"")); // and stays text
}

void TestCredentialText::tokenElsewhere()
{
    const QByteArray secret = token.toUtf8();
    const auto rest
        = core::withoutSecrets("config:\n  clientId: me\n  accessToken: " + secret + "\nbackup: " + secret + "\n");
    QVERIFY(!rest);
    QVERIFY(!rest.error.message.contains(token));
    QVERIFY(core::withoutSecrets("config:\n  accessToken: &t " + secret + "\nbackup: *t\n").error);
}

void TestCredentialText::rewritesTheFile()
{
    QTemporaryDir folder;
    const QString real = folder.filePath(u"real.yml"_s);
    const QString path = folder.filePath(u"taskcluster.yml"_s);
    QCOMPARE(core::readClientConfig(path).error.kind, tc::ErrorKind::NotFound);
    QFile file(real);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# mine\nconfig:\n  clientId: me\n  accessToken: " + token.toUtf8() + "\n");
    file.close();
    const auto permissions
        = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadUser | QFile::WriteUser;
    QVERIFY(file.setPermissions(permissions));
    QVERIFY(QFile::link(real, path));
    QVERIFY(core::readClientConfig(path)->othersMayRead);
    QVERIFY(core::removeSecrets(path));
    QCOMPARE(QFileInfo(real).permissions(), permissions);
    QVERIFY(QFileInfo(path).isSymLink());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("# mine\nconfig:\n  clientId: me\n"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2); // no copy is left
    const QDateTime written = QFileInfo(real).lastModified();
    QVERIFY(core::removeSecrets(path));
    QCOMPARE(QFileInfo(real).lastModified(), written);
}

void TestCredentialText::noCoreDumps()
{
    QVERIFY(core::disableCoreDumps());
#ifdef Q_OS_UNIX
    rlimit limit { 1, 1 };
    QCOMPARE(::getrlimit(RLIMIT_CORE, &limit), 0);
    QCOMPARE(limit.rlim_cur, rlim_t(0));
    QCOMPARE(limit.rlim_max, rlim_t(0));
#endif
#ifdef Q_OS_LINUX
    QCOMPARE(::prctl(PR_GET_DUMPABLE), 0);
#endif
}

void TestCredentialText::childrenInheritNoSecrets()
{
    qputenv("TASKCLUSTER_CLIENT_ID", "someone");
    qputenv("TASKCLUSTER_ACCESS_TOKEN", "SECRET-of-the-environment");
    qputenv("TASKCLUSTER_CERTIFICATE", "SECRET-certificate");
    core::takeSecretsOfEnvironment();
    core::takeSecretsOfEnvironment(); // once more loses nothing
    QProcess child;
    child.start(u"env"_s, QStringList());
    QVERIFY(child.waitForFinished());
    const QByteArray seen = child.readAllStandardOutput();
    QVERIFY(seen.contains("TASKCLUSTER_CLIENT_ID=someone"));
    QVERIFY(!seen.contains("SECRET-"));
    const QProcessEnvironment environment = core::startEnvironment();
    QVERIFY(environment.value(u"TASKCLUSTER_ACCESS_TOKEN"_s) == u"SECRET-of-the-environment"_s);
    QVERIFY(environment.value(u"TASKCLUSTER_CERTIFICATE"_s) == u"SECRET-certificate"_s);
    qunsetenv("TASKCLUSTER_CLIENT_ID");
}

QTEST_GUILESS_MAIN(TestCredentialText)
#include "test_credentialtext.moc"
