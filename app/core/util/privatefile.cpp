// SPDX-License-Identifier: MPL-2.0
#include "core/util/privatefile.h"

#include "core/util/errorof.h"

#include <QFile>
#include <QSaveFile>

namespace core {

tc::Result<void> writePrivateFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path); // made with 0600; only what was there before has other permissions
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return { errorOf(tc::ErrorKind::Usage, file.errorString()) };
}

} // namespace core
