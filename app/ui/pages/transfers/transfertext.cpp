// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/transfers/transfertext.h"

#include "core/transfers/transferitem.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "ui/widgets/banner.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ui::TransferText)
};

QString nameOf(const core::TransferItem &item)
{
    const bool saved = item.kind == core::TransferKind::Download;
    return core::visibleText(saved ? QFileInfo(item.what.path).fileName() : item.what.artifact.name);
}

QString doneText(const core::TransferItem &item)
{
    const QString size = core::formatSize(item.moved);
    switch (item.kind) {
    case core::TransferKind::Download:
        return Text::tr("Saved %1 (%2)").arg(nameOf(item), size);
    case core::TransferKind::Copy:
        return Text::tr("%1 is ready to drag").arg(nameOf(item));
    case core::TransferKind::Upload:
        return Text::tr("Uploaded %1 (%2)").arg(nameOf(item), size);
    }
    return {};
}

QString failedText(const core::TransferItem &item)
{
    switch (item.kind) {
    case core::TransferKind::Download:
        return Text::tr("%1 could not be saved.").arg(nameOf(item));
    case core::TransferKind::Copy:
        return Text::tr("%1 could not be fetched for dragging.").arg(nameOf(item));
    case core::TransferKind::Upload:
        break;
    }
    return Text::tr("%1 could not be uploaded.").arg(nameOf(item));
}

} // namespace

BannerText transferBanner(const core::TransferItem &item)
{
    BannerText text = bannerFor(failedText(item), item.error);
    if (item.session)
        text.place = core::Location::deployment(item.session->rootUrl()).as(item.session->account().id);
    return text;
}

Notice transferNotice(const core::TransferItem &item)
{
    if (item.state == core::TransferState::Done)
        return { doneText(item) };
    if (item.state != core::TransferState::Failed)
        return {};
    const BannerText text = transferBanner(item);
    return { text.title, true, text.details, text.denial, text.place };
}

} // namespace ui
