// SPDX-License-Identifier: MPL-2.0
#include "fulldisk.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <dlfcn.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <mutex>
#include <string>

using namespace Qt::StringLiterals;

namespace {

struct Rules {
    std::mutex mutex;
    std::string folder;
    qint64 room = -1; ///< bytes, -1 for any number
    bool noFsync = false;
    bool noRename = false;
    int refusals = 0;
};

std::atomic<bool> isArmed = false;

Rules &rules()
{
    static Rules instance;
    return instance;
}

bool isBelow(const std::string &path)
{
    const std::string &folder = rules().folder;
    return path.compare(0, folder.size(), folder) == 0 && path.size() > folder.size() && path[folder.size()] == '/';
}

std::string pathOf(int descriptor)
{
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    std::array<char, PATH_MAX> path {};
    const ssize_t length = ::readlink(link.c_str(), path.data(), path.size());
    return length > 0 ? std::string(path.data(), static_cast<size_t>(length)) : std::string();
}

int refuse()
{
    ++rules().refusals;
    errno = ENOSPC;
    return -1;
}

/// How many of \a count bytes there is room for, which are then used up.
size_t roomFor(int descriptor, size_t count)
{
    const std::lock_guard lock(rules().mutex);
    if (rules().room < 0 || !isBelow(pathOf(descriptor)))
        return count;
    const size_t taken = std::min(count, static_cast<size_t>(rules().room));
    rules().room -= static_cast<qint64>(taken);
    if (taken == 0 && count > 0)
        refuse();
    return taken;
}

template <typename F>
F *next(const char *name)
{
    return reinterpret_cast<F *>(::dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

// Named and shaped as the C library has them.
ssize_t write(int descriptor, const void *bytes, size_t count)
{
    static auto *const real = next<ssize_t(int, const void *, size_t)>("write");
    const size_t possible = isArmed ? roomFor(descriptor, count) : count;
    return possible == 0 && count > 0 ? -1 : real(descriptor, bytes, possible);
}

int fsync(int descriptor)
{
    static auto *const real = next<int(int)>("fsync");
    if (isArmed) {
        const std::lock_guard lock(rules().mutex);
        if (rules().noFsync && isBelow(pathOf(descriptor)))
            return refuse();
    }
    return real(descriptor);
}

int rename(const char *from, const char *to) noexcept
{
    static auto *const real = next<int(const char *, const char *)>("rename");
    if (isArmed) {
        const std::lock_guard lock(rules().mutex);
        if (rules().noRename && isBelow(to))
            return refuse();
    }
    return real(from, to);
}

} // extern "C"

namespace tc::test {

FullDisk::FullDisk(const QString &folder)
{
    const std::lock_guard lock(rules().mutex);
    rules().folder = QFile::encodeName(folder).toStdString();
    rules().refusals = 0;
    isArmed = true;
}

FullDisk::~FullDisk()
{
    const std::lock_guard lock(rules().mutex);
    isArmed = false;
    rules().room = -1;
    rules().noFsync = false;
    rules().noRename = false;
}

void FullDisk::failWriteAt(qint64 bytes)
{
    const std::lock_guard lock(rules().mutex);
    rules().room = bytes;
}

void FullDisk::failFsync()
{
    const std::lock_guard lock(rules().mutex);
    rules().noFsync = true;
}

void FullDisk::failRename()
{
    const std::lock_guard lock(rules().mutex);
    rules().noRename = true;
}

int FullDisk::refusals() const
{
    const std::lock_guard lock(rules().mutex);
    return rules().refusals;
}

namespace {

constexpr const char *diskVariable = "TC_TEST_SMALL_DISK";

/// A shell that mounts a disk over its first argument and runs the rest there.
QStringList onDisk(const QString &folder, qint64 bytes, const QStringList &command)
{
    const QString script = u"mount -t tmpfs -o size=%1 none \"$0\" && exec \"$@\""_s.arg(bytes);
    return QStringList { u"-rm"_s, u"sh"_s, u"-c"_s, script, folder } + command;
}

bool mayMount(const QString &folder, qint64 bytes)
{
    QProcess process;
    process.start(u"unshare"_s, onDisk(folder, bytes, { u"true"_s }));
    return process.waitForFinished(10'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

} // namespace

bool onSmallDisk(const char *testFunction, qint64 bytes, const std::function<void(const QString &folder)> &scenario)
{
    if (const QString disk = qEnvironmentVariable(diskVariable); !disk.isEmpty()) {
        scenario(disk);
        return !QTest::currentTestFailed();
    }
    const QTemporaryDir folder;
    if (!mayMount(folder.path(), bytes)) {
        FullDisk disk(folder.path());
        disk.failWriteAt(bytes);
        scenario(folder.path());
        return !QTest::currentTestFailed() && disk.refusals() > 0;
    }
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(diskVariable), folder.path());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    const QStringList command { QCoreApplication::applicationFilePath(), u"-silent"_s,
        QString::fromLatin1(testFunction) };
    process.start(u"unshare"_s, onDisk(folder.path(), bytes, command));
    return process.waitForFinished(30'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

} // namespace tc::test
