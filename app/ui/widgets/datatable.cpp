// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/datatable.h"

#include "ui/delegates/celldelegate.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// A header whose texts stand over what they name.
class TableHeader : public QHeaderView
{
public:
    explicit TableHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent) { setSectionsClickable(true); }

    QList<int> numbers;

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override
    {
        QHeaderView::initStyleOptionForIndex(option, logicalIndex);
        option->textAlignment = Qt::AlignVCenter | (numbers.contains(logicalIndex) ? Qt::AlignRight : Qt::AlignLeft);
    }
};

} // namespace

DataTable::DataTable(QWidget *parent) : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerItem);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = new TableHeader(this);
    setHorizontalHeader(header);
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        QMenu *menu = columnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(horizontalHeader()->viewport()->mapToGlobal(position));
    });
    updateRowHeight();
}

void DataTable::updateRowHeight()
{
    const int height = fontMetrics().height() + 8;
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

void DataTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateRowHeight();
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitElasticColumn();
}

void DataTable::fitElasticColumn()
{
    if (m_elastic < 0 || !model() || viewport()->width() <= 0)
        return;
    const int smallest = fontMetrics().averageCharWidth() * 20;
    const int rest = horizontalHeader()->length() - columnWidth(m_elastic);
    setColumnWidth(m_elastic, std::max(smallest, viewport()->width() - rest));
}

void DataTable::setNumberColumns(const QList<int> &columns)
{
    static_cast<TableHeader *>(horizontalHeader())->numbers = columns;
    auto *delegate = new CellDelegate(CellDelegate::Text::Number, this);
    for (const int column : columns)
        setItemDelegateForColumn(column, delegate);
}

void DataTable::setFirstWidths(const QList<int> &characters)
{
    const int average = fontMetrics().averageCharWidth();
    for (int column = 0; column < characters.size(); ++column) {
        if (characters.at(column) > 0)
            setColumnWidth(
                column, std::max(characters.at(column) * average + 12, horizontalHeader()->sectionSizeHint(column)));
    }
}

void DataTable::keepColumns(QSettings *settings, const QString &key, int shownAtFirst, int version)
{
    m_settings = settings;
    m_key = u"columns/"_s + key + u"-v"_s + QString::number(version);
    for (int column = shownAtFirst; column < model()->columnCount(); ++column)
        setColumnHidden(column, true);
    if (settings->contains(m_key))
        horizontalHeader()->restoreState(settings->value(m_key).toByteArray());
    const auto save = [this] { saveColumns(); };
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, save);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, save);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, save);
}

void DataTable::saveColumns() const
{
    if (m_settings)
        m_settings->setValue(m_key, horizontalHeader()->saveState());
}

QMenu *DataTable::columnMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    for (int column = 0; column < model()->columnCount(); ++column) {
        const QString name = model()->headerData(column, Qt::Horizontal).toString();
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        // The first column names the row's state and stays, so that there is always a header to click on.
        action->setEnabled(column != 0);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            if (shown && columnWidth(column) < 40)
                setColumnWidth(column, fontMetrics().averageCharWidth() * 16);
            fitElasticColumn();
            saveColumns();
        });
    }
    return menu;
}

void DataTable::selectOnly(int row)
{
    const int column = horizontalHeader()->logicalIndexAt(0);
    selectionModel()->setCurrentIndex(
        model()->index(row, std::max(0, column)), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void DataTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    const bool sameRow = current.row() == previous.row() && previous.isValid();
    if (!sameRow && selectionModel()->isSelected(current))
        Q_EMIT rowChosen(currentRow());
}

// A click selects before it makes the row current, the space key selects what is current already.
void DataTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (selected.contains(currentIndex()))
        Q_EMIT rowChosen(currentRow());
}

QModelIndex DataTable::currentRow() const
{
    return currentIndex().isValid() ? model()->index(currentIndex().row(), 0) : QModelIndex();
}

QString DataTable::selectedText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const auto &left, const auto &right) { return left.row() < right.row(); });
    QStringList lines;
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int visual = 0; visual < model()->columnCount(); ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (!isColumnHidden(column))
                cells.append(model()->index(row.row(), column).data().toString());
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

void DataTable::copySelection() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT opened(currentRow(), event->modifiers().testFlag(Qt::ControlModifier));
        return;
    }
    if (event->key() == Qt::Key_Home && !event->modifiers()) {
        selectOnly(0);
        return;
    }
    if (event->key() == Qt::Key_End && !event->modifiers()) {
        selectOnly(model()->rowCount() - 1);
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && event->button() == Qt::LeftButton)
        Q_EMIT opened(model()->index(index.row(), 0), event->modifiers().testFlag(Qt::ControlModifier));
}

void DataTable::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::MiddleButton && index.isValid())
        Q_EMIT opened(model()->index(index.row(), 0), true);
    QTableView::mouseReleaseEvent(event);
}

void DataTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const QPoint place = byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos();
    Q_EMIT menuRequested(model()->index(index.row(), 0), place);
}

} // namespace ui
