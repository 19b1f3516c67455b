// SPDX-License-Identifier: MPL-2.0
#include "core/util/hardening.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <unistd.h>
#endif

namespace core {

namespace {

#ifdef Q_OS_LINUX
bool isSandboxed()
{
    return ::access("/.flatpak-info", F_OK) == 0 || qEnvironmentVariableIsSet("SNAP");
}
#endif

} // namespace

bool disableCoreDumps()
{
#ifdef Q_OS_UNIX
    // Hard and soft, so that nothing later in this process raises it again.
    const rlimit none { 0, 0 };
    const bool isLimited = ::setrlimit(RLIMIT_CORE, &none) == 0;
#else
    const bool isLimited = true;
#endif
#ifdef Q_OS_LINUX
    // A crash handler that the kernel pipes dumps into does not care for the limit, but for this.
    if (!isSandboxed())
        ::prctl(PR_SET_DUMPABLE, 0);
#endif
    return isLimited;
}

} // namespace core
