// SPDX-License-Identifier: MPL-2.0
#include <tc/version.h>

namespace tc {

QString libraryVersion()
{
    return QStringLiteral(TC_VERSION);
}

} // namespace tc
