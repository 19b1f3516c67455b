// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/data/demostate.h"

#include <functional>

namespace demo {

// Lets time pass in the groups: workers claim what is pending, running tasks end, what waited for them is
// scheduled, and now and then something is run again, so that a person always sees something move.
class Simulation
{
public:
    Simulation(DemoState &state, quint64 seed) : m_state(state), m_seed(seed) { }

    // One step; called about once a second. Touches only a part of a large group, so that its other pages stay as
    // they are.
    void step(qint64 now);

private:
    std::vector<DemoTask *> movable(const QString &groupId, std::size_t keepStill);
    void advance(DemoTask &task, qint64 now);
    void claim(DemoTask &task, qint64 now);
    void resolve(DemoTask &task, qint64 now);
    void runAgain(DemoTask &task, qint64 now);
    quint64 chance() { return ++m_steps * 0x9e3779b97f4a7c15ULL ^ m_seed; }

    DemoState &m_state;
    quint64 m_seed;
    quint64 m_steps = 0;
};

} // namespace demo
