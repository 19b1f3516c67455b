// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "ui/widgets/banner.h"

#include <QTimer>

namespace core {
class AccountRegistry;
struct SecretState;
} // namespace core

namespace ui {

/// Says what the keychain does with the secret of one account, as long as there is something to say: that it is waited
/// for, that it asks, why it gave nothing, that the account works for this run only. Hidden otherwise.
class KeychainBanner : public Banner
{
    Q_OBJECT

public:
    /// \a registry must outlive this.
    explicit KeychainBanner(core::AccountRegistry *registry, QWidget *parent = nullptr);

    /// Whose; empty is nobody's.
    void setAccount(const QString &id);

Q_SIGNALS:
    /// The keychain has given the secret after all: what failed for the lack of it can be tried again.
    void recovered();

private:
    void stateChanged(const QString &id);
    void update();
    void showState(const core::SecretState &state);
    void showTrouble(const core::SecretState &state, const QString &title);
    void say(BannerText::Kind kind, const QString &title, const QString &text);
    void tryAgain();

    core::AccountRegistry *m_registry;
    QString m_id;
    QString m_dismissed; ///< what was said when the person closed it
    QTimer m_patience; ///< an answer within it is not worth a word
    bool m_wasUnavailable = false;
    QPushButton *m_unlock;
    QPushButton *m_again;
};

} // namespace ui
