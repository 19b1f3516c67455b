// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/session.h"
#include "core/artifacts/artifactid.h"

#include <tc/error.h>
#include <tc/transfer.h>

#include <QDateTime>
#include <QPointer>

namespace core {

enum class TransferKind {
    Download, ///< to a file that the person chose
    Copy, ///< to a private file, for dragging out
    Upload,
};

enum class TransferState { Waiting, Running, Done, Failed, Cancelled };

/// Who keeps the content of an artifact that is uploaded.
enum class UploadStorage { Object, S3 };

/// A file that is to become an artifact of a run.
struct NewUpload {
    ArtifactId artifact; ///< with its run
    QString path; ///< of the file
    QString contentType;
    QDateTime expires;
    UploadStorage storage = UploadStorage::Object;
};

/// One download or upload: what is moved, and how far that has come.
struct TransferItem {
    int id = 0;
    TransferKind kind = TransferKind::Download;
    QPointer<Session> session;
    QString account; ///< for a person, and stays when the session has gone
    NewUpload what; ///< of a download the path is where the file goes, and no more than that and the artifact is set
    QString folder; ///< that the person chose; empty for a copy
    bool mayReplace = true; ///< a file that has come to stand in its place
    TransferState state = TransferState::Waiting;
    tc::Error error; ///< while Failed
    qint64 moved = 0; ///< bytes
    qint64 total = -1; ///< -1 while unknown
    qint64 counted = 0; ///< of moved, already in the rate
    qint64 rate = 0; ///< bytes a second, over the last seconds
    QPointer<tc::Transfer> course; ///< while Running

    bool isOver() const { return state != TransferState::Waiting && state != TransferState::Running; }
    /// What has come since the last count, of one that is running; brings the rate up to date. \a msecs is the time
    /// since then.
    qint64 count(qint64 msecs);
    /// Makes the transfer itself, as a child of \a parent; null with the error set when it cannot begin.
    tc::Transfer *begin(QObject *parent);
};

/// For a person.
QString transferStateName(const TransferItem &item);
/// "1.2 of 4 MB", with the time that is left while it runs.
QString transferProgressText(const TransferItem &item);
/// Where it goes: a path, or the task.
QString transferTargetText(const TransferItem &item);

} // namespace core

Q_DECLARE_METATYPE(core::TransferKind)
Q_DECLARE_METATYPE(core::TransferState)
