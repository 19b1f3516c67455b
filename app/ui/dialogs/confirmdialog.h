// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QDialog>

#include <functional>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

/// What a person is to decide.
struct Confirmation {
    QString title; ///< says the act: "Delete the secret?"
    QString text; ///< what will happen; plain text, made visible first
    QString details {}; ///< more of it, in the fixed font: scopes, names
    QString action; ///< the verb on the button that does it: "Delete secret"
    QString keep {}; ///< the verb on the other; "Cancel" when empty
    QString typed {}; ///< not empty: this name must be typed before the button can be used
};

/// A question before something that cannot be taken back. Window-modal; deletes itself.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    ConfirmDialog(const Confirmation &question, QWidget *parent);

private:
    void buildName(const QString &name, QVBoxLayout *column);

    QPushButton *m_action;
    QLineEdit *m_name = nullptr;
};

/// Asks, and calls \a confirmed when the answer is yes; it is dropped when \a parent dies first.
void confirm(QWidget *parent, const Confirmation &question, std::function<void()> confirmed);

} // namespace ui
