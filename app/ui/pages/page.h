// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/access/denial.h"
#include "core/navigation/location.h"

#include <QIcon>
#include <QVariantMap>
#include <QWidget>

#include <optional>

class QAction;

namespace ui {

enum class OpenIn { Here, NewTab };

/// What the status bar tells about the last thing that was done, or failed.
struct Notice {
    QString text {};
    bool isError = false;
    QString details {}; ///< for copying; empty when there is nothing to add
    std::optional<core::Denial> denial {}; ///< as in BannerText
    core::Location place {}; ///< as in BannerText; the page's, unless it says another
};

/// What fills a tab: one place, loaded and shown. A page asks for other places, it never opens them itself.
class Page : public QWidget
{
    Q_OBJECT

public:
    Page(core::Location location, QWidget *parent);

    const core::Location &location() const { return m_location; }
    virtual QString title() const = 0;
    virtual QIcon icon() const = 0;
    /// What the status bar says about the page's data, for example "polling · 300 tasks, 12 running".
    virtual QString statusText() const { return {}; }
    /// Whether something is still on its way; a screenshot waits for the end of it.
    virtual bool isLoading() const { return false; }
    virtual void reload() { }
    /// Actions for the Page menu; they are also added to the page, so that their keys work while it is in front.
    virtual QList<QAction *> pageActions() const { return {}; }
    /// Where the keyboard goes when the page comes to the front. Of a stack that is the widget in front: a stack hands
    /// the focus on when it shows another, and what is hidden cannot have it.
    virtual void focusContent() { setFocus(Qt::OtherFocusReason); }
    /// What back, forward and a restart bring back besides the place: filter, selection, scroll position.
    virtual QVariantMap saveView() const { return {}; }
    virtual void restoreView(const QVariantMap &) { }

Q_SIGNALS:
    /// The title, the status text or isLoading() changed.
    void changed();
    void openRequested(const core::Location &location, ui::OpenIn where);
    /// location() is another one now, shown by the same page; the tab's history takes it in place of the one before.
    void moved();
    /// The place turned out to be another one; the history keeps only that.
    void replaceRequested(const core::Location &location);
    void noticed(const ui::Notice &notice);

protected:
    void setLocation(const core::Location &location) { m_location = location; }
    /// For lists with the chosen thing beside them: the page stays, and is at \a location from here on.
    void moveTo(const core::Location &location);
    /// An action with all that the house asks of one; the page owns it.
    QAction *makeAction(
        const QString &objectName, const QString &text, const QString &iconName = {}, const QKeySequence &key = {});

private:
    core::Location m_location;
};

} // namespace ui
