// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/temporarycredentials.h>

namespace tc {

/// The text of a certificate that its issuer signs; \a name is the client id of named credentials, empty otherwise.
QByteArray certificateText(const Certificate &certificate, const QString &name);

/// The certificate as Credentials::certificate has it.
QString certificateJson(const Certificate &certificate);

} // namespace tc
