// SPDX-License-Identifier: MPL-2.0
// The page of secrets: copies and new names, and what is said about a rename that stopped on the way.
#include "core/accounts/session.h"
#include "core/secrets/secretnames.h"
#include "core/util/visibletext.h"
#include "ui/pages/secrets/movepanel.h"
#include "ui/pages/secrets/secretspage.h"
#include "ui/widgets/banner.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

using core::SecretMove;

void SecretsPage::buildMoveBanner()
{
    m_moveBanner = addBanner(u"moveLeftBanner"_s);
    QPushButton *oldOne = m_moveBanner->addButton(tr("Open the old one"), u"moveLeftOld"_s);
    QPushButton *newOne = m_moveBanner->addButton(tr("Open the new one"), u"moveLeftNew"_s);
    const auto left = [this] { return m_moveLog.interrupted(place(), m_session->account().clientId); };
    connect(oldOne, &QPushButton::clicked, this, [this, left] { show(left().value(0).from); });
    connect(newOne, &QPushButton::clicked, this, [this, left] { show(left().value(0).to); });
    connect(m_moveBanner, &Banner::dismissed, this, [this, left] {
        m_moveLog.end(left().value(0));
        showInterruptedMove();
    });
}

void SecretsPage::followMoves()
{
    connect(m_move, &SecretMove::stepChanged, this, &SecretsPage::followMove);
    connect(m_move, &SecretMove::finished, this, [this](const SecretMove::Outcome &outcome) {
        if (m_move->kind() == SecretMove::Kind::Copy)
            return;
        if (outcome.mayHaveBoth)
            m_moveLog.interrupt(moveEntry());
        else
            m_moveLog.end(moveEntry());
        showInterruptedMove();
    });
    showInterruptedMove();
}

core::MoveLog::Entry SecretsPage::moveEntry() const
{
    return { place(), m_session->account().clientId, m_move->from(), m_move->to() };
}

void SecretsPage::followMove()
{
    if (m_move->kind() == SecretMove::Kind::Rename && m_move->step() == SecretMove::Step::Writing)
        m_moveLog.begin(moveEntry());
    update();
}

void SecretsPage::showInterruptedMove()
{
    const auto left = m_moveLog.interrupted(place(), m_session->account().clientId);
    if (left.isEmpty()) {
        if (m_moveBanner)
            m_moveBanner->hide();
        return;
    }
    if (!m_moveBanner)
        buildMoveBanner();
    BannerText text;
    text.kind = BannerText::Kind::Warning;
    text.title = tr("Renaming %1 was interrupted.").arg(core::visibleText(left.first().from));
    text.text = tr("Both may be there, the old one and %1. Look at the two, then delete the one that is not needed.")
                    .arg(core::visibleText(left.first().to));
    text.canRetry = false;
    m_moveBanner->showText(text);
}

// Of the two that were left one is gone: there is nothing more to say.
void SecretsPage::forgetMove(const QString &deleted)
{
    const auto left = m_moveLog.interrupted(place(), m_session->account().clientId);
    for (const core::MoveLog::Entry &entry : left) {
        if (entry.from == deleted || entry.to == deleted)
            m_moveLog.end(entry);
    }
    showInterruptedMove();
}

void SecretsPage::startMove(SecretMove::Kind kind)
{
    movePanel()->start(kind, name());
    setPane(Pane::Move);
    m_movePanel->focusName();
}

void SecretsPage::moved(SecretMove::Kind kind, const QString &from, const QString &to)
{
    m_names->add(to);
    if (kind == SecretMove::Kind::Rename)
        m_names->remove(from);
    const QString text = kind == SecretMove::Kind::Copy ? tr("Copied %1 to %2") : tr("Renamed %1 to %2");
    Q_EMIT noticed({ text.arg(core::visibleText(from), core::visibleText(to)) });
    show(to);
}

} // namespace ui
