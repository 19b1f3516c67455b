// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/secrets/movepanel.h"

#include "core/util/visibletext.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/secondarylabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::SecretMove;
using State = SecretMove::Outcome::State;

MovePanel::MovePanel(SecretMove *move, QWidget *parent)
    : QWidget(parent), m_move(move), m_title(sectionTitle({}, this)), m_text(selectableLabel({}, this)),
      m_name(new QLineEdit(this)), m_banner(new Banner(this)), m_step(new SecondaryLabel({}, this)),
      m_accept(new QPushButton(this)), m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(u"movePanel"_s);
    m_title->setObjectName(u"moveTitle"_s);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_name->setObjectName(u"moveName"_s);
    m_name->setAccessibleName(tr("New name"));
    m_name->setFont(fixedFont());
    m_banner->setObjectName(u"moveBanner"_s);
    m_banner->hide();
    m_step->setObjectName(u"moveStep"_s);
    m_accept->setObjectName(u"moveAccept"_s);
    m_cancel->setObjectName(u"moveCancel"_s);
    m_cancel->setAccessibleName(m_cancel->text());
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_step, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_name);
    column->addWidget(m_banner);
    column->addLayout(row);
    column->addStretch(1);
    connect(m_name, &QLineEdit::textChanged, this, &MovePanel::updateButtons);
    connect(m_name, &QLineEdit::returnPressed, this, &MovePanel::begin);
    connect(m_accept, &QPushButton::clicked, this, &MovePanel::begin);
    connect(m_banner, &Banner::retryRequested, this, &MovePanel::begin);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_move->isRunning())
            m_move->cancel();
        else
            Q_EMIT closed();
    });
    connect(m_move, &SecretMove::stepChanged, this, &MovePanel::showStep);
    connect(m_move, &SecretMove::finished, this, &MovePanel::finish);
}

void MovePanel::start(SecretMove::Kind kind, const QString &name)
{
    m_kind = kind;
    m_from = name;
    const bool isCopy = kind == SecretMove::Kind::Copy;
    m_title->setText((isCopy ? tr("Copy %1") : tr("Rename %1")).arg(core::visibleText(name)));
    m_text->setText(isCopy
            ? tr("A second secret with the same value and the same end is made under the new name, and compared.")
            : tr("The service cannot rename. A second secret is made under the new name, both are read and compared, "
                 "and "
                 "then the old one is deleted. If this is interrupted, both stay. Whoever reads the old name has to be "
                 "told."));
    m_accept->setText(isCopy ? tr("Copy secret") : tr("Rename secret"));
    m_accept->setAccessibleName(m_accept->text());
    m_name->setText(name);
    m_banner->hide();
    showStep();
}

void MovePanel::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void MovePanel::updateButtons()
{
    const bool isRunning = m_move->isRunning();
    const QString name = m_name->text().trimmed();
    m_accept->setEnabled(!isRunning && !name.isEmpty() && name != m_from);
    m_name->setEnabled(!isRunning);
}

void MovePanel::begin()
{
    if (!m_accept->isEnabled())
        return;
    m_banner->hide();
    m_move->start(m_kind, m_from, m_name->text().trimmed());
}

void MovePanel::showStep()
{
    switch (m_move->step()) {
    case SecretMove::Step::None:
        m_step->clear();
        break;
    case SecretMove::Step::Reading:
        m_step->setText(tr("Reading the secret\u2026"));
        break;
    case SecretMove::Step::LookingForTarget:
        m_step->setText(tr("Looking whether the new name is free\u2026"));
        break;
    case SecretMove::Step::Writing:
        m_step->setText(tr("Making the new one\u2026"));
        break;
    case SecretMove::Step::Comparing:
        m_step->setText(tr("Comparing the two\u2026"));
        break;
    case SecretMove::Step::Deleting:
        m_step->setText(tr("Deleting the old one\u2026"));
        break;
    }
    updateButtons();
}

void MovePanel::finish(const SecretMove::Outcome &outcome)
{
    updateButtons();
    const QString from = core::visibleText(m_move->from());
    const QString to = core::visibleText(m_move->to());
    if (outcome.state == State::Done) {
        Q_EMIT done(m_kind, m_move->from(), m_move->to());
        return;
    }
    BannerText text;
    if (outcome.state == State::Taken) {
        text.title = tr("There is a secret of this name already.");
        text.text = tr("Nothing was written. Choose another name, or delete %1 first.").arg(to);
        text.canRetry = false;
    } else if (outcome.state == State::Different) {
        text.title = tr("The two are not the same.");
        text.text
            = tr("Somebody has changed one of them meanwhile, or the service kept a number otherwise. Nothing was "
                 "deleted.");
        text.canRetry = false;
    } else {
        text = bannerFor(
            m_kind == SecretMove::Kind::Copy ? tr("The secret was not copied.") : tr("The secret was not renamed."),
            outcome.error);
    }
    if (outcome.mayHaveBoth) {
        text.text += u' ' + tr("Both may be there now: %1 and %2.").arg(from, to);
        text.canRetry = false; // the name is taken now
        Q_EMIT bothLeft(m_move->from(), m_move->to());
    }
    m_banner->showText(text);
}

} // namespace ui
