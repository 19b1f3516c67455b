// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace ui {

class ColourPicker;
class Workspace;

/// What a person says about an account: its name, its colour, whether it is its deployment's default. Each is kept as
/// soon as it is said.
class AccountEdit : public QWidget
{
    Q_OBJECT

public:
    /// \a workspace must outlive this.
    AccountEdit(Workspace *workspace, QString accountId, QWidget *parent = nullptr);

    /// Puts the cursor into the name.
    void editName();

private:
    void build();
    void show(const QString &id);

    Workspace *m_workspace;
    QString m_id;
    QLineEdit *m_name;
    ColourPicker *m_colours;
    QCheckBox *m_default;
};

} // namespace ui
