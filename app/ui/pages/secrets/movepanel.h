// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/secrets/secretmove.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class Banner;
class SecondaryLabel;

/// Asks for the name of a copy, or the new name of a secret, and shows how far it is.
class MovePanel : public QWidget
{
    Q_OBJECT

public:
    /// \a move must outlive this.
    explicit MovePanel(core::SecretMove *move, QWidget *parent = nullptr);

    void start(core::SecretMove::Kind kind, const QString &name);
    void focusName();

Q_SIGNALS:
    void closed();
    /// The new one is there, and the old one still is or not.
    void done(core::SecretMove::Kind kind, const QString &from, const QString &to);
    /// It stopped, and both may be there.
    void bothLeft(const QString &from, const QString &to);

private:
    void begin();
    void showStep();
    void finish(const core::SecretMove::Outcome &outcome);
    void updateButtons();

    core::SecretMove *m_move;
    core::SecretMove::Kind m_kind = core::SecretMove::Kind::Copy;
    QString m_from;
    QLabel *m_title;
    QLabel *m_text;
    QLineEdit *m_name;
    Banner *m_banner;
    SecondaryLabel *m_step;
    QPushButton *m_accept;
    QPushButton *m_cancel;
};

} // namespace ui
