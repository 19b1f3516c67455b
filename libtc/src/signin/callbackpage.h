// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>

namespace tc::callback {

/// What the listener of a sign-in answers with.
enum class Page {
    Received, ///< 200: credentials came
    Incomplete, ///< 200: the browser came without them
    NotFound, ///< 404
    Gone, ///< 410: the path was used before
    TooLong, ///< 431
};

/// The whole reply, head and body, which holds nothing that came from outside. It is not stored, sends no referrer, may
/// load nothing, and takes the access token out of the browser's location bar and history.
QByteArray page(Page page);

} // namespace tc::callback
