// SPDX-License-Identifier: MPL-2.0
// What the thread sanitizer shall not report: Qt Test has a watchdog thread, and the sanitizer does not see what orders
// its end, because Qt is not built for it. Without the sanitizer nobody asks.

extern "C" const char *__tsan_default_suppressions(); // NOLINT(bugprone-reserved-identifier) the sanitizer's name

extern "C" const char *__tsan_default_suppressions() // NOLINT(bugprone-reserved-identifier)
{
    return "race:QWaitCondition\nrace:QTest::qRun\n";
}
