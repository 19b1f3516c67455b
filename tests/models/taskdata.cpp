// SPDX-License-Identifier: MPL-2.0
#include "taskdata.h"

using namespace Qt::StringLiterals;

namespace testdata {

core::SlugId taskId(quint32 number)
{
    core::SlugId id;
    QRandomGenerator random(number);
    for (quint8 &byte : id.bytes)
        byte = static_cast<quint8>(random.bounded(256));
    // The number itself, so that no two ids are the same.
    for (size_t i = 0; i < 4; ++i)
        id.bytes[12 + i] = static_cast<quint8>(number >> (8 * i));
    id.bytes[6] = static_cast<quint8>((id.bytes[6] & 0x0F) | 0x40);
    id.bytes[8] = static_cast<quint8>((id.bytes[8] & 0x3F) | 0x80);
    return id;
}

core::TaskRows rows(int count, core::StringPool &pool, quint32 first, quint32 seed)
{
    QRandomGenerator random(seed);
    const QStringList kinds { u"test"_s, u"build"_s, u"Docker-image"_s, u"toolchain"_s, QString() };
    const QStringList systems { u"linux1804-64"_s, u"windows11-64-2009"_s, u"macosx1015-64"_s, u"android-hw-p5"_s };
    core::TaskRows result;
    for (int i = 0; i < count; ++i) {
        core::TaskRow row;
        row.taskId = taskId(first + static_cast<quint32>(i));
        const QString &system = systems[random.bounded(4)];
        row.name = u"test-%1/opt-mochitest-browser-chrome-%2"_s.arg(system).arg(random.bounded(200));
        row.kind = pool.intern(kinds[random.bounded(5)]);
        row.pool = pool.intern(u"gecko-t/t-%1-%2"_s.arg(system).arg(random.bounded(10)));
        row.owner = pool.intern(u"user%1@example.com"_s.arg(random.bounded(3)));
        row.project = pool.intern(u"try"_s);
        row.scheduler = pool.intern(u"gecko-level-1"_s);
        row.state = static_cast<core::TaskState>(random.bounded(core::taskStateCount));
        row.priority = static_cast<core::TaskPriority>(random.bounded(8));
        row.created = 1'763'000'000'000 + random.bounded(1000);
        row.deadline = row.created + 86'400'000;
        row.runs = static_cast<quint16>(random.bounded(4));
        row.dependencies = static_cast<quint16>(random.bounded(20));
        row.retriesLeft = static_cast<qint16>(random.bounded(6));
        if (row.runs > 0)
            row.started = row.created + random.bounded(5000);
        if (row.started != 0 && core::isResolved(row.state)) {
            row.resolved = row.started + random.bounded(5000);
            row.reason = pool.intern(core::taskStateToText(row.state));
        }
        result.rows.push_back(std::move(row));
    }
    return result;
}

} // namespace testdata
