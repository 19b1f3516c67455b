// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/secrets/savepanel.h"

#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/mergeview.h"
#include "ui/widgets/secondarylabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::ComparableText;
using core::OpenSecret;
using core::SecretContent;

namespace {

QStringList visibleLines(const QStringList &lines)
{
    QStringList result;
    result.reserve(lines.size());
    for (const QString &line : lines)
        result.append(core::visibleText(line, core::TextLines::Multiple));
    return result;
}

QHash<QString, QString> masks(std::initializer_list<const ComparableText *> texts)
{
    QHash<QString, QString> result;
    for (const ComparableText *text : texts) {
        for (qsizetype i = 0; i < text->lines.size(); ++i)
            result.insert(text->lines[i], text->masked[i]);
    }
    return result;
}

void forgetText(ComparableText *text)
{
    for (QString &line : text->lines)
        core::wipe(&line);
    *text = {};
}

} // namespace

SavePanel::SavePanel(SecretClipboard *clipboard, QWidget *parent)
    : QWidget(parent), m_merge(new MergeView(clipboard, this)), m_diff(new DiffView(clipboard, this)),
      m_stack(new QStackedWidget(this)), m_banner(new Banner(this)),
      m_blind(m_banner->addButton(tr("Save without reading"), u"saveBlind"_s)), m_title(sectionTitle({}, this)),
      m_text(selectableLabel({}, this)), m_expiry(new SecondaryLabel({}, this)), m_step(new SecondaryLabel({}, this)),
      m_showValues(new QCheckBox(tr("Show values"), this)), m_accept(new QPushButton(this)),
      m_allMine(new QPushButton(tr("All mine"), this)), m_allTheirs(new QPushButton(tr("All theirs"), this)),
      m_back(new QPushButton(tr("Back to editing"), this))
{
    setObjectName(u"savePanel"_s);
    m_banner->setObjectName(u"saveBanner"_s);
    m_title->setObjectName(u"saveTitle"_s);
    m_title->setWordWrap(true);
    m_text->setObjectName(u"saveText"_s);
    m_text->setWordWrap(true);
    m_expiry->setObjectName(u"saveExpiry"_s);
    m_expiry->setWordWrap(true);
    m_diff->setObjectName(u"saveDiff"_s);
    m_diff->setAccessibleName(tr("Difference"));
    m_merge->setObjectName(u"saveMerge"_s);
    m_stack->addWidget(m_diff);
    m_stack->addWidget(m_merge);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_expiry);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    buildButtons();
    m_banner->hide();
    connect(m_merge, &MergeView::changed, this, &SavePanel::updateButtons);
    connect(m_banner, &Banner::retryRequested, this, &SavePanel::saveRequested);
    connect(m_blind, &QPushButton::clicked, this, &SavePanel::saveBlindRequested);
}

void SavePanel::buildButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_showValues->setObjectName(u"saveShowValues"_s);
    m_step->setObjectName(u"saveStep"_s);
    row->addWidget(m_showValues);
    row->addWidget(m_step, 1);
    m_allMine->setObjectName(u"mergeAllMine"_s);
    m_allTheirs->setObjectName(u"mergeAllTheirs"_s);
    m_back->setObjectName(u"saveBack"_s);
    m_accept->setObjectName(u"saveAccept"_s);
    for (QPushButton *button : { m_allMine, m_allTheirs, m_back, m_accept }) {
        button->setAutoDefault(false);
        button->setAccessibleName(button->text());
        row->addWidget(button);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_showValues, &QCheckBox::toggled, this, [this](bool shown) {
        showDiff();
        m_merge->setValuesShown(shown);
    });
    connect(m_allMine, &QPushButton::clicked, this, [this] { m_merge->chooseAll(true); });
    connect(m_allTheirs, &QPushButton::clicked, this, [this] { m_merge->chooseAll(false); });
    connect(m_back, &QPushButton::clicked, this, &SavePanel::backRequested);
    connect(m_accept, &QPushButton::clicked, this, &SavePanel::accept);
}

void SavePanel::forget()
{
    forgetText(&m_before);
    forgetText(&m_after);
    m_diff->forget();
    m_merge->forget();
    m_banner->hide();
    m_showValues->setChecked(false);
}

void SavePanel::showReview(const QString &name, const std::optional<SecretContent> &base, const SecretContent &wanted)
{
    forget();
    m_title->setText((base ? tr("Changes of %1") : tr("New secret %1")).arg(core::visibleText(name)));
    m_text->setText(
        tr("Before it is written the secret is read once more; if somebody has changed it meanwhile, nothing "
           "is written and you see both changes. A change in the fraction of a second between that reading "
           "and the writing would still be lost: the service cannot rule it out."));
    fillDiff(base, wanted);
    setState(State::Review);
}

void SavePanel::fillDiff(const std::optional<SecretContent> &base, const SecretContent &wanted)
{
    m_before = base ? core::comparableText(base->value) : ComparableText();
    m_after = core::comparableText(wanted.value);
    const QString end = core::formatExactTime(wanted.expires);
    if (base && base->expires != wanted.expires)
        m_expiry->setText(tr("Expires %1, in place of %2.").arg(end, core::formatExactTime(base->expires)));
    else
        m_expiry->setText(tr("Expires %1.").arg(end));
    m_stack->setCurrentWidget(m_diff);
    showDiff();
}

void SavePanel::showDiff()
{
    const auto lines = core::diffLines(m_before.lines, m_after.lines);
    if (m_showValues->isChecked())
        m_diff->setDiff(lines, visibleLines(m_before.lines), visibleLines(m_after.lines));
    else
        m_diff->setDiff(lines, m_before.masked, m_after.masked);
}

void SavePanel::showConflict(const QString &name, const std::optional<SecretContent> &base, const SecretContent &wanted,
    const std::optional<SecretContent> &theirs)
{
    forget();
    const QString shown = core::visibleText(name);
    if (!theirs) {
        m_title->setText(tr("%1 is not there any more").arg(shown));
        m_text->setText(
            tr("Somebody has deleted it, or it has expired, since you began. Nothing was written. It can be "
               "made again with your text."));
        fillDiff({}, wanted);
        setState(State::Gone);
    } else if (!base) {
        m_title->setText(tr("There is a secret %1 already").arg(shown));
        m_text->setText(tr("Nothing was written. Below is what would change if yours took its place."));
        fillDiff(theirs, wanted);
        setState(State::Taken);
    } else {
        m_title->setText(tr("Somebody else has changed %1").arg(shown));
        m_text->setText(
            tr("Nothing was written. Choose what to keep where both have changed the same; you see the whole "
               "once more before it is saved."));
        fillMerge(*base, wanted, *theirs);
        setState(State::Merge);
    }
}

void SavePanel::fillMerge(const SecretContent &base, const SecretContent &wanted, const SecretContent &theirs)
{
    ComparableText old = core::comparableText(base.value);
    m_before = core::comparableText(theirs.value);
    m_after = core::comparableText(wanted.value);
    m_merge->setPieces(
        core::mergeLines(old.lines, m_after.lines, m_before.lines), masks({ &old, &m_before, &m_after }));
    forgetText(&old);
    m_stack->setCurrentWidget(m_merge);
    m_expires = wanted.expires == base.expires ? theirs.expires : wanted.expires;
    if (theirs.expires == base.expires && wanted.expires == base.expires) {
        m_expiry->setText(tr("Expires %1.").arg(core::formatExactTime(m_expires)));
    } else {
        m_expiry->setText(tr("Expires: theirs %1, yours %2; %3 is taken over and can be changed.")
                              .arg(core::formatExactTime(theirs.expires), core::formatExactTime(wanted.expires),
                                  core::formatExactTime(m_expires)));
    }
}

void SavePanel::setState(State state)
{
    m_state = state;
    const bool isMerge = state == State::Merge;
    m_allMine->setVisible(isMerge && m_merge->conflictCount() > 0);
    m_allTheirs->setVisible(isMerge && m_merge->conflictCount() > 0);
    QString text = tr("Save secret");
    if (isMerge)
        text = tr("Go on with this");
    else if (state == State::Gone)
        text = tr("Make it again");
    else if (state == State::Taken)
        text = tr("Replace that secret");
    m_accept->setText(text);
    m_accept->setAccessibleName(text);
    setStep(OpenSecret::Step::None);
}

void SavePanel::updateButtons()
{
    m_accept->setEnabled(!m_busy && (m_state != State::Merge || m_merge->isDecided()));
    m_back->setEnabled(!m_busy);
    m_showValues->setEnabled(!m_busy);
}

void SavePanel::setStep(OpenSecret::Step step)
{
    m_busy = step != OpenSecret::Step::None;
    if (step == OpenSecret::Step::ReadingAgain)
        m_step->setText(tr("Reading it once more\u2026"));
    else if (step == OpenSecret::Step::Writing)
        m_step->setText(tr("Writing\u2026"));
    else
        m_step->clear();
    if (m_busy)
        m_banner->hide();
    updateButtons();
}

void SavePanel::showError(OpenSecret::Step step, const tc::Error &error)
{
    const bool isReading = step == OpenSecret::Step::ReadingAgain;
    // Whoever may write and not read has no other way.
    m_blind->setVisible(isReading && error.kind == tc::ErrorKind::Scope);
    BannerText text = bannerFor(isReading ? tr("The secret could not be read again, so nothing was written.")
                                          : tr("The secret could not be saved."),
        error);
    if (!isReading && error.kind != tc::ErrorKind::Scope && error.httpStatus == 0)
        text.text += u' ' + tr("Whether the service has taken it is not known; saving again does no harm.");
    if (m_blind->isVisibleTo(m_banner))
        text.text += u' ' + tr("Without reading, a change by somebody else would be overwritten unseen.");
    m_banner->showText(text);
}

void SavePanel::accept()
{
    switch (m_state) {
    case State::Review:
        Q_EMIT saveRequested();
        return;
    case State::Gone:
    case State::Taken:
        Q_EMIT rebased();
        return;
    case State::Merge:
        Q_EMIT merged(m_merge->result(), m_expires);
        return;
    }
}

void SavePanel::focusContent()
{
    QWidget *first = m_state == State::Merge ? static_cast<QWidget *>(m_merge) : m_accept;
    first->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
