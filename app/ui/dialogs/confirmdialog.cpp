// SPDX-License-Identifier: MPL-2.0
#include "ui/dialogs/confirmdialog.h"

#include "core/util/visibletext.h"
#include "ui/theme/text.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

ConfirmDialog::ConfirmDialog(const Confirmation &question, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"confirmDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(question.title);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(sectionTitle(question.title, this));
    QLabel *text = selectableLabel(question.text, this);
    text->setObjectName(u"confirmText"_s);
    text->setWordWrap(true);
    column->addWidget(text);
    if (!question.details.isEmpty()) {
        auto *details = new QPlainTextEdit(question.details, this);
        details->setObjectName(u"confirmDetails"_s);
        details->setAccessibleName(tr("Details"));
        details->setReadOnly(true);
        details->setTabChangesFocus(true);
        details->setFont(fixedFont());
        const auto lines = std::clamp(static_cast<int>(question.details.count(u'\n')) + 1, 2, 10);
        details->setFixedHeight(details->fontMetrics().lineSpacing() * lines + 16);
        column->addWidget(details);
    }
    auto *buttons = new QDialogButtonBox(this);
    m_action = buttons->addButton(question.action, QDialogButtonBox::AcceptRole);
    m_action->setObjectName(u"confirmAction"_s);
    QPushButton *keep
        = buttons->addButton(question.keep.isEmpty() ? tr("Cancel") : question.keep, QDialogButtonBox::RejectRole);
    keep->setObjectName(u"confirmKeep"_s);
    // Enter must not do the damage before it was read.
    m_action->setAutoDefault(false);
    keep->setDefault(true);
    keep->setFocus(Qt::OtherFocusReason);
    if (!question.typed.isEmpty())
        buildName(question.typed, column);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ConfirmDialog::buildName(const QString &name, QVBoxLayout *column)
{
    QLabel *label = selectableLabel(tr("To confirm, type the name: %1").arg(core::visibleText(name)), this);
    label->setWordWrap(true);
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"confirmName"_s);
    m_name->setAccessibleName(tr("Name, to confirm"));
    m_name->setFocus(Qt::OtherFocusReason);
    m_action->setEnabled(false);
    connect(m_name, &QLineEdit::textChanged, this, [this, name](const QString &typed) {
        m_action->setEnabled(typed == name || typed == core::visibleText(name));
    });
    connect(m_name, &QLineEdit::returnPressed, this, [this] {
        if (m_action->isEnabled())
            accept();
    });
    column->addWidget(label);
    column->addWidget(m_name);
}

void confirm(QWidget *parent, const Confirmation &question, std::function<void()> confirmed)
{
    auto *dialog = new ConfirmDialog(question, parent);
    QObject::connect(dialog, &QDialog::accepted, parent, std::move(confirmed));
    dialog->open();
}

} // namespace ui
