// SPDX-License-Identifier: MPL-2.0
#include "demo/data/artifactset.h"

#include "demo/util/jsonwriter.h"
#include "demo/util/slugs.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qint64 kDay = 24LL * 3600 * 1000;

QByteArray bigEndian(quint32 value)
{
    const std::array<char, 4> bytes = { static_cast<char>(value >> 24), static_cast<char>(value >> 16),
        static_cast<char>(value >> 8), static_cast<char>(value) };
    return { bytes.data(), bytes.size() };
}

QByteArray pngChunk(const QByteArray &type, const QByteArray &data)
{
    const QByteArray body = type + data;
    const auto sum = crc32(0, reinterpret_cast<const Bytef *>(body.constData()), static_cast<uInt>(body.size()));
    return bigEndian(static_cast<quint32>(data.size())) + body + bigEndian(static_cast<quint32>(sum));
}

QByteArray actionsJson()
{
    const QJsonObject action
        = { { u"kind"_s, u"hook"_s }, { u"name"_s, u"retrigger"_s }, { u"title"_s, u"Retrigger"_s },
              { u"description"_s, u"Create a clone of the task."_s }, { u"context"_s, QJsonArray { QJsonObject() } },
              { u"hookGroupId"_s, u"project-gecko"_s }, { u"hookId"_s, u"in-tree-action-3-generic/demo"_s },
              { u"hookPayload"_s, QJsonObject { { u"decision"_s, QJsonObject() } } },
              { u"schema"_s, QJsonObject { { u"type"_s, u"object"_s }, { u"properties"_s, QJsonObject() } } } };
    return toJson(QJsonObject {
        { u"version"_s, 1 }, { u"variables"_s, QJsonObject() }, { u"actions"_s, QJsonArray { action } } });
}

} // namespace

QByteArray samplePng()
{
    constexpr int width = 96;
    constexpr int height = 64;
    QByteArray rows;
    for (int y = 0; y < height; ++y) {
        rows += '\0';
        for (int x = 0; x < width; ++x) {
            rows += static_cast<char>(x * 255 / width);
            rows += static_cast<char>(y * 255 / height);
            rows += static_cast<char>(((x / 8 + y / 8) % 2) * 160 + 60);
        }
    }
    // qCompress puts the length before the zlib stream.
    const QByteArray pixels = qCompress(rows).mid(4);
    return QByteArray("\x89PNG\r\n\x1a\n", 8)
        + pngChunk("IHDR", bigEndian(width) + bigEndian(height) + QByteArray("\x08\x02\x00\x00\x00", 5))
        + pngChunk("IDAT", pixels) + pngChunk("IEND", {});
}

ArtifactSet::ArtifactSet(const TaskStatus &status, const TaskRun &run, quint64 seed)
    : m_status(status), m_run(run), m_seed(mix(seed, static_cast<quint64>(run.runId), 9))
{
}

void ArtifactSet::addLogs(qint64 bigLog)
{
    const QString text = u"text/plain; charset=utf-8"_s;
    const QString live = u"public/logs/live.log"_s;
    if (m_run.state == u"running") {
        reference(live, text, u"/live-log/%1/%2"_s.arg(m_status.taskId).arg(m_run.runId));
        return;
    }
    const QString backing = u"public/logs/live_backing.log"_s;
    link(live, text, backing);
    const bool failed = m_run.state == u"failed";
    const qint64 size = bigLog > 0 ? bigLog : 24'000 + static_cast<qint64>(m_seed % 220'000);
    s3(backing, text, Content::log(m_seed, size, m_run.started, failed, bigLog == 0), bigLog > 0);
}

void ArtifactSet::addProducts(const TaskPlan &plan)
{
    const bool lengths = platformOf(plan).genericWorker;
    if (plan.kind == TaskKind::Test || plan.kind == TaskKind::Perf) {
        const QString suite = suiteOf(plan);
        s3(u"public/test_info/%1_errorsummary.log"_s.arg(suite), u"text/plain"_s,
            Content::of("{\"action\": \"test_groups\", \"groups\": [\"dom/events/test/mochitest.toml\"]}\n"), lengths);
        s3(u"public/test_info/%1_raw.log"_s.arg(suite), u"text/plain"_s,
            Content::log(m_seed + 1, 90'000, m_run.started, false, true));
        s3(u"public/test_info/profile_resource-usage.json"_s, u"application/json"_s,
            Content::of("{\"meta\": {\"version\": 27, \"product\": \"demo\"}}\n", true), lengths);
        if (m_run.state == u"failed")
            s3(u"public/test_info/mozilla-test-fail-screenshot_1.png"_s, u"image/png"_s, Content::of(samplePng()),
                lengths);
    } else if (plan.kind == TaskKind::Build && m_run.state == u"completed") {
        object(u"public/build/target.tar.bz2"_s, u"application/x-bzip2"_s, Content::noise(m_seed + 2, 3'200'000));
        s3(u"public/build/target.checksums"_s, u"text/plain"_s, Content::of("0badc0de sha512 3200000 target.tar.bz2\n"),
            lengths);
        s3(u"public/build/target.txt"_s, u"text/plain"_s, Content::of("20261121090342\n"), lengths);
        s3(u"public/build/buildhub.json"_s, u"application/json"_s,
            Content::of(R"({"build": {"id": "20261121090342"}})"
                        "\n",
                true),
            lengths);
        s3(u"public/build/target.crashreporter-symbols.zip"_s, u"application/zip"_s,
            Content::noise(m_seed + 3, 900'000), lengths);
    }
    if (plan.kind != TaskKind::Decision) {
        s3(u"public/chain-of-trust.json"_s, u"application/json"_s,
            Content::of(R"({"chainOfTrustVersion": 1, "taskId": ")" + m_status.taskId.toUtf8() + "\"}\n", true),
            lengths);
    }
}

void ArtifactSet::addEveryKind()
{
    s3(u"public/actions.json"_s, u"application/json"_s, Content::of(actionsJson(), true));
    s3(u"public/parameters.yml"_s, u"text/yaml"_s, Content::of("project: autoland\nlevel: '3'\ntasks_for: hg-push\n"),
        true);
    s3(u"public/empty.txt"_s, u"text/plain"_s, Content::of({}), true);
    s3(u"public/page.html"_s, u"text/html"_s, Content::of("<!doctype html>\n<title>A page</title>\n<h1>A page</h1>\n"));
    s3(u"public/image.png"_s, u"image/png"_s, Content::of(samplePng()), true);
    s3(u"public/data/big.bin"_s, u"application/octet-stream"_s, Content::noise(m_seed, 5 * 1024 * 1024), true);
    s3(u"public/data/report.xml"_s, u"application/xml"_s,
        Content::of("<?xml version=\"1.0\"?>\n<report tests=\"3\"/>\n"));
    s3(u"public/unicode.txt"_s, u"text/plain; charset=utf-8"_s, Content::of("ünï ☃ 🦊\n"));
    s3(u"public/never-uploaded.txt"_s, u"text/plain"_s, Content());
    s3(u"private/notes.txt"_s, u"text/plain"_s, Content::of("For holders of queue:get-artifact:private/* only.\n"));
    s3(u"project/internal/settings.json"_s, u"application/json"_s, Content::of("{\"internal\": true}\n"));
    object(u"public/object-small.json"_s, u"application/json"_s, Content::of("{\"small\": true}\n"));
    object(u"public/object-large.txt"_s, u"text/plain"_s,
        Content::log(m_seed + 4, 1'500'000, m_run.started, false, false));
    object(u"public/object-gzip.txt"_s, u"text/plain"_s, Content::log(m_seed + 5, 300'000, m_run.started, false, true));
    object(u"private/object.txt"_s, u"text/plain"_s, Content::of("A private object.\n"));
    object(u"public/object-unfinished.bin"_s, u"application/octet-stream"_s, Content());
    m_list.back().present = false;
    reference(u"public/report.html"_s, u"text/html"_s, u"/reference/report.html"_s);
    reference(u"public/elsewhere.html"_s, u"text/html"_s, u"https://untrusted.example.org/report.html"_s);
    link(u"public/link-to-private.txt"_s, u"text/plain"_s, u"private/notes.txt"_s);
    link(u"public/link-to-object.txt"_s, u"text/plain"_s, u"public/object-large.txt"_s);
    link(u"public/dangling-link.txt"_s, u"text/plain"_s, u"public/no-such-artifact"_s);
    error(u"public/missing.txt"_s, u"file-missing-on-worker"_s, u"File not found: /builds/worker/missing.txt"_s);
    error(u"public/invalid.txt"_s, u"invalid-resource-on-worker"_s, u"Not a file"_s);
    error(u"public/too-large.bin"_s, u"too-large-file-on-worker"_s, u"Larger than 4 GiB"_s);
    error(u"public/not-readable.txt"_s, u"file-not-readable-on-worker"_s, u"Permission denied ☃"_s);
    s3(u"public/expired.txt"_s, u"text/plain"_s, Content::of("Gone.\n"));
    m_list.back().expires = m_run.started;
    addOddNames();
}

void ArtifactSet::addOddNames()
{
    // Names are printable ASCII; within that everything goes.
    const QStringList names = { u"public/a b/x?#&+=,;@(1).txt"_s, u"public/percent%20name.txt"_s, u"public/100%.txt"_s,
        u"public/it's (a) *test*! ~ $&=+.txt"_s, u"public/deep/er/still/deeper/file.txt"_s, u"public/../up.txt"_s,
        u"public/CON"_s, u"public/quote\"back\\slash.txt"_s };
    for (const QString &name : names)
        s3(name, u"text/plain"_s, Content::of("The artifact named " + name.toUtf8() + '\n'));
}

void ArtifactSet::addMany(int count)
{
    for (int i = 0; i < count; ++i) {
        s3(u"public/dir-%1/artifact-%2.json"_s.arg(i % 30).arg(i, 4, 10, QLatin1Char('0')), u"application/json"_s,
            Content::of("{\"number\": " + QByteArray::number(i) + "}\n"), true);
    }
}

Artifact &ArtifactSet::add(const QString &name, const QString &storageType, const QString &contentType)
{
    Artifact artifact;
    artifact.name = name;
    artifact.storageType = storageType;
    artifact.contentType = contentType;
    artifact.expires = m_status.expires - kDay;
    m_list.push_back(std::move(artifact));
    return m_list.back();
}

void ArtifactSet::s3(const QString &name, const QString &contentType, const Content &content, bool declareLength)
{
    Artifact &artifact = add(name, u"s3"_s, contentType);
    artifact.content = content;
    if (declareLength)
        artifact.contentLength = content.kind == Content::Kind::Bytes ? content.bytes.size() : content.size;
}

void ArtifactSet::object(const QString &name, const QString &contentType, const Content &content)
{
    Artifact &artifact = add(name, u"object"_s, contentType);
    artifact.content = content;
    if (content.kind == Content::Kind::Noise)
        artifact.contentLength = content.size;
}

void ArtifactSet::link(const QString &name, const QString &contentType, const QString &target)
{
    add(name, u"link"_s, contentType).target = target;
}

void ArtifactSet::reference(const QString &name, const QString &contentType, const QString &url)
{
    add(name, u"reference"_s, contentType).url = url;
}

void ArtifactSet::error(const QString &name, const QString &reason, const QString &message)
{
    Artifact &artifact = add(name, u"error"_s, u"application/binary"_s);
    artifact.reason = reason;
    artifact.message = message;
}

} // namespace demo
