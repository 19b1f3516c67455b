// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/live.h>

#include <QJsonValue>

/// The frames of the subprotocol graphql-ws, as the subscription socket speaks it.
namespace tc::live {

inline constexpr QLatin1StringView subprotocol("graphql-ws");

QString initFrame(const Credentials &credentials);
QString startFrame(const QString &id, const QList<pulse::Binding> &bindings);
QString stopFrame(const QString &id);
QString terminateFrame();

/// A frame of the server.
struct Frame {
    QString type;
    QString id;
    QJsonValue payload;
};

/// Nothing for a text that is no frame.
std::optional<Frame> parseFrame(const QString &text);

/// Why the server does not take us, or a subscription: the payload of a connection_error, of an error, or of a data
/// frame that brings errors.
Error refusalOf(const QJsonValue &payload);

/// The event in the payload of a data frame, or nothing.
std::optional<Message> messageOf(const QJsonValue &payload);

} // namespace tc::live
