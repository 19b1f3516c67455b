// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>

#include <functional>
#include <memory>

struct z_stream_s;

namespace tc {

/// Inflates gzip strictly, piece by piece. Qt's own decoder takes a body that was cut for a whole one.
class Inflater
{
public:
    enum class Status {
        Ok,
        Corrupt, ///< not gzip, or a check failed
        Stopped, ///< the sink did not want more
    };
    /// Takes inflated bytes; false stops.
    using Sink = std::function<bool(QByteArrayView bytes)>;

    Inflater();
    ~Inflater();
    Q_DISABLE_COPY_MOVE(Inflater)

    Status feed(QByteArrayView input, const Sink &sink);
    /// Whether the input so far is whole: one gzip member or several, with nothing after them.
    bool isComplete() const { return m_atEnd; }

private:
    std::unique_ptr<z_stream_s> m_stream;
    bool m_atEnd = false; ///< between members
    bool m_corrupt = false;
};

/// A whole body. Room for 64 bytes is left behind the end of the result, as the JSON decoder wants it.
struct Inflated {
    enum class Status { Ok, Corrupt, Cut, TooLarge };
    Status status = Status::Ok;
    QByteArray bytes;
};
Inflated inflateAll(const QByteArray &input, qint64 maxSize);

/// Room that the JSON decoder wants behind the end of a body.
inline constexpr qsizetype jsonPadding = 64;

} // namespace tc
