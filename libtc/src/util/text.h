// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QCoreApplication>

namespace tc {

/// Context of the library's messages to people, so that an application can translate them.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(tc::Text)
};

} // namespace tc
