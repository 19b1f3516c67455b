// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/accounts/foundform.h"

#include "core/accounts/accounttext.h"
#include "core/util/hardening.h"
#include "core/util/visibletext.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/factgrid.h"
#include "ui/widgets/secondarylabel.h"

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

} // namespace

FoundForm::FoundForm(Source source, QWidget *parent)
    : QWidget(parent), m_source(source), m_banner(new Banner(this)), m_hint(new SecondaryLabel({}, this)),
      m_facts(new FactGrid(this)), m_warning(selectableLabel({}, this)), m_test(new QPushButton(tr("Test"), this))
{
    const bool isFile = source == Source::ConfigFile;
    setObjectName(isFile ? u"fileForm"_s : u"environmentForm"_s);
    m_banner->setObjectName(isFile ? u"fileBanner"_s : u"environmentBanner"_s);
    m_warning->setObjectName(isFile ? u"fileWarning"_s : u"environmentWarning"_s);
    m_test->setObjectName(isFile ? u"fileTest"_s : u"environmentTest"_s);
    m_test->setAccessibleName(tr("Test the credentials"));
    m_hint->setText(isFile
            ? tr("The taskcluster command keeps its credentials as plain text in %1.")
                  .arg(core::visibleText(configPath()))
            : tr("The environment of this program may name credentials (TASKCLUSTER_CLIENT_ID and others). An account "
                 "made of them here stays when the environment has gone."));
    m_hint->setWordWrap(true);
    m_warning->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_hint);
    column->addWidget(m_banner);
    column->addWidget(m_facts);
    column->addWidget(m_warning);
    column->addWidget(m_test, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(m_test, &QPushButton::clicked, this, [this] { Q_EMIT given(m_found); });
    connect(m_banner, &Banner::retryRequested, this, &FoundForm::look);
}

void FoundForm::clear()
{
    m_found = {};
}

tc::Result<core::FoundCredentials> FoundForm::lookInFile()
{
    const auto config = core::readClientConfig(configPath());
    if (!config)
        return { {}, config.error };
    QStringList warnings;
    if (config->othersMayRead)
        warnings += tr("Other users of this machine may read the file.");
    if (config->authorizedScopes)
        warnings += tr("The file narrows what the command does by authorizedScopes; an account has no such limit.");
    m_warning->setText(warnings.join(u'\n'));
    return core::checkedCredentials(config->found);
}

void FoundForm::look()
{
    m_warning->clear();
    const auto found = m_source == Source::ConfigFile ? lookInFile() : core::credentialsOf(core::startEnvironment());
    m_found = found ? *found : core::FoundCredentials();
    m_warning->setVisible(!m_warning->text().isEmpty());
    m_test->setVisible(found.value.has_value());
    if (found)
        showFound();
    else
        showNothing(found.error);
}

void FoundForm::showFound()
{
    m_banner->hide();
    const core::Account account = core::accountFor(m_found.rootUrl, m_found.credentials);
    const auto fact = [](const QString &key, const QString &label, const QString &value) {
        return Fact { .kind = Fact::Kind::Text, .key = key, .label = label, .value = value };
    };
    m_facts->setFacts({ fact(u"foundRoot"_s, tr("Deployment"),
                            m_found.rootUrl.isEmpty() ? tr("none named; the one above is used") : m_found.rootUrl),
        fact(u"foundClient"_s, tr("Client ID"), core::visibleText(m_found.credentials.clientId)),
        fact(u"foundKind"_s, tr("Kind"), core::accountKindText(account.kind)),
        fact(u"foundToken"_s, tr("Access token"), tr("there, not shown")) });
}

void FoundForm::showNothing(const tc::Error &error)
{
    m_facts->setFacts({});
    BannerText text = bannerFor(m_source == Source::ConfigFile ? tr("The file gives no credentials.")
                                                               : tr("The environment gives no credentials."),
        error);
    text.kind = BannerText::Kind::Note;
    m_banner->showText(text);
}

} // namespace ui
