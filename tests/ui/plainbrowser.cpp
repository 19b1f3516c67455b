// SPDX-License-Identifier: MPL-2.0
#include "plainbrowser.h"

#include "htmlform.h"

#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace tc::test;

namespace uitest {

QByteArray Answer::header(const QByteArray &name) const
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith(QByteArray(name + ':')))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

Answer send(quint16 port, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    const auto isDecided = [&socket] {
        return socket.state() != QAbstractSocket::HostLookupState && socket.state() != QAbstractSocket::ConnectingState;
    };
    if (!QTest::qWaitFor(isDecided) || socket.state() != QAbstractSocket::ConnectedState)
        return {};
    socket.write(request);
    if (!QTest::qWaitFor([&socket] { return socket.state() == QAbstractSocket::UnconnectedState; }))
        return {};
    const QByteArray all = socket.readAll();
    const qsizetype end = all.indexOf("\r\n\r\n");
    Answer answer { 0, all.left(end), all.mid(end + 4) };
    answer.status = all.mid(9, 3).toInt();
    return answer;
}

Answer get(quint16 port, const QByteArray &target, const QByteArray &host)
{
    const QByteArray name = host.isEmpty() ? "localhost:" + QByteArray::number(port) : host;
    return send(port, "GET " + target + " HTTP/1.1\r\nHost: " + name + "\r\nConnection: close\r\n\r\n");
}

Answer follow(const QByteArray &address)
{
    return get(portOf(address), targetOf(address));
}

quint16 portOf(const QByteArray &address)
{
    return static_cast<quint16>(QUrl::fromEncoded(address).port());
}

QByteArray targetOf(const QByteArray &address)
{
    return address.mid(address.indexOf('/', 8));
}

QByteArray acceptSignIn(const QUrl &page)
{
    const auto port = static_cast<quint16>(page.port());
    const Answer form = get(port, page.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority));
    if (form.status != 200)
        return {};
    const QStringList scopes = QUrlQuery(page).allQueryItemValues(u"scope"_s, QUrl::FullyDecoded);
    const QByteArray body = "clientId=" + formEncoded(formField(form.body, u"clientId"_s)) + "&expires="
        + formEncoded(formField(form.body, u"expires"_s)) + "&description=&scopes=" + formEncoded(scopes.join(u'\n'))
        + "&callback_url=" + formEncoded(formField(form.body, u"callback_url"_s));
    const Answer saved = send(port,
        "POST /auth/clients/create HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port)
            + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    return saved.status == 303 ? saved.header("location") : QByteArray();
}

} // namespace uitest
