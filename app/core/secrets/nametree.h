// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace core {

/// Names arranged for showing, never changed once made. The children of a node stand side by side.
struct NameTree {
    struct Node {
        QString text {}; ///< what it adds to its parent's name
        QString name {}; ///< the whole name, without "/" at the end
        int parent = -1; ///< position of the node; -1 at the top
        int row = 0; ///< among the parent's children
        int firstChild = 0;
        int childCount = 0;
        int secretCount = 0; ///< with that name, and below it
        bool isSecret = false; ///< there is a secret of that very name
    };

    std::vector<Node> nodes {};
    int topCount = 0; ///< the first nodes are the top ones
    int secretCount = 0; ///< that are shown

    /// Position of the node with that name; -1 when there is none.
    int find(const QString &name) const;
};

enum class NameLayout {
    Tree, ///< by "/"
    Flat, ///< whole names
};

/// Sorts and arranges; takes a moment for thousands of names. With a filter every word of it has to be in the name, in
/// whatever case.
std::shared_ptr<const NameTree> arrangeNames(const QStringList &names, const QString &filter, NameLayout layout);

} // namespace core
