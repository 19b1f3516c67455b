// SPDX-License-Identifier: MPL-2.0
#include "core/transfers/transfersettings.h"

#include <QSettings>

namespace core {

using namespace Qt::StringLiterals;

namespace {
const auto foldersKey = u"transfers/keepFolders"_s;
}

FolderForm folderForm(const QSettings &settings)
{
    return settings.value(foldersKey, true).toBool() ? FolderForm::Folders : FolderForm::Flat;
}

void setFolderForm(QSettings &settings, FolderForm form)
{
    settings.setValue(foldersKey, form == FolderForm::Folders);
}

} // namespace core
