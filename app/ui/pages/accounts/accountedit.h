// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace core {
class AccountRegistry;
}

namespace ui {

class ColourPicker;

/// What a person says about an account: its name, its colour, whether it is its deployment's default. Each is kept as
/// soon as it is said.
class AccountEdit : public QWidget
{
    Q_OBJECT

public:
    /// \a registry must outlive this.
    AccountEdit(core::AccountRegistry *registry, QString accountId, QWidget *parent = nullptr);

    /// Puts the cursor into the name.
    void editName();

private:
    void build();
    void show(const QString &id);

    core::AccountRegistry *m_registry;
    QString m_id;
    QLineEdit *m_name;
    ColourPicker *m_colours;
    QCheckBox *m_default;
};

} // namespace ui
