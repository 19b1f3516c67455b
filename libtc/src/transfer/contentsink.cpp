// SPDX-License-Identifier: MPL-2.0
#include "transfer/contentsink.h"

#include "transfer/partinfo.h"
#include "util/makeerror.h"
#include "util/text.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

/// Proves that a part that was kept is still what it was.
const QString keepsake = u"sha256"_s;

QStringList algorithmsFor(const ContentSink::Expected &expected)
{
    QStringList names = expected.hashes.keys();
    if (expected.keepable && !names.contains(keepsake))
        names.append(keepsake);
    return names;
}

} // namespace

ContentSink::ContentSink(Place place, Expected expected)
    : m_place(std::move(place)), m_expected(std::move(expected)), m_hasher(algorithmsFor(m_expected))
{
    if (m_expected.gzipped)
        m_inflater.emplace();
}

ContentSink::~ContentSink() = default;

QIODevice *ContentSink::device() const
{
    if (m_place.part)
        return m_place.part->device();
    return m_place.owned ? m_place.owned.get() : m_place.device.data();
}

bool ContentSink::store(QByteArrayView bytes)
{
    QIODevice *target = device();
    const qint64 total = written() + bytes.size();
    if (m_expected.maxSize >= 0 && total > m_expected.maxSize) {
        m_failure
            = makeError(ErrorKind::TooLarge, Text::tr("The content is longer than %1 bytes.").arg(m_expected.maxSize));
        return false;
    }
    if (!target) {
        m_failure = usageError(Text::tr("The target of the transfer has gone."));
        return false;
    }
    // A disk that is running full takes some of the bytes, and says why only when it is offered the others.
    for (QByteArrayView rest = bytes; !rest.isEmpty();) {
        const qint64 count = target->write(rest.data(), rest.size());
        if (count <= 0) {
            m_failure = usageError(Text::tr("The content could not be written: %1.").arg(target->errorString()));
            return false;
        }
        rest = rest.sliced(static_cast<qsizetype>(count));
    }
    m_hasher.add(bytes);
    m_written.store(total, std::memory_order_relaxed);
    return true;
}

Error ContentSink::write(QByteArrayView wire)
{
    if (m_failure)
        return m_failure;
    if (!m_inflater)
        store(wire);
    else if (m_inflater->feed(wire, [this](QByteArrayView bytes) { return store(bytes); }) == Inflater::Status::Corrupt)
        m_failure = makeError(ErrorKind::Protocol, Text::tr("The compressed content is damaged."));
    m_taken.fetch_add(wire.size(), std::memory_order_relaxed);
    return m_failure;
}

Error ContentSink::finish()
{
    if (!m_failure && m_inflater && !m_inflater->isComplete())
        m_failure = makeError(ErrorKind::Network, Text::tr("The compressed content was cut short."));
    if (!m_failure)
        m_failure = checkHashes();
    if (!m_failure && m_place.part)
        m_failure = m_place.part->putInPlace();
    // A file of the caller's may hold back bytes that the disk has no room for.
    if (auto *file = qobject_cast<QFileDevice *>(m_place.device.data()); file && !m_failure && !file->flush())
        m_failure = usageError(Text::tr("The content could not be written: %1.").arg(file->errorString()));
    return m_failure;
}

Error ContentSink::checkHashes()
{
    const Hashes found = m_hasher.result();
    for (auto it = m_expected.hashes.cbegin(); it != m_expected.hashes.cend(); ++it) {
        const QByteArray observed = found.value(it.key());
        if (observed != it.value()) {
            return makeError(ErrorKind::Protocol,
                Text::tr("The content is not what was stored: its %1 is %2 instead of %3.")
                    .arg(it.key(), QString::fromLatin1(observed), QString::fromLatin1(it.value())));
        }
        m_checked.insert(it.key(), observed);
    }
    return {};
}

bool ContentSink::drop() // NOLINT(readability-make-member-function-const): the file is part of it
{
    return !m_place.part || m_place.part->drop();
}

Error ContentSink::keep(const ResumePoint &point)
{
    if (!m_place.part || m_inflater)
        return usageError(Text::tr("There is nothing that could be gone on from."));
    const QString path = m_place.part->device()->fileName();
    if (Error failure = m_place.part->keep(written()))
        return failure;
    Error failure = PartInfo { point, written(), m_hasher.result().value(keepsake) }.save(path);
    if (failure)
        QFile::remove(path);
    return failure;
}

std::optional<ResumePoint> ContentSink::takeKept(const QByteArray &place)
{
    if (!m_place.part || m_inflater)
        return {};
    const auto info = PartInfo::take(m_place.part->device()->fileName());
    const bool isOfThis = info && info->point.place == place && info->point.hashes == m_expected.hashes;
    if (!isOfThis || m_place.part->reopen() || !readBack(info->size))
        return {};
    const bool isUnchanged = m_hasher.result().value(keepsake) == info->sha256;
    return isUnchanged ? std::optional(info->point) : std::nullopt;
}

bool ContentSink::readBack(qint64 size)
{
    QIODevice *file = device();
    if (file->size() != size || (m_expected.maxSize >= 0 && size > m_expected.maxSize))
        return false;
    QByteArray piece(1024 * 1024, Qt::Uninitialized);
    for (qint64 at = 0; at < size;) {
        const qint64 got = file->read(piece.data(), std::min<qint64>(piece.size(), size - at));
        if (got <= 0)
            return false;
        m_hasher.add(QByteArrayView(piece.constData(), static_cast<qsizetype>(got)));
        at += got;
    }
    m_taken = size;
    m_written = size;
    return true;
}

} // namespace tc
