// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/errors.h"

#include "core/util/errortext.h"

using namespace Qt::StringLiterals;

namespace ui {

BannerText bannerFor(const QString &what, const tc::Error &error)
{
    const core::ErrorText text = core::describeError(what, error);
    QString body = text.why;
    if (!text.advice.isEmpty())
        body += (body.isEmpty() ? QString() : u" "_s) + text.advice;
    // Retry is always there: a person who has mended something outside wants to try again.
    return { BannerText::Kind::Error, text.what, body, text.details, true, core::Denial::of(error), {} };
}

Notice noticeFor(const QString &what, const tc::Error &error)
{
    const core::ErrorText text = core::describeError(what, error);
    return { text.what, true, text.details, core::Denial::of(error), {} };
}

} // namespace ui
