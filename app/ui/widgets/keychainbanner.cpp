// SPDX-License-Identifier: MPL-2.0
#include "ui/widgets/keychainbanner.h"

#include "core/accounts/accountregistry.h"
#include "core/accounts/secrettext.h"
#include "core/util/visibletext.h"

#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

using Phase = core::SecretState::Phase;

namespace {

// What the keychain is at.
enum class Doing { Nothing, Reading, Slow, Asking };

Doing doingOf(const core::SecretState &state)
{
    if (state.phase == Phase::Asking || (state.isSaving && state.saving == core::SecretJob::Phase::Asking))
        return Doing::Asking;
    if (state.phase == Phase::Slow || (state.isSaving && state.saving == core::SecretJob::Phase::Slow))
        return Doing::Slow;
    return state.phase == Phase::Reading ? Doing::Reading : Doing::Nothing;
}

} // namespace

KeychainBanner::KeychainBanner(core::AccountRegistry *registry, QWidget *parent)
    : Banner(parent), m_registry(registry), m_unlock(addButton(tr("Unlock"), u"keychainUnlock"_s)),
      m_again(addButton(tr("Try again"), u"keychainAgain"_s))
{
    setObjectName(u"keychainBanner"_s);
    m_patience.setSingleShot(true);
    m_patience.setInterval(300ms);
    connect(&m_patience, &QTimer::timeout, this, [this] { showState(m_registry->state(m_id)); });
    connect(m_unlock, &QPushButton::clicked, this, &KeychainBanner::tryAgain);
    connect(m_again, &QPushButton::clicked, this, &KeychainBanner::tryAgain);
    connect(this, &Banner::dismissed, this, [this] { m_dismissed = text().title; });
    connect(registry, &core::AccountRegistry::stateChanged, this, &KeychainBanner::stateChanged);
    connect(registry, &core::AccountRegistry::changed, this, &KeychainBanner::stateChanged);
    connect(registry, &core::AccountRegistry::removed, this, &KeychainBanner::stateChanged);
}

void KeychainBanner::setAccount(const QString &id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_dismissed.clear();
    m_wasUnavailable = m_registry->state(id).phase == Phase::Unavailable;
    update();
}

void KeychainBanner::stateChanged(const QString &id)
{
    if (id != m_id)
        return;
    const Phase phase = m_registry->state(id).phase;
    const bool isBack = m_wasUnavailable && phase == Phase::Ready;
    if (phase == Phase::Unavailable || phase == Phase::Ready)
        m_wasUnavailable = phase == Phase::Unavailable;
    update();
    if (isBack)
        Q_EMIT recovered();
}

void KeychainBanner::update()
{
    const core::SecretState state = m_registry->state(m_id);
    if (state.phase == Phase::Reading && (isHidden() || m_wasUnavailable)) {
        if (!m_patience.isActive())
            m_patience.start();
        return;
    }
    m_patience.stop();
    showState(state);
}

void KeychainBanner::showState(const core::SecretState &state)
{
    m_unlock->hide();
    m_again->hide();
    const core::Account *account = m_registry->find(m_id);
    const QString name = account ? core::visibleText(account->displayName()) : QString();
    const Doing doing = account ? doingOf(state) : Doing::Nothing;
    if (doing == Doing::Asking) {
        say(BannerText::Kind::Note, tr("The keychain asks for its password"),
            tr("Its question is a window of the desktop; it may stand behind this one."));
    } else if (doing == Doing::Slow) {
        say(BannerText::Kind::Warning, tr("The keychain has not answered yet"),
            state.isSaving ? tr("It is still waited for. %1 works from memory meanwhile.").arg(name)
                           : tr("It is still waited for. Other accounts and pages work meanwhile."));
    } else if (doing == Doing::Reading) {
        say(BannerText::Kind::Note, tr("Waiting for the keychain"),
            tr("What needs the credentials of %1 is sent when the keychain has given them.").arg(name));
    } else if (account && state.phase == Phase::Unavailable) {
        showTrouble(state, tr("The credentials of %1 are not available").arg(name));
    } else if (account && state.phase == Phase::Ready && state.isUnsaved) {
        showTrouble(state, tr("%1 works from memory, for this run").arg(name));
    } else {
        m_dismissed.clear();
        hide();
    }
}

void KeychainBanner::showTrouble(const core::SecretState &state, const QString &title)
{
    const bool isLocked = state.outcome.status == core::SecretOutcome::Status::Locked;
    m_unlock->setVisible(isLocked);
    m_again->setVisible(!isLocked);
    m_unlock->setEnabled(!state.isSaving);
    m_again->setEnabled(!state.isSaving);
    const core::SecretText text = core::describeSecretOutcome(state.outcome);
    say(BannerText::Kind::Warning, title, text.advice.isEmpty() ? text.why : text.why + u' ' + text.advice);
}

void KeychainBanner::say(BannerText::Kind kind, const QString &title, const QString &text)
{
    if (title == m_dismissed)
        return;
    m_dismissed.clear();
    const BannerText wanted { kind, title, text, {}, false };
    const BannerText now = this->text();
    if (isHidden() || now.title != title || now.text != text)
        showText(wanted);
}

void KeychainBanner::tryAgain()
{
    m_dismissed.clear();
    const QString id = m_id;
    if (m_registry->state(id).phase == Phase::Ready)
        m_registry->keep(id);
    else
        m_registry->unlock(id);
}

} // namespace ui
