// SPDX-License-Identifier: MPL-2.0
#include <tc/transfer.h>
#include <tc/wait.h>

#include "util/text.h"

#include "util/makeerror.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QThread>

namespace tc {

namespace {

bool isInterfaceThread()
{
    const QCoreApplication *application = QCoreApplication::instance();
    return application && application->inherits("QGuiApplication") && application->thread() == QThread::currentThread();
}

template <typename R>
Error waitForAny(R *reply)
{
    reply->setAutoDelete(false);
    if (reply->isFinished())
        return reply->error();
    if (isInterfaceThread()) {
        reply->abort();
        return makeError(ErrorKind::Usage, Text::tr("The interface's thread must not wait for a call."));
    }
    const QPointer<R> guard(reply);
    QEventLoop loop;
    QObject::connect(reply, &R::finished, &loop, &QEventLoop::quit);
    QObject::connect(reply, &QObject::destroyed, &loop, &QEventLoop::quit);
    loop.exec();
    if (!guard)
        return makeError(ErrorKind::Cancelled, Text::tr("The call was cancelled."));
    // The application may be ending, which stops every loop.
    if (!reply->isFinished())
        return makeError(ErrorKind::Cancelled, Text::tr("The program is ending."));
    return reply->error();
}

} // namespace

Result<void> wait(Transfer *transfer)
{
    return { waitForAny(transfer) };
}

namespace detail {

Error waitFor(ReplyBase *reply)
{
    return waitForAny(reply);
}

Error waitFor(PagedReplyBase *reply)
{
    return waitForAny(reply);
}

} // namespace detail

} // namespace tc
