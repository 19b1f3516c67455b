// SPDX-License-Identifier: MPL-2.0
#include "ui/theme/states.h"

using namespace Qt::StringLiterals;

namespace ui {

Tone toneOf(core::TaskState state)
{
    switch (state) {
    case core::TaskState::Completed:
        return Tone::Completed;
    case core::TaskState::Failed:
        return Tone::Failed;
    case core::TaskState::Exception:
        return Tone::Exception;
    case core::TaskState::Running:
        return Tone::Running;
    case core::TaskState::Pending:
        return Tone::Pending;
    case core::TaskState::Unscheduled:
    case core::TaskState::Unknown:
        break;
    }
    return Tone::Unscheduled;
}

QString iconNameOf(core::TaskState state)
{
    const QString word = core::taskStateToText(state);
    return u"state-"_s + (word.isEmpty() ? u"unknown"_s : word);
}

} // namespace ui
