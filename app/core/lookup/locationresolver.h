// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/navigation/location.h"
#include "core/util/request.h"

#include <QObject>

#include <functional>

namespace core {

class Session;

/// Decides what a bare id or an index path is, by asking the deployment. One question at a time: a new resolve()
/// drops the one under way, whose signals then never come.
class LocationResolver : public QObject
{
    Q_OBJECT

public:
    /// \a session must outlive this.
    explicit LocationResolver(Session *session, QObject *parent = nullptr);

    /// Answers with resolved() or failed(), never from inside this call. A location that needs no question comes
    /// back as it is. The location must belong to the session's deployment.
    void resolve(const Location &location);
    void cancel();
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    /// \a location is a TaskGroup for the id of a group, even where a task (its decision task) has the same id,
    /// a Task for the id of any other task and for an index path that leads to a task, or an Index for a
    /// namespace that holds something.
    void resolved(const core::Location &location);
    void failed(const core::Location &location, const tc::Error &error);

private:
    void askForTask(const Location &location);
    void askForGroup(const Location &location);
    void askForIndexedTask(const Location &location);
    void askForNamespaces(const Location &location);
    void askForTasksBelow(const Location &location);
    void succeed(const Location &location);
    void fail(const Location &location, const tc::Error &error);
    /// What to do with an error: go on with \a next when it only says that there is no such thing.
    std::function<void(const tc::Error &)> unlessNotFound(const Location &location, std::function<void()> next);

    Session *m_session;
    Request m_question;
    bool m_busy = false;
};

} // namespace core
