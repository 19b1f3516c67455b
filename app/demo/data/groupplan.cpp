// SPDX-License-Identifier: MPL-2.0
#include "demo/data/groupplan.h"

#include "demo/util/slugs.h"

#include <array>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr std::array<Platform, 12> kPlatforms = { {
    { "linux1804-64", "linux64", "linux", "gecko-t/t-linux-large", "gecko-3/b-linux-gcp", false },
    { "linux1804-64-qr", "linux64", "linux", "gecko-t/t-linux-xlarge", "gecko-3/b-linux-gcp", false },
    { "linux2204-64-wayland", "linux64", "linux", "gecko-t/t-linux-wayland", "gecko-3/b-linux-large-gcp", true },
    { "windows10-64-2009-qr", "win64", "windows", "gecko-t/win10-64-2009", "gecko-3/b-win2022", true },
    { "windows11-64-2009-qr", "win64", "windows", "gecko-t/win11-64-2009", "gecko-3/b-win2022", true },
    { "windows11-32-2009-qr", "win32", "windows", "gecko-t/win11-32-2009", "gecko-3/b-win2022", true },
    { "macosx1015-64-qr", "macosx64", "macosx", "releng-hardware/gecko-t-osx-1015-r8", "gecko-3/b-osx-gcp", true },
    { "macosx1300-64-aarch64", "macosx64-aarch64", "macosx", "releng-hardware/gecko-t-osx-1300-m2", "gecko-3/b-osx-gcp",
        true },
    { "android-em-7.0-x86_64-qr", "android-x86_64", "android", "gecko-t/t-linux-kvm-gcp", "gecko-3/b-linux-gcp",
        false },
    { "android-hw-a55-14-0-aarch64", "android-aarch64", "android", "gecko-t/lambda-perf-a55", "gecko-3/b-linux-gcp",
        true },
    { "linux1804-64-asan-qr", "linux64-asan", "linux", "gecko-t/t-linux-xlarge", "gecko-3/b-linux-gcp", false },
    { "linux1804-64-tsan-qr", "linux64-tsan", "linux", "gecko-t/t-linux-xlarge", "gecko-3/b-linux-gcp", false },
} };
constexpr std::array<const char *, 4> kTypes = { "opt", "debug", "shippable", "ccov" };
constexpr std::array<const char *, 18> kSuites = { "mochitest-plain", "mochitest-browser-chrome",
    "mochitest-devtools-chrome", "mochitest-media", "mochitest-webgl2-core", "mochitest-a11y", "xpcshell",
    "web-platform-tests", "web-platform-tests-reftest", "web-platform-tests-wdspec", "reftest", "crashtest",
    "jsreftest", "cppunittest", "gtest", "marionette", "firefox-ui-functional", "telemetry-tests-client" };
constexpr std::array<const char *, 10> kPerf = { "browsertime-tp6-essential", "browsertime-speedometer3",
    "browsertime-motionmark", "browsertime-jetstream2", "talos-chrome", "talos-g1", "talos-svgr", "awsy",
    "browsertime-responsiveness", "browsertime-youtube-playback" };
constexpr std::array<const char *, 4> kVariants = { "", "-swr", "-1proc", "-headless" };
constexpr std::array<const char *, 12> kSourceTests = { "mozlint-eslint", "mozlint-clang-format", "mozlint-ruff",
    "mozlint-yaml", "mozlint-codespell", "python-mozbuild", "python-mach", "python-taskgraph", "node-newtab-unit-tests",
    "jsshell-bench-octane-sm", "file-metadata-bugzilla-components", "clang-tidy" };
constexpr std::array<const char *, 8> kImages = { "desktop1804-test", "lint", "debian12-amd64-build", "android-build",
    "fetch", "toolchain-build", "index-task", "partner-repack" };
constexpr std::array<const char *, 8> kTools
    = { "clang-18", "rust", "cbindgen", "nasm", "node-20", "sccache", "dump_syms", "wine" };
constexpr std::array<const char *, 10> kLocales
    = { "de", "fr", "ja", "pl", "pt-BR", "ru", "sv-SE", "uk", "zh-CN", "ar" };

template <std::size_t N>
QString pick(const std::array<const char *, N> &list, std::size_t at)
{
    return QString::fromLatin1(list[at % N]);
}

TaskKind kindAt(int index, int size)
{
    if (index == 0)
        return TaskKind::Decision;
    const int share = size < 20 ? (index == 1 ? 150 : 500) : index * 1000 / size;
    struct Limit {
        int below;
        TaskKind kind;
    };
    static constexpr std::array<Limit, 8> limits = { { { 10, TaskKind::DockerImage }, { 25, TaskKind::Fetch },
        { 55, TaskKind::Toolchain }, { 100, TaskKind::SourceTest }, { 200, TaskKind::Build },
        { 240, TaskKind::Signing }, { 280, TaskKind::L10n }, { 930, TaskKind::Test } } };
    for (const Limit &limit : limits) {
        if (share < limit.below)
            return limit.kind;
    }
    return TaskKind::Perf;
}

// Where a task stands in its kind gives its parts, as the digits of a number do: every label comes once.
void layOut(TaskPlan &plan, unsigned ordinal)
{
    const auto digit = [&ordinal](std::size_t base) {
        const auto value = ordinal % base;
        ordinal /= static_cast<unsigned>(base);
        return static_cast<quint8>(value);
    };
    switch (plan.kind) {
    case TaskKind::Test:
        plan.suite = digit(kSuites.size());
        plan.platform = digit(kPlatforms.size());
        plan.type = digit(kTypes.size());
        plan.variant = digit(kVariants.size());
        break;
    case TaskKind::Perf:
        plan.suite = digit(kPerf.size());
        plan.platform = digit(kPlatforms.size());
        plan.type = 2;
        break;
    case TaskKind::Build:
    case TaskKind::Signing:
    case TaskKind::L10n:
        plan.platform = digit(kPlatforms.size());
        plan.type = digit(kTypes.size());
        plan.suite = plan.kind == TaskKind::L10n ? digit(kLocales.size()) : quint8(0);
        break;
    case TaskKind::SourceTest:
        plan.suite = digit(kSourceTests.size());
        break;
    default:
        plan.suite = digit(kTools.size());
        break;
    }
    plan.chunk = static_cast<quint16>(ordinal + 1);
}

TaskState stateOf(const TaskPlan &plan, int index, int size, quint64 chance)
{
    if (size < 20) {
        constexpr std::array<TaskState, 5> few
            = { TaskState::Completed, TaskState::Completed, TaskState::Failed, TaskState::Running, TaskState::Pending };
        return few[static_cast<std::size_t>(index) % few.size()];
    }
    if (plan.kind == TaskKind::Decision || plan.kind == TaskKind::DockerImage || plan.kind == TaskKind::Fetch)
        return TaskState::Completed;
    const auto roll = static_cast<int>(chance % 1000);
    if (plan.kind == TaskKind::Build)
        return roll < 920 ? TaskState::Completed : roll < 970 ? TaskState::Running : TaskState::Failed;
    if (roll < 862)
        return TaskState::Completed;
    if (roll < 902)
        return TaskState::Failed;
    if (roll < 918)
        return TaskState::Exception;
    if (roll < 948)
        return TaskState::Running;
    return roll < 978 ? TaskState::Pending : TaskState::Unscheduled;
}

} // namespace

std::vector<TaskPlan> planGroup(int size, quint64 seed)
{
    std::vector<TaskPlan> plans(static_cast<std::size_t>(size));
    std::array<unsigned, 10> ordinals = {};
    std::vector<quint32> built; // completed builds
    std::vector<quint32> building; // builds that tests still wait for
    for (int index = 0; index < size; ++index) {
        TaskPlan &plan = plans[static_cast<std::size_t>(index)];
        const quint64 chance = mix(seed, static_cast<quint64>(size), static_cast<quint64>(index));
        plan.kind = kindAt(index, size);
        layOut(plan, ordinals[static_cast<std::size_t>(plan.kind)]++);
        plan.state = stateOf(plan, index, size, chance);
        const bool needsBuild = plan.kind >= TaskKind::Signing;
        if (plan.state == TaskState::Unscheduled && (!needsBuild || building.empty()))
            plan.state = TaskState::Pending;
        const auto &parents = plan.state == TaskState::Unscheduled ? building : built;
        if (needsBuild && !parents.empty())
            plan.parent = parents[(chance >> 12) % parents.size()];
        if (plan.kind == TaskKind::Build) {
            if (plan.state == TaskState::Completed)
                built.push_back(static_cast<quint32>(index));
            else if (plan.state == TaskState::Running)
                building.push_back(static_cast<quint32>(index));
        }
    }
    return plans;
}

const Platform &platformOf(const TaskPlan &plan)
{
    return kPlatforms[plan.platform % kPlatforms.size()];
}

QString typeOf(const TaskPlan &plan)
{
    return pick(kTypes, plan.type);
}

QString suiteOf(const TaskPlan &plan)
{
    return plan.kind == TaskKind::Perf ? pick(kPerf, plan.suite) : pick(kSuites, plan.suite);
}

QString labelOf(const TaskPlan &plan)
{
    const QString number = plan.chunk > 1 ? u"-%1"_s.arg(plan.chunk) : QString();
    const QString build = QString::fromLatin1(platformOf(plan).build) + u'/' + typeOf(plan);
    switch (plan.kind) {
    case TaskKind::Decision:
        return u"Gecko Decision Task"_s;
    case TaskKind::DockerImage:
        return u"docker-image-"_s + pick(kImages, plan.suite) + number;
    case TaskKind::Fetch:
        return u"fetch-"_s + pick(kTools, plan.suite) + number;
    case TaskKind::Toolchain:
        return u"toolchain-linux64-"_s + pick(kTools, plan.suite) + number;
    case TaskKind::SourceTest:
        return u"source-test-"_s + pick(kSourceTests, plan.suite) + number;
    case TaskKind::Build:
        return u"build-"_s + build + number;
    case TaskKind::Signing:
        return u"build-signing-"_s + build + number;
    case TaskKind::L10n:
        return u"shippable-l10n-"_s + build + u'-' + pick(kLocales, plan.suite) + number;
    case TaskKind::Test:
    case TaskKind::Perf:
        break;
    }
    return u"test-"_s + QString::fromLatin1(platformOf(plan).name) + u'/' + typeOf(plan) + u'-' + suiteOf(plan)
        + pick(kVariants, plan.variant) + u"-%1"_s.arg(plan.chunk);
}

QString kindName(TaskKind kind)
{
    static constexpr std::array<const char *, 10> names = { "decision-task", "docker-image", "fetch", "toolchain",
        "source-test", "build", "build-signing", "shippable-l10n", "test", "browsertime" };
    return QString::fromLatin1(names[static_cast<std::size_t>(kind)]);
}

QString taskQueueOf(const TaskPlan &plan)
{
    switch (plan.kind) {
    case TaskKind::Decision:
        return u"gecko-3/decision-gcp"_s;
    case TaskKind::DockerImage:
    case TaskKind::Fetch:
        return u"gecko-3/images-gcp"_s;
    case TaskKind::SourceTest:
        return u"gecko-t/t-linux-docker"_s;
    case TaskKind::Signing:
        return u"scriptworker-k8s/gecko-3-signing"_s;
    case TaskKind::Toolchain:
    case TaskKind::Build:
    case TaskKind::L10n:
        return QString::fromLatin1(platformOf(plan).buildPool);
    case TaskKind::Test:
    case TaskKind::Perf:
        break;
    }
    return QString::fromLatin1(platformOf(plan).testPool);
}

QString stateName(TaskState state)
{
    static constexpr std::array<const char *, 6> names
        = { "completed", "failed", "exception", "running", "pending", "unscheduled" };
    return QString::fromLatin1(names[static_cast<std::size_t>(state)]);
}

} // namespace demo
