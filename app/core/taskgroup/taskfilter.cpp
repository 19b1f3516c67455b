// SPDX-License-Identifier: MPL-2.0
#include "core/taskgroup/taskfilter.h"

#include <array>
#include <optional>

namespace core {

using namespace Qt::StringLiterals;

namespace {

struct FieldName {
    QLatin1StringView name;
    TaskFilter::Field field = TaskFilter::Field::Name;
};

constexpr std::array fieldNames {
    FieldName { "name"_L1, TaskFilter::Field::Name },
    FieldName { "kind"_L1, TaskFilter::Field::Kind },
    FieldName { "pool"_L1, TaskFilter::Field::Pool },
    FieldName { "owner"_L1, TaskFilter::Field::Owner },
    FieldName { "project"_L1, TaskFilter::Field::Project },
    FieldName { "scheduler"_L1, TaskFilter::Field::Scheduler },
    FieldName { "id"_L1, TaskFilter::Field::Id },
    FieldName { "priority"_L1, TaskFilter::Field::Priority },
    FieldName { "reason"_L1, TaskFilter::Field::Reason },
    FieldName { "state"_L1, TaskFilter::Field::State },
};

std::optional<TaskFilter::Field> fieldFromName(QStringView name)
{
    for (const FieldName &candidate : fieldNames) {
        if (name.compare(candidate.name, Qt::CaseInsensitive) == 0)
            return candidate.field;
    }
    return {};
}

// Takes the next word from the front of \a rest: up to a blank outside of quotes, quotes taken out. The position of the
// first colon outside of quotes is given in \a colon, or -1.
QString takeWord(QStringView &rest, qsizetype *colon)
{
    QString word;
    bool quoted = false;
    *colon = -1;
    qsizetype i = 0;
    for (; i < rest.size(); ++i) {
        const QChar c = rest[i];
        if (c == u'"') {
            quoted = !quoted;
            continue;
        }
        if (c.isSpace() && !quoted)
            break;
        if (c == u':' && !quoted && *colon < 0)
            *colon = word.size();
        word += c;
    }
    rest = rest.mid(i);
    return word;
}

} // namespace

TaskFilter::TaskFilter(QString text, TaskStates states) : m_text(std::move(text)), m_states(states)
{
    QStringView rest(m_text);
    for (rest = rest.trimmed(); !rest.isEmpty(); rest = rest.trimmed()) {
        Term term;
        // A lone "-" is looked for, not a negation of nothing.
        if (rest.size() > 1 && rest.front() == u'-' && !rest[1].isSpace()) {
            term.negated = true;
            rest = rest.mid(1);
        }
        qsizetype colon = -1;
        term.text = takeWord(rest, &colon);
        if (colon > 0) {
            if (const auto field = fieldFromName(QStringView(term.text).left(colon))) {
                term.field = *field;
                term.text = term.text.mid(colon + 1);
            }
        }
        // "kind:" while it is being typed asks for nothing yet.
        if (!term.text.isEmpty())
            m_terms.push_back(std::move(term));
    }
}

} // namespace core
