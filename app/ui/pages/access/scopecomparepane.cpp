// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/access/scopecomparepane.h"

#include "core/access/scopedifference.h"
#include "core/access/scopeexpansion.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/scopetree.h"
#include "ui/widgets/secondarylabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

ScopeComparePane::ScopeComparePane(core::Session *session, QWidget *parent)
    : QWidget(parent), m_leftExpansion(new core::ScopeExpansion(session, this)),
      m_rightExpansion(new core::ScopeExpansion(session, this)),
      m_expanded(new QCheckBox(tr("With everything that the roles in them give"), this)),
      m_summary(selectableLabel({}, this)), m_banner(new Banner(this))
{
    setObjectName(u"scopeCompare"_s);
    m_expanded->setObjectName(u"scopeCompareExpanded"_s);
    m_expanded->setAccessibleName(m_expanded->text());
    m_summary->setObjectName(u"scopeCompareSummary"_s);
    m_banner->setObjectName(u"scopeCompareBanner"_s);
    auto *edits = new QGridLayout;
    edits->setHorizontalSpacing(8);
    edits->setVerticalSpacing(4);
    m_left = addEdit(edits, 0, tr("Left: scopes, one a line"), u"scopeCompareLeft"_s);
    m_right = addEdit(edits, 1, tr("Right: scopes, one a line"), u"scopeCompareRight"_s);
    auto *results = new QGridLayout;
    results->setHorizontalSpacing(8);
    results->setVerticalSpacing(4);
    m_onlyLeft = addResult(results, 0, tr("Only left"), u"scopeCompareOnlyLeft"_s);
    m_both = addResult(results, 1, tr("Both"), u"scopeCompareBoth"_s);
    m_onlyRight = addResult(results, 2, tr("Only right"), u"scopeCompareOnlyRight"_s);
    results->setRowStretch(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addLayout(edits, 2);
    column->addWidget(m_expanded);
    column->addWidget(m_banner);
    column->addWidget(m_summary);
    column->addLayout(results, 3);
    m_soon.setSingleShot(true);
    m_soon.setInterval(300ms);
    connect(&m_soon, &QTimer::timeout, this, &ScopeComparePane::ask);
    connect(m_expanded, &QCheckBox::toggled, this, &ScopeComparePane::ask);
    connect(m_banner, &Banner::retryRequested, this, &ScopeComparePane::ask);
    for (core::ScopeExpansion *expansion : { m_leftExpansion, m_rightExpansion })
        connect(expansion, &core::ScopeExpansion::changed, this, &ScopeComparePane::update);
    update();
}

QPlainTextEdit *ScopeComparePane::addEdit(
    QGridLayout *grid, int column, const QString &title, const QString &objectName)
{
    auto *edit = new QPlainTextEdit(this);
    edit->setObjectName(objectName);
    edit->setAccessibleName(title);
    edit->setFont(fixedFont());
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setTabChangesFocus(true);
    grid->addWidget(new SecondaryLabel(title, this), 0, column);
    grid->addWidget(edit, 1, column);
    grid->setColumnStretch(column, 1);
    connect(edit, &QPlainTextEdit::textChanged, this, &ScopeComparePane::askSoon);
    return edit;
}

ScopeTree *ScopeComparePane::addResult(QGridLayout *grid, int column, const QString &title, const QString &objectName)
{
    auto *tree = new ScopeTree(objectName, title, this);
    tree->setEmptyText(tr("None"));
    grid->addWidget(sectionTitle(title, this), 0, column);
    grid->addWidget(tree, 1, column);
    grid->setColumnStretch(column, 1);
    connect(tree, &ScopeTree::scopeActivated, this, &ScopeComparePane::scopeActivated);
    return tree;
}

QStringList ScopeComparePane::texts() const
{
    return { m_left->toPlainText(), m_right->toPlainText() };
}

void ScopeComparePane::setTexts(const QStringList &texts)
{
    m_left->setPlainText(texts.value(0));
    m_right->setPlainText(texts.value(1));
}

bool ScopeComparePane::isLoading() const
{
    return m_expanded->isChecked()
        && (m_soon.isActive() || m_leftExpansion->part().isLoading() || m_rightExpansion->part().isLoading());
}

void ScopeComparePane::ask()
{
    if (m_expanded->isChecked()) {
        m_leftExpansion->expand(core::scopesOf(m_left->toPlainText()));
        m_rightExpansion->expand(core::scopesOf(m_right->toPlainText()));
    }
    update();
}

void ScopeComparePane::askSoon()
{
    if (m_expanded->isChecked())
        m_soon.start();
    else
        update();
}

void ScopeComparePane::update()
{
    const bool isExpanded = m_expanded->isChecked();
    const core::Part &left = m_leftExpansion->part();
    const core::Part &right = m_rightExpansion->part();
    if (isExpanded && (left.hasFailed() || right.hasFailed())) {
        m_banner->showText(
            bannerFor(tr("The scopes could not be expanded."), left.hasFailed() ? left.error : right.error));
    } else {
        m_banner->hide();
    }
    if (!isLoading()) {
        const auto compared
            = core::ScopeComparison::of(isExpanded ? m_leftExpansion->scopes() : core::scopesOf(m_left->toPlainText()),
                isExpanded ? m_rightExpansion->scopes() : core::scopesOf(m_right->toPlainText()));
        m_onlyLeft->setScopes(compared.onlyLeft);
        m_both->setScopes(compared.both);
        m_onlyRight->setScopes(compared.onlyRight);
        if (compared.isSame())
            m_summary->setText(tr("Both give the same."));
        else if (compared.onlyRight.isEmpty())
            m_summary->setText(tr("Left gives everything that right gives, and more."));
        else if (compared.onlyLeft.isEmpty())
            m_summary->setText(tr("Right gives everything that left gives, and more."));
        else
            m_summary->setText(tr("Each gives something that the other does not."));
    }
    Q_EMIT changed();
}

} // namespace ui
