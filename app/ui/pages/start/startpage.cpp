// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/start/startpage.h"

#include "ui/pages/start/recentpage.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/workspace/workspace.h"

#include <tc/client.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

StartPage::StartPage(Workspace *workspace, const QString &rootUrl, QWidget *parent)
    : Page({}, parent), m_workspace(workspace), m_banner(new Banner(this))
{
    setObjectName(u"startPage"_s);
    m_banner->setObjectName(u"startBanner"_s);
    auto *middle = new QWidget(this);
    middle->setMaximumWidth(640);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(pageTitle(tr("Open a Taskcluster deployment"), middle));
    auto *why = new SecondaryLabel(tr("Opened here, a deployment is read without credentials. To sign in or to add "
                                      "credentials, go to Accounts."),
        middle);
    why->setWordWrap(true);
    column->addWidget(why);
    column->addWidget(m_banner);
    column->addSpacing(8);
    buildEntry(column);
    column->addSpacing(16);
    buildKnown(column);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(12, 12, 12, 12);
    outer->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(middle, 8);
    row->addStretch(1);
    outer->addLayout(row);
    outer->addStretch(2);
    connect(m_banner, &Banner::retryRequested, this, [this] { openRoot(m_root->text()); });
    if (!rootUrl.isEmpty()) {
        m_root->setText(rootUrl);
        openRoot(rootUrl);
    }
}

void StartPage::buildEntry(QVBoxLayout *column)
{
    auto *label = new QLabel(tr("&Root URL"), this);
    m_root = new QLineEdit(this);
    m_root->setObjectName(u"rootUrl"_s);
    m_root->setAccessibleName(tr("Root URL"));
    m_root->setPlaceholderText(u"https://tc.example.com"_s);
    label->setBuddy(m_root);
    auto *open = new QPushButton(tr("Open"), this);
    open->setObjectName(u"openRoot"_s);
    open->setAccessibleName(tr("Open the deployment"));
    open->setDefault(true);
    connect(open, &QPushButton::clicked, this, [this] { openRoot(m_root->text()); });
    connect(m_root, &QLineEdit::returnPressed, this, [this] { openRoot(m_root->text()); });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_root, 1);
    row->addWidget(open);
    column->addLayout(row);
}

void StartPage::buildKnown(QVBoxLayout *column)
{
    column->addWidget(sectionTitle(tr("Known deployments"), this));
    const auto add = [this, column](const QString &objectName, const QString &name, const QString &note) {
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        auto *button = new QPushButton(ui::icon(u"deployment"_s), name, this);
        button->setObjectName(objectName);
        button->setAccessibleName(tr("Open %1").arg(name));
        button->setMinimumWidth(160);
        row->addWidget(button);
        auto *label = new SecondaryLabel(note, this);
        label->setObjectName(objectName + u"Note"_s);
        row->addWidget(label, 1);
        column->addLayout(row);
        return button;
    };
    for (const KnownDeployment &known : Workspace::wellKnown())
        connect(add(u"known-"_s + known.name, known.name, known.rootUrl), &QPushButton::clicked, this,
            [this, root = known.rootUrl] { openRoot(root); });
    if (m_workspace->canStartDemo())
        connect(add(u"known-demo"_s, tr("Demo"), tr("Runs inside this program, needs no network")),
            &QPushButton::clicked, this, &StartPage::openDemo);
}

void StartPage::openRoot(const QString &text)
{
    QString root = text.trimmed();
    // What people copy from a browser's address bar has a path, and what they remember has no scheme.
    if (!root.isEmpty() && !root.contains(u"://"_s))
        root.prepend(u"https://"_s);
    if (const tc::Error error = tc::Client::checkRootUrl(root)) {
        m_banner->showText(bannerFor(tr("The root URL cannot be used."), error));
        m_root->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_banner->hide();
    const QString normal = core::normalizedRoot(QUrl(root));
    m_workspace->approve(normal); // typing a root URL is the answer to the question
    Q_EMIT replaceRequested(RecentPage::place(Recents::List::Groups, normal));
}

void StartPage::openDemo()
{
    m_workspace->startDemo(this, [this](const core::Session *session) {
        if (session)
            Q_EMIT replaceRequested(RecentPage::place(Recents::List::Groups, session->rootUrl()));
        else
            m_banner->showText({ BannerText::Kind::Error, tr("The demo deployment could not be started."),
                tr("No port of this machine is free to listen on."), {}, true });
    });
}

QString StartPage::title() const
{
    return tr("New tab");
}

QIcon StartPage::icon() const
{
    return ui::icon(u"deployment"_s);
}

void StartPage::focusContent()
{
    m_root->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
