// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/pagefactory.h"

#include "ui/pages/access/accesspage.h"
#include "ui/pages/access/scopespage.h"
#include "ui/pages/accounts/accountspage.h"
#include "ui/pages/index/indexpage.h"
#include "ui/pages/log/logpage.h"
#include "ui/pages/secrets/secretspage.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/pages/start/askpages.h"
#include "ui/pages/start/recentpage.h"
#include "ui/pages/start/startpage.h"
#include "ui/pages/task/taskpage.h"
#include "ui/pages/taskgroup/taskgrouppage.h"
#include "ui/pages/transfers/transferspage.h"
#include "ui/workspace/workspace.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

Page *createElsewhere(const core::Location &location, Workspace *workspace, QWidget *parent)
{
    if (location.name == u"/tasks/groups"_s)
        return new RecentPage(Recents::List::Groups, workspace, location, parent);
    if (location.name == u"/tasks"_s)
        return new RecentPage(Recents::List::Tasks, workspace, location, parent);
    return new ElsewherePage(workspace, location, parent);
}

Page *createOwn(const core::Location &location, Workspace *workspace, QWidget *parent)
{
    if (location.kind == core::Location::Kind::Settings)
        return new SettingsPage(workspace, location, parent);
    if (location.kind == core::Location::Kind::Transfers)
        return new TransfersPage(workspace, location, parent);
    if (location.kind == core::Location::Kind::Accounts)
        return new AccountsPage(workspace, location, parent);
    return new ElsewherePage(workspace, location, parent);
}

} // namespace

Page *createPage(const core::Location &location, Workspace *workspace, QWidget *parent)
{
    using Kind = core::Location::Kind;
    if (location.isOwn())
        return createOwn(location, workspace, parent);
    if (!location.isValid() || location.rootUrl.isEmpty())
        return new StartPage(workspace, location.rootUrl, parent);
    core::Session *session = workspace->session(location);
    if (!session)
        return new OriginPage(workspace, location, parent);
    switch (location.kind) {
    case Kind::TaskGroup:
        return new TaskGroupPage(session, workspace, location, parent);
    case Kind::Task:
    case Kind::Run:
    case Kind::Definition:
    case Kind::Artifact:
        return new TaskPage(session, workspace, location, parent);
    case Kind::Log:
        return new LogPage(session, workspace, location, parent);
    case Kind::Clients:
    case Kind::Client:
    case Kind::Roles:
    case Kind::Role:
        return new AccessPage(session, workspace, location, parent);
    case Kind::Scopes:
        return new ScopesPage(session, workspace, location, parent);
    case Kind::Secrets:
    case Kind::Secret:
        return new SecretsPage(session, workspace, location, parent);
    case Kind::Index:
        return new IndexPage(session, workspace, location, parent);
    case Kind::TaskOrGroup:
    case Kind::IndexArtifact:
        return new ResolvePage(session, location, parent);
    case Kind::Deployment:
        return new RecentPage(
            Recents::List::Groups, workspace, RecentPage::place(Recents::List::Groups, location.rootUrl), parent);
    default:
        break;
    }
    return createElsewhere(location, workspace, parent);
}

} // namespace ui
