// SPDX-License-Identifier: MPL-2.0
#include "demo/demodeployment.h"

#include "demo/data/groupsource.h"

#include <QSemaphore>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

struct Start {
    QString rootUrl;
    QString error;
};

// Runs on the thread of the server, which then belongs to anchor.
Start startServer(const DemoOptions &options, QObject *anchor)
{
    auto *server = new DemoServer(options, anchor);
    return server->start() ? Start { server->rootUrl(), {} } : Start { {}, server->errorString() };
}

// An object on the other thread that dies, with its children, when that thread ends.
QObject *anchorOn(QThread &thread)
{
    auto *anchor = new QObject;
    anchor->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, anchor, &QObject::deleteLater);
    thread.start();
    return anchor;
}

} // namespace

DemoDeployment::DemoDeployment(DemoOptions options, QObject *parent) : QObject(parent), m_options(std::move(options))
{
    m_thread.setObjectName(u"demo deployment"_s);
}

DemoDeployment::~DemoDeployment()
{
    m_thread.quit();
    m_thread.wait();
}

void DemoDeployment::start()
{
    if (m_starting || !m_rootUrl.isEmpty())
        return;
    m_starting = true;
    if (!m_anchor)
        m_anchor = anchorOn(m_thread);
    QMetaObject::invokeMethod(
        m_anchor,
        [this, anchor = m_anchor, options = m_options] {
            const Start result = startServer(options, anchor);
            // The destructor waits for this thread, so this object is there; it learns the outcome on its own thread.
            QMetaObject::invokeMethod(
                this,
                [this, result] {
                    m_starting = false;
                    m_rootUrl = result.rootUrl;
                    if (result.error.isEmpty())
                        Q_EMIT started(m_rootUrl);
                    else
                        Q_EMIT failed(result.error);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

QString DemoDeployment::startAndWait()
{
    if (m_anchor)
        return m_rootUrl;
    m_anchor = anchorOn(m_thread);
    Start result;
    QSemaphore done;
    QMetaObject::invokeMethod(
        m_anchor,
        [&result, &done, anchor = m_anchor, options = m_options] {
            result = startServer(options, anchor);
            done.release();
        },
        Qt::QueuedConnection);
    done.acquire();
    m_rootUrl = result.rootUrl;
    return m_rootUrl;
}

QString DemoDeployment::groupOf5()
{
    return GroupSource::taskId(kSmallGroup, 0);
}

QString DemoDeployment::groupOf300()
{
    return GroupSource::taskId(kMediumGroup, 0);
}

QString DemoDeployment::groupOf12000()
{
    return GroupSource::taskId(kLargeGroup, 0);
}

QString DemoDeployment::bigLogTask()
{
    return GroupSource::taskId(kMediumGroup, GroupSource::kBigLogIndex);
}

QString DemoDeployment::everyArtifactTask()
{
    return groupOf300();
}

QString DemoDeployment::manyArtifactsTask()
{
    return GroupSource::taskId(kMediumGroup, GroupSource::kManyArtifactsIndex);
}

QString DemoDeployment::oddNameTask()
{
    return GroupSource::taskId(kMediumGroup, GroupSource::kOddNameIndex);
}

QString DemoDeployment::runningTask()
{
    const std::vector<TaskPlan> plans = planGroup(kMediumGroup, DemoOptions().seed);
    const auto running = std::find_if(
        plans.begin(), plans.end(), [](const TaskPlan &plan) { return plan.state == TaskState::Running; });
    return GroupSource::taskId(kMediumGroup, static_cast<int>(running - plans.begin()));
}

} // namespace demo
