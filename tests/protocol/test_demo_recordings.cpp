// SPDX-License-Identifier: MPL-2.0
// The demo deployment against recordings of a real one: the recorded requests are sent to it, and status, error code,
// header names, and the members of the JSON with their types have to agree.
#include "demofixture.h"
#include "recordedstate.h"

#include "demo/services/services.h"
#include "demo/util/jsonwriter.h"

#include <tc/hawk.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace tc::test;

namespace {

// Pages whose rows a real database picks in an order of its own: other tasks come first than in the demo, so what is
// optional in a row cannot be compared.
bool hasRowsOfItsOwn(const Recording &recording)
{
    static const QStringList files
        = { u"tasks--page-1"_s, u"tasks--page-2"_s, u"statuses--page-1"_s, u"statuses--page-2"_s };
    return recording.service() == u"queue" && files.contains(recording.file);
}

QStringList implemented(const QString &service)
{
    static const QStringList common = { u"ping"_s, u"lbheartbeat"_s, u"heartbeat"_s, u"version"_s };
    static const QHash<QString, QStringList> own = {
        { u"queue"_s,
            { u"task"_s, u"tasks"_s, u"status"_s, u"statuses"_s, u"listTaskGroup"_s, u"getTaskGroup"_s,
                u"listDependentTasks"_s, u"listArtifacts"_s, u"listLatestArtifacts"_s, u"artifactInfo"_s,
                u"latestArtifactInfo"_s, u"artifact"_s, u"latestArtifact"_s, u"getArtifact"_s, u"getLatestArtifact"_s,
                u"cancelTask"_s, u"rerunTask"_s, u"scheduleTask"_s, u"createTask"_s, u"claimTask"_s, u"claimWork"_s,
                u"reclaimTask"_s, u"reportCompleted"_s, u"reportFailed"_s, u"reportException"_s, u"createArtifact"_s,
                u"finishArtifact"_s, u"unknown-method"_s } },
        { u"index"_s,
            { u"findTask"_s, u"findTasksAtIndex"_s, u"listNamespaces"_s, u"listTasks"_s, u"findArtifactFromTask"_s,
                u"unknown-method"_s } },
        { u"object"_s, { u"startDownload"_s, u"object"_s, u"download"_s, u"createUpload"_s, u"finishUpload"_s } },
        { u"auth"_s,
            { u"currentScopes"_s, u"expandScopes"_s, u"client"_s, u"listClients"_s, u"role"_s, u"listRoles"_s,
                u"listRoles2"_s, u"listRoleIds"_s, u"testAuthenticate"_s, u"testAuthenticateGet"_s, u"createClient"_s,
                u"updateClient"_s, u"deleteClient"_s, u"enableClient"_s, u"disableClient"_s, u"resetAccessToken"_s,
                u"createRole"_s, u"updateRole"_s, u"deleteRole"_s, u"getEntityHistory"_s, u"listAuditHistory"_s,
                u"unknown-method"_s } },
        { u"secrets"_s, { u"get"_s, u"set"_s, u"remove"_s, u"list"_s } },
        { u"storage"_s, { u"get"_s, u"head"_s, u"put"_s } },
        { u"nginx"_s, { u"get"_s, u"post"_s } },
    };
    return own.value(service) + common;
}

// The URL of storage that a recorded one stands for.
QByteArray signedTarget(const Recording &recording, const demo::DemoContext &context, const QByteArray &path)
{
    const bool isPut = recording.method() == u"put";
    const QByteArray url = isPut ? demo::signedPutUrl(context, path, 60) : demo::signedStorageUrl(context, path, 60);
    return url.mid(context.rootUrl.size());
}

void shapeOf(const QJsonValue &value, const QString &path, std::set<QString> *shape)
{
    static const QStringList types = { u"null"_s, u"bool"_s, u"number"_s, u"string"_s, u"array"_s, u"object"_s };
    shape->insert(path + u' ' + types.value(int(value.type()), u"none"_s));
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            shapeOf(it.value(), path + u'/' + it.key(), shape);
    }
    for (const QJsonValue &item : value.toArray())
        shapeOf(item, path + u"[]"_s, shape);
}

// The members of a body with their types, as lines like "$/tasks[]/status string".
std::set<QString> shapeOf(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    std::set<QString> shape;
    shapeOf(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), u"$"_s, &shape);
    return shape;
}

// What only one of two bodies has; empty when they agree.
QString difference(const QByteArray &actual, const QByteArray &expected, bool rowsOnly)
{
    const std::set<QString> ours = shapeOf(actual);
    const std::set<QString> theirs = shapeOf(expected);
    const auto counts
        = [rowsOnly](const QString &line) { return !rowsOnly || (line.count(u'/') <= 3 && line.count(u"[]") <= 1); };
    QStringList lines;
    for (const QString &line : ours) {
        if (counts(line) && theirs.count(line) == 0)
            lines += u"+ "_s + line;
    }
    for (const QString &line : theirs) {
        if (counts(line) && ours.count(line) == 0)
            lines += u"- "_s + line;
    }
    return lines.join(u'\n');
}

QByteArray recordedBody(const QJsonObject &response)
{
    const QJsonValue body = response["body"_L1];
    return body.isArray() ? QJsonDocument(body.toArray()).toJson() : QJsonDocument(body.toObject()).toJson();
}

QByteArrayList recordedHeaderNames(const QJsonObject &response)
{
    QByteArrayList names;
    const QStringList keys = response["headers"_L1].toObject().keys();
    for (const QString &name : keys)
        names.append(name.toLatin1());
    std::sort(names.begin(), names.end());
    return names;
}

// How a recorded request was signed, made again for this server and this time.
class Signer
{
public:
    Signer(const Recording &recording, const demo::DemoState &state, quint16 port)
        : m_recording(recording), m_request(recording.request()), m_state(state), m_port(port)
    {
    }

    // Changes target when the signature stands in it.
    void sign(QByteArray *target, demo::HttpHeaders *headers) const;

private:
    tc::Credentials credentials() const;
    std::optional<QStringList> authorizedScopes() const;
    void addHeader(const QByteArray &target, demo::HttpHeaders *headers) const;
    void addBewit(QByteArray *target) const;

    const Recording &m_recording;
    QJsonObject m_request;
    const demo::DemoState &m_state;
    quint16 m_port;
};

std::optional<QStringList> Signer::authorizedScopes() const
{
    if (!m_request.contains("authorizedScopes"_L1))
        return std::nullopt;
    QStringList scopes;
    for (const QJsonValue &scope : m_request["authorizedScopes"_L1].toArray())
        scopes.append(scope.toString());
    return scopes;
}

tc::Credentials Signer::credentials() const
{
    const QString id = m_request["clientId"_L1].toString();
    const QString name = m_recording.name();
    const bool tester = m_recording.method().startsWith(u"testAuthenticate");
    const auto tokenOf
        = [&](const QString &client) { return tester ? u"no-secret"_s : m_state.clients.value(client).accessToken; };
    const bool wrong = name == u"wrong-token" || name == u"old-access-token" || name == u"bad-key";
    if (!m_request["temporary"_L1].toBool())
        return { id, wrong ? u"wrong"_s : tokenOf(id), {} };
    Temporary wanted;
    const bool unnamed = tester ? id == u"tester" : m_state.clients.contains(id);
    wanted.issuer = unnamed ? id : (tester ? u"tester"_s : u"static/taskcluster/root"_s);
    wanted.issuerToken = tokenOf(wanted.issuer);
    wanted.name = unnamed ? QString() : id;
    wanted.scopes = tester ? QStringList { u"test:a"_s, u"test:authenticate-get"_s }
                           : QStringList { u"rec:*"_s } + workerScopes(id);
    const qint64 later = name == u"temporary-not-yet-valid" ? 3600'000 : (name == u"expired-temporary" ? -7200'000 : 0);
    wanted.start = m_recording.time() + later;
    wanted.expiry = wanted.start + 3600'000;
    return makeTemporary(wanted);
}

void Signer::sign(QByteArray *target, demo::HttpHeaders *headers) const
{
    const QString auth = m_request["auth"_L1].toString();
    if (auth == u"other") {
        headers->add("Authorization", "Bearer abcdef");
        return;
    }
    if (auth.contains(u"bewit"))
        addBewit(target);
    if (auth.contains(u"hawk"))
        addHeader(*target, headers);
}

void Signer::addHeader(const QByteArray &target, demo::HttpHeaders *headers) const
{
    const QString name = m_recording.name();
    tc::hawk::SigningOptions options;
    options.authorizedScopes = authorizedScopes();
    options.timestamp = m_recording.time() / 1000;
    if (name == u"timestamp-14-minutes-slow")
        *options.timestamp -= 14 * 60;
    if (name == u"timestamp-20-minutes-slow" || name == u"timestamp-skew")
        *options.timestamp -= 20 * 60;
    if (name.startsWith(u"nonce-"))
        options.nonce = "always1";
    if (name == u"payload-hash")
        options.payloadHash = tc::hawk::payloadHash("application/json", m_recording.requestBody());
    if (name == u"payload-hash-wrong")
        options.payloadHash = tc::hawk::payloadHash("application/json", "{}");
    const tc::hawk::Request request = { m_request["verb"_L1].toString().toLatin1(), target, "127.0.0.1", m_port };
    const auto made = tc::hawk::authorizationHeader(credentials(), request, options);
    QByteArray header = made.value.value_or(QByteArray("Hawk none"));
    if (name == u"bad-mac")
        header.replace("mac=\"", "mac=\"A");
    if (name == u"ext-not-base64-json")
        header += ", ext=\"!!!!\"";
    headers->add("Authorization", header);
}

void Signer::addBewit(QByteArray *target) const
{
    // The recorded one is for another host; what was wrong with it stays wrong.
    const auto mark = target->indexOf("bewit=") - 1;
    const QByteArray path = target->left(mark);
    const tc::hawk::Request request = { "GET", path, "127.0.0.1", m_port };
    const auto made = tc::hawk::bewit(credentials(), request, m_recording.time() / 1000 + 900, authorizedScopes());
    QByteArray bewit = made.value.value_or(QByteArray("none"));
    const auto url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    QByteArrayList parts = QByteArray::fromBase64(bewit, QByteArray::Base64UrlEncoding).split('\\');
    if (m_recording.name() == u"bewit-bad-mac")
        parts[2].front() = parts[2].front() == 'A' ? 'B' : 'A';
    if (m_recording.name() == u"bewit-bad")
        parts.removeLast();
    bewit = parts.join('\\').toBase64(url);
    *target = path + "?bewit=" + bewit;
}

} // namespace

class TestDemoRecordings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersAsRecorded_data();
    void answersAsRecorded();
    void largeGroupAsRecorded();

private:
    demo::DemoState stateFor(const Recording &recording) const;
    void addStored(const Recording &recording, demo::DemoState *state) const;
    void compare(const Recording &recording, const WireReply &reply);

    QString m_folder;
    QList<Recording> m_recordings;
    demo::DemoState m_base;
    std::unique_ptr<DemoFixture> m_server;
};

void TestDemoRecordings::initTestCase()
{
    m_folder = qEnvironmentVariable("TC_RECORDINGS");
    if (m_folder.isEmpty())
        QSKIP("TC_RECORDINGS names no folder with recordings: the demo is not compared with a real deployment.");
    for (const char *service : { "queue", "index", "object", "auth", "storage", "nginx", "github", "hooks", "notify",
             "purge-cache", "secrets", "worker-manager" }) {
        const QString name = QString::fromLatin1(service);
        for (const Recording &recording : readRecordings(m_folder + u'/' + name)) {
            absorb(recording, &m_base);
            if (implemented(name).contains(recording.method()))
                m_recordings.append(recording);
        }
    }
    addRecordedClients(&m_base);
    m_server = std::make_unique<DemoFixture>(demo::DemoOptions { .simulate = false }, demo::DemoState());
    QVERIFY(m_recordings.size() > 200);
}

void TestDemoRecordings::answersAsRecorded_data()
{
    QTest::addColumn<int>("index");
    for (int index = 0; index < m_recordings.size(); ++index) {
        const Recording &recording = m_recordings.at(index);
        QTest::newRow(qPrintable(recording.service() + u'/' + recording.file)) << index;
    }
}

demo::DemoState TestDemoRecordings::stateFor(const Recording &recording) const
{
    demo::DemoState state = m_base;
    absorb(recording, &state);
    addRecordedClients(&state);
    presuppose(recording, &state);
    presupposeChange(recording, &state);
    presupposeAccount(recording, &state);
    if (recording.service() == u"storage")
        addStored(recording, &state);
    const QString client = recording.request()["clientId"_L1].toString();
    if (recording.name() == u"disabled-client")
        state.clients[client].disabled = true;
    return state;
}

// The bytes that a recorded answer of storage shows, under the name that its path gives them.
void TestDemoRecordings::addStored(const Recording &recording, demo::DemoState *state) const
{
    const QJsonObject headers = recording.response()["headers"_L1].toObject();
    const QString path = QUrl(recording.request()["path"_L1].toString()).path(QUrl::FullyDecoded);
    const bool gzipped = headers.contains("content-encoding"_L1);
    const bool there = recording.status() != 404;
    const QString range = headers["content-range"_L1].toString();
    const qsizetype size = range.isEmpty() ? 100 : range.section(u'/', 1).toLongLong();
    demo::Content content = there ? demo::Content::of(QByteArray(size, 'x'), gzipped) : demo::Content();
    const QString type = there ? headers["content-type"_L1].toString() : u"text/plain"_s;
    if (path.startsWith(u"/object-bucket/")) {
        demo::StoredObject object;
        object.name = path.section(u'/', 2);
        object.contentType = type;
        object.expires = recording.time() + 1000;
        object.content = content;
        state->objects.insert(object.name, object);
        return;
    }
    demo::DemoTask task;
    task.status.taskId = path.section(u'/', 2, 2);
    task.definition = std::make_shared<demo::TaskDefinition>();
    demo::Artifact artifact;
    artifact.name = path.section(u'/', 4);
    artifact.storageType = u"s3"_s;
    artifact.contentType = type;
    artifact.content = content;
    task.artifacts[0] = { artifact };
    state->setTask(task);
}

void TestDemoRecordings::answersAsRecorded()
{
    QFETCH(int, index);
    const Recording &recording = m_recordings.at(index);
    const demo::DemoState state = stateFor(recording);
    QByteArray target = recording.request()["path"_L1].toString().toUtf8();
    m_server->with([&](demo::DemoServer &server) {
        server.setState(state);
        server.setClock([time = recording.time()] { return time; });
        if (target.contains("X-Amz-Signature"))
            target = signedTarget(recording, server.context(), target.left(target.indexOf('?')));
    });
    demo::HttpHeaders headers;
    const QJsonObject sent = recording.request()["headers"_L1].toObject();
    for (const QString &name : sent.keys()) {
        if (name != u"host" && name != u"content-length")
            headers.add(name.toLatin1(), sent[name].toString().toLatin1());
    }
    Signer(recording, state, m_server->port()).sign(&target, &headers);
    const QByteArray verb = recording.request()["verb"_L1].toString().toLatin1();
    compare(recording, fetch(m_server->port(), verb, target, headers, recording.requestBody()));
}

void TestDemoRecordings::compare(const Recording &recording, const WireReply &reply)
{
    const QJsonObject expected = recording.response();
    if (reply.status != recording.status())
        qInfo("%s", reply.body.left(1500).constData());
    QCOMPARE(reply.status, recording.status());
    QByteArrayList names = reply.headerNames();
    QByteArrayList recorded = recordedHeaderNames(expected);
    if (expected.contains("rewritten"_L1)) // its length was taken out when the root URL was replaced
        names.removeAll("content-length");
    QCOMPARE(names.join(' '), recorded.join(' '));
    const QJsonObject headers = expected["headers"_L1].toObject();
    QCOMPARE(reply.headers.value("content-type"), headers["content-type"_L1].toString().toLatin1());
    if (expected["body"_L1].isNull())
        return;
    QCOMPARE(reply.json()["code"_L1], recording.body()["code"_L1]);
    QCOMPARE(difference(reply.body, recordedBody(expected), hasRowsOfItsOwn(recording)), QString());
}

void TestDemoRecordings::largeGroupAsRecorded()
{
    QFile file(m_folder + u"/bulk/queue-listTaskGroup--large-group-all-pages.jsonl.gz"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QList<Recording> pages;
    for (const QByteArray &line : gunzip(file.readAll()).split('\n')) {
        if (!line.isEmpty())
            pages.append({ u"large-group"_s, QJsonDocument::fromJson(line).object() });
    }
    QCOMPARE(pages.size(), 4);
    demo::DemoState state = m_base;
    for (const Recording &page : std::as_const(pages))
        absorb(page, &state);
    m_server->with([&state](demo::DemoServer &server) { server.setState(state); });
    for (const Recording &page : std::as_const(pages)) {
        const QByteArray path = page.request()["path"_L1].toString().toLatin1();
        const WireReply reply = fetch(m_server->port(), "GET", path, { { "Accept-Encoding", "gzip" } });
        compare(page, reply);
        if (QTest::currentTestFailed())
            return;
        // The tokens come from the same scheme, and the pages hold the same number of tasks.
        QCOMPARE(reply.json()["continuationToken"_L1], page.body()["continuationToken"_L1]);
        QCOMPARE(reply.json()["tasks"_L1].toArray().size(), page.body()["tasks"_L1].toArray().size());
    }
}

QTEST_GUILESS_MAIN(TestDemoRecordings)
#include "test_demo_recordings.moc"
