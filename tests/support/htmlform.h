// SPDX-License-Identifier: MPL-2.0
// The demo's forms, as a browser reads and sends them.
#pragma once

#include <QString>
#include <QUrl>

namespace tc::test {

/// What stands in the field \a name of the form on \a page.
inline QString formField(const QByteArray &page, const QString &name)
{
    const QString text = QString::fromUtf8(page);
    const QString before = QStringLiteral("name=\"%1\" value=\"").arg(name);
    const qsizetype found = text.indexOf(before);
    if (found < 0)
        return {};
    const qsizetype begin = found + before.size();
    return text.mid(begin, text.indexOf(QLatin1Char('"'), begin) - begin);
}

inline QByteArray formEncoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

} // namespace tc::test
