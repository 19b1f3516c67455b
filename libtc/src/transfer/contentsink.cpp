// SPDX-License-Identifier: MPL-2.0
#include "transfer/contentsink.h"

#include "util/text.h"

#include <QIODevice>

using namespace Qt::StringLiterals;

namespace tc {

namespace {

Error makeError(ErrorKind kind, const QString &message)
{
    Error error;
    error.kind = kind;
    error.message = message;
    return error;
}

} // namespace

ContentSink::ContentSink(QIODevice *device, std::unique_ptr<QIODevice> owned, Expected expected)
    : m_owned(std::move(owned)), m_device(device), m_expected(std::move(expected)), m_hasher(m_expected.hashes.keys())
{
    if (m_expected.gzipped)
        m_inflater.emplace();
}

ContentSink::~ContentSink() = default;

bool ContentSink::store(QByteArrayView bytes)
{
    const qint64 total = written() + bytes.size();
    if (m_expected.maxSize >= 0 && total > m_expected.maxSize) {
        m_failure
            = makeError(ErrorKind::TooLarge, Text::tr("The content is longer than %1 bytes.").arg(m_expected.maxSize));
        return false;
    }
    if (m_device->write(bytes.data(), bytes.size()) != bytes.size()) {
        m_failure = makeError(
            ErrorKind::Usage, Text::tr("The content could not be written: %1.").arg(m_device->errorString()));
        return false;
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
    return m_failure;
}

Error ContentSink::finish()
{
    if (!m_failure && m_inflater && !m_inflater->isComplete())
        m_failure = makeError(ErrorKind::Network, Text::tr("The compressed content was cut short."));
    if (!m_failure)
        m_failure = checkHashes();
    if (m_owned)
        m_owned->close();
    return m_failure;
}

Error ContentSink::checkHashes()
{
    if (m_expected.hashes.isEmpty())
        return {};
    const Hashes found = m_hasher.finish();
    if (found.isEmpty())
        return makeError(ErrorKind::Protocol, Text::tr("The service names no hash that can be checked."));
    for (auto it = found.cbegin(); it != found.cend(); ++it) {
        const QByteArray expected = m_expected.hashes.value(it.key()).toLower();
        if (it.value() != expected) {
            return makeError(ErrorKind::Protocol,
                Text::tr("The content is not what was stored: its %1 is %2 instead of %3.")
                    .arg(it.key(), QString::fromLatin1(it.value()), QString::fromLatin1(expected)));
        }
    }
    return {};
}

} // namespace tc
