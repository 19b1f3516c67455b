// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/access/audithistory.h"
#include "core/navigation/location.h"

#include <QWidget>

class QStackedWidget;

namespace core {
class Session;
}

namespace ui {

class Banner;
class DataTable;
class EmptyView;

/// The history of one thing, or of what one client did, as a table with a banner of its own. Loads when it is first
/// seen, because the history is in few accounts' scopes and is not what a page is opened for.
class AuditView : public QWidget
{
    Q_OBJECT

public:
    /// \a location is the page's place; what is opened from here keeps its deployment and account.
    AuditView(core::Session *session, core::Location location, QWidget *parent = nullptr);

    /// What was done to one thing.
    void open(core::AuditHistory::Entity entity, const QString &name);
    /// What a client did.
    void openClient(const QString &clientId);
    /// Nothing is shown, because there is no thing yet.
    void clear();
    void reload();
    bool isLoading() const;
    core::AuditHistory *history() const { return m_history; }

Q_SIGNALS:
    /// What is shown, or isLoading(), changed.
    void changed();
    /// A client, role or secret of the history is to be opened.
    void openRequested(const core::Location &location, bool newTab);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void prepare();
    void load();
    void update();
    void openRow(const QModelIndex &index, bool newTab);
    void showMenu(const QModelIndex &index, const QPoint &position);

    core::Location m_place;
    core::AuditHistory *m_history;
    Banner *m_banner;
    DataTable *m_table;
    EmptyView *m_empty;
    QStackedWidget *m_stack;
    core::AuditHistory::Entity m_entity = core::AuditHistory::Entity::Client;
    QString m_name; ///< empty while there is nothing to show
    bool m_ofClient = false;
    bool m_isLoaded = false;
};

} // namespace ui
