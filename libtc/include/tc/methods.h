// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <tc/methodinfo.h>

#include <QByteArrayView>

#include <span>

namespace tc {

/// Every method of every service, sorted by service, in the order of the API reference. Lives for ever.
std::span<const MethodInfo> methods();

/// The method \a name of \a service ("queue", "listTaskGroup"), or null.
const MethodInfo *findMethod(QByteArrayView service, QByteArrayView name);

} // namespace tc
