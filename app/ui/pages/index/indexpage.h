// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/pages/page.h"

class QHBoxLayout;
class QStackedWidget;

namespace core {
class IndexModel;
class LocationResolver;
class Session;
} // namespace core

namespace ui {

class Banner;
class DataTable;
class EmptyView;
class PageHeader;
class Workspace;

/// What is below an index namespace, with the way back up as links. A path with nothing below it is looked up as a
/// task's, and gives way to that task's page.
class IndexPage : public Page
{
    Q_OBJECT

public:
    IndexPage(core::Session *session, Workspace *workspace, const core::Location &location, QWidget *parent);

    QString title() const override;
    QIcon icon() const override;
    QString statusText() const override;
    bool isLoading() const override;
    void reload() override;
    QList<QAction *> pageActions() const override { return m_actions; }
    void focusContent() override;

private:
    void buildHeader();
    void buildTable();
    void update();
    void lookForTask();
    void open(const QModelIndex &index, bool newTab);
    void openPath(const QString &path, OpenIn where);
    void showMenu(const QModelIndex &index, const QPoint &position);

    Workspace *m_workspace;
    core::IndexModel *m_model;
    core::LocationResolver *m_resolver; ///< asked whether an empty namespace is a task
    PageHeader *m_header;
    Banner *m_banner;
    DataTable *m_table;
    EmptyView *m_empty;
    QStackedWidget *m_stack;
    QList<QAction *> m_actions;
    bool m_lookedForTask = false;
};

} // namespace ui
