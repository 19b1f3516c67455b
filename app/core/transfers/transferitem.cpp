// SPDX-License-Identifier: MPL-2.0
#include "core/transfers/transferitem.h"

#include "core/artifacts/filename.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"

#include <tc/artifactupload.h>
#include <tc/download.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace core {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(core::TransferItem)
};

tc::ArtifactContent contentOf(const NewUpload &upload)
{
    if (upload.storage == UploadStorage::Object)
        return tc::ObjectContent { tc::UploadSource(upload.path), upload.contentType };
    return tc::S3Content { tc::UploadSource(upload.path), upload.contentType, {} };
}

tc::Transfer *download(TransferItem *item, QObject *parent)
{
    const QFileInfo target(item->what.path);
    if (!item->mayReplace && target.exists())
        item->what.path = target.path() + u'/' + freeFileName(target.path(), target.fileName());
    const ArtifactId &artifact = item->what.artifact;
    auto *course = new tc::Download(
        item->session->client(), { artifact.taskId, artifact.runId, artifact.name }, item->what.path, parent);
    course->setOptions(item->session->downloadOptions());
    return course;
}

tc::Transfer *upload(const TransferItem &item, QObject *parent)
{
    const ArtifactId &artifact = item.what.artifact;
    return new tc::ArtifactUpload(item.session->client(),
        { artifact.taskId, artifact.runId.value_or(0), artifact.name, item.what.expires }, contentOf(item.what),
        parent);
}

} // namespace

qint64 TransferItem::count(qint64 msecs)
{
    const qint64 bytes = std::max<qint64>(0, moved - counted);
    counted = moved;
    rate = (rate * 3 + bytes * 1000 / std::max<qint64>(1, msecs)) / 4; // so that the figure can be read
    return bytes;
}

tc::Transfer *TransferItem::begin(QObject *parent)
{
    error = {};
    moved = 0;
    counted = 0;
    rate = 0;
    total = -1;
    if (!session) {
        error.kind = tc::ErrorKind::Usage;
        error.message = Text::tr("The account that it was started with is not open any more.");
        return nullptr;
    }
    return kind == TransferKind::Upload ? upload(*this, parent) : download(this, parent);
}

QString transferStateName(const TransferItem &item)
{
    switch (item.state) {
    case TransferState::Waiting:
        return Text::tr("Waiting");
    case TransferState::Running:
        return item.kind == TransferKind::Upload ? Text::tr("Uploading") : Text::tr("Downloading");
    case TransferState::Done:
        return item.kind == TransferKind::Copy ? Text::tr("Ready to drag") : Text::tr("Done");
    case TransferState::Failed:
        return Text::tr("Failed");
    case TransferState::Cancelled:
        return Text::tr("Cancelled");
    }
    return {};
}

QString transferProgressText(const TransferItem &item)
{
    if (item.state == TransferState::Waiting || (item.moved == 0 && item.state != TransferState::Done))
        return {};
    if (item.state != TransferState::Running || item.total <= 0)
        return formatSize(item.moved);
    QString text = Text::tr("%1 of %2").arg(formatSize(item.moved), formatSize(item.total));
    if (item.rate <= 0 || item.moved >= item.total)
        return text;
    const qint64 left = (item.total - item.moved) * 1000 / item.rate;
    return Text::tr("%1, %2 left", "progress in bytes, then a duration").arg(text, formatDuration(left));
}

QString transferTargetText(const TransferItem &item)
{
    switch (item.kind) {
    case TransferKind::Download:
        return visibleText(QDir::toNativeSeparators(item.what.path));
    case TransferKind::Copy:
        return Text::tr("A private folder, for dragging");
    case TransferKind::Upload:
        return Text::tr("Task %1, run %2")
            .arg(visibleText(item.what.artifact.taskId))
            .arg(item.what.artifact.runId.value_or(0));
    }
    return {};
}

} // namespace core
