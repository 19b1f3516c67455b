// SPDX-License-Identifier: MPL-2.0
#include "core/taskgroup/taskgrouploader.h"

#include "core/accounts/session.h"
#include "core/task/convert.h"
#include "core/taskgroup/taskgroupmodel.h"
#include "core/util/worker.h"

#include <tc/queue.h>

namespace core {

namespace {

constexpr size_t mostWaiting = 2; // pages in memory that no worker has taken; then the server waits

} // namespace

struct TaskGroupLoader::Page {
    TaskGroupInfo info;
    TaskRows rows;
};

TaskGroupLoader::TaskGroupLoader(Session *session, TaskGroupModel *model, QObject *parent)
    : QObject(parent), m_session(session), m_model(model)
{
}

TaskGroupLoader::~TaskGroupLoader() = default;

void TaskGroupLoader::open(const QString &taskGroupId)
{
    m_info = {};
    m_info.taskGroupId = taskGroupId;
    m_model->clear();
    m_loaded = 0;
    start({});
}

void TaskGroupLoader::refresh()
{
    m_loaded = 0;
    start({});
}

void TaskGroupLoader::retry()
{
    start(m_retryToken);
}

void TaskGroupLoader::stop()
{
    m_load.cancel();
    m_waiting.clear();
    if (m_part.isLoading())
        setPart({});
}

void TaskGroupLoader::start(const QString &token)
{
    QObject *context = m_load.renew();
    m_waiting.clear();
    m_converting = false;
    m_ended = false;
    m_error = {};
    m_retryToken = token;
    tc::PagingOptions paging;
    paging.startToken = token;
    auto *pages = m_session->queue()->listTaskGroupPages(m_info.taskGroupId, {}, paging);
    m_pages = pages;
    m_load.tie(pages);
    connect(pages, &tc::PagedReplyBase::pageReady, context, [this, pages] { takePage(pages->takePage()); });
    pages->onFinished(context, [this] { endOfPages({}); });
    pages->onFailure(context, [this, pages](const tc::Error &error) {
        m_retryToken = pages->continuationToken();
        endOfPages(error);
    });
    setPart({ Part::State::Loading, {} });
}

// Keeps the page for a worker, which makes rows of it and frees it.
void TaskGroupLoader::takePage(tc::queue::ListTaskGroupResponse page)
{
    // Nothing is added to a sealed group any more, so its pages may be asked for in any order.
    if (m_pages && page.sealed)
        m_pages->setSpeculative(true);
    auto shared = std::make_shared<tc::queue::ListTaskGroupResponse>(std::move(page));
    m_waiting.emplace_back([page = std::move(shared), pool = m_model->pool()] {
        Page result;
        result.info.schedulerId = page->schedulerId;
        result.info.expires = toTime(page->expires);
        result.info.sealed = toTime(page->sealed);
        result.rows = toTaskRows(*page, *pool);
        return result;
    });
    if (m_waiting.size() >= mostWaiting)
        m_pages->pause();
    convertNext();
}

// One page at a time, because of two that tell about the same task the later one counts.
void TaskGroupLoader::convertNext()
{
    if (m_converting || m_waiting.empty())
        return;
    m_converting = true;
    auto convert = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (m_pages && m_waiting.size() < mostWaiting)
        m_pages->resume();
    runOnWorker(m_load.context(), std::move(convert), [this](Page page) {
        m_converting = false;
        apply(std::move(page));
        convertNext();
        finishIfDone();
    });
}

void TaskGroupLoader::apply(Page page)
{
    page.info.taskGroupId = m_info.taskGroupId;
    m_info = page.info;
    m_loaded += static_cast<int>(page.rows.rows.size());
    m_model->merge(std::move(page.rows));
    Q_EMIT changed();
}

void TaskGroupLoader::endOfPages(const tc::Error &error)
{
    m_ended = true;
    m_error = error;
    finishIfDone();
}

void TaskGroupLoader::finishIfDone()
{
    if (!m_ended || m_converting || !m_waiting.empty())
        return;
    m_ended = false;
    setPart({ m_error ? Part::State::Failed : Part::State::Ready, m_error });
    Q_EMIT finished();
}

QString TaskGroupLoader::progressText() const
{
    const int shown = m_model->taskCount();
    if (m_part.state == Part::State::Ready)
        return shown == 0 ? tr("No tasks") : tr("%Ln task(s)", nullptr, shown);
    if (shown == 0)
        return m_part.isLoading() ? tr("Loading") : QString();
    return tr("%Ln task(s) so far", nullptr, shown);
}

void TaskGroupLoader::setPart(Part part)
{
    m_part = std::move(part);
    Q_EMIT changed();
}

} // namespace core
