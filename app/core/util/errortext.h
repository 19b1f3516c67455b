// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/error.h>

#include <QString>

namespace core {

/// An error as a banner shows it. All text is safe to show as plain text.
struct ErrorText {
    QString what; ///< one sentence: what failed, as given by the caller
    QString why; ///< one sentence: the reason
    QString advice; ///< what the person can do; may be empty
    QString details; ///< several lines for copying: method, status, code, request id, message
    bool canRetry = false; ///< whether trying the same again may help
};

/// \a what says what failed, for example tr("The task group could not be loaded.").
ErrorText describeError(const QString &what, const tc::Error &error);

} // namespace core
