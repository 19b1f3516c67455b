// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/secrets/secretform.h"

#include "core/secrets/jsontext.h"
#include "core/secrets/valuemodel.h"
#include "ui/pages/secrets/valueview.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/guardedtext.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::ValueModel;
using Type = core::SecretValue::Type;

namespace {
enum Pane { TextPane, HiddenPane, NothingPane };
}

SecretForm::SecretForm(SecretClipboard *clipboard, QWidget *parent)
    : QWidget(parent), m_model(new ValueModel(this)), m_view(new ValueView(m_model, clipboard, this)),
      m_add(new QPushButton(icon(u"add"_s), tr("Add key"), this)), m_remove(new QPushButton(tr("Remove"), this)),
      m_key(new QLineEdit(this)), m_type(new QComboBox(this)), m_text(new GuardedText(clipboard, this)),
      m_show(new QPushButton(tr("Show value"), this)), m_stack(new QStackedWidget(this)),
      m_problem(selectableLabel({}, this))
{
    buildButtons();
    buildFields();
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_add);
    row->addWidget(m_remove);
    row->addStretch(1);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(8);
    form->addRow(tr("Key"), m_key);
    form->addRow(tr("Kind"), m_type);
    form->addRow(tr("Value"), m_stack);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_view, 3);
    column->addLayout(form, 2);
    column->addWidget(m_problem);
    connect(m_model, &ValueModel::edited, this, &SecretForm::edited);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &SecretForm::showCurrent);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &SecretForm::showCurrent);
    showCurrent();
}

void SecretForm::buildButtons()
{
    m_view->setObjectName(u"formValues"_s);
    m_view->setAccessibleName(tr("Keys and values"));
    m_add->setObjectName(u"formAdd"_s);
    m_add->setAccessibleName(m_add->text());
    m_add->setToolTip(tr("Add a key beside the chosen one, or inside of it when it is a map or list"));
    m_remove->setObjectName(u"formRemove"_s);
    m_remove->setAccessibleName(m_remove->text());
    connect(m_add, &QPushButton::clicked, this, &SecretForm::add);
    connect(m_remove, &QPushButton::clicked, this, &SecretForm::remove);
}

void SecretForm::buildFields()
{
    m_key->setObjectName(u"formKey"_s);
    m_key->setAccessibleName(tr("Key"));
    m_key->setFont(fixedFont());
    m_type->setObjectName(u"formKind"_s);
    m_type->setAccessibleName(tr("Kind"));
    for (const Type type : { Type::Text, Type::Number, Type::Bool, Type::Null, Type::List, Type::Map })
        m_type->addItem(core::typeName(type), static_cast<int>(type));
    m_text->setObjectName(u"formText"_s);
    m_text->setAccessibleName(tr("Value"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    m_show->setObjectName(u"formShow"_s);
    m_show->setAccessibleName(m_show->text());
    m_problem->setObjectName(u"formProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *hidden = new QWidget(this);
    auto *row = new QHBoxLayout(hidden);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_show, 0, Qt::AlignTop);
    row->addStretch(1);
    m_stack->addWidget(m_text);
    m_stack->addWidget(hidden);
    m_stack->addWidget(new QWidget(this));
    connect(m_key, &QLineEdit::textEdited, this, &SecretForm::takeKey);
    connect(m_type, &QComboBox::activated, this, &SecretForm::takeScalar);
    connect(m_text, &QPlainTextEdit::textChanged, this, &SecretForm::takeScalar);
    connect(m_show, &QPushButton::clicked, this, [this] {
        m_model->setRevealed(m_view->currentIndex(), true);
        m_text->setFocus(Qt::OtherFocusReason);
    });
}

void SecretForm::setValue(const core::SecretValue &value)
{
    m_model->setValue(value);
    m_view->fitColumns();
    if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
    showCurrent();
}

core::SecretValue SecretForm::value() const
{
    return m_model->value();
}

void SecretForm::forget()
{
    m_filling = true;
    m_model->clear();
    m_text->forget();
    m_key->clear();
    m_filling = false;
}

void SecretForm::showCurrent()
{
    if (m_filling)
        return;
    m_filling = true;
    const QModelIndex row = m_view->currentIndex().siblingAtColumn(ValueModel::KeyColumn);
    const Type type = row.isValid() ? m_model->typeOf(row) : Type::Map;
    const bool isText = row.isValid() && (type == Type::Text || type == Type::Number || type == Type::Bool);
    const bool isRevealed = isText && row.data(ValueModel::IsRevealedRole).toBool();
    m_key->setEnabled(m_model->isInMap(row));
    if (const QString key = m_model->isInMap(row) ? m_model->keyOf(row) : QString(); key != m_key->text())
        m_key->setText(key);
    m_type->setEnabled(row.isValid());
    m_type->setCurrentIndex(m_type->findData(static_cast<int>(type)));
    m_remove->setEnabled(row.isValid());
    if (!isRevealed)
        m_text->forget();
    else if (m_text->toPlainText() != m_model->textOf(row))
        m_text->setPlainText(m_model->textOf(row));
    m_stack->setCurrentIndex(isRevealed ? TextPane : isText ? HiddenPane : NothingPane);
    m_problem->setVisible(isRevealed && !isValid(type, m_model->textOf(row)));
    m_problem->setText(type == Type::Bool ? tr("This is neither true nor false.") : tr("This is no number."));
    m_filling = false;
}

bool SecretForm::isValid(Type type, const QString &text) const
{
    if (type == Type::Bool)
        return text == u"true" || text == u"false";
    return type != Type::Number || core::isJsonNumber(text);
}

void SecretForm::takeKey()
{
    const QModelIndex row = m_view->currentIndex();
    const bool isFree = m_model->isKeyFree(row, m_key->text());
    m_problem->setVisible(!isFree);
    m_problem->setText(tr("There is another key of this name beside it."));
    if (!isFree)
        return;
    m_filling = true; // the cursor stays where it is in the field
    m_model->setKey(row, m_key->text());
    m_filling = false;
}

void SecretForm::takeScalar()
{
    if (m_filling || !m_view->currentIndex().isValid())
        return;
    const QModelIndex row = m_view->currentIndex().siblingAtColumn(ValueModel::KeyColumn);
    const auto type = static_cast<Type>(m_type->currentData().toInt());
    // The kind can be changed without looking at the value.
    QString text = m_stack->currentIndex() == TextPane ? m_text->toPlainText() : m_model->textOf(row);
    if (type == Type::Bool && !isValid(type, text))
        text = m_stack->currentIndex() == TextPane && m_model->typeOf(row) == Type::Bool ? text : u"false"_s;
    const bool isOther = m_model->typeOf(row) != type;
    m_filling = !isOther;
    m_model->setScalar(row, type, text);
    if (isOther && type == Type::Text && text.isEmpty())
        m_model->setRevealed(row, true);
    m_filling = false;
    showCurrent();
}

void SecretForm::add()
{
    QModelIndex container = m_view->currentIndex().siblingAtColumn(ValueModel::KeyColumn);
    if (container.isValid() && container.data(ValueModel::IsScalarRole).toBool())
        container = container.parent();
    const QModelIndex added = m_model->add(container);
    m_view->setExpanded(container, true);
    m_view->setCurrentIndex(added);
    QWidget *next = m_key->isEnabled() ? static_cast<QWidget *>(m_key) : m_text;
    next->setFocus(Qt::OtherFocusReason);
    m_key->selectAll();
}

void SecretForm::remove()
{
    m_model->remove(m_view->currentIndex());
    showCurrent();
}

} // namespace ui
