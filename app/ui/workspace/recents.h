// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/navigation/location.h"

#include <QList>
#include <QObject>

class QSettings;

namespace ui {

/// Groups and tasks that were looked at, newest first.
class Recents : public QObject
{
    Q_OBJECT

public:
    enum class List { Groups, Tasks };
    static constexpr int maxEntries = 100;

    struct Entry {
        core::Location location;
        QString title; ///< as the task chose it
        qint64 seen = 0; ///< ms since the epoch, 0 when only offered
    };

    /// Without \a settings nothing is kept.
    explicit Recents(QSettings *settings, QObject *parent = nullptr);

    const QList<Entry> &entries(List list) const;
    /// Only task groups and tasks are kept; other places are ignored. An empty title keeps the one that is there.
    void add(const core::Location &location, const QString &title);
    /// A group that is there to be opened but was not yet.
    void offer(const core::Location &location);
    /// Entries of this deployment are for this run only: its address changes with every start.
    void setTransientRoot(const QString &rootUrl) { m_transientRoot = rootUrl; }
    /// Whether entries are there again after a restart; what was kept before goes when they are not.
    void setLasting(bool lasting);
    /// Forgets all of them.
    void clear();

Q_SIGNALS:
    void changed();

private:
    void load(List list);
    void save(List list) const;

    QSettings *m_settings;
    QString m_transientRoot;
    bool m_isLasting = true;
    QList<Entry> m_groups;
    QList<Entry> m_tasks;
};

} // namespace ui
