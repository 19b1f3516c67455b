// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/secrets/secretvalue.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QModelIndex;
class QPushButton;
class QStackedWidget;

namespace core {
class ValueModel;
}

namespace ui {

class GuardedText;
class SecretClipboard;
class ValueView;

/// A secret as keys and values: the tree above, the chosen value below. Values stay hidden until they are shown, or
/// were added here.
class SecretForm : public QWidget
{
    Q_OBJECT

public:
    /// \a clipboard must outlive this.
    explicit SecretForm(SecretClipboard *clipboard, QWidget *parent = nullptr);

    void setValue(const core::SecretValue &value);
    core::SecretValue value() const;
    void forget();

Q_SIGNALS:
    void edited();

private:
    void buildButtons();
    void buildFields();
    void showCurrent();
    void takeKey();
    void takeScalar();
    void add();
    void remove();
    bool isValid(core::SecretValue::Type type, const QString &text) const;

    core::ValueModel *m_model;
    ValueView *m_view;
    QPushButton *m_add;
    QPushButton *m_remove;
    QLineEdit *m_key;
    QComboBox *m_type;
    GuardedText *m_text;
    QPushButton *m_show;
    QStackedWidget *m_stack; ///< the text, or the button that shows it, or nothing
    QLabel *m_problem;
    bool m_filling = false;
};

} // namespace ui
