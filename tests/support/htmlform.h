// SPDX-License-Identifier: MPL-2.0
// The demo's forms, as a browser reads and sends them.
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QUrl>

namespace tc::test {

/// What stands in the field \a name of the form on \a page.
inline QString formField(const QByteArray &page, const QString &name)
{
    const QRegularExpression input(QStringLiteral("name=\"%1\" value=\"([^\"]*)\"").arg(name));
    return input.match(QString::fromUtf8(page)).captured(1);
}

inline QByteArray formEncoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

} // namespace tc::test
