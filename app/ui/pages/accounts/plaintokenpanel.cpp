// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/accounts/plaintokenpanel.h"

#include "core/accounts/accountregistry.h"
#include "core/accounts/clientconfig.h"
#include "core/accounts/secrettext.h"
#include "core/util/hardening.h"
#include "core/util/visibletext.h"
#include "ui/pages/page.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString configPath()
{
    return core::clientConfigPath(core::startEnvironment());
}

QPushButton *makeButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    return button;
}

} // namespace

PlainTokenPanel::PlainTokenPanel(Workspace *workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_text(selectableLabel({}, this)), m_state(selectableLabel({}, this)),
      m_banner(new Banner(this)), m_remove(makeButton(u"plainRemove"_s, tr("Remove it from the file"), this)),
      m_again(makeButton(u"plainAgain"_s, tr("Try the keychain again"), this)),
      m_leave(makeButton(u"plainLeave"_s, tr("Leave it there"), this))
{
    setObjectName(u"plainTokenPanel"_s);
    m_text->setObjectName(u"plainText"_s);
    m_text->setWordWrap(true);
    m_state->setObjectName(u"plainState"_s);
    m_state->setWordWrap(true);
    m_banner->setObjectName(u"plainBanner"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget *button : { m_remove, m_again, m_leave })
        row->addWidget(button);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(sectionTitle(tr("The account is saved. Its token still stands in a file."), this));
    column->addWidget(m_text);
    column->addWidget(m_banner);
    column->addWidget(m_state);
    column->addLayout(row);
    column->addStretch(1);
    connect(m_remove, &QPushButton::clicked, this, &PlainTokenPanel::removeToken);
    connect(m_banner, &Banner::retryRequested, this, &PlainTokenPanel::removeToken);
    connect(m_again, &QPushButton::clicked, this, [this] { m_workspace->registry()->keep(m_id); });
    connect(m_leave, &QPushButton::clicked, this, &PlainTokenPanel::end);
    connect(workspace->registry(), &core::AccountRegistry::changed, this, &PlainTokenPanel::update);
    connect(workspace->registry(), &core::AccountRegistry::stateChanged, this, &PlainTokenPanel::update);
}

void PlainTokenPanel::offer(const QString &accountId, const core::FoundCredentials &found)
{
    m_id = accountId;
    m_found = found;
    m_banner->hide();
    m_text->setText(tr("%1 holds it as plain text. Without it the taskcluster command has to sign in anew; everything "
                       "else in the file stays as it is.")
                        .arg(core::visibleText(configPath())));
    update();
    (m_remove->isEnabled() ? m_remove : m_leave)->setFocus(Qt::OtherFocusReason);
}

// The file is the only place that lasts until the keychain has it.
void PlainTokenPanel::update()
{
    const core::Account *account = m_workspace->registry()->find(m_id);
    if (!account)
        return;
    const core::SecretState state = m_workspace->registry()->state(m_id);
    const bool isKept = account->secret == core::Account::Secret::Keychain;
    m_remove->setEnabled(isKept);
    m_again->setVisible(!isKept && state.isUnsaved && !state.isSaving);
    if (isKept) {
        m_state->setText(tr("The keychain has it."));
    } else if (state.isSaving) {
        m_state->setText(tr("Waiting for the keychain to take it\u2026"));
    } else if (state.isUnsaved) {
        m_state->setText(tr("The keychain did not take it, so the file is the only place where it lasts. %1")
                             .arg(core::describeSecretOutcome(state.outcome).why));
    } else {
        m_state->setText(tr("The account is for this run only, so the file is the only place where it lasts."));
    }
}

void PlainTokenPanel::removeToken()
{
    const auto now = core::readClientConfig(configPath());
    const QString token = now ? now->found.credentials.accessToken.trimmed() : QString();
    if (!token.isEmpty() && token != m_found.credentials.accessToken) {
        m_banner->showText({ BannerText::Kind::Warning, tr("The file has another token now."),
            tr("Somebody signed in with the taskcluster command meanwhile. The file was left as it is."), {}, false });
        return;
    }
    const auto removed = now ? core::removeSecrets(configPath()) : tc::Result<void> { now.error };
    if (!removed) {
        m_banner->showText(bannerFor(tr("The token could not be removed from the file."), removed.error));
        return;
    }
    Q_EMIT noticed({ tr("Removed the token from %1").arg(core::visibleText(configPath())) });
    end();
}

void PlainTokenPanel::end()
{
    m_found = {};
    Q_EMIT finished();
}

} // namespace ui
