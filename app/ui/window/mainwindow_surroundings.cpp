// SPDX-License-Identifier: MPL-2.0
// What the window tells its banners.
#include "ui/window/mainwindow.h"
#include "ui/workspace/workspace.h"

namespace ui {

namespace {

Page *pageAround(const QWidget *widget)
{
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *page = qobject_cast<Page *>(parent))
            return page;
    }
    return nullptr;
}

} // namespace

core::Session *MainWindow::sessionFor(const QWidget *from, const core::Location &place)
{
    const Page *page = pageAround(from);
    const bool isNamed = !place.rootUrl.isEmpty() || !place.account.isEmpty();
    const core::Location asked = isNamed ? place : page ? page->location() : currentPlace();
    // Pages of the application itself belong to no deployment, but may be about an account.
    if (asked.rootUrl.isEmpty())
        return asked.account.isEmpty() ? nullptr : m_workspace->session(asked.account);
    return m_workspace->session(asked);
}

void MainWindow::openFrom(const QWidget *from, const core::Location &location, bool newTab)
{
    if (Page *page = pageAround(from))
        Q_EMIT page->openRequested(location, newTab ? OpenIn::NewTab : OpenIn::Here);
    else
        openPlace(location, newTab);
}

} // namespace ui
