// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QProcessEnvironment>

namespace core {

/// Keeps what is in this process's memory out of core dumps and out of the reach of the person's other programs. To be
/// called first thing in main(). Programs started from here make no core dumps either.
///
/// On Linux the process also becomes undumpable, so that no debugger attaches and no crash handler gets its memory;
/// inside of Flatpak and Snap it does not, because the desktop's portals could then not see who asks them. False when
/// the system refuses the limit. Does nothing, and is true, where there is no such limit.
bool disableCoreDumps();

/// Takes TASKCLUSTER_ACCESS_TOKEN and TASKCLUSTER_CERTIFICATE out of the environment, so that no program that is
/// started from here inherits them. To be called early in main(); startEnvironment() still has them.
void takeSecretsOfEnvironment();
/// The environment that the program was started with.
QProcessEnvironment startEnvironment();

} // namespace core
