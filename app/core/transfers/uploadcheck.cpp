// SPDX-License-Identifier: MPL-2.0
#include "core/transfers/uploadcheck.h"

#include "core/task/taskinfo.h"
#include "core/util/format.h"

#include <tc/auth.h>
#include <tc/object.h>

namespace core {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// So long the queue takes artifacts of a run that ended in an exception.
constexpr qint64 afterException = 25LL * 60 * 1000;
constexpr auto oldAfter = 60s;

bool takesArtifacts(const RunInfo &run)
{
    return run.state == TaskState::Running
        || (run.state == TaskState::Exception && run.resolved + afterException > currentTime());
}

// Whether an answer of the object service means that the deployment has none.
bool meansNone(const tc::Error &error)
{
    switch (error.kind) {
    case tc::ErrorKind::NotFound:
    case tc::ErrorKind::Client:
    case tc::ErrorKind::Server:
    case tc::ErrorKind::Protocol:
        return true;
    default:
        return false;
    }
}

} // namespace

UploadCheck::UploadCheck(Session *session, QObject *parent) : QObject(parent), m_session(session) { }

UploadCheck::~UploadCheck() = default;

void UploadCheck::setRun(const TaskStatus *status, std::optional<int> runId)
{
    m_taskId = status ? status->taskId : QString();
    m_runId = runId;
    m_open = false;
    for (const RunInfo &run : status ? status->runs : std::vector<RunInfo>()) {
        if (runId == run.runId)
            m_open = takesArtifacts(run);
    }
    Q_EMIT changed();
}

void UploadCheck::ask()
{
    if (!m_open)
        return;
    // An administrator may have granted it meanwhile.
    const bool old = m_sinceScopes.isValid() && m_sinceScopes.hasExpired(std::chrono::milliseconds(oldAfter).count());
    if (m_scopesPart.state == Part::State::Idle || (old && answer() == Answer::ScopeMissing))
        askScopes();
    if (m_storagePart.state == Part::State::Idle)
        askStorage();
}

void UploadCheck::askScopes()
{
    m_scopesPart = { Part::State::Loading, {} };
    m_sinceScopes.start();
    QObject *context = m_scopesRequest.renew();
    auto *reply = m_session->auth()->currentScopes();
    m_scopesRequest.tie(reply);
    reply->onSuccess(context, [this](const tc::auth::Scopeset &set) {
        m_scopes = tc::scopes::ScopeSet(set.scopes);
        m_scopesPart = { Part::State::Ready, {} };
        Q_EMIT changed();
    });
    reply->onFailure(context, [this](const tc::Error &error) {
        m_scopesPart = { Part::State::Failed, error };
        Q_EMIT changed();
    });
}

void UploadCheck::askStorage()
{
    m_storagePart = { Part::State::Loading, {} };
    QObject *context = m_storageRequest.renew();
    tc::CallOptions options;
    options.maxRetries = 1; // a deployment without the service may answer with any 5xx
    auto *reply = m_session->object()->ping(options);
    m_storageRequest.tie(reply);
    const auto found = [this](UploadStorage storage) {
        m_storage = storage;
        m_storagePart = { Part::State::Ready, {} };
        Q_EMIT changed();
    };
    reply->onSuccess(context, [found] { found(UploadStorage::Object); });
    reply->onFailure(context,
        [found](const tc::Error &error) { found(meansNone(error) ? UploadStorage::S3 : UploadStorage::Object); });
}

UploadCheck::Answer UploadCheck::answer() const
{
    if (m_taskId.isEmpty() || !m_runId)
        return Answer::NoRun;
    if (!m_open)
        return Answer::RunIsOver;
    switch (m_scopesPart.state) {
    case Part::State::Idle:
    case Part::State::Loading:
        return Answer::Asking;
    case Part::State::Ready:
        return m_scopes.has(scope()) ? Answer::Yes : Answer::ScopeMissing;
    case Part::State::Failed:
        break;
    }
    return Answer::Yes;
}

QString UploadCheck::scope() const
{
    return u"queue:create-artifact:%1/%2"_s.arg(m_taskId).arg(m_runId.value_or(0));
}

} // namespace core
