// SPDX-License-Identifier: MPL-2.0
#include "demo/http/httpparser.h"

#include <QList>
#include <QString>

#include <algorithm>

namespace demo {

namespace {

// As in the proxy of the recorded deployment.
constexpr qsizetype kMaxLine = 8 * 1024;
constexpr qsizetype kMaxHead = 32 * 1024;
// A body beyond its limit is read and dropped up to here, so that the client can read the answer.
constexpr qint64 kMaxDropped = 64 * 1024 * 1024;

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return c > ' ' && c < 0x7f && !strchr("()<>@,;:\\\"/[]?={}", c);
    });
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool hasLonePercent(const QByteArray &path)
{
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (path[i] == '%' && (i + 2 >= path.size() || !isHex(path[i + 1]) || !isHex(path[i + 2])))
            return true;
    }
    return false;
}

bool isPrintable(const QByteArray &text)
{
    return std::none_of(text.begin(), text.end(), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return (code < 0x20 && code != '\t') || code == 0x7f;
    });
}

} // namespace

void HttpParser::feed(const QByteArray &bytes)
{
    compact();
    m_buffer += bytes;
}

HttpParser::Outcome HttpParser::parse()
{
    Outcome outcome = Outcome::Ready;
    while (outcome == Outcome::Ready && m_state != State::Done) {
        switch (m_state) {
        case State::Head:
            outcome = parseHead();
            break;
        case State::Body:
        case State::ChunkData:
            outcome = parseBody();
            break;
        case State::ChunkSize:
            outcome = parseChunkSize();
            break;
        case State::Trailer:
            outcome = parseTrailer();
            break;
        case State::Done:
            break;
        case State::Failed:
            outcome = Outcome::Failed;
            break;
        }
    }
    return outcome;
}

HttpRequest HttpParser::take()
{
    HttpRequest request = std::move(m_request);
    m_request = {};
    m_state = State::Head;
    m_bodyRead = 0;
    m_chunked = false;
    m_expectContinue = false;
    compact();
    return request;
}

bool HttpParser::takeExpectContinue()
{
    return std::exchange(m_expectContinue, false);
}

HttpParser::Outcome HttpParser::parseHead()
{
    // Empty lines before a request are allowed.
    while (m_buffer.size() - m_at >= 2 && m_buffer[m_at] == '\r' && m_buffer[m_at + 1] == '\n')
        m_at += 2;
    const auto end = m_buffer.indexOf("\r\n\r\n", m_at);
    const auto firstEnd = m_buffer.indexOf("\r\n", m_at);
    const auto headSize = (end < 0 ? m_buffer.size() : end) - m_at;
    const auto lineSize = (firstEnd < 0 ? m_buffer.size() : firstEnd) - m_at;
    if (lineSize > kMaxLine) {
        fail(414);
        return Outcome::Failed;
    }
    if (headSize > kMaxHead) {
        fail(400, "400 Request Header Or Cookie Too Large", "Request Header Or Cookie Too Large");
        return Outcome::Failed;
    }
    if (end < 0)
        return Outcome::NeedMore;
    const QByteArray head = m_buffer.mid(m_at, end - m_at);
    m_at = end + 4;
    if (!parseRequestLine(head.left(lineSize)) || !parseFields(head, lineSize + 2) || !startBody())
        return Outcome::Failed;
    return Outcome::Ready;
}

bool HttpParser::parseRequestLine(const QByteArray &line)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts[0]) || !isPrintable(parts[1]) || parts[1].isEmpty())
        return fail(400);
    if (!parts[2].startsWith("HTTP/"))
        return fail(400);
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0")
        return fail(505);
    m_request.method = parts[0];
    m_request.version = parts[2];
    QByteArray target = parts[1];
    if (const auto scheme = target.indexOf("://"); scheme > 0 && !target.startsWith('/')) {
        const auto slash = target.indexOf('/', scheme + 3);
        target = slash < 0 ? QByteArray("/") : target.mid(slash);
    }
    if (!target.startsWith('/') && !(target == "*" && parts[0] == "OPTIONS"))
        return fail(400);
    m_request.target = target;
    return hasLonePercent(m_request.path()) ? fail(400) : true;
}

bool HttpParser::parseFields(const QByteArray &head, qsizetype from)
{
    while (from < head.size()) {
        auto end = head.indexOf("\r\n", from);
        if (end < 0)
            end = head.size();
        if (end - from > kMaxLine)
            return fail(400, "400 Request Header Or Cookie Too Large", "Request Header Or Cookie Too Large");
        const QByteArray line = head.mid(from, end - from);
        const auto colon = line.indexOf(':');
        if (colon <= 0 || !isToken(line.left(colon)) || !isPrintable(line))
            return fail(400);
        m_request.headers.add(line.left(colon), line.mid(colon + 1).trimmed());
        from = end + 2;
    }
    if (m_request.version == "HTTP/1.1" && m_request.headers.count("host") != 1)
        return fail(400);
    return true;
}

bool HttpParser::startBody()
{
    const HttpHeaders &headers = m_request.headers;
    m_expectContinue = headers.value("expect").toLower() == "100-continue";
    if (headers.has("transfer-encoding")) {
        // Two ways to say the length are the door to smuggled requests.
        if (headers.has("content-length") || headers.value("transfer-encoding").toLower() != "chunked")
            return fail(headers.has("content-length") ? 400 : 501);
        m_chunked = true;
        m_state = State::ChunkSize;
        return true;
    }
    if (!headers.has("content-length")) {
        m_state = State::Done;
        return true;
    }
    const QByteArray text = headers.value("content-length");
    bool ok = headers.count("content-length") == 1 && !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    m_left = ok ? text.toLongLong(&ok) : 0;
    if (!ok || m_left < 0)
        return fail(400);
    if (m_sinks)
        m_request.sink = m_sinks(m_request);
    m_request.bodyTooLarge = !m_request.sink && m_left > m_maxBody;
    m_state = m_left == 0 ? State::Done : State::Body;
    if (m_state == State::Done)
        m_expectContinue = false;
    return true;
}

HttpParser::Outcome HttpParser::parseBody()
{
    const auto size = std::min<qint64>(m_left, m_buffer.size() - m_at);
    append(size);
    m_left -= size;
    if (m_request.bodyTooLarge && m_bodyRead > kMaxDropped) {
        // No answer can be read by a client that goes on sending; the request is handed out as it stands.
        m_request.headers.set("connection", "close");
        m_state = State::Done;
        return Outcome::Ready;
    }
    if (m_left > 0)
        return Outcome::NeedMore;
    if (!m_chunked) {
        m_state = State::Done;
        return Outcome::Ready;
    }
    if (m_buffer.size() - m_at < 2)
        return Outcome::NeedMore;
    if (m_buffer.mid(m_at, 2) != "\r\n") {
        fail(400);
        return Outcome::Failed;
    }
    m_at += 2;
    m_state = State::ChunkSize;
    return Outcome::Ready;
}

HttpParser::Outcome HttpParser::parseChunkSize()
{
    const auto end = m_buffer.indexOf("\r\n", m_at);
    if (end < 0 && m_buffer.size() - m_at < kMaxLine)
        return Outcome::NeedMore;
    QByteArray line = m_buffer.mid(m_at, (end < 0 ? m_buffer.size() : end) - m_at);
    line.truncate(line.indexOf(';') < 0 ? line.size() : line.indexOf(';'));
    line = line.trimmed();
    bool ok = end >= 0 && !line.isEmpty() && line.size() <= 8 && std::all_of(line.begin(), line.end(), isHex);
    m_left = ok ? line.toLongLong(&ok, 16) : 0;
    if (!ok) {
        fail(400);
        return Outcome::Failed;
    }
    m_at = end + 2;
    m_state = m_left == 0 ? State::Trailer : State::ChunkData;
    return Outcome::Ready;
}

HttpParser::Outcome HttpParser::parseTrailer()
{
    for (;;) {
        const auto end = m_buffer.indexOf("\r\n", m_at);
        if (end < 0 && m_buffer.size() - m_at < kMaxLine)
            return Outcome::NeedMore;
        if (end < 0) {
            fail(400);
            return Outcome::Failed;
        }
        const bool last = end == m_at;
        m_at = end + 2;
        if (last)
            break;
    }
    m_state = State::Done;
    return Outcome::Ready;
}

void HttpParser::append(qsizetype size)
{
    m_bodyRead += size;
    if (m_request.sink) {
        m_request.sink->write(QByteArrayView(m_buffer.constData() + m_at, size));
        m_at += size;
        return;
    }
    if (m_bodyRead > m_maxBody)
        m_request.bodyTooLarge = true;
    if (m_request.bodyTooLarge)
        m_request.body.clear();
    else
        m_request.body.append(m_buffer.constData() + m_at, size);
    m_at += size;
}

bool HttpParser::fail(int status, const QByteArray &title, const QByteArray &detail)
{
    m_error = HttpResponse::proxyPage(status, title, detail);
    m_error.close = true;
    m_state = State::Failed;
    return false;
}

void HttpParser::compact()
{
    if (m_at == 0)
        return;
    m_buffer.remove(0, m_at);
    m_at = 0;
}

} // namespace demo
