// SPDX-License-Identifier: MPL-2.0
#include "util/urls.h"

#include "util/makeerror.h"
#include "util/text.h"

#include <array>

using namespace Qt::StringLiterals;

namespace tc::urls {

namespace {

/// Why a parsed root URL cannot be used, or nothing.
QString rootUrlFault(const QUrl &url)
{
    if (!url.isValid() || url.scheme().isEmpty())
        return Text::tr("it is not a URL");
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return Text::tr("it must begin with https://");
    if (url.host().isEmpty())
        return Text::tr("it has no host");
    if (!url.userInfo().isEmpty())
        return Text::tr("it must not contain a user name or password");
    if (url.hasQuery() || url.hasFragment())
        return Text::tr("it must not have a query or a fragment");
    return {};
}

Result<QByteArray> argumentSegment(const MethodInfo &method, qsizetype index, const QString &value)
{
    const auto name = QString::fromLatin1(method.arguments[static_cast<size_t>(index)]);
    // The index lists its top level under an empty namespace.
    const bool mayBeEmpty = name == "namespace"_L1 && qstrcmp(method.verb, "GET") == 0;
    if (value.isEmpty() && !mayBeEmpty)
        return { {}, usageError(Text::tr("%1 must not be empty").arg(name)) };
    if (value == "."_L1 || value == ".."_L1)
        return { {}, usageError(Text::tr("%1 must not be \"%2\"").arg(name, value)) };
    return { encodeComponent(value), {} };
}

} // namespace

Result<QUrl> parseRootUrl(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return { {}, usageError(Text::tr("There is no root URL.")) };
    QUrl url(trimmed, QUrl::StrictMode);
    if (const QString fault = rootUrlFault(url); !fault.isEmpty())
        return { {}, usageError(Text::tr("\"%1\" cannot be a root URL: %2.").arg(url.toDisplayString(), fault)) };
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    return { url, {} };
}

QByteArray encodeComponent(const QString &text)
{
    return QUrl::toPercentEncoding(text, "!*'()");
}

Result<QByteArray> methodTarget(const MethodInfo &method, const QStringList &arguments, const Query &query)
{
    if (arguments.size() != static_cast<qsizetype>(method.arguments.size())) {
        return {
            {},
            usageError(
                Text::tr("%1 arguments are needed, %2 were given").arg(method.arguments.size()).arg(arguments.size()))
        };
    }
    QByteArray target = QByteArray("/api/") + method.service + '/' + method.version;
    qsizetype next = 0;
    for (const char *c = method.route; *c; ++c) {
        if (*c != '<') {
            target += *c;
            continue;
        }
        while (*c && *c != '>')
            ++c;
        const auto segment = argumentSegment(method, next, arguments.value(next));
        if (!segment)
            return { {}, segment.error };
        target += *segment;
        ++next;
    }
    char separator = '?';
    for (const auto &[name, value] : query) {
        target += separator + encodeComponent(name) + '=' + encodeComponent(value);
        separator = '&';
    }
    return { target, {} };
}

QByteArray wireTarget(const QUrl &url)
{
    QUrl copy = url;
    if (copy.path().isEmpty())
        copy.setPath(u"/"_s);
    return copy.toEncoded(QUrl::FormattingOptions(QUrl::RemoveFragment | QUrl::RemoveUserInfo | QUrl::RemoveScheme
                              | QUrl::RemoveAuthority | QUrl::NormalizePathSegments)
        | QUrl::FullyEncoded);
}

int port(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

QByteArray hostForHeader(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded).toLower();
    return host.contains(u':') ? QByteArray('[' + host.toLatin1() + ']') : host.toLatin1();
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host().compare(b.host(), Qt::CaseInsensitive) == 0 && port(a) == port(b);
}

bool isLoopbackHost(const QString &host)
{
    const QString name = host.toLower();
    if (name == "localhost"_L1 || name.endsWith(".localhost"_L1))
        return true;
    const QHostAddress address(name);
    return !address.isNull() && reach(address) == Reach::Loopback;
}

Reach reach(const QHostAddress &address)
{
    // An IPv4 address inside an IPv6 one leads where the IPv4 address leads.
    bool isIPv4 = false;
    const quint32 v4 = address.toIPv4Address(&isIPv4);
    const QHostAddress plain = isIPv4 ? QHostAddress(v4) : address;
    if (plain.isLoopback() || plain.isNull() || plain == QHostAddress::AnyIPv4 || plain == QHostAddress::AnyIPv6)
        return Reach::Loopback;
    if (plain.isLinkLocal())
        return Reach::LinkLocal;
    struct Subnet {
        QLatin1StringView network;
        int bits = 0;
    };
    // Beside the private networks: carrier-grade NAT, benchmarks, multicast and reserved; NAT64 and the old site-local
    // ones.
    static constexpr std::array subnets { Subnet { "0.0.0.0"_L1, 8 }, Subnet { "10.0.0.0"_L1, 8 },
        Subnet { "100.64.0.0"_L1, 10 }, Subnet { "172.16.0.0"_L1, 12 }, Subnet { "192.0.0.0"_L1, 24 },
        Subnet { "192.168.0.0"_L1, 16 }, Subnet { "198.18.0.0"_L1, 15 }, Subnet { "224.0.0.0"_L1, 3 },
        Subnet { "64:ff9b::"_L1, 32 }, Subnet { "fc00::"_L1, 7 }, Subnet { "fec0::"_L1, 10 },
        Subnet { "ff00::"_L1, 8 } };
    for (const auto &[network, bits] : subnets) {
        const QHostAddress base { QString(network) };
        if (base.protocol() == plain.protocol() && plain.isInSubnet(base, bits))
            return Reach::Private;
    }
    return Reach::Public;
}

} // namespace tc::urls
