// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/emptyview.h"

#include "ui/theme/text.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

EmptyView::EmptyView(QWidget *parent)
    : QWidget(parent), m_line(selectableLabel({}, this)), m_button(new QPushButton(this))
{
    setObjectName(u"emptyView"_s);
    m_line->setObjectName(u"emptyLine"_s);
    m_line->setWordWrap(true);
    m_line->setAlignment(Qt::AlignHCenter);
    m_button->setObjectName(u"emptyAction"_s);
    connect(m_button, &QPushButton::clicked, this, &EmptyView::actionRequested);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addStretch(1);
    column->addWidget(m_line);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(2);
}

void EmptyView::setTexts(const QString &line, const QString &action)
{
    m_line->setText(line);
    m_button->setText(action);
    m_button->setAccessibleName(action);
    m_button->setVisible(!action.isEmpty());
    setFocusProxy(action.isEmpty() ? nullptr : m_button);
    setAccessibleName(line);
}

} // namespace ui
