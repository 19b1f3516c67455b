// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArrayView>
#include <QHash>
#include <QString>

namespace tc {

/// Which token came after which, for each limit, in the walks over a deployment's lists that went well. Most lists
/// share their tokens, which stand for a number of rows; those of the others are never met in two lists, and are not
/// kept.
class PageTokens
{
public:
    /// The token that came after \a token, or an empty one when that is not known or was not always the same.
    QString after(int limit, const QString &token) const;
    /// To be told about walks that went well only.
    void learn(int limit, const QString &token, const QString &next);

private:
    QHash<std::pair<int, QString>, QString> m_next; ///< an empty value stands for a dispute
};

/// Whether \a token names a row (base64 of a JSON array of its keys), not a number of rows.
bool namesARow(const QString &token);

/// The continuationToken of a page, found without decoding the page; empty when that is not possible at a glance. It is
/// the page's own if the body is JSON at all: it stands at one of the ends of the outermost object.
QString findToken(QByteArrayView body);

} // namespace tc
