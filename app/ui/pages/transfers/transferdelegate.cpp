// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/transfers/transferdelegate.h"

#include "core/transfers/transfermodel.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using core::TransferModel;
using core::TransferState;

constexpr int barHeight = 3;

struct Mark {
    QString icon;
    Tone tone;
};

Mark markOf(TransferState state)
{
    switch (state) {
    case TransferState::Waiting:
        return { u"state-pending"_s, Tone::Pending };
    case TransferState::Running:
        return { u"state-running"_s, Tone::Running };
    case TransferState::Done:
        return { u"state-completed"_s, Tone::Completed };
    case TransferState::Failed:
        return { u"state-failed"_s, Tone::Failed };
    case TransferState::Cancelled:
        break;
    }
    return { u"state-unscheduled"_s, Tone::Unscheduled };
}

// Under the text, so that both can be read.
void paintBar(QPainter *painter, const QStyleOptionViewItem &option, double share)
{
    const QRectF whole(option.rect.left() + 4, option.rect.bottom() - barHeight, option.rect.width() - 8, barHeight);
    QRectF done = whole;
    done.setWidth(whole.width() * share);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QColor colour = selected ? option.palette.color(QPalette::HighlightedText) : tone(Tone::Running, option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawRoundedRect(done, barHeight / 2.0, barHeight / 2.0);
    colour.setAlphaF(0.25F);
    painter->setBrush(colour);
    painter->drawRoundedRect(whole, barHeight / 2.0, barHeight / 2.0);
    painter->restore();
}

} // namespace

TransferDelegate::TransferDelegate(QObject *parent) : CellDelegate(Text::Plain, parent) { }

void TransferDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto state = index.data(TransferModel::StateRole).value<TransferState>();
    if (index.column() == TransferModel::NameColumn) {
        const auto kind = index.data(TransferModel::KindRole).value<core::TransferKind>();
        const bool up = kind == core::TransferKind::Upload;
        return paintMarked(painter, option, index, up ? u"upload"_s : u"save"_s, std::nullopt);
    }
    if (index.column() == TransferModel::StateColumn) {
        const Mark mark = markOf(state);
        return paintMarked(painter, option, index, mark.icon, mark.tone);
    }
    CellDelegate::paint(painter, option, index);
    const qint64 total = index.data(TransferModel::TotalRole).toLongLong();
    if (index.column() == TransferModel::ProgressColumn && state == TransferState::Running && total > 0) {
        const auto moved = static_cast<double>(index.data(TransferModel::ReceivedRole).toLongLong());
        paintBar(painter, option, std::min(1.0, moved / static_cast<double>(total)));
    }
}

QSize TransferDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool marked = index.column() <= TransferModel::StateColumn;
    return CellDelegate::sizeHint(option, index) + QSize(marked ? markWidth() : 0, 0);
}

} // namespace ui
