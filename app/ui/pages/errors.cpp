// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/errors.h"

#include "core/util/errortext.h"

namespace ui {

Notice noticeFor(const QString &what, const tc::Error &error)
{
    const core::ErrorText text = core::describeError(what, error);
    return { text.what, true, text.details, core::Denial::of(error), {} };
}

} // namespace ui
