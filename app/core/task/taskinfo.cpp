// SPDX-License-Identifier: MPL-2.0
#include "core/task/taskinfo.h"

#include <algorithm>
#include <array>

namespace core {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array storageTypes { "s3"_L1, "object"_L1, "reference"_L1, "link"_L1, "error"_L1 };

} // namespace

qint64 RunInfo::duration(qint64 now) const
{
    if (started == 0)
        return -1;
    const qint64 end = resolved != 0 ? resolved : (state == TaskState::Running ? now : started);
    return std::max<qint64>(0, end - started);
}

StorageType storageTypeFromText(QStringView text)
{
    for (size_t i = 0; i < storageTypes.size(); ++i) {
        if (text == storageTypes[i])
            return static_cast<StorageType>(i);
    }
    return StorageType::Unknown;
}

QString storageTypeToText(StorageType type)
{
    const auto index = static_cast<size_t>(type);
    return index < storageTypes.size() ? QString(storageTypes[index]) : QString();
}

} // namespace core
