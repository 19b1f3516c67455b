// SPDX-License-Identifier: MPL-2.0
#include "core/lookup/locationresolver.h"

#include "core/accounts/session.h"

#include <tc/index.h>
#include <tc/queue.h>

#include <QTimer>

namespace core {

LocationResolver::LocationResolver(Session *session, QObject *parent) : QObject(parent), m_session(session) { }

void LocationResolver::resolve(const Location &location)
{
    QObject *context = m_question.renew();
    m_busy = true;
    const Location place = location.at(m_session->rootUrl());
    if (place.kind == Location::Kind::TaskOrGroup)
        askForTask(place);
    else if (place.kind == Location::Kind::Index && !place.name.isEmpty())
        askForIndexedTask(place);
    else
        QTimer::singleShot(0, context, [this, place] { succeed(place); });
}

void LocationResolver::cancel()
{
    m_question.cancel();
    m_busy = false;
}

void LocationResolver::askForTask(const Location &location)
{
    auto *reply = m_session->queue()->status(location.taskId);
    m_question.tie(reply);
    reply->onSuccess(m_question.context(), [this, location](const tc::queue::TaskStatusResponse &response) {
        const bool leadsGroup = response.status.taskGroupId == location.taskId;
        succeed(leadsGroup ? Location::taskGroup(location.rootUrl, location.taskId)
                           : Location::task(location.rootUrl, location.taskId));
    });
    reply->onFailure(m_question.context(), unlessNotFound(location, [this, location] { askForGroup(location); }));
}

// A group whose first task has another id, or has expired.
void LocationResolver::askForGroup(const Location &location)
{
    auto *reply = m_session->queue()->getTaskGroup(location.taskId);
    m_question.tie(reply);
    reply->onSuccess(
        m_question.context(), [this, location] { succeed(Location::taskGroup(location.rootUrl, location.taskId)); });
    reply->onFailure(m_question.context(), [this, location](const tc::Error &error) {
        tc::Error shown = error;
        if (error.kind == tc::ErrorKind::NotFound)
            shown.message
                = tr("This deployment has neither a task nor a task group with the id %1.").arg(location.taskId);
        fail(location, shown);
    });
}

void LocationResolver::askForIndexedTask(const Location &location)
{
    auto *reply = m_session->index()->findTask(location.name);
    m_question.tie(reply);
    reply->onSuccess(m_question.context(), [this, location](const tc::index::IndexedTaskResponse &response) {
        // The id goes into URLs and titles; what is not one must not get there.
        succeed(isSlugId(response.taskId) ? Location::task(location.rootUrl, response.taskId) : location);
    });
    reply->onFailure(m_question.context(), unlessNotFound(location, [this, location] { askForNamespaces(location); }));
}

void LocationResolver::askForNamespaces(const Location &location)
{
    tc::index::ListNamespacesQuery query;
    query.limit = 1;
    auto *reply = m_session->index()->listNamespaces(location.name, query);
    m_question.tie(reply);
    reply->onSuccess(m_question.context(), [this, location](const tc::index::ListNamespacesResponse &response) {
        if (response.namespaces.isEmpty())
            askForTasksBelow(location);
        else
            succeed(location);
    });
    reply->onFailure(m_question.context(), unlessNotFound(location, [this, location] { askForTasksBelow(location); }));
}

void LocationResolver::askForTasksBelow(const Location &location)
{
    tc::index::ListTasksQuery query;
    query.limit = 1;
    auto *reply = m_session->index()->listTasks(location.name, query);
    m_question.tie(reply);
    reply->onSuccess(m_question.context(), [this, location](const tc::index::ListTasksResponse &response) {
        if (!response.tasks.isEmpty())
            return succeed(location);
        tc::Error error;
        error.kind = tc::ErrorKind::NotFound;
        error.method = QStringLiteral("index.findTask");
        error.message = tr("Nothing is indexed at %1 or below it.").arg(location.name);
        fail(location, error);
    });
    reply->onFailure(m_question.context(), [this, location](const tc::Error &error) { fail(location, error); });
}

std::function<void(const tc::Error &)> LocationResolver::unlessNotFound(
    const Location &location, std::function<void()> next)
{
    return [this, location, next = std::move(next)](const tc::Error &error) {
        if (error.kind == tc::ErrorKind::NotFound)
            next();
        else
            fail(location, error);
    };
}

void LocationResolver::succeed(const Location &location)
{
    m_busy = false;
    Q_EMIT resolved(location);
}

void LocationResolver::fail(const Location &location, const tc::Error &error)
{
    m_busy = false;
    Q_EMIT failed(location, error);
}

} // namespace core
