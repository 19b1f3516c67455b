// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/credentials/mintview.h"

#include "core/access/scopeexpansion.h"
#include "core/accounts/accountregistry.h"
#include "core/credentials/credentialdetails.h"
#include "core/credentials/operation.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "ui/pages/credentials/lifetimeedit.h"
#include "ui/pages/credentials/mintresult.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/scopetree.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/widgets/wrappedtext.h"
#include "ui/workspace/workspace.h"

#include <tc/hawk.h>

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

namespace {

// As many as one mends before looking again.
constexpr qsizetype mostFaults = 5;

// Below that, the form scrolls.
int smallestTree(const QWidget *tree)
{
    return tree->sizeHint().height() * 2 / 3;
}

QPushButton *makeButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

} // namespace

MintView::MintView(Workspace *workspace, core::Session *session, core::CredentialDetails *details, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_details(details), m_expansion(new core::ScopeExpansion(session, this)),
      m_stack(new QStackedWidget(this)), m_result(new MintResult(workspace, this))
{
    setObjectName(u"mintView"_s);
    m_stack->addWidget(buildForm());
    m_stack->addWidget(m_result);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_typing.setSingleShot(true);
    m_typing.setInterval(200ms);
    connect(&m_typing, &QTimer::timeout, this, &MintView::update);
    connect(m_details, &core::CredentialDetails::changed, this, &MintView::update);
    connect(m_expansion, &core::ScopeExpansion::changed, this, &MintView::showExpansion);
    connect(m_result, &MintResult::done, this, [this] {
        m_stack->setCurrentIndex(0);
        Q_EMIT backRequested();
    });
    connect(m_result, &MintResult::openAccount, this, &MintView::openAccount);
    connect(m_result, &MintResult::notice, this, &MintView::notice);
    update();
}

QWidget *MintView::buildForm()
{
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"mintScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *form = new QWidget(scroll);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *top = new QHBoxLayout;
    QPushButton *back = makeButton(u"mintBack"_s, tr("Back"), form);
    back->setIcon(icon(u"back"_s));
    connect(back, &QPushButton::clicked, this, &MintView::backRequested);
    top->addWidget(sectionTitle(tr("Make temporary credentials"), form), 1);
    top->addWidget(back);
    column->addLayout(top);
    buildScopes(column);
    column->addSpacing(8);
    buildWho(column);
    column->addSpacing(8);
    buildOutcome(column);
    scroll->setWidget(form);
    auto *page = new QWidget(this);
    auto *outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(8);
    outer->addWidget(scroll, 1);
    buildFooter(outer);
    return page;
}

void MintView::buildScopes(QVBoxLayout *column)
{
    m_own = new ScopeTree(u"ownScopes"_s, tr("Your scopes"), this);
    m_add = makeButton(u"mintAdd"_s, tr("Add"), this);
    m_add->setIcon(icon(u"forward"_s));
    m_add->setToolTip(plainToolTip(tr("Add the selected scopes to the new credentials")));
    m_scopes = new QPlainTextEdit(this);
    m_scopes->setObjectName(u"mintScopes"_s);
    m_scopes->setAccessibleName(tr("Scopes of the new credentials, one a line"));
    m_scopes->setPlaceholderText(
        tr("One scope a line, as narrow as will do:\nqueue:get-artifact:public/* rather than queue:*"));
    m_scopes->setFont(fixedFont());
    m_scopes->setTabChangesFocus(true);
    m_scopes->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_own->setMinimumHeight(smallestTree(m_own));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addWidget(new SecondaryLabel(tr("Your scopes"), this), 0, 0);
    grid->addWidget(new SecondaryLabel(tr("Scopes of the new credentials"), this), 0, 2);
    grid->addWidget(m_own, 1, 0);
    grid->addWidget(m_add, 1, 1);
    grid->addWidget(m_scopes, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(2, 1);
    column->addLayout(grid, 1);
    connect(m_own, &ScopeTree::scopeActivated, this, [this](const QString &scope) { addScopes({ scope }); });
    connect(m_add, &QPushButton::clicked, this, [this] { addScopes(m_own->selectedScopes()); });
    connect(
        m_own, &ScopeTree::selectionChanged, this, [this] { m_add->setEnabled(!m_own->selectedScopes().isEmpty()); });
    m_add->setEnabled(false);
    connect(m_scopes, &QPlainTextEdit::textChanged, this, &MintView::planChanged);
}

void MintView::buildWho(QVBoxLayout *column)
{
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"mintName"_s);
    m_name->setAccessibleName(tr("Name of the new credentials"));
    m_name->setFont(fixedFont());
    m_startsNow = new QCheckBox(tr("At once"), this);
    m_startsNow->setObjectName(u"mintStartsNow"_s);
    m_startsNow->setAccessibleName(tr("Begin at once"));
    m_startsNow->setChecked(true);
    m_start = new QDateTimeEdit(QDateTime::currentDateTimeUtc(), this);
    m_start->setObjectName(u"mintStart"_s);
    m_start->setAccessibleName(tr("Begin, UTC"));
    m_start->setTimeSpec(Qt::UTC);
    m_start->setDisplayFormat(u"yyyy-MM-dd HH:mm 'UTC'"_s);
    m_start->setCalendarPopup(true);
    m_start->setEnabled(false);
    m_lifetime = new LifetimeEdit(this);
    m_until = new SecondaryLabel({}, this);
    m_until->setObjectName(u"mintUntil"_s);
    auto *begin = new QHBoxLayout;
    begin->setSpacing(8);
    begin->addWidget(m_startsNow);
    begin->addWidget(m_start);
    begin->addStretch(1);
    auto *length = new QHBoxLayout;
    length->setSpacing(8);
    length->addWidget(m_lifetime);
    length->addWidget(m_until, 1);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->addWidget(new SecondaryLabel(tr("Name"), this), 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(new SecondaryLabel(tr("Begin"), this), 1, 0);
    grid->addLayout(begin, 1, 1);
    grid->addWidget(new SecondaryLabel(tr("Last for"), this), 2, 0);
    grid->addLayout(length, 2, 1);
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    connect(m_name, &QLineEdit::textChanged, this, &MintView::planChanged);
    connect(m_startsNow, &QCheckBox::toggled, m_start, &QWidget::setDisabled);
    connect(m_startsNow, &QCheckBox::toggled, this, &MintView::planChanged);
    connect(m_start, &QDateTimeEdit::dateTimeChanged, this, &MintView::planChanged);
    connect(m_lifetime, &LifetimeEdit::changed, this, &MintView::planChanged);
}

void MintView::buildOutcome(QVBoxLayout *column)
{
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(u"mintOutcome"_s);
    tabs->setAccessibleName(tr("What will come of it"));
    tabs->setDocumentMode(true);
    m_able = new ScopeTree(u"ableScopes"_s, tr("What the new credentials will be able to do"), tabs);
    m_operations = new ElidedLabel(Qt::ElideRight, tabs); // one that wraps would keep the form from shrinking
    m_operations->setObjectName(u"mintOperations"_s);
    m_operations->setSecondary(true);
    auto *able = new QWidget(tabs);
    auto *ableColumn = new QVBoxLayout(able);
    ableColumn->setContentsMargins(0, 8, 0, 0);
    ableColumn->setSpacing(4);
    ableColumn->addWidget(m_operations);
    ableColumn->addWidget(m_able, 1);
    m_certificate = new QPlainTextEdit(tabs);
    m_certificate->setObjectName(u"mintCertificate"_s);
    m_certificate->setAccessibleName(tr("The certificate, before it is signed"));
    m_certificate->setReadOnly(true);
    m_certificate->setTabChangesFocus(true);
    m_certificate->setFont(fixedFont());
    m_certificate->setLineWrapMode(QPlainTextEdit::NoWrap);
    tabs->addTab(able, tr("What they will be able to do"));
    tabs->addTab(m_certificate, tr("Certificate"));
    tabs->setMinimumHeight(smallestTree(m_able) + fontMetrics().height() * 4);
    column->addWidget(tabs, 1);
}

void MintView::buildFooter(QVBoxLayout *column)
{
    m_banner = new Banner(this);
    m_banner->setObjectName(u"mintBanner"_s);
    m_faultMark = new QLabel(this);
    m_faults = new WrappedText({}, this);
    m_faults->setObjectName(u"mintFaults"_s);
    m_faults->setAccessibleName(tr("What is wrong with it"));
    m_length = new SecondaryLabel({}, this);
    m_length->setObjectName(u"mintLength"_s);
    m_make = makeButton(u"mintMake"_s, tr("Make credentials"), this);
    auto *faults = new QHBoxLayout;
    faults->setSpacing(8);
    faults->addWidget(m_faultMark, 0, Qt::AlignTop);
    faults->addWidget(m_faults, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_length, 1);
    row->addWidget(m_make);
    column->addWidget(m_banner);
    column->addLayout(faults);
    column->addLayout(row);
    connect(m_make, &QPushButton::clicked, this, &MintView::make);
    connect(m_banner, &Banner::retryRequested, this, &MintView::make);
}

// Behind those that are there. Of a pattern, the star is selected: what is typed next makes it narrower.
void MintView::addScopes(const QStringList &scopes)
{
    const QStringList there = plan().scopes;
    QString last;
    for (const QString &scope : scopes) {
        if (there.contains(scope))
            continue;
        const QString text = m_scopes->toPlainText();
        m_scopes->moveCursor(QTextCursor::End);
        m_scopes->insertPlainText((text.isEmpty() || text.endsWith(u'\n') ? QString() : u"\n"_s) + scope);
        last = scope;
    }
    if (scopes.size() == 1 && last.endsWith(u'*')) {
        QTextCursor cursor = m_scopes->textCursor();
        cursor.movePosition(QTextCursor::End);
        cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor);
        m_scopes->setTextCursor(cursor);
    }
    m_scopes->setFocus(Qt::OtherFocusReason);
}

core::MintPlan MintView::plan() const
{
    core::MintPlan plan;
    const QStringList lines = m_scopes->toPlainText().split(u'\n');
    for (const QString &line : lines) {
        const QString scope = line.trimmed();
        if (!scope.isEmpty() && !plan.scopes.contains(scope))
            plan.scopes += scope;
    }
    plan.name = m_name->text().trimmed();
    if (!m_startsNow->isChecked())
        plan.start = m_start->dateTime().toUTC();
    plan.lifetime = m_lifetime->lifetime();
    return plan;
}

core::MintIssuer MintView::issuer() const
{
    core::MintIssuer issuer;
    issuer.account = m_details->account();
    if (const auto scopes = m_details->passableScopes())
        issuer.held = tc::scopes::ScopeSet(*scopes);
    issuer.current = tc::scopes::ScopeSet(m_details->expandedScopes());
    issuer.expires = m_details->expires();
    return issuer;
}

void MintView::planChanged()
{
    m_typing.start();
}

void MintView::update()
{
    const core::MintPlan plan = this->plan();
    const core::MintIssuer issuer = this->issuer();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_own->setScopes(m_details->passableScopes().value_or(m_details->expandedScopes()));
    m_name->setPlaceholderText(tr("none: they act as %1").arg(core::visibleText(issuer.account.clientId)));
    const QDateTime ends = plan.start.value_or(now).addSecs(plan.lifetime.count());
    m_until->setText(tr("until %1").arg(core::formatExactTime(ends.toMSecsSinceEpoch())));
    m_length->setText(tr("A signature takes %L1 of %L2 characters")
                          .arg(core::headerLength(plan, issuer.account.clientId))
                          .arg(tc::hawk::maxLength));
    const QString certificate
        = core::visibleText(core::certificatePreview(plan, issuer.account.clientId, now), core::TextLines::Multiple);
    if (certificate != m_certificate->toPlainText())
        m_certificate->setPlainText(certificate);
    showFaults(core::faultsOf(plan, issuer, now));
    const bool areScopes = std::all_of(
        plan.scopes.begin(), plan.scopes.end(), [](const QString &scope) { return tc::scopes::isValid(scope); });
    if (areScopes && (plan.scopes != m_expansion->asked() || m_expansion->part().state == core::Part::State::Idle))
        m_expansion->expand(plan.scopes);
    else
        showExpansion();
}

void MintView::showFaults(const QList<core::MintFault> &faults)
{
    QStringList lines;
    for (const core::MintFault &fault : faults)
        lines += fault.text;
    if (lines.size() > mostFaults) {
        const int more = static_cast<int>(lines.size() - mostFaults);
        lines = lines.first(mostFaults) + QStringList { tr("and %Ln more", nullptr, more) };
    }
    const bool isFatal = !core::refusalOf(faults).isEmpty();
    const int side = fontMetrics().height();
    m_faultMark->setPixmap(icon(isFatal ? u"error"_s : u"warning"_s, isFatal ? Tone::Failed : Tone::Pending)
                               .pixmap(QSize(side, side), devicePixelRatioF()));
    m_faultMark->setVisible(!lines.isEmpty());
    m_faults->setVisible(!lines.isEmpty());
    m_faults->setPlainText(lines.join(u'\n'));
    m_make->setEnabled(!isFatal);
}

void MintView::showExpansion()
{
    const core::Part &part = m_expansion->part();
    m_able->setScopes(m_expansion->scopes());
    m_able->setEmptyText(part.isLoading() ? tr("Loading\u2026")
            : part.hasFailed()            ? core::visibleText(part.error.message)
                                          : tr("Only what everybody may do"));
    const tc::scopes::ScopeSet held(m_expansion->scopes());
    int yes = 0;
    int partly = 0;
    for (const core::Operation &operation : core::operations()) {
        if (operation.isFree())
            continue;
        const auto verdict = held.judge(operation.required);
        yes += verdict == tc::scopes::Verdict::Yes ? 1 : 0;
        partly += verdict == tc::scopes::Verdict::Unknown ? 1 : 0;
    }
    m_operations->setText(tr("Besides what everybody may do: %1, %2.", "numbers of operations")
                              .arg(tr("%Ln operations of the services on everything", nullptr, yes),
                                  tr("%Ln on some things", nullptr, partly)));
}

void MintView::make()
{
    m_banner->hide();
    m_make->setEnabled(false);
    m_workspace->registry()->provide(
        m_details->accountId(), [guard = QPointer(this)](const tc::Result<tc::Credentials> &signer) {
            if (guard)
                guard->made(signer);
        });
}

void MintView::made(const tc::Result<tc::Credentials> &signer)
{
    m_make->setEnabled(true);
    const tc::Result<tc::Credentials> minted = signer
        ? core::mint(plan(), issuer(), *signer, QDateTime::currentDateTimeUtc())
        : tc::Result<tc::Credentials> { {}, signer.error };
    if (!minted) {
        m_banner->showText(bannerFor(tr("No credentials were made."), minted.error));
        return;
    }
    m_result->showCredentials(m_details->account(), *minted);
    m_stack->setCurrentWidget(m_result);
    Q_EMIT notice({ tr("Temporary credentials were made"), false, {} });
}

} // namespace ui
