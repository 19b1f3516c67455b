// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QSet>
#include <QVariantMap>
#include <QWidget>

class QLineEdit;
class QModelIndex;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace core {
class SecretNames;
class SecretNamesModel;
} // namespace core

namespace ui {

class EmptyView;
class SecondaryLabel;

/// The names of all secrets, with a field that searches them; names only, so nothing here asks for a value.
class SecretListPane : public QWidget
{
    Q_OBJECT

public:
    /// \a names must outlive this.
    explicit SecretListPane(core::SecretNames *names, QWidget *parent = nullptr);

    core::SecretNamesModel *model() const { return m_model; }
    bool isLoading() const;
    /// "5,004 secrets", or how many were found.
    QString countText() const;
    /// Marks the secret that is open, and shows where it is.
    void setCurrent(const QString &name);
    void focusList();
    QVariantMap saveView() const;
    void restoreView(const QVariantMap &view);

Q_SIGNALS:
    void changed();
    void opened(const QString &name, bool newTab);
    void newRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildSearch();
    void buildList();
    void update();
    void activate(const QModelIndex &index, bool newTab);
    void showMenu(const QPoint &position);
    void showEmpty();
    void remember();
    void bringBack();
    void expandOnlyChildren(const QModelIndex &index);
    void expandPath(const QString &name);

    core::SecretNames *m_names;
    core::SecretNamesModel *m_model;
    QLineEdit *m_search;
    QToolButton *m_treeButton;
    SecondaryLabel *m_count;
    QTreeView *m_list;
    EmptyView *m_empty = nullptr;
    QStackedWidget *m_stack;
    QString m_current;
    QString m_focused; ///< where the keyboard is in the list
    QSet<QString> m_expanded;
    QSet<QString> m_collapsed; ///< by hand
};

} // namespace ui
