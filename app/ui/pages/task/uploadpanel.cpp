// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/task/uploadpanel.h"

#include "core/util/format.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/secondarylabel.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::UploadList;

namespace {

constexpr int fewestRowsShown = 2;
constexpr int mostRowsShown = 8;

} // namespace

UploadPanel::UploadPanel(QWidget *parent)
    : QFrame(parent), m_list(new UploadList(this)), m_title(sectionTitle({}, this)),
      m_summary(new SecondaryLabel({}, this)), m_table(new DataTable(this)), m_note(new SecondaryLabel({}, this))
{
    setObjectName(u"uploadPanel"_s);
    setFrameShape(QFrame::StyledPanel);
    m_title->setObjectName(u"uploadTitle"_s);
    m_summary->setObjectName(u"uploadSummary"_s);
    m_note->setObjectName(u"uploadNote"_s);
    m_note->setWordWrap(true);
    buildTable();
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_summary, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_table);
    column->addWidget(m_note);
    column->addWidget(buildStorage());
    column->addWidget(buildButtons());
    connect(m_list, &QAbstractItemModel::dataChanged, this, &UploadPanel::update);
    connect(m_list, &QAbstractItemModel::rowsInserted, this, &UploadPanel::update);
    connect(m_list, &QAbstractItemModel::rowsRemoved, this, &UploadPanel::update);
    connect(m_list, &QAbstractItemModel::modelReset, this, &UploadPanel::update);
    setRunId(0);
    update();
}

void UploadPanel::buildTable()
{
    m_table->setObjectName(u"uploadTable"_s);
    m_table->setAccessibleName(tr("Files to upload"));
    m_table->setModel(m_list);
    m_table->setItemDelegate(new UploadDelegate(m_table));
    m_table->setNumberColumns({ UploadList::SizeColumn });
    m_table->setElasticColumn(UploadList::NameColumn);
    m_table->setFirstWidths({ 36, 11, 24, 26, 34 });
    m_table->setEditTriggers(
        QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked | QAbstractItemView::AnyKeyPressed);
    // Enter and a double click change what one is on.
    connect(m_table, &DataTable::opened, this, [this] {
        // Not with the Enter that ends the editing of a cell.
        if (m_table->hasFocus() && m_table->currentIndex().flags().testFlag(Qt::ItemIsEditable))
            m_table->edit(m_table->currentIndex());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &UploadPanel::update);
}

QWidget *UploadPanel::buildStorage()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *label = new QLabel(tr("&Kept in"), row);
    m_storage = new QComboBox(row);
    m_storage->setObjectName(u"uploadStorage"_s);
    m_storage->setAccessibleName(tr("Kept in"));
    m_storage->addItem(
        tr("object storage, with hashes that every download checks"), static_cast<int>(core::UploadStorage::Object));
    m_storage->addItem(tr("the queue's bucket (s3), without hashes"), static_cast<int>(core::UploadStorage::S3));
    label->setBuddy(m_storage);
    layout->addWidget(label);
    layout->addWidget(m_storage);
    layout->addStretch(1);
    return row;
}

QWidget *UploadPanel::buildButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const auto add = [row](const QString &name, const QString &iconName, const QString &text) {
        auto *button = new QPushButton(text, row);
        if (!iconName.isEmpty())
            button->setIcon(icon(iconName));
        button->setObjectName(name);
        button->setAccessibleName(text);
        button->setAutoDefault(false);
        return button;
    };
    QPushButton *more = add(u"uploadMore"_s, u"add"_s, tr("Add files\u2026"));
    m_remove = add(u"uploadRemove"_s, u"close"_s, tr("Leave out"));
    QPushButton *cancel = add(u"uploadCancel"_s, {}, tr("Cancel"));
    m_upload = add(u"uploadStart"_s, u"upload"_s, tr("Upload"));
    m_upload->setDefault(true);
    layout->addWidget(more);
    layout->addWidget(m_remove);
    layout->addStretch(1);
    layout->addWidget(cancel);
    layout->addWidget(m_upload);
    connect(more, &QPushButton::clicked, this, &UploadPanel::moreRequested);
    connect(m_remove, &QPushButton::clicked, this, &UploadPanel::removeSelected);
    connect(cancel, &QPushButton::clicked, this, &UploadPanel::cancelled);
    connect(m_upload, &QPushButton::clicked, this, &UploadPanel::uploadRequested);
    return row;
}

core::UploadStorage UploadPanel::storage() const
{
    return static_cast<core::UploadStorage>(m_storage->currentData().toInt());
}

void UploadPanel::setStorage(core::UploadStorage storage, bool known)
{
    if (m_storageKnown)
        return; // the person may have chosen another since
    m_storage->setCurrentIndex(m_storage->findData(static_cast<int>(storage)));
    m_storageKnown = known;
    update();
}

void UploadPanel::setRunId(int runId)
{
    m_title->setText(tr("Upload to run %1").arg(runId));
}

void UploadPanel::focusFirst()
{
    m_table->setFocus(Qt::OtherFocusReason);
    if (!m_table->selectionModel()->hasSelection())
        m_table->selectOnly(0);
}

QString UploadPanel::openText()
{
    return tr("Names that begin with public/ can be read by everybody who can reach the deployment.");
}

void UploadPanel::update()
{
    const int count = m_list->rowCount();
    m_summary->setText(u"%1 \u00b7 %2"_s.arg(tr("%Ln file(s)", nullptr, count), core::formatSize(m_list->totalSize())));
    const int open = m_list->publicCount();
    const int problems = m_list->problems();
    const QString lasting = tr("An artifact cannot be taken back or replaced.");
    if (problems > 0)
        m_note->setText(tr("%Ln artifact(s) cannot be uploaded like this; see the column Check.", nullptr, problems));
    else
        m_note->setText(open > 0 ? openText() + u' ' + lasting : lasting);
    m_upload->setText(tr("Upload %Ln artifact(s)", nullptr, count));
    m_upload->setAccessibleName(m_upload->text());
    m_upload->setEnabled(m_list->isReady() && m_storageKnown);
    m_upload->setToolTip(m_storageKnown ? QString() : tr("The deployment is being asked where artifacts are kept."));
    m_remove->setEnabled(m_table->selectionModel() && m_table->selectionModel()->hasSelection());
    fitTable();
}

// As high as its rows, up to some; lower where the page is.
void UploadPanel::fitTable()
{
    const auto heightOf = [this](int rows) {
        return rows * m_table->verticalHeader()->defaultSectionSize() + m_table->horizontalHeader()->sizeHint().height()
            + 2 * m_table->frameWidth();
    };
    const int rows = std::max(1, m_list->rowCount());
    m_table->setMinimumHeight(heightOf(std::min(rows, fewestRowsShown)));
    m_table->setMaximumHeight(heightOf(std::min(rows, mostRowsShown)));
}

void UploadPanel::removeSelected()
{
    QList<int> rows;
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    m_list->leaveOut(rows);
    if (m_list->rowCount() == 0)
        Q_EMIT cancelled();
}

void UploadPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else if (event->key() == Qt::Key_Delete)
        removeSelected();
    else
        QFrame::keyPressEvent(event);
}

UploadDelegate::UploadDelegate(QObject *parent) : CellDelegate(Text::Plain, parent) { }

void UploadDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() != UploadList::ProblemColumn)
        return CellDelegate::paint(painter, option, index);
    const bool wrong = index.data(UploadList::HasProblemRole).toBool();
    paintMarked(
        painter, option, index, wrong ? u"warning"_s : u"state-completed"_s, wrong ? Tone::Failed : Tone::Completed);
}

QWidget *UploadDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QWidget *editor = CellDelegate::createEditor(parent, option, index);
    if (!editor)
        return nullptr;
    editor->setObjectName(u"uploadEditor"_s);
    editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    if (auto *time = qobject_cast<QDateTimeEdit *>(editor)) {
        time->setTimeSpec(Qt::UTC);
        time->setDisplayFormat(u"yyyy-MM-dd HH:mm 'UTC'"_s);
        time->setFrame(false);
    }
    return editor;
}

} // namespace ui
