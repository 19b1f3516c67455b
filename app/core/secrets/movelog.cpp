// SPDX-License-Identifier: MPL-2.0
#include "core/secrets/movelog.h"

#include <QCoreApplication>
#include <QSettings>

namespace core {

using namespace Qt::StringLiterals;

namespace {
const QString key = u"secrets/renames"_s;
constexpr qsizetype mostLines = 20;
} // namespace

QList<MoveLog::Line> MoveLog::read() const
{
    QList<Line> lines;
    const QVariantList stored = m_settings->value(key).toList();
    for (const QVariant &each : stored) {
        const QVariantMap map = each.toMap();
        const auto text = [&map](const char *name) { return map.value(QLatin1StringView(name)).toString(); };
        lines.append(
            { { text("place"), text("clientId"), text("from"), text("to") }, map.value(u"process"_s).toLongLong() });
    }
    return lines;
}

void MoveLog::write(const QList<Line> &lines)
{
    QVariantList stored;
    for (const Line &line : lines) {
        stored.append(QVariantMap { { u"place"_s, line.entry.place }, { u"clientId"_s, line.entry.clientId },
            { u"from"_s, line.entry.from }, { u"to"_s, line.entry.to }, { u"process"_s, line.process } });
    }
    if (stored.isEmpty())
        m_settings->remove(key);
    else
        m_settings->setValue(key, stored);
    m_settings->sync(); // it is for the case that nothing else comes
}

void MoveLog::put(const Entry &entry, qint64 process)
{
    QList<Line> lines = read();
    lines.removeIf([&entry](const Line &line) { return line.entry == entry; });
    lines.append({ entry, process });
    while (lines.size() > mostLines)
        lines.removeFirst();
    write(lines);
}

void MoveLog::begin(const Entry &entry)
{
    put(entry, QCoreApplication::applicationPid());
}

void MoveLog::interrupt(const Entry &entry)
{
    put(entry, 0);
}

void MoveLog::end(const Entry &entry)
{
    QList<Line> lines = read();
    if (lines.removeIf([&entry](const Line &line) { return line.entry == entry; }) > 0)
        write(lines);
}

QList<MoveLog::Entry> MoveLog::interrupted(const QString &place, const QString &clientId) const
{
    QList<Entry> result;
    const QList<Line> lines = read();
    for (const Line &line : lines) {
        if (line.process != QCoreApplication::applicationPid() && line.entry.place == place
            && line.entry.clientId == clientId)
            result.append(line.entry);
    }
    return result;
}

} // namespace core
