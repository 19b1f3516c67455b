// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/pageheader.h"

#include "ui/widgets/actionbutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/statemark.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent), m_mark(new StateMark(this)), m_title(new ElidedLabel(Qt::ElideRight, this)),
      m_facts(new QHBoxLayout), m_actions(new QHBoxLayout)
{
    m_mark->hide();
    m_mark->setNameShown(false);
    m_title->setObjectName(u"pageTitle"_s);
    QFont font = m_title->font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 1.4);
    else
        font.setPixelSize(qRound(font.pixelSize() * 1.4));
    m_title->setFont(font);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_mark);
    first->addWidget(m_title, 1);
    first->addLayout(m_actions);
    m_actions->setSpacing(4);
    m_facts->setSpacing(16);
    m_facts->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(first);
    column->addLayout(m_facts);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

QString PageHeader::title() const
{
    return m_title->text();
}

void PageHeader::setState(std::optional<core::TaskState> state)
{
    m_mark->setVisible(state.has_value());
    if (state)
        m_mark->setState(*state);
}

void PageHeader::addFact(QWidget *fact)
{
    m_facts->insertWidget(m_facts->count() - 1, fact);
}

ElidedLabel *PageHeader::addTextFact(const QString &objectName)
{
    auto *label = new ElidedLabel(Qt::ElideRight, this);
    label->setObjectName(objectName);
    label->setSecondary(true);
    addFact(label);
    return label;
}

void PageHeader::addAction(QAction *action)
{
    m_actions->addWidget(new ActionButton(action, this));
}

} // namespace ui
