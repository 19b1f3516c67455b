// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <optional>

namespace core {

/// Which artifact is meant; without a run id the latest run's.
struct ArtifactId {
    QString taskId;
    std::optional<int> runId;
    QString name;

    friend bool operator==(const ArtifactId &, const ArtifactId &) = default;
};

inline size_t qHash(const ArtifactId &id, size_t seed = 0)
{
    return qHashMulti(seed, id.taskId, id.runId.value_or(-1), id.name);
}

} // namespace core

Q_DECLARE_METATYPE(core::ArtifactId)
