// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/navigation/location.h"

#include <QDateTime>
#include <QFrame>

class QLabel;
class QPushButton;

namespace core {
class Session;
}

namespace ui {

class Workspace;

/// A client's new access token: masked, to be copied or kept as an account. The deployment tells it once, and so does
/// this: when it is put away, and with it this panel, nobody knows it any more.
class TokenPanel : public QFrame
{
    Q_OBJECT

public:
    TokenPanel(core::Session *session, Workspace *workspace, QWidget *parent = nullptr);
    ~TokenPanel() override;

    void showToken(const QString &clientId, const QString &accessToken, const QDateTime &expires);
    bool isHolding() const { return !m_token.isEmpty(); }

Q_SIGNALS:
    void openRequested(const core::Location &location, bool newTab);

private:
    void build();
    QPushButton *makeButton(const QString &text, const QString &objectName, const QString &iconName);
    void reveal(bool shown);
    void keep();
    void sayKept(const QString &accountId);
    void putAway();

    core::Session *m_session;
    Workspace *m_workspace;
    QString m_clientId;
    QString m_token;
    QDateTime m_expires;
    QString m_accountId; ///< of the account that it was kept as
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_secret;
    QLabel *m_note;
    QPushButton *m_reveal = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_keep = nullptr;
    QPushButton *m_account = nullptr;
    QPushButton *m_done = nullptr;
};

} // namespace ui
