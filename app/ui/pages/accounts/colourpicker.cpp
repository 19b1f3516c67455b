// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/accounts/colourpicker.h"

#include "core/accounts/account.h"
#include "ui/widgets/accountmark.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

ColourPicker::ColourPicker(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    setObjectName(u"accountColours"_s);
    setAccessibleName(tr("Colour of the account"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int colour = 0; colour < core::accountColours; ++colour) {
        auto *button = new QToolButton(this);
        button->setObjectName(u"accountColour%1"_s.arg(colour));
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setIcon(accountIcon({ colour, u" "_s })); // a disc without a letter
        button->setIconSize(QSize(16, 16));
        button->setToolTip(accountColourName(colour));
        button->setAccessibleName(accountColourName(colour));
        m_group->addButton(button, colour);
        row->addWidget(button);
    }
    row->addStretch(1);
    connect(m_group, &QButtonGroup::idClicked, this, &ColourPicker::picked);
}

void ColourPicker::setColour(int colour)
{
    if (QAbstractButton *button = m_group->button(colour))
        button->setChecked(true);
}

} // namespace ui
