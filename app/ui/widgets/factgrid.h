// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/navigation/location.h"
#include "core/task/taskstate.h"

#include <QList>
#include <QWidget>

#include <optional>

class QGridLayout;

namespace ui {

/// One line of a FactGrid.
struct Fact {
    enum class Kind { Text, Id, State, Link, Time, Countdown };

    Kind kind = Kind::Text;
    QString key {}; ///< names the value's widget, "fact-owner"
    QString label {};
    QString value {}; ///< shown as it is; make a task's text visible first
    QString copyText {}; ///< where it differs from the value
    core::TaskState state = core::TaskState::Unknown;
    core::Location target {}; ///< of a Link
    qint64 time = 0; ///< of a Time and a Countdown, ms since the epoch

    friend bool operator==(const Fact &, const Fact &) = default;
};

/// Names on the left, values on the right: selectable, copyable, long ones wrapped. Facts without a value are left
/// out. Setting the same facts again changes nothing, so a selection in them survives a poll.
class FactGrid : public QWidget
{
    Q_OBJECT

public:
    explicit FactGrid(QWidget *parent = nullptr);

    void setFacts(const QList<Fact> &facts);

Q_SIGNALS:
    void linkActivated(const core::Location &location, bool newTab);

private:
    QWidget *makeValue(const Fact &fact);
    QWidget *makeLink(const Fact &fact);

    QList<Fact> m_facts;
    QGridLayout *m_grid;
};

} // namespace ui
