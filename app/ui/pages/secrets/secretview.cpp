// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/secrets/secretview.h"

#include "core/secrets/opensecret.h"
#include "core/secrets/valuemodel.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "ui/pages/secrets/valueview.h"
#include "ui/theme/icons.h"
#include "ui/widgets/auditview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/guardedtext.h"
#include "ui/widgets/timelabel.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::ValueModel;

namespace {
constexpr qint64 day = 24LL * 3600 * 1000;
constexpr qint64 warnBefore = 30 * day;
constexpr qsizetype longValue = 50; // characters that a cell shows well
} // namespace

SecretView::SecretView(core::OpenSecret *secret, core::Session *session, const core::Location &place,
    SecretClipboard *clipboard, QWidget *parent)
    : QWidget(parent), m_secret(secret), m_clipboard(clipboard), m_model(new ValueModel(this)),
      m_expires(new TimeLabel(this)), m_hint(new SecondaryLabel({}, this)), m_banner(new Banner(this)),
      m_expiryBanner(new Banner(this)), m_draftBanner(new Banner(this)), m_tabs(new QTabWidget(this)),
      m_values(new ValueView(m_model, clipboard, this)), m_whole(new GuardedText(clipboard, this)),
      m_noValue(new SecondaryLabel(tr("The value is not known."), this)), m_showAll(new QPushButton(this)),
      m_copy(new QPushButton(icon(u"copy"_s), tr("Copy value"), this)), m_history(new AuditView(session, place, this))
{
    setObjectName(u"secretView"_s);
    buildBanners();
    buildValues();
    m_history->setObjectName(u"secretHistory"_s);
    m_tabs->setObjectName(u"secretTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_history, tr("History"));
    auto *facts = new QHBoxLayout;
    facts->setSpacing(16);
    m_expires->setObjectName(u"secretExpires"_s);
    facts->addWidget(m_expires);
    facts->addWidget(m_hint);
    facts->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(facts);
    column->addWidget(m_banner);
    column->addWidget(m_draftBanner);
    column->addWidget(m_expiryBanner);
    column->addWidget(m_tabs, 1);
    connect(m_history, &AuditView::changed, this, &SecretView::changed);
    connect(m_history, &AuditView::openRequested, this, &SecretView::openRequested);
}

void SecretView::buildBanners()
{
    m_banner->setObjectName(u"secretBanner"_s);
    m_expiryBanner->setObjectName(u"secretExpiryBanner"_s);
    m_draftBanner->setObjectName(u"secretDraftBanner"_s);
    QPushButton *goOn = m_draftBanner->addButton(tr("Go on editing"), u"draftGoOn"_s);
    QPushButton *discard = m_draftBanner->addButton(tr("Discard"), u"draftDiscard"_s);
    connect(goOn, &QPushButton::clicked, this, &SecretView::draftRequested);
    connect(discard, &QPushButton::clicked, this, &SecretView::draftDiscarded);
    connect(m_banner, &Banner::retryRequested, this, &SecretView::retryRequested);
    for (Banner *banner : { m_banner, m_expiryBanner, m_draftBanner })
        banner->hide();
}

void SecretView::buildValues()
{
    auto *pane = new QWidget(this);
    m_values->setObjectName(u"secretValues"_s);
    m_values->setAccessibleName(tr("Keys and values"));
    m_whole->setObjectName(u"secretWholeValue"_s);
    m_whole->setAccessibleName(tr("The whole value"));
    m_whole->setReadOnly(true);
    m_whole->setTabChangesFocus(true);
    m_whole->setMaximumHeight(fontMetrics().lineSpacing() * 10);
    m_whole->hide();
    m_showAll->setObjectName(u"secretShowAll"_s);
    m_copy->setObjectName(u"secretCopy"_s);
    m_copy->setAccessibleName(m_copy->text());
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_showAll);
    row->addWidget(m_copy);
    row->addStretch(1);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_noValue, 1, Qt::AlignTop);
    column->addWidget(m_values, 1);
    column->addWidget(m_whole);
    m_tabs->addTab(pane, tr("Value"));
    connect(m_showAll, &QPushButton::clicked, this, &SecretView::toggleAll);
    connect(m_copy, &QPushButton::clicked, this, &SecretView::copyValue);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &SecretView::showCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SecretView::showCurrent);
    connect(m_values->selectionModel(), &QItemSelectionModel::currentChanged, this, &SecretView::showCurrent);
    showCurrent();
}

bool SecretView::isLoading() const
{
    return m_secret->part().isLoading() || (m_history->isVisible() && m_history->isLoading());
}

void SecretView::forget()
{
    m_model->clear();
    m_whole->forget();
    m_shownName.clear();
    m_history->clear();
    m_tabs->setCurrentIndex(0);
    for (Banner *banner : { m_banner, m_expiryBanner, m_draftBanner })
        banner->hide();
    m_expires->setTime(0);
    m_hint->clear();
}

void SecretView::update()
{
    const core::Part &part = m_secret->part();
    if (part.hasFailed())
        m_banner->showText(bannerFor(tr("The secret could not be read."), part.error));
    else
        m_banner->hide();
    if (m_shownName != m_secret->name()) {
        m_shownName = m_secret->name();
        m_history->open(core::AuditHistory::Entity::Secret, m_shownName);
    }
    if (part.isLoading())
        m_hint->setText(tr("Reading\u2026"));
    else
        m_hint->clear();
    if (m_secret->content() && !part.isLoading()) {
        m_model->setValue(m_secret->content()->value);
        m_values->fitColumns();
        if (m_model->rowCount() > 0)
            m_values->setCurrentIndex(m_model->index(0, 0));
        else
            m_hint->setText(tr("This secret is empty."));
        showExpiry(m_secret->content()->expires);
    } else if (!m_secret->content()) {
        m_model->clear();
        m_expires->setTime(0);
        m_expiryBanner->hide();
    }
    showCurrent();
    showWhatIsKnown();
    Q_EMIT changed();
}

// Without a value there is nothing to show and to copy.
void SecretView::showWhatIsKnown()
{
    const bool hasFailed = m_secret->part().hasFailed() && !m_secret->content();
    m_noValue->setVisible(hasFailed);
    for (QWidget *widget :
        { static_cast<QWidget *>(m_showAll), static_cast<QWidget *>(m_copy), static_cast<QWidget *>(m_values) })
        widget->setVisible(!hasFailed);
    m_expires->setVisible(!m_expires->text().isEmpty());
    m_hint->setVisible(!m_hint->text().isEmpty());
}

void SecretView::showExpiry(qint64 expires)
{
    const qint64 left = expires - core::currentTime();
    const QString date = QDateTime::fromMSecsSinceEpoch(expires, Qt::UTC).toString(u"yyyy-MM-dd"_s);
    m_expires->setTime(expires, (left > 0 ? tr("Expires %2 (%1)") : tr("Expired %2 (%1)")).arg(u"%1"_s, date));
    if (left >= warnBefore) {
        m_expiryBanner->hide();
        return;
    }
    BannerText text;
    text.kind = BannerText::Kind::Warning;
    text.title = tr("This secret expires %1.").arg(core::formatTime(expires, core::currentTime()));
    text.text = tr("After %1 nobody can read it any more. Edit it to give it a later end.")
                    .arg(core::formatExactTime(expires));
    text.canRetry = false;
    m_expiryBanner->showText(text);
}

void SecretView::setDraft(qint64 changed)
{
    if (changed == 0) {
        m_draftBanner->hide();
        return;
    }
    BannerText text;
    text.kind = BannerText::Kind::Note;
    text.title = tr("There is a change of this secret that was not saved.");
    text.text = tr("It is from %1.").arg(core::formatExactTime(changed));
    text.canRetry = false;
    m_draftBanner->showText(text);
}

void SecretView::focusValues()
{
    m_values->setFocus(Qt::OtherFocusReason);
}

void SecretView::reloadHistory()
{
    m_history->reload();
}

void SecretView::toggleAll()
{
    m_model->setAllRevealed(!m_model->isAllRevealed());
}

void SecretView::copyValue()
{
    m_values->copyValue();
}

bool SecretView::isAllRevealed() const
{
    return m_model->isAllRevealed();
}

// Values of several lines, or long ones, do not fit into a cell.
void SecretView::showCurrent()
{
    const QModelIndex row = m_values->currentIndex();
    const bool isScalar = row.isValid() && row.data(ValueModel::IsScalarRole).toBool();
    const bool isRevealed = isScalar && row.data(ValueModel::IsRevealedRole).toBool();
    const bool hasValues = m_model->scalarCount() > 0;
    m_copy->setEnabled(isScalar);
    m_showAll->setEnabled(hasValues);
    const QString all = m_model->isAllRevealed() ? tr("Hide all values") : tr("Show all values");
    if (m_showAll->text() != all) {
        m_showAll->setText(all);
        m_showAll->setAccessibleName(all);
    }
    QString text = isRevealed ? m_model->textOf(row) : QString();
    const bool isLong = text.size() > longValue || text.contains(u'\n');
    if (isLong)
        m_whole->setPlainText(core::visibleText(text, core::TextLines::Multiple));
    else
        m_whole->forget();
    m_whole->setVisible(isLong);
    core::wipe(&text);
}

} // namespace ui
