// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/jsoncodec.h>
#include <tc/openenum.h>
#include <tc/unknownmembers.h>

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace tc {

/// One name of a fixed set: its text, and its first and last eight bytes as words.
struct JsonName {
    std::string_view text;
    std::uint64_t first;
    std::uint64_t last;
};

/// A fixed set of names with a perfect hash that the code generator found.
struct JsonNames {
    const JsonName *names;
    int count;
    const std::uint8_t *slots; // 2^bits entries: index + 1, or 0
    int bits;
    std::uint64_t multiplier;
    std::uint64_t required; // bit i: names[i] must be there
};

/// One alternative of a union that is told by its members: bits as in the names that go with it.
struct JsonShape {
    std::uint64_t required;
    std::uint64_t known;
};

enum class JsonKind { Null, Bool, Number, String, Array, Object };

/// Reads one body into generated types. Stands on one value at a time; every read function takes that value.
///
/// After a failure every further call does nothing, and the path of the value that was wrong is known.
class JsonReader
{
public:
    struct State;
    explicit JsonReader(State &state) : d(state) { }

    using ReadMember = void (*)(JsonReader &in, int member, void *object);
    using ReadElement = void (*)(JsonReader &in, void *list);
    using Reserve = void (*)(void *list, qsizetype count);
    using ReadEntry = void (*)(JsonReader &in, const QString &key, void *map);

    /// Calls \a read for every known member; keeps the others, and known ones that are null, in \a unknown.
    void object(const JsonNames &names, void *object, ReadMember read, UnknownMembers &unknown);
    /// \a reserve is called when it is worth it, with a guess.
    void array(void *list, ReadElement read, Reserve reserve);
    void map(void *map, ReadEntry read);

    void read(QString &out);
    void read(QDateTime &out);
    void read(qint64 &out);
    void read(double &out);
    void read(bool &out);
    void read(Json &out);
    /// Index of the string in \a names, or -1 with the string itself in \a other.
    int enumeration(const JsonNames &names, QString &other);
    /// A member that can only have the value \a json; another value is kept.
    void constant(std::string_view json);

    JsonKind kind() const;
    /// Index in \a values of the object's member \a name; -1 when it is missing or another one.
    int discriminator(std::string_view name, const JsonNames &values);
    /// Index in \a shapes of the alternative that fits the object best; -1 when none does.
    int shape(const JsonNames &names, std::span<const JsonShape> shapes);

    /// Whether the value just read is null or otherwise nothing its type can hold.
    bool cannotHold() const;
    bool failed() const;
    void fail(const char *message);

private:
    State &d;
};

inline void readJson(JsonReader &in, QString *out)
{
    in.read(*out);
}
inline void readJson(JsonReader &in, QDateTime *out)
{
    in.read(*out);
}
inline void readJson(JsonReader &in, qint64 *out)
{
    in.read(*out);
}
inline void readJson(JsonReader &in, double *out)
{
    in.read(*out);
}
inline void readJson(JsonReader &in, bool *out)
{
    in.read(*out);
}

/// For a member of any type that has a readJson(); the three below add what surrounds such a type.
template <typename T>
void readMember(JsonReader &in, T &out)
{
    readJson(in, &out);
}

template <typename E>
void readMember(JsonReader &in, OpenEnum<E> &out)
{
    QString other;
    const int index = in.enumeration(enumNames(E {}), other);
    out = index < 0 ? OpenEnum<E>::unknown(std::move(other)) : OpenEnum<E>(static_cast<E>(index + 1));
}

template <typename T>
void readMember(JsonReader &in, QList<T> &out)
{
    out.clear();
    in.array(
        &out, [](JsonReader &reader, void *list) { readMember(reader, static_cast<QList<T> *>(list)->emplace_back()); },
        [](void *list, qsizetype count) { static_cast<QList<T> *>(list)->reserve(count); });
}

template <typename T>
void readMember(JsonReader &in, QMap<QString, T> &out)
{
    out.clear();
    in.map(&out, [](JsonReader &reader, const QString &key, void *map) {
        readMember(reader, (*static_cast<QMap<QString, T> *>(map))[key]);
    });
}

template <typename T>
void readMember(JsonReader &in, std::optional<T> &out)
{
    readMember(in, out.emplace());
    if (in.cannotHold())
        out.reset();
}

} // namespace tc
