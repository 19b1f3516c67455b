// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/util/part.h"
#include "core/util/request.h"

#include <QObject>
#include <QStringList>

namespace core {

class Session;

/// The names of all secrets of a deployment, as one account sees them; no value is asked for. One for each session,
/// which all pages share.
class SecretNames : public QObject
{
    Q_OBJECT

public:
    /// The session's own; made when it is first asked for.
    static SecretNames *of(Session *session);

    /// In the order in which they came.
    const QStringList &names() const { return m_names; }
    const Part &part() const { return m_part; }
    /// Lists them unless that has been done.
    void load();
    /// Lists them afresh; what is known stays until the new ones are complete.
    void reload();

    /// What was done here meanwhile.
    void add(const QString &name);
    void remove(const QString &name);

Q_SIGNALS:
    void changed();
    void partChanged();

private:
    explicit SecretNames(Session *session);

    void list();
    void setPart(Part part);

    Session *m_session;
    QStringList m_names;
    QStringList m_coming; ///< of a list under way that takes the place of one that is known
    bool m_isComplete = false; ///< m_names is a whole list
    Part m_part;
    Request m_request;
};

} // namespace core
