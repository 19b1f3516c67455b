// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/transfers/uploadlist.h"
#include "ui/delegates/celldelegate.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;

namespace ui {

class DataTable;
class SecondaryLabel;

/// Files that are about to become artifacts of a run: names, types and expiry to check and change, then one button.
class UploadPanel : public QFrame
{
    Q_OBJECT

public:
    explicit UploadPanel(QWidget *parent = nullptr);

    core::UploadList *list() const { return m_list; }
    core::UploadStorage storage() const;
    /// \a known: what the deployment has was found out; until then the person is told that it is being asked.
    void setStorage(core::UploadStorage storage, bool known);
    void setRunId(int runId);
    /// Puts the keyboard on the first name.
    void focusFirst();

Q_SIGNALS:
    void uploadRequested();
    void moreRequested();
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildTable();
    QWidget *buildStorage();
    QWidget *buildButtons();
    static QString openText();
    void update();
    void removeSelected();
    void fitTable();

    core::UploadList *m_list;
    QLabel *m_title;
    SecondaryLabel *m_summary;
    DataTable *m_table;
    SecondaryLabel *m_note;
    QComboBox *m_storage = nullptr;
    QPushButton *m_upload = nullptr;
    QPushButton *m_remove = nullptr;
    bool m_storageKnown = false;
};

/// Cells of that list, with editors that say what they are for.
class UploadDelegate : public CellDelegate
{
    Q_OBJECT

public:
    explicit UploadDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ui
