// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/accounts/addaccountview.h"

#include "core/accounts/accountregistry.h"
#include "core/navigation/location.h"
#include "ui/pages/accounts/accountreview.h"
#include "ui/pages/accounts/foundform.h"
#include "ui/pages/accounts/plaintokenpanel.h"
#include "ui/pages/accounts/signinform.h"
#include "ui/pages/accounts/typedform.h"
#include "ui/pages/page.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/workspace/workspace.h"

#include <tc/client.h>

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHostAddress>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// Whether credentials would travel over a network as plain text.
bool isPlainElsewhere(const QString &rootUrl)
{
    const QUrl url(rootUrl);
    const bool isHere = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    return url.scheme() == "http"_L1 && !isHere;
}

} // namespace

AddAccountView::AddAccountView(Workspace *workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_stack(new QStackedWidget(this)),
      m_signIn(new SignInForm(workspace, this)), m_typed(new TypedForm(this)),
      m_environment(new FoundForm(FoundForm::Source::Environment, this)),
      m_file(new FoundForm(FoundForm::Source::ConfigFile, this)), m_review(new AccountReview(workspace, this)),
      m_plain(new PlainTokenPanel(workspace, this))
{
    setObjectName(u"addAccountView"_s);
    auto *header = new PageHeader(this);
    header->setTitle(tr("Add an account"));
    auto *close = new QAction(icon(u"close"_s), tr("Close"), this);
    close->setObjectName(u"actionCloseAdd"_s);
    close->setShortcut(Qt::Key_Escape);
    close->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(close);
    header->addAction(close);
    connect(close, &QAction::triggered, this, &AddAccountView::closeRequested);
    m_stack->addWidget(buildForm());
    m_stack->addWidget(m_review);
    m_stack->addWidget(m_plain);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(header);
    column->addWidget(m_stack, 1);
    connect(m_signIn, &SignInForm::signedIn, this, &AddAccountView::give);
    connect(m_signIn, &SignInForm::changed, this, [this] { m_root->setEnabled(!m_signIn->isWaiting()); });
    connect(m_typed, &TypedForm::given, this, &AddAccountView::give);
    connect(m_typed, &TypedForm::deploymentFound, m_root, &QComboBox::setEditText);
    connect(m_environment, &FoundForm::given, this, &AddAccountView::give);
    connect(m_file, &FoundForm::given, this, &AddAccountView::give);
    connect(m_review, &AccountReview::changed, this, &AddAccountView::changed);
    connect(m_review, &AccountReview::saved, this, &AddAccountView::saved);
    connect(m_review, &AccountReview::backRequested, this, [this] {
        m_review->clear();
        m_stack->setCurrentWidget(m_form);
        Q_EMIT changed();
    });
    connect(m_plain, &PlainTokenPanel::noticed, this, &AddAccountView::noticed);
    connect(m_plain, &PlainTokenPanel::finished, this, [this] { Q_EMIT added(m_addedId); });
}

QWidget *AddAccountView::buildForm()
{
    m_form = new QWidget(this);
    m_banner = new Banner(m_form);
    m_banner->setObjectName(u"addBanner"_s);
    m_ways = new QTabWidget(m_form);
    m_ways->setObjectName(u"addWays"_s);
    m_ways->setAccessibleName(tr("Where the credentials come from"));
    m_ways->setDocumentMode(true);
    m_ways->tabBar()->setObjectName(u"addWaysBar"_s);
    m_ways->tabBar()->setAccessibleName(m_ways->accessibleName());
    m_ways->addTab(m_signIn, tr("Sign in"));
    m_ways->addTab(m_typed, tr("Type or paste"));
    m_ways->addTab(m_environment, tr("Environment"));
    m_ways->addTab(m_file, tr("taskcluster command"));
    m_ways->addTab(buildAnonymous(), tr("Anonymous"));
    connect(m_ways, &QTabWidget::currentChanged, this, &AddAccountView::wayChanged);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    buildDeployment(column);
    column->addWidget(m_banner);
    column->addWidget(m_ways, 1);
    connect(m_banner, &Banner::retryRequested, m_banner, &QWidget::hide);
    return m_form;
}

void AddAccountView::buildDeployment(QVBoxLayout *column)
{
    auto *label = new QLabel(tr("&Deployment"), m_form);
    m_root = new QComboBox(m_form);
    m_root->setObjectName(u"addRoot"_s);
    m_root->setAccessibleName(tr("Root URL of the deployment"));
    m_root->setEditable(true);
    m_root->setInsertPolicy(QComboBox::NoInsert);
    m_root->lineEdit()->setObjectName(u"addRootText"_s);
    m_root->lineEdit()->setAccessibleName(m_root->accessibleName());
    m_root->lineEdit()->setPlaceholderText(u"https://tc.example.com"_s);
    label->setBuddy(m_root);
    m_development = new QCheckBox(tr("For development: send credentials over plain http"), m_form);
    m_development->setObjectName(u"addDevelopment"_s);
    m_development->setAccessibleName(tr("For development: send credentials over plain http"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_root, 1);
    column->addLayout(row);
    column->addWidget(m_development);
    connect(m_root, &QComboBox::editTextChanged, this, &AddAccountView::deploymentChanged);
    connect(m_development, &QCheckBox::toggled, this, &AddAccountView::deploymentChanged);
}

QWidget *AddAccountView::buildAnonymous()
{
    auto *form = new QWidget(m_form);
    auto *hint = new SecondaryLabel(tr("To look at the deployment as somebody without credentials, beside the accounts "
                                       "that have some."),
        form);
    hint->setWordWrap(true);
    auto *test = new QPushButton(tr("Test"), form);
    test->setObjectName(u"anonymousTest"_s);
    test->setAccessibleName(tr("Test the deployment"));
    connect(test, &QPushButton::clicked, this, [this] { give({}); });
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(hint);
    column->addWidget(test, 0, Qt::AlignLeft);
    column->addStretch(1);
    return form;
}

void AddAccountView::fillDeployments(const QString &rootUrl)
{
    QStringList roots;
    for (const core::Account &account : m_workspace->registry()->accounts()) {
        if (!roots.contains(account.rootUrl))
            roots += account.rootUrl;
    }
    const QList<KnownDeployment> offered = Workspace::wellKnown();
    for (const KnownDeployment &known : offered) {
        if (!roots.contains(known.rootUrl))
            roots += known.rootUrl;
    }
    m_root->clear();
    m_root->addItems(roots);
    m_root->setEditText(rootUrl.isEmpty() ? roots.value(0) : rootUrl);
}

void AddAccountView::begin(const QString &rootUrl)
{
    end();
    fillDeployments(rootUrl);
    m_ways->setCurrentIndex(0);
    m_stack->setCurrentWidget(m_form);
    m_ways->setFocus(Qt::OtherFocusReason);
}

void AddAccountView::end()
{
    if (m_signIn->isWaiting())
        Q_EMIT noticed({ tr("The sign-in was cancelled") });
    m_signIn->stop();
    m_typed->clear();
    m_environment->clear();
    m_file->clear();
    m_review->clear();
    m_banner->hide();
    m_development->setChecked(false);
}

bool AddAccountView::isBusy() const
{
    return m_review->isBusy();
}

QString AddAccountView::rootUrl() const
{
    QString text = m_root->currentText().trimmed();
    // What people remember has no scheme, and what they copy from a browser has a path.
    if (!text.isEmpty() && !text.contains("://"_L1))
        text.prepend("https://"_L1);
    const QString root = core::normalizedRoot(QUrl(text));
    return root.isEmpty() ? text : root;
}

bool AddAccountView::isDevelopment() const
{
    return !m_development->isHidden() && m_development->isChecked();
}

void AddAccountView::deploymentChanged()
{
    const QString root = rootUrl();
    m_development->setVisible(isPlainElsewhere(root));
    m_banner->hide();
    m_signIn->setDeployment(root, isDevelopment());
}

void AddAccountView::wayChanged()
{
    if (m_ways->currentWidget() == m_environment)
        m_environment->look();
    else if (m_ways->currentWidget() == m_file)
        m_file->look();
}

void AddAccountView::give(core::FoundCredentials found)
{
    if (found.rootUrl.isEmpty())
        found.rootUrl = rootUrl();
    else if (found.rootUrl != rootUrl())
        m_root->setEditText(found.rootUrl);
    if (const tc::Error error = tc::Client::checkRootUrl(found.rootUrl)) {
        m_banner->showText(bannerFor(tr("The root URL cannot be used."), error));
        m_root->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_banner->hide();
    m_stack->setCurrentWidget(m_review);
    m_review->review(found, isDevelopment());
}

void AddAccountView::saved(const QString &accountId)
{
    m_addedId = accountId;
    const core::FoundCredentials found = m_review->found();
    const bool cameFromFile = m_ways->currentWidget() == m_file;
    end();
    if (!cameFromFile) {
        Q_EMIT added(accountId);
        return;
    }
    m_stack->setCurrentWidget(m_plain);
    m_plain->offer(accountId, found);
}

} // namespace ui
