// SPDX-License-Identifier: MPL-2.0
#include "transfer/partinfo.h"

#include "util/makeerror.h"
#include "util/text.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

constexpr int formatVersion = 1;
constexpr qint64 largestFile = 16 * 1024;

QString infoPath(const QString &partPath)
{
    return partPath + u".info"_s;
}

std::optional<PartInfo> fromJson(const QJsonObject &json)
{
    if (json.value("version"_L1).toInt() != formatVersion)
        return {};
    PartInfo info;
    info.point.place = json.value("place"_L1).toString().toLatin1();
    info.point.validator = json.value("validator"_L1).toString().toLatin1();
    info.point.total = json.value("total"_L1).toInteger(-1);
    const QJsonObject hashes = json.value("hashes"_L1).toObject();
    for (auto it = hashes.begin(); it != hashes.end(); ++it)
        info.point.hashes.insert(it.key(), it.value().toString().toLatin1());
    info.size = json.value("size"_L1).toInteger(-1);
    info.sha256 = json.value("sha256"_L1).toString().toLatin1();
    const bool isWhole = !info.point.validator.isEmpty() && info.size > 0 && !info.sha256.isEmpty();
    return isWhole ? std::optional(info) : std::nullopt;
}

} // namespace

Error PartInfo::save(const QString &partPath) const
{
    QJsonObject hashes;
    for (auto it = point.hashes.cbegin(); it != point.hashes.cend(); ++it)
        hashes.insert(it.key(), QString::fromLatin1(it.value()));
    const QJsonObject json { { u"version"_s, formatVersion }, { u"place"_s, QString::fromLatin1(point.place) },
        { u"validator"_s, QString::fromLatin1(point.validator) }, { u"total"_s, point.total }, { u"hashes"_s, hashes },
        { u"size"_s, size }, { u"sha256"_s, QString::fromLatin1(sha256) } };
    QSaveFile file(infoPath(partPath));
    const QByteArray text = QJsonDocument(json).toJson();
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return usageError(Text::tr("%1 could not be written: %2.").arg(file.fileName(), file.errorString()));
}

std::optional<PartInfo> PartInfo::take(const QString &partPath)
{
    QFile file(infoPath(partPath));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.read(largestFile);
    file.close();
    file.remove();
    return fromJson(QJsonDocument::fromJson(text).object());
}

void PartInfo::remove(const QString &partPath)
{
    QFile::remove(infoPath(partPath));
}

} // namespace tc
