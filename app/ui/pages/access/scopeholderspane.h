// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/navigation/location.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace core {
class AccessDirectory;
class ScopeHolderModel;
class Session;
} // namespace core

namespace ui {

class Banner;
class DataTable;
class EmptyView;

/// Who holds a scope: every client and every role of the deployment, with "*" understood.
class ScopeHoldersPane : public QWidget
{
    Q_OBJECT

public:
    ScopeHoldersPane(core::Session *session, const core::Location &location, QWidget *parent = nullptr);

    void ask(const QString &scope);
    QString scope() const;
    bool isLoading() const;
    void reload();
    void focusField();

Q_SIGNALS:
    void changed();
    /// Another scope is asked about.
    void scopeChanged(const QString &scope);
    void openRequested(const core::Location &location, bool newTab);

private:
    void buildTable();
    void update();
    void open(const QModelIndex &index, bool newTab);
    void showMenu(const QModelIndex &index, const QPoint &position);

    core::Location m_place;
    core::AccessDirectory *m_directory;
    core::ScopeHolderModel *m_model;
    QLineEdit *m_field;
    QCheckBox *m_parts;
    QLabel *m_summary;
    Banner *m_banner;
    DataTable *m_table;
    EmptyView *m_empty;
    QStackedWidget *m_stack;
};

} // namespace ui
