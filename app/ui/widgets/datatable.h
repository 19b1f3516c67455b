// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QTableView>

class QMenu;
class QSettings;

namespace ui {

/// The table of every page: rows of a fixed height, columns that the person shows, hides, moves and sizes and that
/// come back, Ctrl+C for the selected rows tab-separated, Enter to open.
class DataTable : public QTableView
{
    Q_OBJECT

public:
    explicit DataTable(QWidget *parent = nullptr);

    /// Keeps the columns under \a key; call after the model is set. Columns from \a shownAtFirst on start hidden.
    /// \a version changes whenever the meaning of the columns does.
    void keepColumns(QSettings *settings, const QString &key, int shownAtFirst, int version);
    /// \a widths in characters of the table's font, for the first start; 0 leaves a column as it is.
    void setFirstWidths(const QList<int> &characters);
    /// Columns of numbers: right-aligned with figures of equal width, their headers too.
    void setNumberColumns(const QList<int> &columns);
    /// This column takes what room is left, and gives way first.
    void setElasticColumn(int column) { m_elastic = column; }

    /// Menu with a checkable entry for each column; the caller shows it.
    QMenu *columnMenu(QWidget *parent);
    /// What one sees of the selected rows, tab-separated, a line each.
    QString selectedText() const;
    void copySelection() const;
    QModelIndex currentRow() const;
    /// Selects this row and no other, whatever keys are held.
    void selectOnly(int row);

Q_SIGNALS:
    /// A row is both the current one and selected. Focus alone makes the first row the current one and chooses nothing.
    void rowChosen(const QModelIndex &row);
    /// Enter or a double click; \a newTab with Ctrl or the middle button.
    void opened(const QModelIndex &index, bool newTab);
    void menuRequested(const QModelIndex &index, const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void updateRowHeight();
    void saveColumns() const;
    void fitElasticColumn();

    QSettings *m_settings = nullptr;
    QString m_key;
    int m_elastic = -1;
};

} // namespace ui
