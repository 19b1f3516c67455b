// SPDX-License-Identifier: MPL-2.0
#include "transfer/sourcereader.h"

#include "util/makeerror.h"
#include "util/text.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

constexpr qint64 pieceSize = 1024 * 1024;

QDateTime modificationTime(const QFile &file)
{
    return file.fileTime(QFileDevice::FileModificationTime);
}

} // namespace

SourceReader::SourceReader(UploadSource source, SourceFacts known)
    : m_source(std::move(source)), m_facts(std::move(known)), m_hasher({ u"sha256"_s, u"sha512"_s })
{
}

SourceReader::~SourceReader() = default;

QString SourceReader::name() const
{
    const auto *path = std::get_if<QString>(&m_source.place);
    return path ? *path : Text::tr("The source");
}

Error SourceReader::changed() const
{
    return usageError(Text::tr("%1 changed while it was uploaded.").arg(name()));
}

Error SourceReader::open()
{
    if (const auto *bytes = std::get_if<QByteArray>(&m_source.place))
        m_facts.size = bytes->size();
    if (const auto *devices = std::get_if<UploadSource::Devices>(&m_source.place))
        m_facts.size = devices->size;
    const auto *path = std::get_if<QString>(&m_source.place);
    if (!path)
        return m_facts.size < 0 ? usageError(Text::tr("The source does not say how long it is.")) : Error {};
    // Not after it has been opened: that of a pipe may take for ever.
    const QFileInfo info(*path);
    if (info.exists() && !info.isFile())
        return usageError(Text::tr("%1 is no file.").arg(*path));
    m_file = std::make_unique<QFile>(*path);
    if (!m_file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return usageError(Text::tr("%1 could not be read: %2.").arg(*path, m_file->errorString()));
    const SourceFacts now { m_file->size(), modificationTime(*m_file), m_facts.hashes };
    if (m_facts.size >= 0 && (m_facts.size != now.size || m_facts.modified != now.modified))
        return changed();
    m_facts = now;
    return {};
}

SourceReader::Piece SourceReader::next()
{
    QByteArray bytes;
    if (m_file) {
        if (Error failure = readFile(&bytes))
            return { {}, false, std::move(failure) };
    } else {
        bytes = std::get<QByteArray>(m_source.place).mid(m_read, pieceSize);
    }
    return take(std::move(bytes));
}

Error SourceReader::readFile(QByteArray *bytes)
{
    bytes->resize(std::min(pieceSize, m_facts.size - m_read));
    const qint64 count = bytes->isEmpty() ? 0 : m_file->read(bytes->data(), bytes->size());
    if (count < 0)
        return usageError(Text::tr("%1 could not be read: %2.").arg(name(), m_file->errorString()));
    if (count == 0 && !bytes->isEmpty())
        return changed();
    bytes->truncate(count);
    return {};
}

SourceReader::Piece SourceReader::take(QByteArray bytes)
{
    m_hasher.add(bytes);
    m_read += bytes.size();
    if (m_read < m_facts.size)
        return { std::move(bytes), false, {} };
    if (Error failure = checkEnd())
        return { {}, false, std::move(failure) };
    return { std::move(bytes), true, {} };
}

/// Before the last bytes are handed out, so that a storage never gets the whole of something else.
Error SourceReader::checkEnd()
{
    const bool isOther = m_file && (m_file->size() != m_facts.size || modificationTime(*m_file) != m_facts.modified);
    const Hashes hashes = m_hasher.result();
    if (m_read > m_facts.size || isOther || (!m_facts.hashes.isEmpty() && m_facts.hashes != hashes))
        return changed();
    m_facts.hashes = hashes;
    return {};
}

} // namespace tc
