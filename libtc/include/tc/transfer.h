// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

#include <QObject>

#include <chrono>
#include <memory>

namespace tc {

class TransferPrivate;

/// What downloads and uploads have in common: a course that begins on the next turn of the event loop, is tried again
/// by a policy, can be paused and aborted, and ends exactly once.
///
/// Signals come in the order progress, retrying, finished, and none from inside abort(), pause() or resume() except
/// pausedChanged(). A transfer deletes itself after finished() unless setAutoDelete(false); destroying it or its parent
/// aborts it silently. It lives on its client's thread, and ends in ErrorKind::Cancelled when the client goes.
class Transfer : public QObject
{
    Q_OBJECT

public:
    ~Transfer() override;

    /// Ends the transfer, asynchronously, in ErrorKind::Cancelled. Does nothing once it has finished.
    void abort();

    /// Moves nothing until resume(): the socket is not read (or not written) any more, so that the other side has to
    /// wait, and no timeout runs. What was asked of the services goes on to its answer. A server that gives up
    /// meanwhile is a failure like any other: the next attempt waits for resume().
    void pause();
    void resume();
    bool isPaused() const;

    bool isFinished() const;
    /// The error; its kind is None while the transfer runs and when it went well.
    const Error &error() const;
    void setAutoDelete(bool on);

Q_SIGNALS:
    /// Bytes on the wire, of the whole content; \a total is -1 while unknown. Starts again from a smaller number when
    /// the content does.
    void progress(qint64 done, qint64 total);
    /// Attempt \a attempt (the first retry is 2) starts after \a delay because of \a reason.
    void retrying(int attempt, std::chrono::milliseconds delay, const tc::Error &reason);
    void pausedChanged(bool paused);
    void finished();

protected:
    Transfer(std::unique_ptr<TransferPrivate> course, QObject *parent);

    std::unique_ptr<TransferPrivate> d;

private:
    friend class TransferPrivate;
};

/// The blocking form, for console programs and worker threads: runs an event loop until \a transfer has finished. The
/// transfer stays the caller's and does not delete itself any more. Refused, with a Usage error and the end of the
/// transfer, on the thread of a graphical interface.
Result<void> wait(Transfer *transfer);

} // namespace tc
