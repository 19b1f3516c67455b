// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/data/demostate.h"

#include <vector>

namespace demo {

// What the queue publishes.
struct TaskEvent {
    QString exchange;
    QString routingKey;
    QStringList copies; // further routing keys, of the task's routes
    QJsonObject payload;
};

// Finds out what has happened to the tasks since it last looked, whoever made it happen, and says it in the words of
// the queue.
class TaskEvents
{
public:
    // Takes everything as it is for known.
    void begin(DemoState &state);
    std::vector<TaskEvent> since(DemoState &state);

private:
    struct Known {
        quint64 revision = 0;
        std::size_t runs = 0;
        QString lastState; // of the last run
    };
    static Known of(const DemoTask &task);

    std::vector<Known> m_known; // by position in the state's tasks
};

} // namespace demo
