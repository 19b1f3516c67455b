// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/util/part.h"
#include "core/util/request.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>
#include <memory>

namespace tc {
class PagedReplyBase;
namespace queue {
struct ListTaskGroupResponse;
}
} // namespace tc

namespace core {

class Session;
class TaskGroupModel;

/// What a group tells about itself besides its tasks. Times are ms since the epoch, 0 when not known.
struct TaskGroupInfo {
    QString taskGroupId;
    QString schedulerId;
    qint64 expires = 0;
    qint64 sealed = 0; ///< when it was sealed; 0 when it is not
};

/// Streams the pages of a task group into a model.
class TaskGroupLoader : public QObject
{
    Q_OBJECT

public:
    /// \a session and \a model must outlive this.
    TaskGroupLoader(Session *session, TaskGroupModel *model, QObject *parent = nullptr);
    ~TaskGroupLoader() override;

    /// Empties the model and loads the group.
    void open(const QString &taskGroupId);
    /// Loads it again; tasks shown stay and are renewed in place.
    void refresh();
    /// After a failure: goes on where it stopped, with the page that failed.
    void retry();
    void stop();

    const TaskGroupInfo &info() const { return m_info; }
    const Part &part() const { return m_part; }
    /// "4,000 tasks so far", "12,000 tasks", "No tasks".
    QString progressText() const;
    /// Tasks of this load so far; less than the model's while refreshing.
    int loadedCount() const { return m_loaded; }

Q_SIGNALS:
    /// info(), part() or progressText() have changed.
    void changed();
    /// All pages are in the model, or the load has failed.
    void finished();

private:
    struct Page; // what a worker made of a reply's page

    void start(const QString &token);
    void takePage(tc::queue::ListTaskGroupResponse page);
    void convertNext();
    void apply(Page page);
    void endOfPages(const tc::Error &error);
    void finishIfDone();
    void setPart(Part part);

    Session *m_session;
    TaskGroupModel *m_model;
    TaskGroupInfo m_info;
    Part m_part;
    QPointer<tc::PagedReplyBase> m_pages; ///< the walk under way
    Request m_load; ///< everything that belongs to the load under way
    std::deque<std::function<Page()>> m_waiting; ///< pages that no worker has taken yet
    bool m_converting = false;
    bool m_ended = false; ///< no page comes any more
    QString m_retryToken; ///< of the page to go on with after a failure
    tc::Error m_error; ///< reported once the pages that came before it are in the model
    int m_loaded = 0;
};

} // namespace core
