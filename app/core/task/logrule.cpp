// SPDX-License-Identifier: MPL-2.0
#include "core/task/logrule.h"

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

int rank(const QString &name)
{
    if (name.contains("live.log"_L1))
        return 1;
    if (name.contains("live_backing.log"_L1))
        return 2;
    return name.startsWith("public/"_L1) ? 3 : 4;
}

std::optional<int> findName(const std::vector<ArtifactInfo> &artifacts, const QString &name)
{
    const auto found = std::find_if(
        artifacts.begin(), artifacts.end(), [&name](const ArtifactInfo &artifact) { return artifact.name == name; });
    if (name.isEmpty() || found == artifacts.end())
        return {};
    return static_cast<int>(found - artifacts.begin());
}

} // namespace

bool isTextLog(const ArtifactInfo &artifact)
{
    return artifact.name.endsWith(".log"_L1) && artifact.contentType.startsWith("text/plain"_L1, Qt::CaseInsensitive);
}

std::optional<int> findLog(
    const std::vector<ArtifactInfo> &artifacts, const TaskDefinition &definition, TaskState runState)
{
    const QString live = definition.liveLog.isEmpty() ? u"public/logs/live.log"_s : definition.liveLog;
    const QString backing = definition.backingLog.isEmpty() ? u"public/logs/live_backing.log"_s : definition.backingLog;
    const bool resolved = isResolved(runState);
    for (const QString &name : { resolved ? backing : live, resolved ? live : backing }) {
        if (const auto found = findName(artifacts, name))
            return found;
    }
    // Some workers have logs of other names only; the first one in the order of the list is as good as any.
    std::optional<int> best;
    for (size_t i = 0; i < artifacts.size(); ++i) {
        const bool better = !best || listedBefore(artifacts[i], artifacts[static_cast<size_t>(*best)]);
        if (isTextLog(artifacts[i]) && better)
            best = static_cast<int>(i);
    }
    return best;
}

bool listedBefore(const ArtifactInfo &left, const ArtifactInfo &right)
{
    const int leftRank = rank(left.name);
    const int rightRank = rank(right.name);
    return leftRank != rightRank ? leftRank < rightRank : left.name < right.name;
}

} // namespace core
