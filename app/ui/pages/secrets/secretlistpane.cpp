// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/secrets/secretlistpane.h"

#include "core/secrets/secretnames.h"
#include "core/secrets/secretnamesmodel.h"
#include "core/util/format.h"
#include "ui/delegates/namedelegate.h"
#include "ui/theme/icons.h"
#include "ui/widgets/emptyview.h"
#include "ui/widgets/secondarylabel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::SecretNamesModel;

SecretListPane::SecretListPane(core::SecretNames *names, QWidget *parent)
    : QWidget(parent), m_names(names), m_model(new SecretNamesModel(names, this)), m_search(new QLineEdit(this)),
      m_treeButton(new QToolButton(this)), m_count(new SecondaryLabel({}, this)), m_list(new QTreeView(this)),
      m_stack(new QStackedWidget(this))
{
    buildSearch();
    buildList();
    m_stack->addWidget(m_list);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_search, 1);
    row->addWidget(m_treeButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_stack, 1);
    column->addWidget(m_count);
    connect(m_names, &core::SecretNames::partChanged, this, &SecretListPane::update);
    update();
}

void SecretListPane::buildSearch()
{
    m_count->setObjectName(u"secretsCount"_s);
    m_search->setObjectName(u"secretsSearch"_s);
    m_search->setAccessibleName(tr("Search the names of all secrets"));
    m_search->setPlaceholderText(tr("Search all names"));
    // The field's own button looks through the themes of the desktop for its icon, which takes longer than the list.
    QAction *clear = m_search->addAction(icon(u"close"_s), QLineEdit::TrailingPosition);
    clear->setObjectName(u"secretsSearchClear"_s);
    clear->setText(tr("Clear the search"));
    clear->setToolTip(clear->text());
    clear->setVisible(false);
    connect(clear, &QAction::triggered, m_search, &QLineEdit::clear);
    connect(
        m_search, &QLineEdit::textChanged, clear, [clear](const QString &text) { clear->setVisible(!text.isEmpty()); });
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_treeButton->setObjectName(u"secretsTree"_s);
    m_treeButton->setIcon(icon(u"namespace"_s));
    m_treeButton->setCheckable(true);
    m_treeButton->setChecked(true);
    m_treeButton->setAutoRaise(true);
    m_treeButton->setToolTip(tr("Show the names as a tree"));
    m_treeButton->setAccessibleName(tr("Show the names as a tree"));
    connect(m_search, &QLineEdit::textChanged, m_model, &SecretNamesModel::setFilter);
    connect(m_treeButton, &QToolButton::toggled, m_model, &SecretNamesModel::setTree);
}

void SecretListPane::buildList()
{
    m_list->setObjectName(u"secretsList"_s);
    m_list->setAccessibleName(tr("Secrets"));
    m_list->setModel(m_model);
    m_list->setHeaderHidden(true);
    m_list->setUniformRowHeights(true); // without it thousands of names are measured one by one
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setExpandsOnDoubleClick(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setTabKeyNavigation(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setItemDelegate(new NameDelegate(SecretNamesModel::IsSecretRole, u"secret"_s, u"namespace"_s, m_list));
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    connect(m_list, &QWidget::customContextMenuRequested, this, &SecretListPane::showMenu);
    connect(m_list, &QTreeView::clicked, this, [this](const QModelIndex &index) { activate(index, false); });
    connect(m_list, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        const QString name = index.data(SecretNamesModel::NameRole).toString();
        m_expanded.insert(name);
        m_collapsed.remove(name);
        expandOnlyChildren(index);
    });
    connect(m_list, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        const QString name = index.data(SecretNamesModel::NameRole).toString();
        m_expanded.remove(name);
        m_collapsed.insert(name);
    });
    connect(m_model, &SecretNamesModel::aboutToRearrange, this, &SecretListPane::remember);
    connect(m_model, &SecretNamesModel::rearranged, this, [this] {
        bringBack();
        update();
    });
}

bool SecretListPane::isLoading() const
{
    return m_names->part().isLoading() || m_model->isArranging();
}

QString SecretListPane::countText() const
{
    const auto all = static_cast<int>(m_names->names().size());
    QString text = tr("%Ln secret(s)", nullptr, all);
    if (!m_model->filter().isEmpty())
        text = tr("%1 of %2").arg(core::formatCount(m_model->secretCount()), text);
    if (all == 0 && m_names->part().isLoading())
        return tr("Loading the names\u2026");
    return m_names->part().isLoading() ? tr("%1 so far").arg(text) : text;
}

void SecretListPane::update()
{
    const core::Part &part = m_names->part();
    m_count->setText(countText());
    m_count->setVisible(!part.hasFailed() || m_model->secretCount() > 0);
    if (m_model->secretCount() > 0)
        m_stack->setCurrentWidget(m_list);
    else
        showEmpty();
    Q_EMIT changed();
}

// What stands where there are no names. Made when it is needed: laying out its text takes as long as the whole list.
void SecretListPane::showEmpty()
{
    const core::Part &part = m_names->part();
    if (m_model->filter().isEmpty() && isLoading())
        return; // a moment later there are names
    if (!m_empty) {
        m_empty = new EmptyView(this);
        m_stack->addWidget(m_empty);
        connect(m_empty, &EmptyView::actionRequested, this, [this] {
            if (m_model->filter().isEmpty())
                Q_EMIT newRequested();
            else
                m_search->clear();
        });
    }
    if (part.hasFailed())
        m_empty->setTexts(tr("The names are not known. A secret can be opened by its name in the location bar."));
    else if (!m_model->filter().isEmpty())
        m_empty->setTexts(tr("No name has this in it."), tr("Show all"));
    else
        m_empty->setTexts(tr("There are no secrets yet."), tr("New secret"));
    m_stack->setCurrentWidget(m_empty);
}

void SecretListPane::remember()
{
    m_focused = m_list->currentIndex().data(SecretNamesModel::NameRole).toString();
}

// The model has been reset: open the same folders, and go where the keyboard was.
void SecretListPane::bringBack()
{
    const QSet<QString> expanded = m_expanded;
    for (const QString &name : expanded) {
        const QModelIndex index = m_model->indexOf(name);
        if (index.isValid() && m_model->rowCount(index) > 0)
            m_list->setExpanded(index, true);
    }
    expandOnlyChildren({});
    const QModelIndex current = m_model->indexOf(m_focused.isEmpty() ? m_current : m_focused);
    if (current.isValid())
        m_list->setCurrentIndex(current);
    else if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0, 0));
}

// A folder that is the only thing in another one is open with it.
void SecretListPane::expandOnlyChildren(const QModelIndex &index)
{
    if (m_model->rowCount(index) != 1)
        return;
    const QModelIndex child = m_model->index(0, 0, index);
    const bool isClosed = m_collapsed.contains(child.data(SecretNamesModel::NameRole).toString());
    if (m_model->rowCount(child) > 0 && !isClosed)
        m_list->setExpanded(child, true); // which goes on from there
}

void SecretListPane::expandPath(const QString &name)
{
    for (qsizetype slash = name.indexOf(u'/'); slash >= 0; slash = name.indexOf(u'/', slash + 1)) {
        m_expanded.insert(name.left(slash));
        const QModelIndex index = m_model->indexOf(name.left(slash));
        if (index.isValid())
            m_list->setExpanded(index, true);
    }
}

void SecretListPane::setCurrent(const QString &name)
{
    m_current = name;
    if (name.isEmpty())
        return;
    expandPath(name);
    const QModelIndex index = m_model->indexOf(name);
    if (index.isValid())
        m_list->setCurrentIndex(index);
    m_focused = name;
}

void SecretListPane::focusList()
{
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void SecretListPane::activate(const QModelIndex &index, bool newTab)
{
    if (!index.isValid())
        return;
    if (index.data(SecretNamesModel::IsSecretRole).toBool())
        Q_EMIT opened(index.data(SecretNamesModel::NameRole).toString(), newTab);
    else
        m_list->setExpanded(index, !m_list->isExpanded(index));
}

void SecretListPane::showMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    const QString name = index.data(SecretNamesModel::NameRole).toString();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (index.data(SecretNamesModel::IsSecretRole).toBool()) {
        menu->addAction(tr("Open"), this, [this, name] { Q_EMIT opened(name, false); });
        menu->addAction(icon(u"add"_s), tr("Open in new tab"), this, [this, name] { Q_EMIT opened(name, true); });
        menu->addSeparator();
    }
    menu->addAction(icon(u"copy"_s), tr("Copy name"), this, [name] { QGuiApplication::clipboard()->setText(name); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

bool SecretListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease && watched == m_list->viewport()) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::MiddleButton)
            activate(m_list->indexAt(mouse->position().toPoint()), true);
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_search && (key->key() == Qt::Key_Down || isEnter)) {
        focusList();
        return true;
    }
    if (watched == m_list && isEnter) {
        activate(m_list->currentIndex(), key->modifiers().testFlag(Qt::ControlModifier));
        return true;
    }
    if (watched == m_list && key->matches(QKeySequence::Copy)) {
        const QString name = m_list->currentIndex().data(SecretNamesModel::NameRole).toString();
        if (!name.isEmpty())
            QGuiApplication::clipboard()->setText(name);
        return true;
    }
    return false;
}

QVariantMap SecretListPane::saveView() const
{
    return { { u"search"_s, m_search->text() }, { u"tree"_s, m_treeButton->isChecked() },
        { u"expanded"_s, QStringList(m_expanded.begin(), m_expanded.end()) } };
}

void SecretListPane::restoreView(const QVariantMap &view)
{
    m_treeButton->setChecked(view.value(u"tree"_s, true).toBool());
    const QStringList expanded = view.value(u"expanded"_s).toStringList();
    m_expanded.unite(QSet<QString>(expanded.begin(), expanded.end()));
    m_search->setText(view.value(u"search"_s).toString());
    bringBack();
}

} // namespace ui
