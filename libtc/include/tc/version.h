// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

namespace tc {

/// The library's own version: "0.1.0".
QString libraryVersion();

/// The version of Taskcluster whose API reference the services, methods and types were made from: "106.0.0".
/// Taskcluster keeps its API compatible within a major version and mostly beyond: members that are new are kept
/// (UnknownMembers), methods that are new can be reached once the reference is imported again.
QString apiVersion();

} // namespace tc
