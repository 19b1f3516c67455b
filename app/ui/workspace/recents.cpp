// SPDX-License-Identifier: MPL-2.0
#include "ui/workspace/recents.h"

#include "core/util/format.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString settingsKey(Recents::List list)
{
    return list == Recents::List::Groups ? u"recent/groups"_s : u"recent/tasks"_s;
}

} // namespace

Recents::Recents(QSettings *settings, QObject *parent) : QObject(parent), m_settings(settings)
{
    load(List::Groups);
    load(List::Tasks);
}

const QList<Recents::Entry> &Recents::entries(List list) const
{
    return list == List::Groups ? m_groups : m_tasks;
}

void Recents::add(const core::Location &location, const QString &title)
{
    const bool isGroup = location.kind == core::Location::Kind::TaskGroup;
    if (!isGroup && location.kind != core::Location::Kind::Task)
        return;
    QList<Entry> &entries = isGroup ? m_groups : m_tasks;
    const auto same = [&location](const Entry &entry) {
        return entry.location.rootUrl == location.rootUrl && entry.location.taskId == location.taskId
            && (location.kind == core::Location::Kind::Task || entry.location.taskGroupId == location.taskGroupId);
    };
    Entry entry { location.as({}), title, core::currentTime() };
    const auto found = std::find_if(entries.cbegin(), entries.cend(), same);
    if (found != entries.cend()) {
        if (entry.title.isEmpty())
            entry.title = found->title;
        entries.erase(found);
    }
    entries.prepend(entry);
    while (entries.size() > maxEntries)
        entries.removeLast();
    save(isGroup ? List::Groups : List::Tasks);
    Q_EMIT changed();
}

void Recents::offer(const core::Location &location)
{
    m_groups.append({ location, {}, 0 });
    Q_EMIT changed();
}

void Recents::setLasting(bool lasting)
{
    if (m_isLasting == lasting)
        return;
    m_isLasting = lasting;
    save(List::Groups);
    save(List::Tasks);
}

void Recents::clear()
{
    m_groups.clear();
    m_tasks.clear();
    save(List::Groups);
    save(List::Tasks);
    Q_EMIT changed();
}

void Recents::load(List list)
{
    if (!m_settings)
        return;
    QList<Entry> &entries = list == List::Groups ? m_groups : m_tasks;
    const int size = m_settings->beginReadArray(settingsKey(list));
    for (int i = 0; i < std::min(size, maxEntries); ++i) {
        m_settings->setArrayIndex(i);
        const auto location = core::Location::parse(m_settings->value(u"url"_s).toString());
        if (location)
            entries.append(
                { *location, m_settings->value(u"title"_s).toString(), m_settings->value(u"seen"_s).toLongLong() });
    }
    m_settings->endArray();
}

void Recents::save(List list) const
{
    if (!m_settings)
        return;
    m_settings->remove(settingsKey(list));
    if (!m_isLasting)
        return;
    m_settings->beginWriteArray(settingsKey(list));
    int index = 0;
    for (const Entry &entry : entries(list)) {
        if (!m_transientRoot.isEmpty() && entry.location.isAt(m_transientRoot))
            continue;
        m_settings->setArrayIndex(index++);
        m_settings->setValue(u"url"_s, entry.location.toUrl().toString());
        m_settings->setValue(u"title"_s, entry.title);
        m_settings->setValue(u"seen"_s, entry.seen);
    }
    m_settings->endArray();
}

} // namespace ui
