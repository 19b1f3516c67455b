// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/transfers/savingplan.h"

class QSettings;

namespace core {

/// How the person wants several artifacts to be laid out; in folders until they say otherwise.
FolderForm folderForm(const QSettings &settings);
void setFolderForm(QSettings &settings, FolderForm form);

} // namespace core
