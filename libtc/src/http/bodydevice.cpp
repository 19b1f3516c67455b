// SPDX-License-Identifier: MPL-2.0
#include "http/bodydevice.h"

#include <algorithm>
#include <cstring>

namespace tc {

qint64 BodyDevice::readData(char *data, qint64 maxSize)
{
    const qint64 left = m_body.size() - m_position;
    if (left == 0)
        return -1;
    const qint64 count = std::min(left, maxSize);
    std::memcpy(data, m_body.constData() + m_position, static_cast<size_t>(count));
    m_position += static_cast<qsizetype>(count);
    return count;
}

} // namespace tc
