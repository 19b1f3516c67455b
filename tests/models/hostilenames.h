// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QList>
#include <QString>

namespace testdata {

/// What a task could call an artifact to make whoever saves it sorry, and what becomes of it.
struct HostileName {
    const char *kind;
    QString artifact;
    QString file; ///< saved by itself
    QString path; ///< saved with its folders
};

QList<HostileName> hostileNames();

} // namespace testdata
