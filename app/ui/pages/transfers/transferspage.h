// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/pages/page.h"

#include <QTimer>

class QStackedWidget;

namespace core {
struct TransferItem;
}

namespace ui {

class Banner;
class DataTable;
class ElidedLabel;
class EmptyView;
class PageHeader;
class Workspace;

/// Every download and upload of this run of the program.
class TransfersPage : public Page
{
    Q_OBJECT

public:
    TransfersPage(Workspace *workspace, const core::Location &location, QWidget *parent);

    QString title() const override;
    QIcon icon() const override;
    QString statusText() const override;
    QList<QAction *> pageActions() const override { return { m_cancel, m_retry, m_openFolder, m_clear }; }
    void focusContent() override;

private:
    void buildActions();
    void buildTable();
    void buildEmpty();
    void update();
    void updateActions();
    void updateBanner();
    /// Ids of the selected rows.
    QList<int> selected() const;
    const core::TransferItem *current() const;
    void openFolder();
    void open(bool newTab);
    void showMenu(const QPoint &position);

    Workspace *m_workspace;
    PageHeader *m_header;
    ElidedLabel *m_summary = nullptr;
    Banner *m_banner;
    DataTable *m_table;
    EmptyView *m_empty;
    QStackedWidget *m_stack;
    QAction *m_cancel = nullptr;
    QAction *m_retry = nullptr;
    QAction *m_openFolder = nullptr;
    QAction *m_clear = nullptr;
    QTimer m_later; ///< until what has changed is shown
    int m_explained = 0; ///< the failed transfer that the banner is about
};

} // namespace ui
