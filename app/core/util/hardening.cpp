// SPDX-License-Identifier: MPL-2.0
#include "core/util/hardening.h"

#include <QString>

#include <array>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <unistd.h>
#endif

namespace core {

namespace {

constexpr std::array secretVariables { "TASKCLUSTER_ACCESS_TOKEN", "TASKCLUSTER_CERTIFICATE" };

QProcessEnvironment &takenOut()
{
    static QProcessEnvironment variables;
    return variables;
}

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

void takeSecretsOfEnvironment()
{
    for (const char *name : secretVariables) {
        if (qEnvironmentVariableIsSet(name))
            takenOut().insert(QString::fromLatin1(name), qEnvironmentVariable(name));
        qunsetenv(name);
    }
}

QProcessEnvironment startEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(takenOut());
    return environment;
}

} // namespace core
