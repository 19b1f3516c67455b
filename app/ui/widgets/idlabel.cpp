// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/idlabel.h"

#include "core/util/visibletext.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/elidedlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

IdLabel::IdLabel(const QString &what, QWidget *parent)
    : QWidget(parent), m_what(what), m_label(new ElidedLabel(Qt::ElideMiddle, this)), m_copy(new QToolButton(this))
{
    m_label->setFont(fixedFont());
    m_label->setObjectName(u"idText"_s);
    m_copy->setObjectName(u"idCopy"_s);
    m_copy->setIcon(icon(u"copy"_s));
    m_copy->setAutoRaise(true);
    m_copy->setMaximumHeight(m_label->sizeHint().height() + 2);
    m_copy->setIconSize(QSize(14, 14));
    m_copy->setFocusPolicy(Qt::StrongFocus);
    m_copy->setToolTip(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy: %1").arg(what));
    setAccessibleName(what);
    connect(m_label, &ElidedLabel::copied, this, &IdLabel::copied);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(id());
        Q_EMIT copied(id());
    });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_label);
    row->addWidget(m_copy);
    row->addStretch(1);
}

void IdLabel::setId(const QString &id)
{
    m_label->setText(core::visibleText(id));
    m_label->setCopyText(id);
    m_label->setAccessibleName(tr("%1: %2", "a name and its value").arg(m_what, core::visibleText(id)));
    m_copy->setVisible(!id.isEmpty());
}

QString IdLabel::id() const
{
    return m_label->copyText();
}

} // namespace ui
