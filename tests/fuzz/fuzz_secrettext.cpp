// SPDX-License-Identifier: MPL-2.0
// Whatever a person types as a secret: what was understood must be the same after it was written and read again, in
// both formats, and what was not has its place in the text.

#include "target.h"

#include "core/secrets/secretvalue.h"

#include <QStringList>

using core::TextFormat;
using core::TextProblem;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(bytesOf(data, size));
    const auto lines = text.count(u'\n') + 1;
    for (const TextFormat format : { TextFormat::Yaml, TextFormat::Json }) {
        const core::ReadText read = core::readText(format, text);
        FUZZ_CHECK(read.value || !read.problems.isEmpty());
        for (const TextProblem &problem : read.problems) {
            FUZZ_CHECK(problem.line >= 1 && problem.column >= 1 && !problem.message.isEmpty());
            FUZZ_CHECK(problem.line <= lines + 1);
        }
        if (!read.value)
            continue;
        for (const TextFormat other : { TextFormat::Yaml, TextFormat::Json }) {
            const core::ReadText again = core::readText(other, core::writeText(other, *read.value));
            FUZZ_CHECK(again.value && *again.value == *read.value);
        }
        const core::ComparableText compared = core::comparableText(*read.value);
        FUZZ_CHECK(compared.lines.size() == compared.masked.size());
    }
    return 0;
}
