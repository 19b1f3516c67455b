// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

namespace ui {

class Workspace;

/// Short name of a deployment: what it is known as, else its host, with the port where it is not the usual one.
QString deploymentName(const Workspace &workspace, const QString &rootUrl);

} // namespace ui
