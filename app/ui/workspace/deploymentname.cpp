// SPDX-License-Identifier: MPL-2.0
#include "ui/workspace/deploymentname.h"

#include "core/util/visibletext.h"
#include "ui/workspace/workspace.h"

#include <QUrl>

namespace ui {

QString deploymentName(const Workspace &workspace, const QString &rootUrl)
{
    if (!rootUrl.isEmpty() && rootUrl == workspace.demoRoot())
        return Workspace::tr("Demo"); // its address says nothing
    const QList<KnownDeployment> offered = Workspace::wellKnown();
    for (const KnownDeployment &known : offered) {
        if (known.rootUrl == rootUrl)
            return known.name;
    }
    return core::visibleText(QUrl(rootUrl).authority(QUrl::FullyEncoded));
}

} // namespace ui
