// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/transfers/transferitem.h"
#include "core/util/part.h"
#include "core/util/request.h"

#include <tc/scopes.h>

#include <QElapsedTimer>
#include <QObject>

namespace core {

struct TaskStatus;

/// Whether files can be uploaded as artifacts of a run with an account, and who is to keep them. Asks the services only
/// when it is told to, and once, unless what it was told is a while ago and not enough.
class UploadCheck : public QObject
{
    Q_OBJECT

public:
    enum class Answer {
        NoRun, ///< there is nothing to upload to
        RunIsOver, ///< artifacts are taken while a run is running, and for a while after it ended in an exception
        Asking, ///< what the account may do is on its way
        ScopeMissing, ///< scope() is
        Yes, ///< also when the account's scopes are not to be had: the service decides then
    };
    Q_ENUM(Answer)

    /// \a session must outlive this.
    explicit UploadCheck(Session *session, QObject *parent = nullptr);
    ~UploadCheck() override;

    /// The run that is meant; \a status may be null while it is not known.
    void setRun(const TaskStatus *status, std::optional<int> runId);
    /// Asks what is not known yet, if the run takes artifacts at all.
    void ask();

    Answer answer() const;
    /// What it takes, "queue:create-artifact:TASK/RUN".
    QString scope() const;
    /// The object service, unless the deployment has none.
    UploadStorage storage() const { return m_storage; }
    /// Whether storage() has been found out.
    bool isStorageKnown() const { return m_storagePart.state == Part::State::Ready; }

Q_SIGNALS:
    void changed();

private:
    void askScopes();
    void askStorage();

    Session *m_session;
    QString m_taskId;
    std::optional<int> m_runId;
    bool m_open = false; ///< the run takes artifacts
    Part m_scopesPart;
    Part m_storagePart;
    Request m_scopesRequest;
    Request m_storageRequest;
    tc::scopes::ScopeSet m_scopes;
    QElapsedTimer m_sinceScopes;
    UploadStorage m_storage = UploadStorage::Object;
};

} // namespace core
