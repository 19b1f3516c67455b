// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "demo/data/artifactmodel.h"
#include "demo/data/groupplan.h"
#include "demo/data/taskmodel.h"

#include <vector>

namespace demo {

// Collects the artifacts of one run of a generated task.
class ArtifactSet
{
public:
    ArtifactSet(const TaskStatus &status, const TaskRun &run, quint64 seed);

    // live.log and what stands behind it; bigLog bytes when the log is to be of that size, kept as plain text.
    void addLogs(qint64 bigLog);
    // What a task of this kind makes.
    void addProducts(const TaskPlan &plan);
    // All storage types, all error reasons, names that are hard to encode, private ones, dangling links.
    void addEveryKind();
    void addMany(int count);

    std::vector<Artifact> take() { return std::move(m_list); }

private:
    Artifact &add(const QString &name, const QString &storageType, const QString &contentType);
    void s3(const QString &name, const QString &contentType, const Content &content, bool declareLength = false);
    void object(const QString &name, const QString &contentType, const Content &content);
    void link(const QString &name, const QString &contentType, const QString &target);
    void reference(const QString &name, const QString &contentType, const QString &url);
    void error(const QString &name, const QString &reason, const QString &message);
    void addOddNames();

    const TaskStatus &m_status;
    const TaskRun &m_run;
    quint64 m_seed;
    std::vector<Artifact> m_list;
};

// A small picture for artifacts that are screenshots.
QByteArray samplePng();

} // namespace demo
