// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/access/accessdetails.h"
#include "core/navigation/location.h"

#include <QWidget>

class QAction;
class QTabWidget;

namespace core {
class AccessDirectory;
class Session;
} // namespace core

namespace ui {

class AuditView;
class Banner;
class ElidedLabel;
class FactGrid;
class ScopeTree;

/// One client or role, to be read: what it is, its scopes, what they expand to, and what happened to it.
class AccessView : public QWidget
{
    Q_OBJECT

public:
    enum class Act { Edit, Copy, Enable, Disable, ResetToken, Delete, WhoHolds };

    /// \a details must outlive this; \a location is the page's.
    AccessView(core::Session *session, core::AccessDetails *details, const core::Location &location,
        QWidget *parent = nullptr);

    /// Null for what this kind does not have.
    QAction *action(Act act) const;
    QList<QAction *> actions() const;
    /// Off while the entry is being edited.
    void setActing(bool on);
    void reload();
    bool isLoading() const;
    /// What a change led to, in place of the entry's own trouble.
    Banner *banner() const { return m_banner; }

Q_SIGNALS:
    void asked(ui::AccessView::Act act);
    void openRequested(const core::Location &location, bool newTab);
    void changed();

private:
    void buildHeader();
    void buildTabs();
    QAction *makeAction(
        Act act, const QString &objectName, const QString &text, const QString &iconName, const QKeySequence &key = {});
    void update();
    void updateFacts(const core::AccessEntry &entry);
    void updateActions();
    void allow(Act act, core::AccessDetails::Change change);
    void openScope(const QString &scope);

    core::Session *m_session;
    core::AccessDirectory *m_directory;
    core::AccessDetails *m_details;
    core::Location m_place;
    core::AccessEntry m_shown;
    bool m_isActing = true;
    QList<std::pair<Act, QAction *>> m_actions;
    ElidedLabel *m_title;
    ElidedLabel *m_state;
    Banner *m_banner;
    QTabWidget *m_tabs;
    FactGrid *m_facts;
    ScopeTree *m_scopes;
    ScopeTree *m_expanded;
    AuditView *m_history;
    AuditView *m_activity = nullptr; ///< of a client
};

} // namespace ui
