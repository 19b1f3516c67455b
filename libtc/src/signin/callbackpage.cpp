// SPDX-License-Identifier: MPL-2.0
#include "signin/callbackpage.h"

#include "util/text.h"

#include <QCryptographicHash>

namespace tc::callback {

namespace {

constexpr char forget[] = "history.replaceState(null, '', '/');";
constexpr char style[]
    = "body{font:1.1em sans-serif;max-width:34em;margin:15vh auto;padding:0 1em;color-scheme:light dark}";

struct Content {
    QByteArray status;
    QString heading;
    QString sentence;
};

Content contentOf(Page page)
{
    switch (page) {
    case Page::Received:
        return { "200 OK", Text::tr("The credentials have arrived"),
            Text::tr("You can close this page and go on in the application that you signed in to.") };
    case Page::Incomplete:
        return { "200 OK", Text::tr("No credentials have arrived"),
            Text::tr("Start to sign in again from the application.") };
    case Page::NotFound:
        return { "404 Not Found", Text::tr("Nothing is here"), {} };
    case Page::Gone:
        return { "410 Gone", Text::tr("This sign-in is over"), Text::tr("Start again from the application.") };
    case Page::TooLong:
        break;
    }
    return { "431 Request Header Fields Too Large", Text::tr("The request is too long"), {} };
}

QByteArray hashOf(QByteArrayView text)
{
    return "'sha256-" + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64() + '\'';
}

} // namespace

QByteArray page(Page page)
{
    const Content content = contentOf(page);
    const QByteArray heading = content.heading.toHtmlEscaped().toUtf8();
    // The empty icon keeps the browser from asking for one.
    const QByteArray body = "<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>" + heading
        + "</title>\n<link rel=\"icon\" href=\"data:,\">\n<script>" + forget + "</script>\n<style>" + style
        + "</style></head>\n<body><h1>" + heading + "</h1>\n<p>" + content.sentence.toHtmlEscaped().toUtf8()
        + "</p></body></html>\n";
    return "HTTP/1.1 " + content.status
        + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nConnection: close\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer"
          "\r\nX-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin"
          "\r\nContent-Security-Policy: default-src 'none'; img-src data:; script-src "
        + hashOf(forget) + "; style-src " + hashOf(style)
        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n\r\n" + body;
}

} // namespace tc::callback
