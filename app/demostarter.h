// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/workspace/workspace.h"

namespace demo {
class DemoDeployment;
}

/// Starts \a deployment when the window asks for it. It must outlive the starter's use.
ui::Workspace::DemoStarter demoStarter(demo::DemoDeployment *deployment);
