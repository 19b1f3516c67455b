// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/http/httpmessage.h"

#include <functional>

namespace demo {

// Takes HTTP/1 requests out of a stream of bytes, one after the other. Everything that comes from outside is
// limited: the lines of the head, the head, the body, the length of a chunk line.
class HttpParser
{
public:
    enum class Outcome {
        NeedMore,
        Ready, // take() gives the request
        Failed, // error() is the last answer on this connection
    };

    // The sink for the body of a request of which only the head is there; null for one that is to be collected.
    using Sinks = std::function<std::shared_ptr<BodySink>(const HttpRequest &head)>;

    explicit HttpParser(qint64 maxBody, Sinks sinks = {}) : m_maxBody(maxBody), m_sinks(std::move(sinks)) { }

    void feed(const QByteArray &bytes);
    Outcome parse();

    // The parsed request; the parser then stands before the next one.
    HttpRequest take();
    HttpResponse error() const { return m_error; }

    // True once after the head of a request that waits for "100 Continue" before it sends its body.
    bool takeExpectContinue();
    bool idle() const { return m_state == State::Head && m_buffer.size() == m_at; }

private:
    enum class State { Head, Body, ChunkSize, ChunkData, Trailer, Done, Failed };

    Outcome parseHead();
    bool parseRequestLine(const QByteArray &line);
    bool parseFields(const QByteArray &head, qsizetype from);
    bool startBody();
    Outcome parseBody();
    Outcome parseChunkSize();
    Outcome parseTrailer();
    bool fail(int status, const QByteArray &title = {}, const QByteArray &detail = {});
    void append(qsizetype size);
    void compact();

    qint64 m_maxBody;
    Sinks m_sinks;
    QByteArray m_buffer;
    qsizetype m_at = 0; // first byte of m_buffer that is not used yet
    State m_state = State::Head;
    HttpRequest m_request;
    HttpResponse m_error;
    qint64 m_left = 0; // bytes of the body or of the chunk that have not come yet
    qint64 m_bodyRead = 0;
    bool m_chunked = false;
    bool m_expectContinue = false;
};

} // namespace demo
