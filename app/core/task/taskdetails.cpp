// SPDX-License-Identifier: MPL-2.0
#include "core/task/taskdetails.h"

#include "core/accounts/session.h"
#include "core/task/convert.h"
#include "core/task/logrule.h"
#include "core/util/worker.h"

#include <tc/methods.h>
#include <tc/queue.h>

namespace core {

using namespace std::chrono_literals;

namespace {

constexpr int cachedTasks = 200;
// Somebody who holds an arrow key down wants to see the task they stop at, not one call for each they pass.
constexpr auto settleTime = 120ms;

} // namespace

TaskDetails::TaskDetails(Session *session, QObject *parent)
    : QObject(parent), m_session(session), m_runs(new RunModel(this)), m_artifacts(new ArtifactModel(this)),
      m_cache(cachedTasks)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(settleTime);
    connect(&m_delay, &QTimer::timeout, this, &TaskDetails::load);
}

TaskDetails::~TaskDetails() = default;

void TaskDetails::show(const QString &taskId, std::optional<int> runId)
{
    if (taskId == m_taskId) {
        if (runId && runId != m_runId)
            showRun(*runId);
        return;
    }
    for (Request &request : m_requests)
        request.cancel();
    m_delay.stop();
    m_taskId = taskId;
    m_runId = runId;
    m_runChosen = runId.has_value();
    m_status.reset();
    m_definition.reset();
    m_runs->setRuns({});
    m_artifacts->clear();
    m_parts.fill(taskId.isEmpty() ? Part() : Part { Part::State::Loading, {} });
    if (!taskId.isEmpty())
        showCached();
    Q_EMIT taskChanged();
    if (taskId.isEmpty())
        return;
    if (m_sinceShow.isValid() && m_sinceShow.elapsed() < settleTime.count())
        m_delay.start();
    else
        load();
    m_sinceShow.start();
}

void TaskDetails::showCached()
{
    const Cached *known = m_cache.object(m_taskId);
    if (!known)
        return;
    m_status = known->status;
    m_definition = known->definition;
    if (m_definition)
        m_parts[DefinitionPart].state = Part::State::Ready;
    if (m_status) {
        m_runs->setRuns(m_status->runs);
        if (!m_runChosen && !m_status->runs.empty())
            m_runId = m_status->runs.back().runId;
    }
    const auto artifacts = m_runId ? known->artifacts.find(*m_runId) : known->artifacts.end();
    if (artifacts != known->artifacts.end())
        m_artifacts->add(artifacts->second);
    updateLog();
}

void TaskDetails::load()
{
    loadStatus();
    if (!m_definition)
        loadDefinition();
    if (m_runId)
        loadArtifacts();
}

void TaskDetails::showRun(int runId)
{
    m_runChosen = true;
    if (m_runId == runId || m_taskId.isEmpty())
        return;
    setRun(runId);
}

void TaskDetails::refresh()
{
    if (m_taskId.isEmpty())
        return;
    m_delay.stop();
    load();
}

void TaskDetails::retry(PartId part)
{
    if (m_taskId.isEmpty())
        return;
    if (part == StatusPart || (part == ArtifactsPart && !m_runId))
        loadStatus();
    else if (part == DefinitionPart)
        loadDefinition();
    else
        loadArtifacts();
}

std::function<void(const tc::Error &)> TaskDetails::failureOf(PartId id)
{
    return [this, id](const tc::Error &error) {
        setPart(id, { Part::State::Failed, error });
        // Which run is the latest is not known without the status.
        if (id == StatusPart && !m_runId)
            setPart(ArtifactsPart, { Part::State::Failed, error });
    };
}

void TaskDetails::loadStatus()
{
    Request &request = m_requests[StatusPart];
    QObject *context = request.renew();
    setPart(StatusPart, { Part::State::Loading, {} });
    if (!m_runId)
        setPart(ArtifactsPart, { Part::State::Loading, {} });
    auto *reply = m_session->queue()->status(m_taskId);
    request.tie(reply);
    reply->onSuccess(
        context, [this](const tc::queue::TaskStatusResponse &response) { takeStatus(toTaskStatus(response.status)); });
    reply->onFailure(context, failureOf(StatusPart));
}

// As text too, so it is asked for undecoded; reading and indenting it is left to a worker, for payloads can be large.
void TaskDetails::loadDefinition()
{
    Request &request = m_requests[DefinitionPart];
    QObject *context = request.renew();
    setPart(DefinitionPart, { Part::State::Loading, {} });
    tc::Call call;
    call.method = tc::findMethod("queue", "task");
    call.arguments = { m_taskId };
    auto *reply = m_session->client()->call<tc::Json>(std::move(call));
    request.tie(reply);
    reply->onSuccess(context, [this, context](const tc::Json &json) {
        runOnWorker(
            context, [json] { return toTaskDefinition(json); },
            [this](std::optional<TaskDefinition> definition) {
                if (definition)
                    return takeDefinition(std::move(*definition));
                tc::Error error;
                error.kind = tc::ErrorKind::Protocol;
                error.method = QStringLiteral("queue.task");
                error.message = tr("The definition is not one of a task.");
                failureOf(DefinitionPart)(error);
            });
    });
    reply->onFailure(context, failureOf(DefinitionPart));
}

void TaskDetails::loadArtifacts()
{
    Request &request = m_requests[ArtifactsPart];
    QObject *context = request.renew();
    setPart(ArtifactsPart, { Part::State::Loading, {} });
    auto *pages = m_session->queue()->listArtifactsPages(m_taskId, QString::number(*m_runId));
    request.tie(pages);
    pages->onPage(context, [this](const tc::queue::ListArtifactsResponse &page) {
        std::vector<ArtifactInfo> artifacts;
        artifacts.reserve(static_cast<size_t>(page.artifacts.size()));
        for (const tc::queue::ArtifactResponse &artifact : page.artifacts)
            artifacts.push_back(toArtifactInfo(artifact));
        m_artifacts->add(std::move(artifacts));
        updateLog();
        Q_EMIT partChanged(ArtifactsPart);
    });
    pages->onFinished(context, [this] {
        cached().artifacts[*m_runId] = m_artifacts->artifacts();
        setPart(ArtifactsPart, { Part::State::Ready, {} });
    });
    pages->onFailure(context, failureOf(ArtifactsPart));
}

void TaskDetails::takeStatus(TaskStatus status)
{
    m_runs->setRuns(status.runs);
    cached().status = status;
    m_status = std::move(status);
    updateLog();
    setPart(StatusPart, { Part::State::Ready, {} });
    if (m_runChosen)
        return;
    if (m_status->runs.empty())
        return setRun({});
    const int latest = m_status->runs.back().runId;
    if (m_runId != latest)
        setRun(latest);
}

void TaskDetails::takeDefinition(TaskDefinition definition)
{
    cached().definition = definition;
    m_definition = std::move(definition);
    updateLog();
    setPart(DefinitionPart, { Part::State::Ready, {} });
}

void TaskDetails::setRun(std::optional<int> runId)
{
    m_requests[ArtifactsPart].cancel();
    m_artifacts->clear();
    const bool changed = m_runId != runId;
    m_runId = runId;
    if (changed)
        Q_EMIT runChanged();
    if (runId)
        loadArtifacts();
    else
        setPart(ArtifactsPart, { Part::State::Ready, {} });
}

void TaskDetails::updateLog()
{
    TaskState state = TaskState::Unknown;
    if (m_status && m_runId) {
        for (const RunInfo &run : m_status->runs) {
            if (run.runId == *m_runId)
                state = run.state;
        }
    }
    const std::vector<ArtifactInfo> &artifacts = m_artifacts->artifacts();
    const auto log = findLog(artifacts, m_definition.value_or(TaskDefinition()), state);
    m_artifacts->setLog(log ? artifacts[static_cast<size_t>(*log)].name : QString());
}

TaskDetails::Cached &TaskDetails::cached()
{
    if (!m_cache.contains(m_taskId))
        m_cache.insert(m_taskId, new Cached);
    return *m_cache.object(m_taskId);
}

void TaskDetails::setPart(PartId id, Part part)
{
    m_parts[id] = std::move(part);
    Q_EMIT partChanged(id);
}

} // namespace core
