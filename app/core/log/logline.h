// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace core {

/// A colour of a terminal: none (the default), one of 256, or any.
struct LogColour {
    enum class Kind : quint8 { Default, Indexed, Rgb };

    Kind kind = Kind::Default;
    quint32 value = 0; ///< 0 to 255 (0 to 7 normal, 8 to 15 bright), or 0xRRGGBB

    friend bool operator==(const LogColour &, const LogColour &) = default;
};

struct LogStyle {
    LogColour foreground;
    LogColour background;
    bool bold = false;
    bool faint = false;
    bool italic = false;
    bool underline = false;
    bool strikeOut = false;
    bool inverse = false;

    bool isPlain() const { return *this == LogStyle(); }
    friend bool operator==(const LogStyle &, const LogStyle &) = default;
};

/// A stretch of a line with one style. Plain stretches have no span.
struct LogSpan {
    int start = 0;
    int length = 0;
    LogStyle style;

    friend bool operator==(const LogSpan &, const LogSpan &) = default;
};

/// A line as it is shown: tabs expanded to eight columns, colours taken out into spans, every other escape sequence
/// dropped, control and bidi characters made visible, bytes that are not UTF-8 as U+FFFD.
struct LogLine {
    QString text;
    std::vector<LogSpan> spans; ///< ascending, not overlapping
    qint64 bytes = 0; ///< length of the line in the file, without its end
    bool truncated = false; ///< the line is longer than what text shows
};

/// Makes \a bytes (one line without its end) into what is shown. Styles start plain on every line.
LogLine parseLogLine(const QByteArray &bytes);

} // namespace core
