// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/foundcredentials.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class Banner;
struct Notice;
class Workspace;

/// After an account was made of the `taskcluster` command's configuration: offers to take the token out of the file,
/// where anybody can read it, once the keychain has it.
class PlainTokenPanel : public QWidget
{
    Q_OBJECT

public:
    /// \a workspace must outlive this.
    explicit PlainTokenPanel(Workspace *workspace, QWidget *parent = nullptr);

    /// \a found is what the file had, and the account now has.
    void offer(const QString &accountId, const core::FoundCredentials &found);

Q_SIGNALS:
    void noticed(const ui::Notice &notice);
    void finished();

private:
    void update();
    void removeToken();
    void end();

    Workspace *m_workspace;
    QString m_id;
    core::FoundCredentials m_found;
    QLabel *m_text;
    QLabel *m_state;
    Banner *m_banner;
    QPushButton *m_remove;
    QPushButton *m_again;
    QPushButton *m_leave;
};

} // namespace ui
