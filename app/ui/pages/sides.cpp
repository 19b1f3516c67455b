// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/sides.h"

#include "ui/pages/start/recentpage.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ui::SideBar)
};

} // namespace

std::vector<SideEntry> sideEntries()
{
    return {
        { Side::Groups, u"Groups"_s, u"groups"_s, Texts::tr("Task groups") },
        { Side::Tasks, u"Tasks"_s, u"task"_s, Texts::tr("Tasks") },
        { Side::Index, u"Index"_s, u"index"_s, Texts::tr("Index") },
        { Side::Secrets, u"Secrets"_s, u"secret"_s, Texts::tr("Secrets") },
        { Side::Access, u"Access"_s, u"client"_s, Texts::tr("Clients, roles") },
        { Side::Accounts, u"Accounts"_s, u"account"_s, Texts::tr("Accounts") },
        { Side::Transfers, u"Transfers"_s, u"transfers"_s, Texts::tr("Transfers") },
    };
}

core::Location placeOf(Side side, const QString &rootUrl)
{
    switch (side) {
    case Side::Groups:
        return RecentPage::place(Recents::List::Groups, rootUrl);
    case Side::Tasks:
        return RecentPage::place(Recents::List::Tasks, rootUrl);
    case Side::Index:
        return core::Location::index(rootUrl, {});
    case Side::Secrets:
        return core::Location::secrets(rootUrl);
    case Side::Access:
        return core::Location::clients(rootUrl);
    case Side::Accounts:
        return core::Location::accounts();
    case Side::Transfers:
        return core::Location::transfers();
    }
    return {};
}

std::optional<Side> sideOf(const core::Location &location)
{
    using Kind = core::Location::Kind;
    switch (location.kind) {
    case Kind::TaskGroup:
        return Side::Groups;
    case Kind::Task:
    case Kind::Run:
    case Kind::Definition:
    case Kind::Artifact:
    case Kind::Log:
        return Side::Tasks;
    case Kind::Index:
        return Side::Index;
    case Kind::Secrets:
    case Kind::Secret:
        return Side::Secrets;
    case Kind::Clients:
    case Kind::Client:
    case Kind::Roles:
    case Kind::Role:
    case Kind::Scopes:
        return Side::Access;
    case Kind::Accounts:
        return Side::Accounts;
    case Kind::Transfers:
        return Side::Transfers;
    default:
        break;
    }
    for (const Side side : { Side::Groups, Side::Tasks }) {
        if (location.as({}) == placeOf(side, location.rootUrl))
            return side;
    }
    return {};
}

bool isOwn(Side side)
{
    return placeOf(side, {}).isOwn();
}

} // namespace ui
