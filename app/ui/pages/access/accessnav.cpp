// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/access/accessnav.h"

#include "ui/theme/icons.h"

#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace ui {

AccessNav::AccessNav(Part part, core::Location location, QWidget *parent)
    : QTabBar(parent), m_part(part), m_place(std::move(location))
{
    setObjectName(u"accessNav"_s);
    setAccessibleName(tr("Clients, roles, scopes"));
    setDrawBase(false);
    setExpanding(false);
    addTab(icon(u"client"_s), tr("Clients"));
    addTab(icon(u"groups"_s), tr("Roles"));
    addTab(icon(u"search"_s), tr("Scopes"));
    setCurrentIndex(static_cast<int>(part));
    connect(this, &QTabBar::currentChanged, this, &AccessNav::open);
}

void AccessNav::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // a page is not opened by the way
}

void AccessNav::open(int index)
{
    if (index == static_cast<int>(m_part))
        return;
    core::Location target;
    switch (static_cast<Part>(index)) {
    case Part::Clients:
        target = core::Location::clients(m_place.rootUrl);
        break;
    case Part::Roles:
        target = core::Location::roles(m_place.rootUrl);
        break;
    case Part::Scopes:
        target = core::Location::scopes(m_place.rootUrl);
        break;
    }
    // This page stays what it is; whoever comes back to it finds it so.
    setCurrentIndex(static_cast<int>(m_part));
    Q_EMIT openRequested(target.as(m_place.account));
}

} // namespace ui
