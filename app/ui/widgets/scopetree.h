// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTreeView;

namespace core {
class ScopeTreeModel;
}

namespace ui {

/// Scopes as a tree with a field to search them. Ctrl+C copies those that are selected, a line each; a branch stands
/// for all that is below it.
class ScopeTree : public QWidget
{
    Q_OBJECT

public:
    /// \a what names the scopes for assistive technology: "Scopes of the client". Its parts are named after
    /// \a objectName: "NAMESearch", "NAMEView", "NAMECount".
    ScopeTree(const QString &objectName, const QString &what, QWidget *parent = nullptr);

    void setScopes(const QStringList &scopes);
    QStringList scopes() const;
    /// What is said in place of the number while there are no scopes.
    void setEmptyText(const QString &text);
    /// Those that are selected, and all below selected branches.
    QStringList selectedScopes() const;
    QTreeView *view() const { return m_view; }

    QSize sizeHint() const override;

Q_SIGNALS:
    /// Enter or a double click on a scope.
    void scopeActivated(const QString &scope);
    void selectionChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildView(const QString &objectName, const QString &what);
    void search(const QString &text);
    void updateCount();
    void unfold();
    void activate(const QModelIndex &index);
    void copy() const;
    void showMenu(const QPoint &position);

    core::ScopeTreeModel *m_model;
    QLineEdit *m_search;
    QTreeView *m_view;
    QLabel *m_count;
    QString m_emptyText;
};

} // namespace ui
