// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/accounts/signinform.h"

#include "core/util/format.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/idlabel.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

using core::SignInScopes;

SignInForm::SignInForm(Workspace *workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_banner(new Banner(this)), m_stack(new QStackedWidget(this))
{
    setObjectName(u"signInForm"_s);
    m_banner->setObjectName(u"signInBanner"_s);
    buildForm();
    buildWait();
    m_stack->addWidget(m_form);
    m_stack->addWidget(m_wait);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &SignInForm::tick);
    connect(m_banner, &Banner::retryRequested, this, [this] { start(true); });
}

SignInForm::~SignInForm() = default;

void SignInForm::setDeployment(const QString &rootUrl, bool development)
{
    m_rootUrl = rootUrl;
    m_development = development;
}

void SignInForm::chooseScopes(SignInScopes choice)
{
    const bool isCustom = choice == SignInScopes::Custom;
    const QStringList scopes = core::signInScopes(choice);
    m_custom->setReadOnly(!isCustom);
    if (!isCustom)
        m_custom->setPlainText(scopes.join(u'\n')); // stays there to begin with when one goes on to Custom
    else
        m_custom->setFocus(Qt::OtherFocusReason);
    m_hint->setText(
        isCustom ? tr("One scope a line.") : tr("Asks for %Ln scope(s).", nullptr, static_cast<int>(scopes.size())));
}

void SignInForm::start(bool openBrowser)
{
    m_banner->hide();
    const auto scopes = core::parseScopeLines(m_custom->toPlainText());
    if (!scopes) {
        m_banner->showText(bannerFor(tr("The scopes cannot be asked for."), scopes.error));
        return;
    }
    tc::ClientOptions client;
    client.rootUrl = m_rootUrl;
    client.developmentDeployment = m_development;
    tc::SignInOptions options;
    options.name = m_name->text().trimmed();
    options.scopes = *scopes;
    options.expires = m_lifetime->currentData().toString();
    options.description = tr("Made by signing in from Taskcluster Desktop");
    options.timeout = m_timeout;
    auto signIn = std::make_unique<tc::SignIn>(client, options);
    const auto url = signIn->start();
    if (!url) {
        m_banner->showText(bannerFor(tr("The sign-in could not begin."), url.error));
        return;
    }
    m_signIn = std::move(signIn);
    connect(m_signIn.get(), &tc::SignIn::received, this, [this] {
        m_tick.stop();
        m_progress->setText(tr("The browser came back. Trying its credentials\u2026"));
    });
    connect(m_signIn.get(), &tc::SignIn::finished, this, &SignInForm::finished);
    m_link->setId(QString::fromLatin1(url->toEncoded()));
    m_typed->clear();
    m_since.start();
    m_tick.start();
    tick();
    m_stack->setCurrentWidget(m_wait);
    if (openBrowser)
        openPage();
    Q_EMIT changed();
}

void SignInForm::openPage()
{
    if (m_signIn)
        m_workspace->outside()->openUrl(m_signIn->url());
}

void SignInForm::tick()
{
    const qint64 left = m_timeout.count() - m_since.elapsed();
    m_progress->setText(tr("Waiting for the browser, for %1 more.").arg(core::formatDuration(left)));
}

void SignInForm::submitTyped()
{
    const auto found = core::parseCredentials(m_typed->text());
    if (!found) {
        m_banner->showText(bannerFor(tr("That is not what the browser shows at the end."), found.error));
        return;
    }
    m_banner->hide();
    m_typed->clear();
    if (m_signIn)
        m_signIn->submit(found->credentials);
}

void SignInForm::stop()
{
    m_tick.stop();
    m_typed->clear();
    m_link->setId({});
    m_stack->setCurrentWidget(m_form);
    if (!m_signIn)
        return;
    m_signIn->disconnect(this);
    m_signIn.release()->deleteLater(); // it may be the one that speaks
    Q_EMIT changed();
}

void SignInForm::finished()
{
    const tc::Error error = m_signIn->error();
    const core::FoundCredentials found { m_rootUrl, m_signIn->credentials() };
    stop();
    if (error)
        showEnd(error);
    else
        Q_EMIT signedIn(found);
}

void SignInForm::showEnd(const tc::Error &error)
{
    const QString rest = tr("A client that is saved on the page from now on is not used here; delete it there.");
    if (error.kind == tc::ErrorKind::Cancelled) {
        m_banner->showText({ BannerText::Kind::Note, tr("The sign-in was cancelled."), rest, {}, false });
    } else if (error.kind == tc::ErrorKind::Timeout) {
        m_banner->showText({ BannerText::Kind::Warning,
            tr("Nobody came from the browser within %1.").arg(core::formatDuration(m_timeout.count())), rest, {},
            true });
    } else if (error.kind == tc::ErrorKind::Protocol) {
        m_banner->showText({ BannerText::Kind::Warning, tr("The browser came back without credentials."),
            tr("Begin again, and save the form on the deployment's page."), {}, true });
    } else {
        m_banner->showText(bannerFor(tr("The sign-in did not work."), error));
    }
}

} // namespace ui
