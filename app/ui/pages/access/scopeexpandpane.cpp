// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/access/scopeexpandpane.h"

#include "core/access/scopedifference.h"
#include "core/access/scopeexpansion.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/scopetree.h"
#include "ui/widgets/secondarylabel.h"

#include <QGridLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ScopeExpandPane::ScopeExpandPane(core::Session *session, QWidget *parent)
    : QWidget(parent), m_expansion(new core::ScopeExpansion(session, this)), m_edit(new QPlainTextEdit(this)),
      m_go(new QPushButton(tr("Expand"), this)), m_banner(new Banner(this)),
      m_result(new ScopeTree(u"scopeExpanded"_s, tr("Expanded scopes"), this))
{
    setObjectName(u"scopeExpand"_s);
    m_edit->setObjectName(u"scopeExpandEdit"_s);
    m_edit->setAccessibleName(tr("Scopes, one a line"));
    m_edit->setPlaceholderText(u"assume:project:example:admin"_s);
    m_edit->setFont(fixedFont());
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setTabChangesFocus(true);
    m_go->setObjectName(u"scopeExpandGo"_s);
    m_go->setAccessibleName(m_go->text());
    m_banner->setObjectName(u"scopeExpandBanner"_s);
    m_result->setEmptyText(tr("Nothing is expanded yet"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addWidget(new SecondaryLabel(tr("Scopes, one a line"), this), 0, 0);
    grid->addWidget(new SecondaryLabel(tr("What they give"), this), 0, 1);
    grid->addWidget(m_edit, 1, 0);
    grid->addWidget(m_result, 1, 1, 2, 1);
    grid->addWidget(m_go, 2, 0, Qt::AlignLeft);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    grid->setRowStretch(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_banner);
    column->addLayout(grid, 1);
    connect(m_go, &QPushButton::clicked, this, &ScopeExpandPane::expand);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &ScopeExpandPane::update);
    connect(m_expansion, &core::ScopeExpansion::changed, this, &ScopeExpandPane::update);
    connect(m_banner, &Banner::retryRequested, this, &ScopeExpandPane::expand);
    connect(m_result, &ScopeTree::scopeActivated, this, &ScopeExpandPane::scopeActivated);
    update();
}

QString ScopeExpandPane::text() const
{
    return m_edit->toPlainText();
}

void ScopeExpandPane::setText(const QString &text)
{
    m_edit->setPlainText(text);
}

bool ScopeExpandPane::isLoading() const
{
    return m_expansion->part().isLoading();
}

void ScopeExpandPane::expand()
{
    m_expansion->expand(core::scopesOf(text()));
}

void ScopeExpandPane::update()
{
    const core::Part &part = m_expansion->part();
    if (part.hasFailed())
        m_banner->showText(bannerFor(tr("The scopes could not be expanded."), part.error));
    else
        m_banner->hide();
    m_go->setEnabled(!part.isLoading() && !text().trimmed().isEmpty());
    if (part.state == core::Part::State::Ready)
        m_result->setScopes(m_expansion->scopes());
    Q_EMIT changed();
}

} // namespace ui
