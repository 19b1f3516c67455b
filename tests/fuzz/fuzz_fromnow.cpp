// SPDX-License-Identifier: MPL-2.0
// Spans of time and times of any text: case and white space around them change nothing, a minus mirrors them, and a
// time that was read is written as the same.

#include "target.h"

#include <tc/fromnow.h>

namespace {

QString inCapitals(QString text)
{
    for (QChar &c : text) {
        if (c >= u'a' && c <= u'z')
            c = QChar(c.unicode() - u'a' + u'A');
    }
    return text;
}

void checkOffset(const QString &text)
{
    const auto reference = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
    const auto time = tc::fromNow(text, reference);
    const auto loud = tc::fromNow(QStringLiteral(" \t") + inCapitals(text) + QStringLiteral("\n"), reference);
    FUZZ_CHECK(time.value == loud.value);
    if (!time) {
        FUZZ_CHECK(time.error.kind == tc::ErrorKind::Usage && !time.error.message.isEmpty());
        FUZZ_CHECK(time.error.message.size() < 200);
        return;
    }
    if (text.contains(u'-') || text.contains(u'+'))
        return;
    const auto mirrored = tc::fromNow(u'-' + text, reference);
    FUZZ_CHECK(!mirrored || reference.msecsTo(*time) == mirrored->msecsTo(reference));
}

void checkTimestamp(const QString &text)
{
    const auto time = tc::parseTimestamp(text);
    if (!time) {
        FUZZ_CHECK(time.error.kind == tc::ErrorKind::Usage && !time.error.message.isEmpty());
        return;
    }
    const auto written = tc::toTimestamp(*time);
    if (!written)
        return; // the first hours of the year 1, or the last of 9999, seen from another zone
    FUZZ_CHECK(written->size() == 24);
    const auto again = tc::parseTimestamp(*written);
    FUZZ_CHECK(again && *again == *time);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(bytesOf(data, size));
    checkOffset(text);
    checkTimestamp(text);
    return 0;
}
