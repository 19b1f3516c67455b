// SPDX-License-Identifier: MPL-2.0
// A log of any bytes, in pieces of any size: the lines are those of the whole, and what is shown of each is tame.

#include "target.h"

#include "core/log/lineindex.h"
#include "core/log/linescanner.h"
#include "core/log/logline.h"

namespace {

qint64 linesInPieces(const QByteArray &log, qsizetype length)
{
    core::LineIndex index;
    core::LineScanner scanner(&index);
    for (qsizetype at = 0; at < log.size(); at += length)
        scanner.feed(log.constData() + at, qMin(length, log.size() - at));
    FUZZ_CHECK(scanner.offset() == log.size());
    return scanner.lineCount();
}

void checkLine(const QByteArray &bytes)
{
    const core::LogLine line = core::parseLogLine(bytes);
    qsizetype end = 0;
    for (const auto &span : line.spans) {
        FUZZ_CHECK(span.start >= end && span.length > 0);
        end = span.start + span.length;
    }
    FUZZ_CHECK(end <= line.text.size());
    for (const QChar c : line.text)
        FUZZ_CHECK(c.unicode() >= 0x20 && c.unicode() != 0x7f);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray log = bytesOf(data, size);
    FUZZ_CHECK(linesInPieces(log, 1 + static_cast<qsizetype>(size % 13))
        == linesInPieces(log, qMax<qsizetype>(1, log.size())));

    qsizetype at = 0;
    while (at < log.size()) {
        const core::LineEnd end = core::findLineEnd(log.constData() + at, log.size() - at);
        const bool last = end.next < 0;
        checkLine(log.mid(at, last ? log.size() - at : end.length));
        FUZZ_CHECK(last || end.next > end.length);
        at = last ? log.size() : at + end.next;
    }
    return 0;
}
