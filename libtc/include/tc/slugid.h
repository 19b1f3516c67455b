// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QHash>
#include <QString>
#include <QUuid>

#include <optional>

namespace tc {

/// A new random id in the form of task ids: 22 characters of base64url that hold a UUID of version 4. It is a "nice"
/// one, which begins with a letter, never with a dash, so that command lines do not take it for an option. The random
/// bits come from the system's cryptographic source. Any thread.
QString slugId();

/// The same without the promise about the first character, with one more random bit.
QString slugIdV4();

/// The 22 characters of \a uuid. Only those of a UUID of version 4 are an id that services take and decodeSlugId()
/// reads.
QString encodeSlugId(const QUuid &uuid);

/// The UUID behind \a slugId; nothing unless it has the exact form of an id: 22 characters of the alphabet, version 4,
/// no bits behind the last byte. So encodeSlugId() of the result is the same text again.
std::optional<QUuid> decodeSlugId(QStringView slugId);

/// Ids by name: the first question for a name makes a nice id, every later one gives the same. Two objects give
/// different ids for the same name. For whoever builds a graph of tasks that refer to each other. Not thread-safe.
class StableSlugIds
{
public:
    QString operator()(const QString &name);

private:
    QHash<QString, QString> m_ids;
};

} // namespace tc
