// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/access/accesseditor.h"

#include "core/access/accessdirectory.h"
#include "core/access/scopedifference.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "ui/pages/access/scopedifferenceview.h"
#include "ui/theme/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/secondarylabel.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::AccessDraft;
using Kind = core::AccessEntry::Kind;

AccessEditor::AccessEditor(core::AccessDirectory *directory, Kind kind, QWidget *parent)
    : QWidget(parent), m_directory(directory), m_kind(kind), m_title(pageTitle({}, this)), m_banner(new Banner(this)),
      m_fields(new QWidget(this))
{
    setObjectName(u"accessEditor"_s);
    m_title->setObjectName(u"accessEditorTitle"_s);
    m_banner->setObjectName(u"accessEditorBanner"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_banner);
    column->addWidget(m_fields);
    buildFields();
    buildScopes();
    buildButtons();
    connect(m_banner, &Banner::retryRequested, this, &AccessEditor::saveRequested);
    connect(directory, &core::AccessDirectory::heldChanged, this, &AccessEditor::update);
}

void AccessEditor::addTo(QGridLayout *form, int row, const QString &label, QWidget *field)
{
    auto *name = new SecondaryLabel(label, m_fields);
    name->setBuddy(field);
    form->addWidget(name, row, 0, Qt::AlignLeft | Qt::AlignTop);
    form->addWidget(field, row, 1);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(label);
}

void AccessEditor::buildFields()
{
    auto *form = new QGridLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setColumnStretch(1, 1);
    m_id = new QLineEdit(m_fields);
    m_id->setObjectName(u"accessEditId"_s);
    m_id->setFont(fixedFont());
    addTo(form, 0, m_kind == Kind::Client ? tr("Client ID") : tr("Role ID"), m_id);
    m_description = new QPlainTextEdit(m_fields);
    m_description->setObjectName(u"accessEditDescription"_s);
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(m_description->fontMetrics().height() * 3 + 12);
    addTo(form, 1, tr("Description"), m_description);
    if (m_kind == Kind::Client)
        buildExpiry(form, 2);
    connect(m_id, &QLineEdit::textChanged, this, &AccessEditor::update);
    connect(m_description, &QPlainTextEdit::textChanged, this, &AccessEditor::update);
}

void AccessEditor::buildExpiry(QGridLayout *form, int row)
{
    auto *line = new QWidget(m_fields);
    m_expires = new QDateTimeEdit(line);
    m_expires->setObjectName(u"accessEditExpires"_s);
    m_expires->setAccessibleName(tr("Expires, UTC"));
    m_expires->setTimeSpec(Qt::UTC);
    m_expires->setDisplayFormat(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
    m_expires->setCalendarPopup(true);
    m_expiresWhen = new SecondaryLabel({}, line);
    m_expiresWhen->setObjectName(u"accessEditExpiresWhen"_s);
    auto *presets = new QPushButton(tr("From now"), line);
    presets->setObjectName(u"accessEditPresets"_s);
    presets->setAccessibleName(tr("Expires in a time from now"));
    auto *menu = new QMenu(presets);
    const auto add = [this, menu](const QString &text, int days) {
        menu->addAction(
            text, this, [this, days] { m_expires->setDateTime(QDateTime::currentDateTimeUtc().addDays(days)); });
    };
    add(tr("A day"), 1);
    add(tr("A week"), 7);
    add(tr("30 days"), 30);
    add(tr("A year"), 365);
    presets->setMenu(menu);
    auto *content = new QHBoxLayout(line);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(8);
    content->addWidget(m_expires);
    content->addWidget(presets);
    content->addWidget(m_expiresWhen, 1);
    addTo(form, row, tr("Expires"), line);
    m_deletion = new QCheckBox(tr("Delete the client when it has expired"), m_fields);
    m_deletion->setObjectName(u"accessEditDeletion"_s);
    m_deletion->setAccessibleName(m_deletion->text());
    form->addWidget(m_deletion, row + 1, 1);
    connect(m_expires, &QDateTimeEdit::dateTimeChanged, this, &AccessEditor::update);
    connect(m_deletion, &QCheckBox::toggled, this, &AccessEditor::update);
}

void AccessEditor::buildScopes()
{
    m_scopes = new QPlainTextEdit(this);
    m_scopes->setObjectName(u"accessEditScopes"_s);
    m_scopes->setAccessibleName(tr("Scopes, one a line"));
    m_scopes->setFont(fixedFont());
    m_scopes->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_scopes->setTabChangesFocus(true);
    m_difference = new ScopeDifferenceView(this);
    // What a refusal has to say needs the room more than empty lines do.
    m_scopes->setMinimumHeight(m_scopes->fontMetrics().lineSpacing() * 5);
    m_scopes->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_difference->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addWidget(new SecondaryLabel(tr("Scopes, one a line"), this), 0, 0);
    grid->addWidget(m_scopes, 1, 0);
    grid->addWidget(m_difference, 0, 1, 2, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(1, 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(grid, 1);
    connect(m_scopes, &QPlainTextEdit::textChanged, this, &AccessEditor::update);
}

void AccessEditor::buildButtons()
{
    m_problems = selectableLabel({}, this);
    m_problems->setObjectName(u"accessEditProblems"_s);
    m_problems->setWordWrap(true);
    m_save = new QPushButton(this);
    m_save->setObjectName(u"accessEditSave"_s);
    m_save->setDefault(true);
    m_discard = new QPushButton(tr("Discard"), this);
    m_discard->setObjectName(u"accessEditDiscard"_s);
    m_discard->setAccessibleName(tr("Discard"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_problems, 1);
    row->addWidget(m_discard, 0, Qt::AlignBottom);
    row->addWidget(m_save, 0, Qt::AlignBottom);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_save, &QPushButton::clicked, this, &AccessEditor::saveRequested);
    connect(m_discard, &QPushButton::clicked, this, &AccessEditor::discardRequested);
}

void AccessEditor::edit(const AccessDraft &draft, const core::AccessEntry *before)
{
    m_before = before ? std::optional(*before) : std::nullopt;
    m_start = before ? AccessDraft::of(*before) : AccessDraft::of(m_kind);
    if (!before)
        m_start.expires = draft.expires;
    m_filling = true;
    m_id->setText(before ? core::visibleText(draft.id) : draft.id);
    m_id->setReadOnly(before != nullptr);
    m_description->setPlainText(draft.description);
    if (m_expires) {
        m_expires->setDateTime(draft.expires);
        m_deletion->setChecked(draft.deleteOnExpiration);
    }
    m_scopes->setPlainText(draft.scopes.join(u'\n'));
    m_filling = false;
    const bool isClient = m_kind == Kind::Client;
    const QString id = core::visibleText(draft.id);
    m_title->setText(before ? (isClient ? tr("Change client %1") : tr("Change role %1")).arg(id)
            : isClient      ? tr("New client")
                            : tr("New role"));
    m_save->setText(before ? tr("Save changes") : isClient ? tr("Create client") : tr("Create role"));
    m_save->setAccessibleName(m_save->text());
    m_banner->hide();
    setBusy(false);
    (before ? static_cast<QWidget *>(m_scopes) : m_id)->setFocus(Qt::OtherFocusReason);
}

void AccessEditor::rebase(const core::AccessEntry &now)
{
    edit(draft().onto(now, m_start), &now);
}

AccessDraft AccessEditor::draft() const
{
    AccessDraft draft = m_start;
    draft.isNew = isNew();
    if (isNew())
        draft.id = m_id->text();
    draft.description = m_description->toPlainText();
    if (m_expires) {
        // The field has whole seconds; a date that was not touched keeps its milliseconds.
        const QDateTime shown = m_expires->dateTime().toUTC();
        if (shown.toSecsSinceEpoch() != m_start.expires.toSecsSinceEpoch())
            draft.expires = shown;
        draft.deleteOnExpiration = m_deletion->isChecked();
    }
    draft.scopes = core::scopesOf(m_scopes->toPlainText());
    return draft;
}

bool AccessEditor::isDirty() const
{
    return m_before ? !draft().isSame(*m_before) : !(draft() == m_start);
}

void AccessEditor::setBusy(bool busy)
{
    m_busy = busy;
    m_fields->setEnabled(!busy);
    m_scopes->setEnabled(!busy);
    m_discard->setEnabled(!busy);
    update();
}

void AccessEditor::showTrouble(const BannerText &text)
{
    m_banner->showText(text);
}

void AccessEditor::update()
{
    if (m_filling)
        return;
    const AccessDraft now = draft();
    m_difference->compare(m_before ? m_before->scopes : QStringList(), now.scopes);
    if (m_expires)
        m_expiresWhen->setText(core::formatRelativeTime(now.expires.toMSecsSinceEpoch(), core::currentTime()));
    m_save->setEnabled(!m_busy && now.canBeSaved() && (!m_before || isDirty()));
    saySomething();
}

void AccessEditor::saySomething()
{
    const AccessDraft now = draft();
    QStringList lines;
    for (const AccessDraft::Problem &problem : now.problems()) {
        // That a new one has no name yet is plain to see.
        if (problem.field == AccessDraft::Field::Id && now.id.isEmpty())
            continue;
        lines += problem.text;
    }
    if (const auto &held = m_directory->held(); held && !now.id.isEmpty()) {
        const QStringList missing = held->missingScopes(now.required(m_before ? &*m_before : nullptr));
        if (!missing.isEmpty())
            lines += tr("Your account cannot save this; it lacks %1.").arg(core::visibleText(missing.join(u", "_s)));
    }
    m_problems->setText(lines.join(u'\n'));
}

QVariantMap AccessEditor::save() const
{
    const AccessDraft now = draft();
    return { { u"isNew"_s, now.isNew }, { u"id"_s, now.id }, { u"description"_s, now.description },
        { u"expires"_s, now.expires }, { u"deletion"_s, now.deleteOnExpiration }, { u"scopes"_s, now.scopes } };
}

std::optional<AccessDraft> AccessEditor::saved(Kind kind, const QVariantMap &map)
{
    if (map.isEmpty())
        return std::nullopt;
    AccessDraft draft = AccessDraft::of(kind);
    draft.isNew = map.value(u"isNew"_s).toBool();
    draft.id = map.value(u"id"_s).toString();
    draft.description = map.value(u"description"_s).toString();
    if (kind == Kind::Client)
        draft.expires = map.value(u"expires"_s).toDateTime().toUTC();
    draft.deleteOnExpiration = map.value(u"deletion"_s).toBool();
    draft.scopes = map.value(u"scopes"_s).toStringList();
    return draft;
}

} // namespace ui
