// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/pages/page.h"
#include "ui/workspace/recents.h"

class QStackedWidget;

namespace ui {

class DataTable;
class EmptyView;
class PageHeader;
class RecentModel;
class Workspace;

/// Task groups, or tasks, that were looked at: what the side bar's entries lead to.
class RecentPage : public Page
{
    Q_OBJECT

public:
    RecentPage(Recents::List list, Workspace *workspace, const core::Location &location, QWidget *parent);

    /// The place that shows \a list; the web UI has the same.
    static core::Location place(Recents::List list, const QString &rootUrl);

    QString title() const override;
    QIcon icon() const override;
    QString statusText() const override;
    void focusContent() override;

Q_SIGNALS:
    void locationBarRequested();

private:
    void update();
    void open(const QModelIndex &index, bool newTab);

    Recents::List m_list;
    RecentModel *m_model;
    PageHeader *m_header;
    DataTable *m_table;
    EmptyView *m_empty;
    QStackedWidget *m_stack;
};

} // namespace ui
