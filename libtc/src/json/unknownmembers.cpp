// SPDX-License-Identifier: MPL-2.0
#include <tc/unknownmembers.h>

#include <algorithm>

namespace tc {

namespace {

using Entry = UnknownMembers::Entry;

bool isUnknown(const Entry &entry)
{
    return entry.kind == Entry::Kind::Unknown;
}

} // namespace

bool UnknownMembers::isEmpty() const
{
    return std::none_of(entries().cbegin(), entries().cend(), isUnknown);
}

QList<QByteArray> UnknownMembers::names() const
{
    QList<QByteArray> result;
    for (const Entry &entry : entries()) {
        if (isUnknown(entry))
            result.append(entry.name);
    }
    return result;
}

std::optional<Json> UnknownMembers::value(QByteArrayView name) const
{
    for (const Entry &entry : entries()) {
        if (isUnknown(entry) && entry.name == name)
            return entry.value;
    }
    return {};
}

void UnknownMembers::insert(const QByteArray &name, const Json &value)
{
    put({ name, value, Entry::Kind::Unknown });
}

void UnknownMembers::remove(QByteArrayView name)
{
    if (d.constData())
        data().entries.removeIf([name](const Entry &entry) { return entry.name == name; });
}

const UnknownMembers::Entry *UnknownMembers::original(QByteArrayView name) const
{
    if (!d.constData())
        return nullptr;
    const auto it = std::find_if(d->entries.cbegin(), d->entries.cend(),
        [name](const Entry &entry) { return !isUnknown(entry) && entry.name == name; });
    return it == d->entries.cend() ? nullptr : &*it;
}

void UnknownMembers::setOriginal(const QByteArray &name, const Json &value)
{
    put({ name, value, Entry::Kind::Original });
}

void UnknownMembers::setAbsent(const QByteArray &name)
{
    put({ name, {}, Entry::Kind::Absent });
}

const QList<UnknownMembers::Entry> &UnknownMembers::entries() const
{
    static const QList<Entry> none;
    return d.constData() ? d->entries : none;
}

UnknownMembers::Data &UnknownMembers::data()
{
    if (!d.constData())
        d = new Data;
    return *d;
}

void UnknownMembers::put(Entry entry)
{
    auto &all = data().entries;
    const auto same = [&entry](const Entry &other) { return other.name == entry.name; };
    if (const auto it = std::find_if(all.begin(), all.end(), same); it != all.end())
        *it = std::move(entry);
    else
        all.append(std::move(entry));
}

} // namespace tc
