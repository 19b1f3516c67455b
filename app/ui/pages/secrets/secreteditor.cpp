// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/secrets/secreteditor.h"

#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "ui/pages/secrets/secretform.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/guardedtext.h"
#include "ui/widgets/secondarylabel.h"

#include <QButtonGroup>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

using core::TextFormat;
using core::TextProblem;

namespace {
constexpr int mostProblems = 4; // that are seen without scrolling
constexpr int daysOfNew = 365'000; // as the web interface: a secret that ends unnoticed has bitten people
} // namespace

SecretEditor::SecretEditor(SecretClipboard *clipboard, QWidget *parent)
    : QWidget(parent), m_clipboard(clipboard), m_nameRow(new QWidget(this)), m_name(new QLineEdit(this)),
      m_modes(new QButtonGroup(this)), m_form(new SecretForm(clipboard, this)),
      m_text(new GuardedText(clipboard, this)), m_stack(new QStackedWidget(this)), m_problems(new QListWidget(this)),
      m_state(new SecondaryLabel({}, this)), m_expiry(new QDateTimeEdit(this)),
      m_draftText(new SecondaryLabel({}, this)), m_draftRetry(new QPushButton(tr("Try the keychain again"), this)),
      m_review(new QPushButton(tr("Review and save"), this)), m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(u"secretEditor"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_nameRow);
    buildName();
    buildModes();
    m_stack->addWidget(m_form);
    m_stack->addWidget(m_text);
    column->addWidget(m_stack, 1);
    buildProblems();
    buildExpiry();
    buildButtons();
    m_text->setObjectName(u"secretText"_s);
    m_text->setAccessibleName(tr("Text of the secret"));
    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(200ms);
    m_checkSoon.callOnTimeout(this, &SecretEditor::check);
    connect(m_text, &QPlainTextEdit::textChanged, this, &SecretEditor::textEdited);
    connect(m_form, &SecretForm::edited, this, &SecretEditor::textEdited);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        updateButtons();
        Q_EMIT edited();
    });
}

void SecretEditor::buildName()
{
    auto *row = new QHBoxLayout(m_nameRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *label = new QLabel(tr("Name"), m_nameRow);
    label->setBuddy(m_name);
    m_name->setObjectName(u"secretName"_s);
    m_name->setAccessibleName(tr("Name of the secret"));
    m_name->setPlaceholderText(u"project/\u2026"_s);
    m_name->setFont(fixedFont());
    row->addWidget(label);
    row->addWidget(m_name, 1);
}

void SecretEditor::buildModes()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    const auto add = [&](Mode mode, const QString &text, const QString &name) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setText(text);
        button->setAccessibleName(tr("Edit as %1").arg(text));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        m_modes->addButton(button, static_cast<int>(mode));
        row->addWidget(button);
    };
    add(Mode::Form, tr("Form"), u"modeForm"_s);
    add(Mode::Yaml, u"YAML"_s, u"modeYaml"_s);
    add(Mode::Json, u"JSON"_s, u"modeJson"_s);
    row->addSpacing(12);
    row->addWidget(m_state, 1);
    m_state->setObjectName(u"editorState"_s);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_modes, &QButtonGroup::idClicked, this, [this](int id) { changeMode(static_cast<Mode>(id)); });
}

void SecretEditor::buildProblems()
{
    m_problems->setObjectName(u"secretProblems"_s);
    m_problems->setAccessibleName(tr("Problems of the text"));
    m_problems->setIconSize(QSize(16, 16));
    m_problems->setWordWrap(true);
    m_problems->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_problems->hide();
    layout()->addWidget(m_problems);
    connect(m_problems, &QListWidget::itemClicked, this, [this] { goTo(m_problems->currentRow()); });
    connect(m_problems, &QListWidget::itemActivated, this, [this] { goTo(m_problems->currentRow()); });
}

void SecretEditor::buildExpiry()
{
    m_expiry->setObjectName(u"secretExpiry"_s);
    m_expiry->setAccessibleName(tr("Expires, in UTC"));
    m_expiry->setTimeSpec(Qt::UTC);
    m_expiry->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
    connect(m_expiry, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime &time) {
        if (m_filling)
            return;
        m_expires = time.toMSecsSinceEpoch();
        updateButtons();
        Q_EMIT edited();
    });
    auto *presets = new QToolButton(this);
    presets->setObjectName(u"expiryPresets"_s);
    presets->setText(tr("From now"));
    presets->setAccessibleName(tr("Expiry counted from now"));
    presets->setFocusPolicy(Qt::TabFocus);
    presets->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(presets);
    for (const auto &[text, days] : { std::pair(tr("30 days"), 30), std::pair(tr("1 year"), 365),
             std::pair(tr("10 years"), 3650), std::pair(tr("1,000 years: no end in practice"), daysOfNew) })
        menu->addAction(
            text, this, [this, days = days] { m_expiry->setDateTime(QDateTime::currentDateTimeUtc().addDays(days)); });
    presets->setMenu(menu);
    auto *label = new QLabel(tr("Expires"), this);
    label->setBuddy(m_expiry);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_expiry);
    row->addWidget(presets);
    row->addStretch(1);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void SecretEditor::buildButtons()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_draftText->setObjectName(u"draftText"_s);
    m_draftText->setWordWrap(true);
    buttons->addWidget(m_draftText, 1);
    m_draftRetry->setObjectName(u"draftRetry"_s);
    m_cancel->setObjectName(u"editorCancel"_s);
    m_review->setObjectName(u"editorReview"_s);
    for (QPushButton *button : { m_draftRetry, m_cancel, m_review }) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    m_draftRetry->hide();
    static_cast<QVBoxLayout *>(layout())->addLayout(buttons);
    connect(m_review, &QPushButton::clicked, this, &SecretEditor::reviewRequested);
    connect(m_cancel, &QPushButton::clicked, this, &SecretEditor::cancelRequested);
    connect(m_draftRetry, &QPushButton::clicked, this, &SecretEditor::draftRetryRequested);
}

void SecretEditor::startNew()
{
    m_base.reset();
    m_isNew = true;
    m_name->clear();
    m_nameRow->show();
    setExpires(QDateTime::currentDateTimeUtc().addDays(daysOfNew).toMSecsSinceEpoch());
    fill({}, Mode::Form);
}

void SecretEditor::start(const QString &name, const core::SecretContent &content)
{
    m_base = content;
    m_isNew = false;
    m_name->setText(name);
    m_nameRow->hide();
    setExpires(content.expires);
    fill(content.value, m_mode);
}

void SecretEditor::restore(const core::SecretDraft &draft)
{
    m_base = draft.base;
    m_isNew = draft.header.isNew;
    m_name->setText(draft.header.name);
    m_nameRow->setVisible(m_isNew);
    setExpires(draft.expires);
    m_filling = true;
    m_form->forget();
    m_text->setPlainText(draft.text);
    m_filling = false;
    m_mode = draft.format == TextFormat::Yaml ? Mode::Yaml : Mode::Json;
    showMode(m_mode);
    check();
}

void SecretEditor::rebase(const std::optional<core::SecretContent> &base)
{
    m_base = base;
    if (base)
        m_isNew = false;
    m_nameRow->setVisible(m_isNew);
    updateButtons();
    Q_EMIT edited();
}

void SecretEditor::setLines(const QStringList &yaml, qint64 expires)
{
    setExpires(expires);
    m_filling = true;
    m_form->forget();
    m_text->setPlainText(yaml.join(u'\n') + u'\n');
    m_filling = false;
    m_mode = Mode::Yaml;
    showMode(m_mode);
    check();
    Q_EMIT edited();
}

void SecretEditor::forget()
{
    m_checkSoon.stop();
    m_filling = true;
    m_form->forget();
    m_text->forget();
    m_name->clear();
    m_filling = false;
    if (m_base)
        core::wipe(&m_base->value);
    m_base.reset();
    if (m_read.value)
        core::wipe(&*m_read.value);
    m_read = {};
    m_problems->clear();
}

QString SecretEditor::name() const
{
    return m_name->text().trimmed();
}

void SecretEditor::setExpires(qint64 expires)
{
    m_filling = true;
    m_expires = expires;
    m_expiry->setDateTime(QDateTime::fromMSecsSinceEpoch(expires, Qt::UTC));
    m_filling = false;
}

void SecretEditor::fill(const core::SecretValue &value, Mode mode)
{
    m_mode = mode;
    m_filling = true;
    if (mode == Mode::Form) {
        m_form->setValue(value);
        m_text->forget();
    } else {
        m_text->setPlainText(core::writeText(mode == Mode::Yaml ? TextFormat::Yaml : TextFormat::Json, value));
        m_form->forget();
    }
    m_filling = false;
    showMode(mode);
    check();
}

void SecretEditor::showMode(Mode mode)
{
    m_modes->button(static_cast<int>(mode))->setChecked(true);
    m_stack->setCurrentWidget(mode == Mode::Form ? static_cast<QWidget *>(m_form) : m_text);
}

void SecretEditor::changeMode(Mode mode)
{
    if (mode == m_mode)
        return;
    check();
    if (m_read.value) {
        fill(core::SecretValue(*m_read.value), mode);
        focusText();
        return;
    }
    showMode(m_mode);
    m_state->setText(tr("There is an error in the text. It can be shown otherwise once that is mended."));
}

void SecretEditor::textEdited()
{
    if (m_filling)
        return;
    m_checkSoon.start();
    Q_EMIT edited();
}

void SecretEditor::check()
{
    m_checkSoon.stop();
    if (m_mode == Mode::Form) {
        m_read = core::checkValue(m_form->value());
    } else {
        m_read = core::readText(m_mode == Mode::Yaml ? TextFormat::Yaml : TextFormat::Json, m_text->toPlainText());
    }
    showProblems();
    updateButtons();
}

void SecretEditor::showProblems()
{
    m_problems->clear();
    for (const TextProblem &problem : std::as_const(m_read.problems)) {
        const bool isError = problem.severity == TextProblem::Severity::Error;
        const QString text = problem.line == 0
            ? problem.message
            : tr("Line %1, column %2: %3")
                  .arg(QString::number(problem.line), QString::number(problem.column), problem.message);
        auto *item = new QListWidgetItem(
            icon(isError ? u"error"_s : u"warning"_s, isError ? Tone::Failed : Tone::Pending), text, m_problems);
        item->setData(Qt::AccessibleTextRole, (isError ? tr("Error. %1") : tr("Warning. %1")).arg(text));
    }
    const int rows = std::min(m_problems->count(), mostProblems);
    m_problems->setFixedHeight(rows * m_problems->sizeHintForRow(0) + 2 * m_problems->frameWidth());
    m_problems->setVisible(rows > 0);
}

void SecretEditor::goTo(int row)
{
    if (row < 0 || row >= m_read.problems.size() || m_mode == Mode::Form)
        return;
    const TextProblem &problem = m_read.problems.at(row);
    const QTextBlock block = m_text->document()->findBlockByNumber(std::max(0, problem.line - 1));
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, std::min(problem.column - 1, block.length() - 1));
    m_text->setTextCursor(cursor);
    m_text->setFocus(Qt::OtherFocusReason);
}

std::optional<core::SecretContent> SecretEditor::wanted() const
{
    if (!m_read.value)
        return {};
    return core::SecretContent { *m_read.value, m_expires };
}

bool SecretEditor::isEdited() const
{
    if (!m_base)
        return !name().isEmpty() || !m_read.value || !m_read.value->items.empty();
    return !m_read.value || m_expires != m_base->expires || *m_read.value != m_base->value;
}

void SecretEditor::updateButtons()
{
    const auto errors = std::count_if(m_read.problems.cbegin(), m_read.problems.cend(),
        [](const TextProblem &problem) { return problem.severity == TextProblem::Severity::Error; });
    if (errors > 0)
        m_state->setText(tr("%n error(s): this cannot be saved yet.", nullptr, static_cast<int>(errors)));
    else if (m_isNew && name().isEmpty())
        m_state->setText(tr("The new secret needs a name."));
    else if (!isEdited())
        m_state->setText(tr("Nothing has been changed."));
    else
        m_state->clear();
    m_review->setEnabled(errors == 0 && !name().isEmpty() && (isEdited() || m_isNew));
}

core::SecretDraft SecretEditor::draft() const
{
    core::SecretDraft draft;
    draft.header.name = name();
    draft.header.isNew = m_isNew;
    draft.expires = m_expires;
    draft.base = m_base;
    draft.format = m_mode == Mode::Json ? TextFormat::Json : TextFormat::Yaml;
    draft.text = m_mode == Mode::Form ? core::writeText(TextFormat::Yaml, m_form->value()) : m_text->toPlainText();
    return draft;
}

void SecretEditor::setDraftText(const QString &text, bool canRetry)
{
    m_draftRetry->setVisible(canRetry);
    m_draftText->setText(text);
}

void SecretEditor::focusText()
{
    QWidget *first = m_isNew && name().isEmpty() ? m_name : m_stack->currentWidget();
    first->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
