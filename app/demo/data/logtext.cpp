// SPDX-License-Identifier: MPL-2.0
#include "demo/data/logtext.h"

#include "demo/util/jsonwriter.h"
#include "demo/util/slugs.h"

#include <algorithm>
#include <array>

namespace demo {

namespace {

// Most lines of a block are written within one of these many milliseconds.
constexpr qint64 kBlockMs = 1'500;

QByteArray stamp(qint64 msecs)
{
    return isoDate(msecs).toLatin1();
}

const std::array<const char *, 12> kMessages = {
    "INFO - TEST-START | /html/semantics/forms/the-input-element/",
    "INFO - TEST-PASS | /html/semantics/forms/the-input-element/",
    "INFO - GECKO(2711) | MEMORY STAT | vsize 11265MB | residentFast 412MB | heapAllocated 173MB ",
    "INFO - GECKO(2711) | [Parent 2711, Main Thread] WARNING: NS_ENSURE_SUCCESS(rv, rv) failed: file ",
    "INFO - TEST-OK | layout/base/tests/chrome/test_printer_default_settings.html | took ",
    "\x1b[32mINFO\x1b[0m - \x1b[1mTEST-PASS\x1b[0m | dom/events/test/pointerevents/",
    "INFO - TEST-KNOWN-FAIL | /css/css-grid/alignment/grid-align-content-",
    "DEBUG - mozversion application_buildid: 20261121090342 ",
    "INFO - SUITE-START | running 231 tests of ",
    "INFO - Buffered messages logged at 10:32:07 for ",
    "\x1b[33mWARNING\x1b[0m - IPDL_PROTOCOL_ERROR: unexpected child shutdown in ",
    "INFO - JavaScript error: resource://gre/modules/ExtensionUtils.sys.mjs, line ",
};

} // namespace

QByteArray LogText::read(qint64 offset, qint64 maxBytes) const
{
    QByteArray text;
    const qint64 end = std::min(m_content.size, offset + maxBytes);
    text.reserve(std::max<qint64>(0, end - offset));
    while (offset < end) {
        const QByteArray whole = block(offset / kBlock);
        const qint64 from = offset % kBlock;
        const qint64 count = std::min(whole.size() - from, end - offset);
        text.append(whole.constData() + from, count);
        offset += count;
    }
    return text;
}

QByteArray LogText::block(qint64 index) const
{
    const qint64 size = std::min(kBlock, m_content.size - index * kBlock);
    const bool last = index == blocks() - 1;
    const QByteArray tail = last ? footer() : QByteArray();
    QByteArray text = index == 0 ? header() : QByteArray();
    text.reserve(size + 512);
    for (int line = 0; text.size() + tail.size() < size; ++line)
        appendLine(text, index, line);
    // The last line takes up what is missing or goes beyond, so that the next block begins with a line.
    text.truncate(std::max<qint64>(0, size - tail.size() - 1));
    text += '\n';
    text += tail;
    return text.left(size);
}

QByteArray LogText::header() const
{
    const QByteArray at = stamp(m_content.start);
    const QByteArray worker = QByteArray::number(mix(m_content.seed, 11) % 9000 + 1000);
    return "[taskcluster " + at + "] Task ID: see the address bar\n[taskcluster " + at + "] Worker ID: i-0d" + worker
        + "\n[taskcluster " + at + "] Worker Group: us-east-1\n[taskcluster " + at
        + "] Worker Type: gecko-t/t-linux-large\n[taskcluster " + at
        + "] Using cache \"gecko-level-1-checkouts\"\n[taskcluster " + at + "] === Task Starting ===\n[setup " + at
        + "] run-task started in /builds/worker\n[fetches " + at + "] Downloading 14 artifacts\n[vcs " + at
        + "] executing ['hg', 'robustcheckout', '--sharebase', " + "'/builds/hg-store']\n";
}

QByteArray LogText::footer() const
{
    const QByteArray at = stamp(m_content.start + blocks() * kBlockMs);
    QByteArray text;
    if (m_content.failed) {
        text = "[task " + at
            + "] \x1b[31mERROR\x1b[0m - TEST-UNEXPECTED-FAIL | browser/base/content/test/general/browser_bug427559.js"
            + " | Test timed out - \n[task " + at + "] Traceback (most recent call last):\n[task " + at
            + "]   File \"/builds/worker/workspace/mochitest/runtests.py\", line 3412, in run_test_harness\n[task " + at
            + "] PROCESS-CRASH | application crashed [@ mozilla::dom::Element::GetAttr]\n";
    }
    const QByteArray verdict = m_content.failed ? "Unsuccessful task run with exit code: 1" : "Successful task run";
    return text + "[taskcluster " + at + "] === Task Finished ===\n[taskcluster " + at + "] " + verdict
        + " completed in " + QByteArray::number(blocks() * kBlockMs / 1000) + ".204 seconds\n";
}

void LogText::appendLine(QByteArray &text, qint64 index, int line) const
{
    const quint64 chance = mix(m_content.seed, static_cast<quint64>(index), static_cast<quint64>(line));
    // One time for a few lines: formatting dates is what this costs.
    static thread_local qint64 lastTime = 0;
    static thread_local QByteArray lastStamp;
    const qint64 time = m_content.start + index * kBlockMs + line / 8 * 20;
    if (time != lastTime || lastStamp.isEmpty()) {
        lastTime = time;
        lastStamp = stamp(time);
    }
    if (m_content.failed && chance % 4096 == 7) {
        text += "[task " + lastStamp
            + "] \x1b[31mERROR\x1b[0m - TEST-UNEXPECTED-FAIL | dom/canvas/test/webgl-conf/test_"
            + QByteArray::number(chance % 977) + ".html | expected PASS\n";
        return;
    }
    text += "[task " + lastStamp + "] 10:32:" + QByteArray::number(10 + line % 50) + "     "
        + kMessages[(chance >> 8) % kMessages.size()] + QByteArray::number(chance >> 20, 36)
        + ((chance & 7) == 0 ? ".html | Assertion finished: expected true, got true - line " : ".html ")
        + QByteArray::number((chance >> 4) % 5000) + '\n';
}

} // namespace demo
