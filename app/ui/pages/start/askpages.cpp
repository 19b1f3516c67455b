// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/start/askpages.h"

#include "core/util/visibletext.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptyview.h"
#include "ui/widgets/idlabel.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

OriginPage::OriginPage(Workspace *workspace, const core::Location &location, QWidget *parent)
    : Page(location, parent), m_workspace(workspace)
{
    setObjectName(u"originPage"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(pageTitle(tr("Open a deployment that is not known yet?"), this));
    auto *origin = new IdLabel(tr("Root URL"), this);
    origin->setObjectName(u"originUrl"_s);
    origin->setId(location.rootUrl);
    column->addWidget(origin);
    auto *text = selectableLabel(
        tr("Nothing has been requested there. If you open it, requests go there without any credentials."), this);
    text->setObjectName(u"originText"_s);
    text->setWordWrap(true);
    column->addWidget(text);
    auto *open = new QPushButton(tr("Open without credentials"), this);
    open->setObjectName(u"originOpen"_s);
    open->setAccessibleName(tr("Open without credentials"));
    m_open = open;
    connect(open, &QPushButton::clicked, this, [this] {
        m_workspace->approve(this->location().rootUrl);
        Q_EMIT replaceRequested(this->location());
    });
    auto *row = new QHBoxLayout;
    row->addWidget(open);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(1);
}

QString OriginPage::title() const
{
    return core::visibleText(QUrl(location().rootUrl).host());
}

QIcon OriginPage::icon() const
{
    return ui::icon(u"warning"_s);
}

void OriginPage::focusContent()
{
    // Not the button: Enter that was meant for the location bar must not be the answer.
    setFocus(Qt::OtherFocusReason);
}

ResolvePage::ResolvePage(core::Session *session, const core::Location &location, QWidget *parent)
    : Page(location, parent), m_resolver(new core::LocationResolver(session, this)), m_banner(new Banner(this)),
      m_waiting(new EmptyView(this))
{
    setObjectName(u"resolvePage"_s);
    m_banner->setObjectName(u"resolveBanner"_s);
    m_waiting->setTexts(tr("Looking up %1\u2026").arg(title()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->addWidget(m_banner);
    column->addWidget(m_waiting, 1);
    column->addStretch(0);
    connect(m_resolver, &core::LocationResolver::resolved, this, &ResolvePage::resolved);
    connect(m_resolver, &core::LocationResolver::failed, this, [this](const core::Location &, const tc::Error &error) {
        m_waiting->setTexts({});
        m_banner->showText(bannerFor(tr("%1 was not found.").arg(title()), error));
        Q_EMIT changed();
    });
    connect(m_banner, &Banner::retryRequested, this, &ResolvePage::reload);
    resolve();
}

void ResolvePage::resolve()
{
    const bool indexed = location().kind == core::Location::Kind::IndexArtifact;
    m_resolver->resolve(indexed ? core::Location::index(location().rootUrl, location().indexPath) : location());
}

void ResolvePage::resolved(const core::Location &found)
{
    const bool indexed = location().kind == core::Location::Kind::IndexArtifact;
    if (indexed && found.kind == core::Location::Kind::Task)
        Q_EMIT replaceRequested(core::Location::artifact(found.rootUrl, found.taskId, {}, location().name));
    else
        Q_EMIT replaceRequested(found);
}

void ResolvePage::reload()
{
    m_banner->hide();
    m_waiting->setTexts(tr("Looking up %1\u2026").arg(title()));
    resolve();
    Q_EMIT changed();
}

QString ResolvePage::title() const
{
    return core::visibleText(location().taskId.isEmpty() ? location().indexPath : location().taskId);
}

QIcon ResolvePage::icon() const
{
    return ui::icon(u"search"_s);
}

ElsewherePage::ElsewherePage(Workspace *workspace, const core::Location &location, QWidget *parent)
    : Page(location, parent)
{
    setObjectName(u"elsewherePage"_s);
    auto *view = new EmptyView(this);
    const QUrl url = location.toUrl();
    view->setTexts(tr("This application has no page for %1 yet.").arg(core::visibleText(url.toDisplayString())),
        tr("Open in browser"));
    connect(view, &EmptyView::actionRequested, this, [workspace, url] { workspace->outside()->openUrl(url); });
    auto *column = new QVBoxLayout(this);
    column->addWidget(view);
}

QString ElsewherePage::title() const
{
    return core::visibleText(location().name);
}

QIcon ElsewherePage::icon() const
{
    return ui::icon(u"external"_s);
}

} // namespace ui
