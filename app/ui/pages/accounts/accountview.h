// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/navigation/location.h"

#include <QWidget>

class QAction;
class QVBoxLayout;

namespace core {
struct Account;
}

namespace ui {

class AccountEdit;
class AccountMark;
class CredentialView;
class ExportPanel;
class KeychainBanner;
struct Notice;
class PageHeader;
class RemovePanel;
class Workspace;

/// One account: whose it is and where, what can be done with it, what its credentials are.
class AccountView : public QWidget
{
    Q_OBJECT

public:
    /// \a workspace must outlive this.
    AccountView(Workspace *workspace, QString accountId, QWidget *parent = nullptr);

    QString accountId() const { return m_id; }
    bool isLoading() const;
    void reload();
    /// For the page's menu.
    QList<QAction *> viewActions() const;

Q_SIGNALS:
    void openRequested(const core::Location &location, bool newTab);
    void accountRequested(const QString &id);
    void noticed(const ui::Notice &notice);
    /// isLoading() changed.
    void changed();

private:
    void buildActions();
    void buildCredential(QVBoxLayout *column);
    void update();
    void updateHeader(const core::Account &account);
    void toggleExport(bool shown);
    void toggleRemove(bool shown);
    void place(QWidget *panel);
    QAction *makeAction(const QString &objectName, const QString &text, const QString &iconName);

    Workspace *m_workspace;
    QString m_id;
    AccountMark *m_mark;
    PageHeader *m_header;
    class ElidedLabel *m_where = nullptr;
    class ElidedLabel *m_note = nullptr;
    KeychainBanner *m_keychain;
    QVBoxLayout *m_panels;
    AccountEdit *m_edit;
    QAction *m_open = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_export = nullptr;
    QAction *m_remove = nullptr;
    QList<QAction *> m_actions;
    ExportPanel *m_exportPanel = nullptr;
    RemovePanel *m_removePanel = nullptr;
    CredentialView *m_credential = nullptr;
};

} // namespace ui
