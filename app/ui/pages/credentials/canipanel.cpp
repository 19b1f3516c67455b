// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/credentials/canipanel.h"

#include "core/credentials/operation.h"
#include "core/credentials/scopequestion.h"
#include "core/util/visibletext.h"
#include "ui/theme/icons.h"
#include "ui/theme/states.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/widgets/wrappedtext.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using tc::scopes::Verdict;

namespace ui {

CanIPanel::CanIPanel(core::ScopeQuestion *question, QWidget *parent)
    : QWidget(parent), m_question(question), m_subject(new QComboBox(this)), m_below(new QWidget(this)),
      m_parameters(new QWidget(m_below)), m_form(new QFormLayout(m_parameters)), m_mark(new QLabel(m_below)),
      m_verdict(sectionTitle({}, m_below)), m_reason(new WrappedText({}, m_below)), m_banner(new Banner(m_below))
{
    setObjectName(u"canI"_s);
    buildSubject();
    buildAnswer();
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"canIScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_below);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_subject);
    column->addWidget(scroll, 1);
    connect(m_question, &core::ScopeQuestion::changed, this, &CanIPanel::showAnswer);
    connect(m_banner, &Banner::retryRequested, m_question, &core::ScopeQuestion::retryRoles);
    showAnswer();
}

void CanIPanel::buildSubject()
{
    m_subject->setObjectName(u"canISubject"_s);
    m_subject->setAccessibleName(tr("Can I: a scope or an operation"));
    m_subject->setEditable(true);
    m_subject->setInsertPolicy(QComboBox::NoInsert);
    m_subject->setMaxVisibleItems(16);
    m_subject->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_subject->setMinimumContentsLength(24);
    for (const core::Operation &operation : core::operations())
        m_subject->addItem(operation.name());
    m_subject->setCurrentIndex(-1);
    m_subject->lineEdit()->setObjectName(u"canIText"_s);
    m_subject->lineEdit()->setPlaceholderText(tr("A scope, or an operation such as queue.createTask"));
    QCompleter *completer = m_subject->completer();
    completer->setFilterMode(Qt::MatchContains);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    connect(m_subject, &QComboBox::editTextChanged, this, &CanIPanel::subjectChanged);
}

void CanIPanel::buildAnswer()
{
    m_parameters->setObjectName(u"canIParameters"_s);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(8);
    m_form->setVerticalSpacing(4);
    m_parameters->hide();
    m_verdict->setObjectName(u"canIVerdict"_s);
    m_verdict->setWordWrap(true);
    m_reason->setObjectName(u"canIReason"_s);
    m_reason->setAccessibleName(tr("Why"));
    m_banner->setObjectName(u"canIBanner"_s);
    auto *verdict = new QHBoxLayout;
    verdict->setSpacing(8);
    verdict->addWidget(m_mark);
    verdict->addWidget(m_verdict, 1);
    auto *column = new QVBoxLayout(m_below);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_parameters);
    column->addLayout(verdict);
    column->addWidget(m_reason);
    column->addWidget(m_banner);
    column->addStretch(1);
}

void CanIPanel::setSubject(const QString &text)
{
    m_subject->setEditText(text);
}

void CanIPanel::subjectChanged()
{
    const core::Operation *operation = core::findOperation(m_subject->currentText().trimmed());
    const QString name = operation ? operation->name() : QString();
    if (name != m_operation) {
        m_operation = name;
        showParameters(operation);
    }
    ask(); // at once: an answer to what stood there before would be taken for this one's
}

void CanIPanel::addParameter(const QString &name, QWidget *field, const QString &label)
{
    field->setObjectName(u"canIParameter-"_s + name);
    field->setAccessibleName(label);
    m_form->addRow(new SecondaryLabel(label, m_parameters), field);
}

void CanIPanel::showParameters(const core::Operation *operation)
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_values.clear();
    m_lists.clear();
    m_conditions.clear();
    m_parameters->setVisible(operation && !operation->isFree());
    if (!operation)
        return;
    const auto addLine = [this](const QString &name, const QString &hint) {
        auto *line = new QLineEdit(m_parameters);
        line->setPlaceholderText(hint);
        connect(line, &QLineEdit::textChanged, this, &CanIPanel::ask);
        addParameter(name, line, name);
        return line;
    };
    for (const QString &name : operation->values)
        m_values.insert(name, addLine(name, tr("any")));
    for (const QString &name : operation->lists)
        m_lists.insert(name, addLine(name, tr("not known; several with commas between them")));
    for (const QString &name : operation->conditions) {
        auto *choice = new QComboBox(m_parameters);
        choice->addItem(tr("Not known"), QVariant());
        choice->addItem(tr("Yes"), true);
        choice->addItem(tr("No"), false);
        connect(choice, &QComboBox::currentIndexChanged, this, &CanIPanel::ask);
        addParameter(name, choice, name);
        m_conditions.insert(name, choice);
    }
}

void CanIPanel::ask()
{
    const QString text = m_subject->currentText().trimmed();
    if (const core::Operation *operation = core::findOperation(text))
        askOperation(*operation);
    else if (text.isEmpty())
        m_question->clear();
    else
        m_question->ask(tc::scopes::Expression::ofScope(text));
}

void CanIPanel::askOperation(const core::Operation &operation)
{
    tc::scopes::Parameters parameters;
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it) {
        if (const QString value = it.value()->text().trimmed(); !value.isEmpty())
            parameters.values.insert(it.key(), value);
    }
    static const QRegularExpression between(u"\\s*,\\s*"_s);
    for (auto it = m_lists.cbegin(); it != m_lists.cend(); ++it) {
        const QStringList values = it.value()->text().trimmed().split(between, Qt::SkipEmptyParts);
        if (!values.isEmpty())
            parameters.lists.insert(it.key(), values);
    }
    for (auto it = m_conditions.cbegin(); it != m_conditions.cend(); ++it) {
        if (const QVariant value = it.value()->currentData(); value.isValid())
            parameters.conditions.insert(it.key(), value.toBool());
    }
    m_question->ask(operation.required, parameters);
}

void CanIPanel::showAnswer()
{
    const bool isAsked = m_question->isAsked();
    m_mark->setVisible(isAsked);
    m_verdict->setVisible(isAsked);
    m_reason->setVisible(isAsked);
    const bool rolesFailed = isAsked && m_question->roles().hasFailed();
    if (rolesFailed) {
        BannerText text = bannerFor(tr("The roles could not be listed, so what gives a scope is not known in full."),
            m_question->roles().error);
        text.place = m_place;
        m_banner->showText(text);
    } else {
        m_banner->hide();
    }
    if (!isAsked)
        return;
    const Verdict verdict = m_question->answer().verdict;
    using State = core::TaskState;
    const State look = verdict == Verdict::Yes ? State::Completed
        : verdict == Verdict::No               ? State::Failed
                                               : State::Pending;
    const int side = m_verdict->fontMetrics().height();
    m_mark->setPixmap(icon(iconNameOf(look), toneOf(look)).pixmap(QSize(side, side), devicePixelRatioF()));
    m_verdict->setText(verdict == Verdict::Yes ? tr("Yes")
            : verdict == Verdict::No           ? tr("No")
                                               : tr("It depends on what is not filled in"));
    m_reason->setPlainText(explanation());
}

QString CanIPanel::wayText(const core::GivenScope &given)
{
    const QString scope = core::visibleText(given.scope);
    if (given.way.isEmpty()) {
        return given.coveredBy.isEmpty()
            ? scope
            : tr("%1: from %2, which a role gives").arg(scope, core::visibleText(given.coveredBy));
    }
    QStringList steps;
    for (const core::ScopeStep &step : given.way) {
        const QString had = core::visibleText(step.scope);
        const bool isEverybody = step.scope == u"assume:anonymous"_s && given.way.size() > 1;
        if (!step.roleId.isEmpty())
            steps += tr("the role %1 gives %2").arg(core::visibleText(step.roleId), had);
        else
            steps += (isEverybody ? tr("everybody has %1") : tr("the credentials have %1")).arg(had);
    }
    return scope + u"\n  "_s + steps.join(u"\n  "_s);
}

QString CanIPanel::explanation() const
{
    const core::ScopeAnswer &answer = m_question->answer();
    QStringList lines;
    if (answer.verdict == Verdict::Yes) {
        for (const core::GivenScope &given : answer.given)
            lines += wayText(given);
        if (lines.isEmpty())
            lines += tr("Everybody may do this; it takes no scope.");
        return lines.join(u'\n');
    }
    lines += answer.verdict == Verdict::No ? tr("Missing:") : tr("It takes:");
    for (const QString &missing : answer.missing)
        lines += u"  "_s + core::visibleText(missing);
    return lines.join(u'\n');
}

} // namespace ui
