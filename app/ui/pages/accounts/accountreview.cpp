// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/accounts/accountreview.h"

#include "core/accounts/accountregistry.h"
#include "core/accounts/accounttext.h"
#include "core/util/visibletext.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/workspace/deploymentname.h"
#include "ui/workspace/workspace.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {
constexpr qsizetype scopesShown = 12;
}

AccountReview::AccountReview(Workspace *workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_banner(new Banner(this)), m_progress(new SecondaryLabel({}, this)),
      m_facts(new FactGrid(this)), m_scopesTitle(sectionTitle({}, this)), m_scopes(selectableLabel({}, this))
{
    setObjectName(u"accountReview"_s);
    m_banner->setObjectName(u"reviewBanner"_s);
    m_progress->setObjectName(u"reviewProgress"_s);
    m_scopesTitle->setObjectName(u"reviewScopesTitle"_s);
    m_scopes->setObjectName(u"reviewScopes"_s);
    m_scopes->setFont(fixedFont());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_banner);
    column->addWidget(m_progress);
    column->addWidget(m_facts);
    column->addSpacing(8);
    column->addWidget(m_scopesTitle);
    column->addWidget(m_scopes);
    column->addSpacing(8);
    buildForm(column);
    column->addStretch(1);
    connect(m_banner, &Banner::retryRequested, this, &AccountReview::start);
}

AccountReview::~AccountReview() = default;

void AccountReview::buildForm(QVBoxLayout *column)
{
    m_form = new QWidget(this);
    auto *fields = new QHBoxLayout(m_form);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(8);
    auto *label = new QLabel(tr("&Name"), m_form);
    m_name = new QLineEdit(m_form);
    m_name->setObjectName(u"reviewName"_s);
    m_name->setAccessibleName(tr("Name of the account"));
    m_name->setMaxLength(100);
    label->setBuddy(m_name);
    m_keep = new QCheckBox(tr("Keep it in the keychain"), m_form);
    m_keep->setObjectName(u"reviewKeep"_s);
    m_keep->setAccessibleName(tr("Keep it in the keychain"));
    m_keep->setToolTip(tr("Otherwise it is forgotten at the end of this run"));
    fields->addWidget(label);
    fields->addWidget(m_name, 1);
    fields->addSpacing(8);
    fields->addWidget(m_keep);
    column->addWidget(m_form);
    m_save = new QPushButton(tr("Save account"), this);
    m_save->setObjectName(u"reviewSave"_s);
    m_save->setDefault(true);
    m_back = new QPushButton(tr("Back"), this);
    m_back->setObjectName(u"reviewBack"_s);
    m_back->setAccessibleName(tr("Back to the form"));
    connect(m_save, &QPushButton::clicked, this, &AccountReview::save);
    connect(m_name, &QLineEdit::returnPressed, m_save, &QPushButton::click);
    connect(m_back, &QPushButton::clicked, this, &AccountReview::backRequested);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_save);
    row->addWidget(m_back);
    row->addStretch(1);
    column->addLayout(row);
}

void AccountReview::review(const core::FoundCredentials &found, bool development)
{
    m_found = found;
    m_development = development;
    const bool anonymous = found.credentials.isAnonymous();
    m_name->clear();
    m_keep->setChecked(true);
    m_form->setVisible(!anonymous);
    start();
}

void AccountReview::clear()
{
    m_check.reset();
    m_found = {};
    m_busy = false;
}

void AccountReview::start()
{
    if (m_found.rootUrl.isEmpty())
        return;
    core::SessionOptions options;
    options.account = core::accountFor(m_found.rootUrl, m_found.credentials);
    options.account.developmentDeployment = m_development;
    options.developmentDeployment = m_development;
    options.credentials = m_found.credentials;
    options.retry = tc::RetryPolicy();
    options.retry->retries = 1; // a person waits for it
    m_check = std::make_unique<core::AccountCheck>(options);
    connect(m_check.get(), &core::AccountCheck::finished, this, &AccountReview::checked);
    m_busy = true;
    m_banner->hide();
    m_scopesTitle->hide();
    m_scopes->hide();
    m_save->setEnabled(false);
    m_save->setText(tr("Save account"));
    m_save->setAccessibleName(m_save->text());
    m_progress->setText(tr("Trying them at %1\u2026").arg(deploymentName(*m_workspace, m_found.rootUrl)));
    m_progress->show();
    showFacts();
    m_check->start();
    Q_EMIT changed();
}

void AccountReview::checked()
{
    m_busy = false;
    showFacts();
    showOutcome();
    showScopes();
    Q_EMIT changed();
}

void AccountReview::showFacts()
{
    const core::Account account = m_check->account();
    m_name->setPlaceholderText(core::visibleText(account.displayName()));
    const auto text = [](const QString &key, const QString &label, const QString &value) {
        return Fact { .kind = Fact::Kind::Text, .key = key, .label = label, .value = value };
    };
    Fact ends { .kind = Fact::Kind::Time, .key = u"ends"_s, .label = tr("Ends") };
    ends.time = account.expires.isValid() ? account.expires.toMSecsSinceEpoch() : 0;
    m_facts->setFacts({ text(u"deployment"_s, tr("Deployment"), m_found.rootUrl),
        text(u"clientId"_s, tr("Client ID"), core::visibleText(account.clientId)),
        text(u"kind"_s, tr("Kind"), core::accountKindText(account.kind)),
        text(u"issuer"_s, tr("Issuer"),
            account.issuer == account.clientId ? QString() : core::visibleText(account.issuer)),
        ends });
}

void AccountReview::showOutcome()
{
    const tc::Error &error = m_check->error();
    m_save->setEnabled(m_check->isUsable() || error);
    if (m_check->isUsable()) {
        m_progress->setText(m_found.credentials.isAnonymous() ? tr("The deployment answers.")
                                                              : tr("The deployment accepts these credentials."));
        m_save->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_progress->hide();
    if (error) {
        m_save->setText(tr("Save without a test"));
        m_save->setAccessibleName(m_save->text());
        m_banner->showText(bannerFor(tr("It could not be found out whether they work."), error));
        return;
    }
    m_banner->showText({ BannerText::Kind::Error, tr("The deployment does not accept these credentials."),
        core::visibleText(m_check->information().inactiveReason), {}, true });
}

void AccountReview::showScopes()
{
    const QStringList &scopes = m_check->information().scopes;
    m_scopesTitle->setVisible(m_check->isUsable());
    m_scopes->setVisible(m_check->isUsable());
    m_scopesTitle->setText(tr("May do (%Ln scope(s))", nullptr, static_cast<int>(scopes.size())));
    QStringList lines;
    for (const QString &scope : scopes.first(std::min(scopes.size(), scopesShown)))
        lines += core::visibleText(scope);
    if (scopes.size() > scopesShown)
        lines += tr("and %Ln more", nullptr, static_cast<int>(scopes.size() - scopesShown));
    m_scopes->setText(lines.join(u'\n'));
}

void AccountReview::save()
{
    if (m_busy || !m_save->isEnabled())
        return;
    using Keep = core::AccountRegistry::Keep;
    core::Account account = m_check->account();
    account.name = m_name->text().simplified();
    core::AccountRegistry *registry = m_workspace->registry();
    const QString id
        = registry->add(account, m_found.credentials, m_keep->isChecked() ? Keep::Keychain : Keep::ThisRun);
    if (id.isEmpty())
        return;
    if (!account.name.isEmpty())
        registry->rename(id, account.name); // where the account was there before
    Q_EMIT saved(id);
}

} // namespace ui
