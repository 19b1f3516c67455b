// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/json.h>

#include <QByteArray>
#include <QList>
#include <QSharedData>

#include <optional>

namespace tc {

/// What a JSON object said besides what its generated type knows, so that encoding gives it back.
///
/// One pointer, null when there is nothing. Implicitly shared. Besides unknown members it remembers what stood in the
/// place of a known member that the type cannot hold: null, a date that is none, another constant, or nothing at all
/// where a member is required. Those come back only as long as the member has not been given a value.
class UnknownMembers
{
public:
    /// Whether there are no unknown members.
    bool isEmpty() const;
    /// Names of the unknown members, in the order in which they came.
    QList<QByteArray> names() const;
    /// The unknown member called \a name.
    std::optional<Json> value(QByteArrayView name) const;
    /// Adds or replaces an unknown member.
    void insert(const QByteArray &name, const Json &value);
    void remove(QByteArrayView name);

    /// \internal For the codecs: what stood in the place of the known member \a name.
    struct Entry {
        enum class Kind { Unknown, Original, Absent };
        QByteArray name;
        Json value;
        Kind kind = Kind::Unknown;
    };
    const Entry *original(QByteArrayView name) const;
    void setOriginal(const QByteArray &name, const Json &value);
    void setAbsent(const QByteArray &name);
    const QList<Entry> &entries() const;

private:
    struct Data : QSharedData {
        QList<Entry> entries;
    };
    Data &data();
    void put(Entry entry);

    QSharedDataPointer<Data> d;
};

} // namespace tc

Q_DECLARE_TYPEINFO(tc::UnknownMembers, Q_RELOCATABLE_TYPE);
