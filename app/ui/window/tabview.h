// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/pages/page.h"

#include <QPointer>
#include <QVariantMap>

#include <vector>

class QStackedLayout;

namespace ui {

class Workspace;

/// A tab: the page in front and the way that led to it. Pages passed a moment ago are kept as they are; older ones
/// are made again from their place. Nothing is loaded before the tab comes to the front.
class TabView : public QWidget
{
    Q_OBJECT

public:
    TabView(Workspace *workspace, const core::Location &location, QWidget *parent = nullptr);

    void open(const core::Location &location);
    void goBack() { go(-1); }
    void goForward() { go(1); }
    bool canGoBack() const { return m_current > 0; }
    bool canGoForward() const { return m_current + 1 < static_cast<int>(m_history.size()); }

    /// Makes the page when there is none yet.
    void activate();
    Page *page() const { return m_history[static_cast<std::size_t>(m_current)].page; }
    const core::Location &location() const { return m_history[static_cast<std::size_t>(m_current)].location; }
    QString title() const;
    /// What stands on a tab that was not made yet.
    void setPendingTitle(const QString &title) { m_pendingTitle = title; }
    QVariantMap view() const;
    void setView(const QVariantMap &view);

Q_SIGNALS:
    void changed();
    void pageChanged();
    void newTabRequested(const core::Location &location);
    void noticed(const ui::Notice &notice);
    void locationBarRequested();

private:
    static constexpr int keptPages = 4;

    struct Entry {
        core::Location location;
        QPointer<Page> page;
        QVariantMap view;
        QString account {}; ///< whom the page was made for
    };

    void go(int step);
    void replace(Page *from, const core::Location &location);
    void makePage(Entry *entry);
    QString accountAt(const core::Location &location) const;
    void accountsChanged();
    void leaveCurrent();
    void dropOldPages();

    Workspace *m_workspace;
    QStackedLayout *m_stack;
    std::vector<Entry> m_history;
    int m_current = 0;
    QString m_pendingTitle;
};

} // namespace ui
