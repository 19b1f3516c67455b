// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <utility>
#include <vector>

namespace demo {

// Header fields in the order in which they were added. Names compare without regard to case.
class HttpHeaders
{
public:
    HttpHeaders() = default;
    HttpHeaders(std::initializer_list<std::pair<QByteArray, QByteArray>> fields) : m_fields(fields) { }

    void add(const QByteArray &name, const QByteArray &value) { m_fields.emplace_back(name, value); }
    void set(const QByteArray &name, const QByteArray &value);
    bool has(const QByteArray &name) const;
    int count(const QByteArray &name) const;

    // The first value, or an empty array.
    QByteArray value(const QByteArray &name) const;

    const std::vector<std::pair<QByteArray, QByteArray>> &fields() const { return m_fields; }

private:
    std::vector<std::pair<QByteArray, QByteArray>> m_fields;
};

// Takes a body while it comes, so that a large one never stands in memory.
class BodySink
{
public:
    virtual ~BodySink() = default;

    virtual void write(QByteArrayView bytes) = 0;
};

struct HttpRequest {
    QByteArray method;
    QByteArray target; // path and query, exactly as they came
    QByteArray version;
    HttpHeaders headers;
    QByteArray body;
    std::shared_ptr<BodySink> sink; // has the body, which is empty then
    bool bodyTooLarge = false; // it was read to its end and thrown away
    bool tls = false;

    QByteArray path() const;
    QByteArray query() const;
    bool keepAlive() const;
};

// A body that is made while it is sent, so that a large one never stands in memory.
class BodySource
{
public:
    virtual ~BodySource() = default;

    // The next bytes, at most maxBytes of them; an empty array ends the body.
    virtual QByteArray read(qint64 maxBytes) = 0;
};

struct HttpResponse {
    int status = 200;
    HttpHeaders headers;
    QByteArray body;
    std::shared_ptr<BodySource> source; // in the place of body
    qint64 sourceLength = -1; // of source; -1 sends chunks
    bool chunked = false; // send body as chunks, without a Content-Length
    bool close = false; // end the connection afterwards

    // The page that an nginx in front of the services answers with.
    static HttpResponse proxyPage(int status, const QByteArray &title = {}, const QByteArray &detail = {});
};

// "Not Found" for 404, and so on.
QByteArray reasonPhrase(int status);

} // namespace demo
