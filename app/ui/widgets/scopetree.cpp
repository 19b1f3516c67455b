// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/scopetree.h"

#include "core/credentials/scopetreemodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/secondarylabel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// As many as one looks over without folding anything.
constexpr int unfoldedAtFirst = 300;

} // namespace

ScopeTree::ScopeTree(const QString &objectName, const QString &what, QWidget *parent)
    : QWidget(parent), m_model(new core::ScopeTreeModel(this)), m_search(new QLineEdit(this)),
      m_view(new QTreeView(this)), m_count(new SecondaryLabel({}, this)), m_emptyText(tr("No scopes"))
{
    setObjectName(objectName);
    m_search->setObjectName(objectName + u"Search"_s);
    m_search->setPlaceholderText(tr("Search scopes"));
    m_search->setAccessibleName(tr("Search: %1").arg(what));
    m_search->setClearButtonEnabled(true);
    m_search->setToolTip(plainToolTip(tr("Text, a scope to see what gives it, or a pattern that ends with *")));
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_count->setObjectName(objectName + u"Count"_s);
    buildView(objectName, what);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_search, 1);
    top->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(top);
    column->addWidget(m_view, 1);
    connect(m_search, &QLineEdit::textChanged, this, &ScopeTree::search);
    // Only then: setting the same scopes again leaves what the person folded.
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        unfold();
        updateCount();
        Q_EMIT selectionChanged();
    });
    updateCount();
}

void ScopeTree::buildView(const QString &objectName, const QString &what)
{
    m_view->setObjectName(objectName + u"View"_s);
    m_view->setAccessibleName(what);
    m_view->setModel(m_model);
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setFont(fixedFont());
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->setExpandsOnDoubleClick(false);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->installEventFilter(this);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ScopeTree::showMenu);
    connect(m_view, &QAbstractItemView::doubleClicked, this, &ScopeTree::activate);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ScopeTree::selectionChanged);
}

QSize ScopeTree::sizeHint() const
{
    const QFontMetrics metrics(m_view->font());
    return { metrics.averageCharWidth() * 44, (metrics.height() + 8) * 9 };
}

void ScopeTree::setScopes(const QStringList &scopes)
{
    m_model->setScopes(scopes);
}

QStringList ScopeTree::scopes() const
{
    return m_model->scopes();
}

void ScopeTree::setEmptyText(const QString &text)
{
    m_emptyText = text;
    updateCount();
}

QStringList ScopeTree::selectedScopes() const
{
    QStringList result;
    const QModelIndexList selected = m_view->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected) {
        const QString scope = index.data(core::ScopeTreeModel::ScopeRole).toString();
        result += scope.isEmpty() ? m_model->scopesBelow(index) : QStringList { scope };
    }
    result.removeDuplicates();
    std::sort(result.begin(), result.end());
    return result;
}

void ScopeTree::search(const QString &text)
{
    m_model->setFilter(text.trimmed());
}

void ScopeTree::unfold()
{
    if (m_model->shownCount() <= unfoldedAtFirst)
        m_view->expandAll();
    else
        m_view->expandToDepth(0);
}

void ScopeTree::updateCount()
{
    const int all = static_cast<int>(m_model->scopes().size());
    if (all == 0)
        m_count->setText(m_emptyText);
    else if (m_model->filter().isEmpty())
        m_count->setText(tr("%Ln scopes", nullptr, all));
    else
        m_count->setText(tr("%L1 of %Ln scopes", nullptr, all).arg(m_model->shownCount()));
}

void ScopeTree::activate(const QModelIndex &index)
{
    const QString scope = index.data(core::ScopeTreeModel::ScopeRole).toString();
    if (m_model->hasChildren(index))
        m_view->setExpanded(index, !m_view->isExpanded(index));
    if (!scope.isEmpty())
        Q_EMIT scopeActivated(scope);
}

void ScopeTree::copy() const
{
    const QStringList scopes = selectedScopes();
    if (!scopes.isEmpty())
        QGuiApplication::clipboard()->setText(scopes.join(u'\n'));
}

bool ScopeTree::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_view || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && m_view->currentIndex().isValid()) {
        activate(m_view->currentIndex());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ScopeTree::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *selected = menu->addAction(icon(u"copy"_s), tr("Copy scopes"), this, &ScopeTree::copy);
    selected->setEnabled(!selectedScopes().isEmpty());
    menu->addAction(tr("Copy all scopes"), this,
        [this] { QGuiApplication::clipboard()->setText(m_model->scopesBelow({}).join(u'\n')); });
    menu->addSeparator();
    menu->addAction(tr("Unfold all"), m_view, &QTreeView::expandAll);
    menu->addAction(tr("Fold all"), m_view, &QTreeView::collapseAll);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace ui
