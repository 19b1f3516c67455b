// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>
#include <QString>

class QSettings;

namespace core {

/// Renames that were begun and not seen to end: whoever comes back after a crash is told that both secrets may be
/// there. Kept in the settings, by name; names are no secret.
class MoveLog
{
public:
    struct Entry {
        QString place {}; ///< root URL of the deployment
        QString clientId {};
        QString from {};
        QString to {};

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    /// \a settings must outlive this.
    explicit MoveLog(QSettings *settings) : m_settings(settings) { }

    /// The new secret is about to be written.
    void begin(const Entry &entry);
    /// It stopped on the way.
    void interrupt(const Entry &entry);
    /// Nothing is left to be said about it.
    void end(const Entry &entry);
    /// Those that stopped on the way; not those under way in this process.
    QList<Entry> interrupted(const QString &place, const QString &clientId) const;

private:
    struct Line {
        Entry entry {};
        qint64 process = 0; ///< that does it; 0 once it has stopped
    };

    QList<Line> read() const;
    void write(const QList<Line> &lines);
    void put(const Entry &entry, qint64 process);

    QSettings *m_settings;
};

} // namespace core
