// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonValue>
#include <QString>

#include <yaml-cpp/yaml.h>

#include <optional>

/// The little that a configuration needs of YAML, without exceptions. For sources only, never for headers that others
/// include.
namespace core::yaml {

struct Document {
    std::optional<YAML::Node> root; ///< absent when the text is not YAML; null for an empty one
    int line = 0; ///< where it is not, counted from 1; 0 when unknown
};

Document load(const QByteArray &text);

/// The map that has the options of the `taskcluster` command: "config", or the document itself.
YAML::Node configOptions(const YAML::Node &root);
/// A member of a map; a null node when there is none, or \a map is no map.
YAML::Node member(const YAML::Node &map, const char *name);
/// The same as text; empty when it is not text.
QString text(const YAML::Node &map, const char *name);
/// \a node as JSON. Stops, with null, below a depth that no configuration has.
QJsonValue toJson(const YAML::Node &node, int depth = 0);

/// Texts that say the same as \a yaml but for these members of its options; the first one is the closest to how it was
/// written.
QByteArrayList without(const QByteArray &yaml, const YAML::Node &root, const QByteArrayList &members);

} // namespace core::yaml
