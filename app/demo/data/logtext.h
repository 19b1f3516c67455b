// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/data/artifactmodel.h"

namespace demo {

// The text of a task's log, made from a seed. It consists of blocks of equal size, each whole lines, so that any
// range of a log of any length can be made without the rest.
class LogText
{
public:
    explicit LogText(const Content &content) : m_content(content) { }

    // At most maxBytes from offset on; an empty array beyond the end.
    QByteArray read(qint64 offset, qint64 maxBytes) const;

    static constexpr qint64 kBlock = 32 * 1024;

private:
    QByteArray block(qint64 index) const;
    QByteArray header() const;
    QByteArray footer() const;
    void appendLine(QByteArray &text, qint64 index, int line) const;
    qint64 blocks() const { return (m_content.size + kBlock - 1) / kBlock; }

    const Content &m_content;
};

} // namespace demo
