// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/access/scopedifferenceview.h"

#include "core/util/visibletext.h"
#include "ui/theme/text.h"
#include "ui/widgets/secondarylabel.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ScopeDifferenceView::ScopeDifferenceView(QWidget *parent)
    : QWidget(parent), m_summary(new SecondaryLabel({}, this)), m_list(new QListWidget(this))
{
    setObjectName(u"scopeDifference"_s);
    m_summary->setObjectName(u"scopeDifferenceSummary"_s);
    m_list->setObjectName(u"scopeDifferenceList"_s);
    m_list->setAccessibleName(tr("What changes"));
    m_list->setFont(fixedFont());
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setWordWrap(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_summary);
    column->addWidget(m_list, 1);
    fill();
}

void ScopeDifferenceView::compare(const QStringList &before, const QStringList &after)
{
    m_difference = core::ScopeDifference::between(before, after);
    fill();
}

void ScopeDifferenceView::add(QChar sign, const QString &scope, const QString &note, Tone colour)
{
    const QString shown = core::visibleText(scope);
    auto *item = new QListWidgetItem(sign + u' ' + shown + (note.isEmpty() ? QString() : u"  "_s + note), m_list);
    item->setForeground(tone(colour, palette()));
    item->setToolTip(plainToolTip(shown));
    item->setData(Qt::UserRole, scope);
}

void ScopeDifferenceView::fill()
{
    m_list->clear();
    for (const QString &scope : std::as_const(m_difference.gained))
        add(u'+', scope, {}, Tone::Completed);
    for (const QString &scope : std::as_const(m_difference.lost))
        add(u'\u2212', scope, {}, Tone::Failed);
    for (const core::ScopeDifference::Idle &idle : std::as_const(m_difference.idle)) {
        const QString by = core::visibleText(idle.by);
        const QString note = m_difference.lost.contains(idle.by)
            ? tr("what stays of %1", "a scope").arg(by)
            : (idle.isAdded ? tr("added, but %1 gives it", "a scope") : tr("taken out, but %1 gives it", "a scope"))
                  .arg(by);
        add(u'=', idle.scope, note, Tone::Secondary);
    }
    if (m_difference.hasEffect()) {
        m_summary->setText(
            tr("Saving gives %1 more and %2 less", "numbers of scopes")
                .arg(QString::number(m_difference.gained.size()), QString::number(m_difference.lost.size())));
    } else {
        m_summary->setText(m_difference.isEmpty() ? tr("Saving changes no scope")
                                                  : tr("Saving gives what it gave before, in other words"));
    }
}

void ScopeDifferenceView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace ui
