// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/accounts/accountedit.h"

#include "core/util/visibletext.h"
#include "ui/pages/accounts/colourpicker.h"
#include "ui/workspace/workspace.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace ui {

AccountEdit::AccountEdit(Workspace *workspace, QString accountId, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_id(std::move(accountId)), m_name(new QLineEdit(this)),
      m_colours(new ColourPicker(this)), m_default(new QCheckBox(tr("Default here"), this))
{
    setObjectName(u"accountEdit"_s);
    build();
    connect(m_name, &QLineEdit::editingFinished, this,
        [this] { m_workspace->registry()->rename(m_id, m_name->text().simplified()); });
    connect(m_colours, &ColourPicker::picked, this,
        [this](int colour) { m_workspace->registry()->setColour(m_id, colour); });
    connect(m_default, &QCheckBox::clicked, this, [this] { m_workspace->prefer(m_id); });
    connect(workspace->registry(), &core::AccountRegistry::changed, this, &AccountEdit::show);
    show(m_id);
}

void AccountEdit::build()
{
    auto *label = new QLabel(tr("&Name"), this);
    label->setBuddy(m_name);
    m_name->setObjectName(u"accountName"_s);
    m_name->setAccessibleName(tr("Name of the account"));
    m_name->setMaxLength(100);
    m_default->setObjectName(u"accountDefault"_s);
    m_default->setAccessibleName(tr("Default account of the deployment"));
    m_default->setToolTip(tr("Used at this deployment wherever no other account is chosen"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_name, 1);
    row->addSpacing(8);
    row->addWidget(m_colours);
    row->addSpacing(8);
    row->addWidget(m_default);
    setFocusProxy(m_name);
}

void AccountEdit::editName()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void AccountEdit::show(const QString &id)
{
    const core::Account *account = id == m_id ? m_workspace->registry()->find(id) : nullptr;
    if (!account)
        return;
    if (!m_name->hasFocus() || !m_name->isModified())
        m_name->setText(account->name);
    core::Account unnamed = *account;
    unnamed.name.clear();
    m_name->setPlaceholderText(core::visibleText(unnamed.displayName()));
    m_colours->setColour(account->colour);
    m_default->setChecked(account->isDefault);
    m_default->setEnabled(!account->isDefault); // choosing another one is how it ends
}

} // namespace ui
