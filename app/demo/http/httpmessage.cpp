// SPDX-License-Identifier: MPL-2.0
#include "demo/http/httpmessage.h"

#include <QHash>

namespace demo {

namespace {

bool sameName(const QByteArray &a, const QByteArray &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

void HttpHeaders::set(const QByteArray &name, const QByteArray &value)
{
    for (auto &field : m_fields) {
        if (sameName(field.first, name)) {
            field.second = value;
            return;
        }
    }
    add(name, value);
}

bool HttpHeaders::has(const QByteArray &name) const
{
    return count(name) > 0;
}

int HttpHeaders::count(const QByteArray &name) const
{
    int found = 0;
    for (const auto &field : m_fields)
        found += sameName(field.first, name) ? 1 : 0;
    return found;
}

QByteArray HttpHeaders::value(const QByteArray &name) const
{
    for (const auto &field : m_fields) {
        if (sameName(field.first, name))
            return field.second;
    }
    return {};
}

QByteArray HttpRequest::path() const
{
    const auto mark = target.indexOf('?');
    return mark < 0 ? target : target.left(mark);
}

QByteArray HttpRequest::query() const
{
    const auto mark = target.indexOf('?');
    return mark < 0 ? QByteArray() : target.mid(mark + 1);
}

bool HttpRequest::keepAlive() const
{
    const QByteArray connection = headers.value("connection").toLower();
    if (version == "HTTP/1.0")
        return connection.contains("keep-alive");
    return !connection.contains("close");
}

HttpResponse HttpResponse::proxyPage(int status, const QByteArray &title, const QByteArray &detail)
{
    const QByteArray heading = QByteArray::number(status) + ' ' + reasonPhrase(status);
    HttpResponse response;
    response.status = status;
    response.headers.add("content-type", "text/html");
    response.body = "<html>\r\n<head><title>" + (title.isEmpty() ? heading : title)
        + "</title></head>\r\n<body>\r\n<center><h1>" + heading + "</h1></center>\r\n";
    if (!detail.isEmpty())
        response.body += "<center>" + detail + "</center>\r\n";
    response.body += "<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
    return response;
}

QByteArray reasonPhrase(int status)
{
    static const QHash<int, QByteArray> phrases = {
        { 200, "OK" },
        { 204, "No Content" },
        { 206, "Partial Content" },
        { 303, "See Other" },
        { 304, "Not Modified" },
        { 400, "Bad Request" },
        { 401, "Unauthorized" },
        { 403, "Forbidden" },
        { 404, "Not Found" },
        { 405, "Not Allowed" },
        { 408, "Request Time-out" },
        { 409, "Conflict" },
        { 410, "Gone" },
        { 414, "Request-URI Too Large" },
        { 416, "Requested Range Not Satisfiable" },
        { 424, "Failed Dependency" },
        { 500, "Internal Server Error" },
        { 501, "Not Implemented" },
        { 503, "Service Temporarily Unavailable" },
        { 505, "HTTP Version Not Supported" },
    };
    return phrases.value(status, "Status " + QByteArray::number(status));
}

} // namespace demo
