// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/account.h"

#include <QIcon>
#include <QWidget>

#include <optional>

namespace ui {

/// What tells accounts apart at a glance: a disc in its colour with a letter of its name, for anonymous ones a ring.
struct AccountLook {
    int colour = 0; ///< core::Account::colour
    QString letter {}; ///< empty: a ring

    static AccountLook of(const core::Account &account);
    friend bool operator==(const AccountLook &, const AccountLook &) = default;
};

/// The colour's name for a person: "Blue".
QString accountColourName(int colour);
/// As large as fits a square of \a rect, in its middle.
void paintAccountLook(QPainter *painter, const QRect &rect, const AccountLook &look, const QPalette &palette);
/// The same as an icon, which follows the application's palette.
QIcon accountIcon(const AccountLook &look);

/// Whose something is. Says in its tool tip and to assistive technology what it says by colour.
class AccountMark : public QWidget
{
    Q_OBJECT

public:
    explicit AccountMark(QWidget *parent = nullptr);

    /// \a text says whose, as plain text.
    void setAccount(const AccountLook &look, const QString &text);
    const AccountLook &look() const { return m_look; }
    void setSide(int side);

    QSize sizeHint() const override { return { m_side, m_side }; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    AccountLook m_look;
    int m_side = 14;
};

} // namespace ui
