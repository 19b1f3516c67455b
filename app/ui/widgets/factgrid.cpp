// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/factgrid.h"

#include "ui/widgets/countdownlabel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/idlabel.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/widgets/statemark.h"
#include "ui/widgets/timelabel.h"
#include "ui/widgets/wrappedtext.h"

#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace ui {

FactGrid::FactGrid(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
}

void FactGrid::setFacts(const QList<Fact> &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const Fact &fact : facts) {
        if (fact.value.isEmpty() && fact.time == 0 && fact.kind != Fact::Kind::State)
            continue;
        auto *label = new SecondaryLabel(fact.label, this);
        QWidget *value = makeValue(fact);
        value->setObjectName(u"fact-"_s + fact.key);
        if (value->accessibleName().isEmpty())
            value->setAccessibleName(tr("%1: %2", "a name and its value").arg(fact.label, fact.value));
        const bool tall = fact.kind == Fact::Kind::Text;
        m_grid->addWidget(label, row, 0, Qt::AlignLeft | (tall ? Qt::AlignTop : Qt::AlignVCenter));
        m_grid->addWidget(value, row, 1);
        label->show();
        value->show();
        ++row;
    }
}

QWidget *FactGrid::makeLink(const Fact &fact)
{
    auto *link = new ElidedLabel(Qt::ElideMiddle, this);
    link->setText(fact.value);
    link->setCopyText(fact.copyText);
    link->setLink(true);
    link->setAccessibleName(tr("%1: %2", "a name and its value").arg(fact.label, fact.value));
    connect(link, &ElidedLabel::activated, this,
        [this, target = fact.target](bool newTab) { Q_EMIT linkActivated(target, newTab); });
    return link;
}

QWidget *FactGrid::makeValue(const Fact &fact)
{
    switch (fact.kind) {
    case Fact::Kind::Id: {
        auto *label = new IdLabel(fact.label, this);
        label->setId(fact.copyText.isEmpty() ? fact.value : fact.copyText);
        return label;
    }
    case Fact::Kind::State: {
        auto *mark = new StateMark(this);
        mark->setState(fact.state);
        return mark;
    }
    case Fact::Kind::Link:
        return makeLink(fact);
    case Fact::Kind::Time: {
        auto *label = new TimeLabel(this);
        label->setSecondary(false);
        label->setTime(fact.time);
        return label;
    }
    case Fact::Kind::Countdown: {
        auto *label = new CountdownLabel(this);
        label->setTime(fact.time);
        return label;
    }
    case Fact::Kind::Text:
        break;
    }
    return new WrappedText(fact.value, this);
}

} // namespace ui
