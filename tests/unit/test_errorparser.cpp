// SPDX-License-Identifier: MPL-2.0
#include "call/errorparser.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tc;

class TestErrorParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds();
    void shapes_data();
    void shapes();
    void footer_data();
    void footer();
    void missingScopes_data();
    void missingScopes();
    void redirects();
    void secretsAreTakenOut();
    void recordedErrors();
    void recordedMissingScopes();
};

namespace {

Error parse(int status, const QByteArray &body, const QByteArray &type = "application/json")
{
    return parseErrorReply({ status, type, {}, body, u"tc.example.com"_s }, Redactor());
}

/// Every recorded exchange whose status is an error.
QList<QJsonObject> recordedFailures()
{
    QList<QJsonObject> failures;
    QDirIterator files(
        qEnvironmentVariable("TC_RECORDINGS"), { u"*.json"_s }, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        QJsonObject exchange = QJsonDocument::fromJson(file.readAll()).object();
        if (exchange.value("response"_L1).toObject().value("status"_L1).toInt() < 400)
            continue;
        exchange.insert("file"_L1, file.fileName());
        failures.append(exchange);
    }
    return failures;
}

QByteArray bodyOf(const QJsonObject &response)
{
    const auto body = response.value("body"_L1);
    return body.isObject() ? QJsonDocument(body.toObject()).toJson()
                           : response.value("bodyText"_L1).toString().toUtf8();
}

} // namespace

void TestErrorParser::kinds_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    const auto add = [](int status, ErrorKind kind) {
        QTest::newRow(qPrintable(QString::number(status))) << status << static_cast<int>(kind);
    };
    for (const int status : { 301, 302, 307, 308, 400, 405, 406, 411, 413, 414, 422 })
        add(status, ErrorKind::Client);
    for (const int status : { 500, 501, 502, 503, 504, 599 })
        add(status, ErrorKind::Server);
    add(401, ErrorKind::Authentication);
    add(403, ErrorKind::Scope);
    add(404, ErrorKind::NotFound);
    add(409, ErrorKind::Conflict);
    add(410, ErrorKind::Expired);
    add(424, ErrorKind::Artifact);
    add(429, ErrorKind::RateLimited);
}

void TestErrorParser::kinds()
{
    QFETCH(const int, status);
    QFETCH(const int, kind);
    const Error error = parse(status, {});
    QCOMPARE(static_cast<int>(error.kind), kind);
    QCOMPARE(error.httpStatus, status);
    QVERIFY(!error.message.isEmpty());
}

void TestErrorParser::shapes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("service") << 404 << R"({"code":"ResourceNotFound","message":"No such task","requestInfo":{}})"_ba
                             << u"ResourceNotFound"_s << u"No such task"_s;
    QTest::newRow("error artifact") << 424 << R"({"reason":"file-missing-on-worker","message":"Gone"})"_ba
                                    << u"file-missing-on-worker"_s << u"Gone"_s;
    QTest::newRow("router") << 404 << R"({"error":"Not found"})"_ba << QString() << u"Not found"_s;
    QTest::newRow("HTML") << 502 << "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>x</body></html>"_ba
                          << QString() << u"tc.example.com answered with status 502 and a web page: 502 Bad Gateway"_s;
    QTest::newRow("HTML without title")
        << 404
        << "<!DOCTYPE html><html lang=en><body><style>p{}</style><pre>Cannot GET &lt;x&gt;</pre></body></html>"_ba
        << QString() << u"tc.example.com answered with status 404 and a web page: Cannot GET <x>"_s;
    QTest::newRow("XML")
        << 403 << "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"_ba
        << u"AccessDenied"_s << u"Access Denied"_s;
    QTest::newRow("text") << 503 << "upstream\n connect error"_ba << QString() << u"upstream connect error"_s;
    QTest::newRow("nothing") << 500 << ""_ba << QString() << u"tc.example.com failed with status 500."_s;
    QTest::newRow("cut JSON") << 500 << R"({"code":"X","message":"abc)"_ba << QString()
                              << uR"({"code":"X","message":"abc)"_s;
    QTest::newRow("other JSON") << 500 << R"([1, 2])"_ba << QString() << u"tc.example.com failed with status 500."_s;
}

void TestErrorParser::shapes()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, code);
    QFETCH(const QString, message);
    const Error error = parse(status, body);
    QCOMPARE(error.code, code);
    QCOMPARE(error.message, message);
}

void TestErrorParser::footer_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("expected");
    const auto foot = u"\n\n---\n\n* method:     task\n* errorCode:  X\n* statusCode: 404\n* time:       2026"_s;
    QTest::newRow("none") << u"text"_s << u"text"_s;
    QTest::newRow("one") << u"text"_s + foot << u"text"_s;
    QTest::newRow("two") << u"text"_s + foot + foot << u"text"_s;
    QTest::newRow("line feed first") << u"\ntext"_s + foot << u"text"_s;
    QTest::newRow("a rule inside") << u"one\n\n---\n\ntwo"_s + foot << u"one\n\n---\n\ntwo"_s;
}

void TestErrorParser::footer()
{
    QFETCH(const QString, message);
    QFETCH(const QString, expected);
    QCOMPARE(withoutFooter(message), expected);
}

void TestErrorParser::missingScopes_data()
{
    QTest::addColumn<QString>("block");
    QTest::addColumn<QStringList>("scopes");
    QTest::newRow("one") << u"secrets:get:a b"_s << QStringList { u"secrets:get:a b"_s };
    QTest::newRow("all") << u"{\n  \"AllOf\": [\n    \"a\",\n    \"b:*\"\n  ]\n}"_s << QStringList { u"a"_s, u"b:*"_s };
    QTest::newRow("any") << u"{\"AnyOf\": [\"a\", \"b\"]}"_s << QStringList { u"{\"AnyOf\":[\"a\",\"b\"]}"_s };
    QTest::newRow("nested") << u"{\"AllOf\": [\"a\", {\"AnyOf\": [\"b\", \"c\"]}]}"_s
                            << QStringList { u"a"_s, u"{\"AnyOf\":[\"b\",\"c\"]}"_s };
    QTest::newRow("brace, no JSON") << u"{broken"_s << QStringList { u"{broken"_s };
}

void TestErrorParser::missingScopes()
{
    QFETCH(const QString, block);
    QFETCH(const QStringList, scopes);
    const QString message
        = u"Client ID me does not have sufficient scopes and is missing the following scopes:\n\n```\n"_s + block
        + u"\n```\n\nThis request requires the client to satisfy the following scope expression:\n\n```\nother\n```"_s;
    QCOMPARE(parseMissingScopes(message), scopes);
    const QString anonymous
        = u"This request requires Taskcluster credentials that satisfy the following scope expression:\n\n```\n"_s
        + block + u"\n```"_s;
    QCOMPARE(parseMissingScopes(anonymous), scopes);
    QVERIFY(parseMissingScopes(u"something else"_s).isEmpty());
}

void TestErrorParser::redirects()
{
    const Error error = parseErrorReply(
        { 301, {}, "https://other.example.com/x?bewit=SECRET", "moved", u"tc.example.com"_s }, Redactor());
    QCOMPARE(error.kind, ErrorKind::Client);
    QVERIFY(error.message.contains(u"other.example.com"_s));
    QVERIFY(!error.message.contains(u"SECRET"_s));
}

void TestErrorParser::secretsAreTakenOut()
{
    Redactor redactor;
    redactor.addSecret("myAccessToken");
    const Error error
        = parseErrorReply({ 400, {}, {},
                              R"({"code":"X","message":"bad mac=\"SECRET\" of myAccessToken","requestInfo":
        {"payload":{"accessToken":"SECRET"}}})",
                              u"h"_s },
            redactor);
    const QString everything = error.message + QString::fromUtf8(error.details.toCompact());
    QVERIFY2(!everything.contains(u"SECRET"_s), qPrintable(everything));
    QVERIFY2(!everything.contains(u"myAccessToken"_s), qPrintable(everything));
    QVERIFY(error.details.isObject());
}

void TestErrorParser::recordedErrors()
{
    if (!qEnvironmentVariableIsSet("TC_RECORDINGS"))
        QSKIP("TC_RECORDINGS does not name the folder of the recordings, so they are not read.");
    const auto failures = recordedFailures();
    QVERIFY(failures.size() > 100);
    for (const auto &exchange : failures) {
        const QJsonObject response = exchange.value("response"_L1).toObject();
        const QJsonObject recorded = response.value("body"_L1).toObject();
        const int status = response.value("status"_L1).toInt();
        const Error error = parse(status, bodyOf(response));
        const QByteArray where = exchange.value("file"_L1).toString().toUtf8() + ": " + error.message.toUtf8();
        QVERIFY2(error.kind == kindOfStatus(status), where.constData());
        QVERIFY2(!error.message.isEmpty(), where.constData());
        QVERIFY2(!error.message.contains(u"* statusCode"_s), where.constData());
        QVERIFY2(!error.message.contains(u"<html"_s, Qt::CaseInsensitive), where.constData());
        if (recorded.contains("code"_L1))
            QVERIFY2(error.code == recorded.value("code"_L1).toString(), where.constData());
        QVERIFY2(error.details.isObject() == response.value("body"_L1).isObject(), where.constData());
    }
}

void TestErrorParser::recordedMissingScopes()
{
    if (!qEnvironmentVariableIsSet("TC_RECORDINGS"))
        QSKIP("TC_RECORDINGS does not name the folder of the recordings, so they are not read.");
    int seen = 0;
    for (const auto &exchange : recordedFailures()) {
        const QJsonObject response = exchange.value("response"_L1).toObject();
        if (response.value("body"_L1).toObject().value("code"_L1).toString() != "InsufficientScopes"_L1)
            continue;
        ++seen;
        const QStringList scopes = parse(403, bodyOf(response)).missingScopes;
        const QByteArray where = exchange.value("file"_L1).toString().toUtf8();
        QVERIFY2(!scopes.isEmpty(), where.constData());
        for (const QString &scope : scopes) {
            const bool isExpression = QJsonDocument::fromJson(scope.toUtf8()).isObject();
            QVERIFY2(isExpression || (scope.contains(u':') && !scope.contains(u'\n')), qPrintable(scope));
        }
    }
    QVERIFY(seen > 20);
}

QTEST_GUILESS_MAIN(TestErrorParser)
#include "test_errorparser.moc"
