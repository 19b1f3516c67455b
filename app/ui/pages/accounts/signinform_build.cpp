// SPDX-License-Identifier: MPL-2.0
// The fixed parts of the form for signing in.
#include "ui/pages/accounts/signinform.h"
#include "ui/theme/icons.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/idlabel.h"
#include "ui/widgets/secondarylabel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::SignInScopes;

namespace {

QPushButton *makeButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    return button;
}

QLabel *makeHint(const QString &text, QWidget *parent)
{
    auto *label = new SecondaryLabel(text, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

void SignInForm::buildForm()
{
    m_form = new QWidget(this);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeHint(tr("The deployment's page opens in the browser. There you save a client for this "
                                  "application, which then gets its credentials by itself."),
        m_form));
    buildScopes(column);
    buildFields(column);
    QPushButton *open = makeButton(u"signInStart"_s, tr("Sign in through the browser"), m_form);
    open->setIcon(icon(u"external"_s));
    open->setDefault(true);
    QPushButton *link = makeButton(u"signInLink"_s, tr("Only give me the link"), m_form);
    link->setToolTip(tr("For a browser on another machine"));
    connect(open, &QPushButton::clicked, this, [this] { start(true); });
    connect(link, &QPushButton::clicked, this, [this] { start(false); });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(open);
    row->addWidget(link);
    row->addStretch(1);
    column->addLayout(row);
}

void SignInForm::buildScopes(QVBoxLayout *column)
{
    struct Choice {
        SignInScopes scopes;
        QString name;
        QString text;
    };
    const QList<Choice> choices {
        { SignInScopes::ReadOnly, u"scopesReadOnly"_s, tr("Read only: look at everything but secrets") },
        { SignInScopes::Developer, u"scopesDeveloper"_s,
            tr("Developer: also run, cancel and make tasks, trigger hooks, use secrets") },
        { SignInScopes::Everything, u"scopesEverything"_s, tr("Everything that you may do") },
        { SignInScopes::Custom, u"scopesCustom"_s, tr("Custom") },
    };
    column->addWidget(sectionTitle(tr("What it may do"), m_form));
    m_choices = new QButtonGroup(m_form);
    auto *list = new QVBoxLayout;
    list->setSpacing(0);
    column->addLayout(list);
    for (const Choice &choice : choices) {
        auto *button = new QRadioButton(choice.text, m_form);
        button->setObjectName(choice.name);
        button->setAccessibleName(choice.text);
        m_choices->addButton(button, static_cast<int>(choice.scopes));
        list->addWidget(button);
    }
    m_hint = makeHint({}, m_form);
    m_hint->setObjectName(u"scopesHint"_s);
    column->addWidget(m_hint);
    m_custom = new QPlainTextEdit(m_form);
    m_custom->setObjectName(u"scopesText"_s);
    m_custom->setAccessibleName(tr("Scopes to ask for"));
    m_custom->setFont(fixedFont());
    m_custom->setTabChangesFocus(true);
    m_custom->setMinimumHeight(m_custom->fontMetrics().lineSpacing() * 4);
    column->addWidget(m_custom, 1);
    connect(m_choices, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked)
            chooseScopes(static_cast<SignInScopes>(id));
    });
    m_choices->button(static_cast<int>(SignInScopes::ReadOnly))->setChecked(true);
}

void SignInForm::buildFields(QVBoxLayout *column)
{
    m_name = new QLineEdit(u"taskcluster-desktop"_s, m_form);
    m_name->setObjectName(u"signInName"_s);
    m_name->setAccessibleName(tr("Name of the client"));
    m_name->setToolTip(tr("Comes after your own client id; six random characters come after it"));
    m_lifetime = new QComboBox(m_form);
    m_lifetime->setObjectName(u"signInLifetime"_s);
    m_lifetime->setAccessibleName(tr("Lifetime"));
    m_lifetime->addItem(tr("1 hour"), u"1 hour"_s);
    m_lifetime->addItem(tr("8 hours"), u"8 hours"_s);
    m_lifetime->addItem(tr("1 day"), u"1 day"_s);
    m_lifetime->addItem(tr("7 days"), u"7 days"_s);
    m_lifetime->addItem(tr("30 days"), u"30 days"_s);
    m_lifetime->addItem(tr("1 year"), u"1 year"_s);
    m_lifetime->setCurrentIndex(3);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(8);
    auto *name = new QLabel(tr("&Name"), m_form);
    name->setBuddy(m_name);
    auto *lifetime = new QLabel(tr("&Lifetime"), m_form);
    lifetime->setBuddy(m_lifetime);
    fields->addWidget(name);
    fields->addWidget(m_name, 1);
    fields->addSpacing(8);
    fields->addWidget(lifetime);
    fields->addWidget(m_lifetime);
    column->addLayout(fields);
}

void SignInForm::buildWait()
{
    m_wait = new QWidget(this);
    auto *column = new QVBoxLayout(m_wait);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_progress = selectableLabel({}, m_wait);
    m_progress->setObjectName(u"signInProgress"_s);
    column->addWidget(m_progress);
    column->addWidget(
        makeHint(tr("In the browser, look the form over and save it. Nothing else is to be done here."), m_wait));
    QPushButton *again = makeButton(u"signInOpen"_s, tr("Open the page again"), m_wait);
    again->setIcon(icon(u"external"_s));
    QPushButton *cancel = makeButton(u"signInCancel"_s, tr("Cancel"), m_wait);
    connect(again, &QPushButton::clicked, this, &SignInForm::openPage);
    connect(cancel, &QPushButton::clicked, this, [this] {
        if (m_signIn)
            m_signIn->abort();
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(again);
    row->addWidget(cancel);
    row->addStretch(1);
    column->addLayout(row);
    column->addSpacing(8);
    buildElsewhere(column);
    column->addStretch(1);
}

void SignInForm::buildElsewhere(QVBoxLayout *column)
{
    column->addWidget(sectionTitle(tr("With a browser on another machine"), m_wait));
    m_link = new IdLabel(tr("Link"), m_wait);
    m_link->setObjectName(u"signInUrl"_s);
    column->addWidget(m_link);
    column->addWidget(makeHint(tr("Open this link there. After saving, that browser goes to an address that only this "
                                  "machine answers: copy that address from it, and paste it here."),
        m_wait));
    m_typed = new QLineEdit(m_wait);
    m_typed->setObjectName(u"signInTyped"_s);
    m_typed->setAccessibleName(tr("Address that the browser went to"));
    m_typed->setPlaceholderText(u"http://localhost\u2026?clientId=\u2026&accessToken=\u2026"_s);
    m_typed->setEchoMode(QLineEdit::Password); // it holds the token
    QPushButton *use = makeButton(u"signInUse"_s, tr("Use it"), m_wait);
    connect(use, &QPushButton::clicked, this, &SignInForm::submitTyped);
    connect(m_typed, &QLineEdit::returnPressed, this, &SignInForm::submitTyped);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_typed, 1);
    row->addWidget(use);
    column->addLayout(row);
}

} // namespace ui
