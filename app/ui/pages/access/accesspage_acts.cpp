// SPDX-License-Identifier: MPL-2.0
// What is done to a client or a role: edited, disabled, deleted, given a new token.
#include "ui/pages/access/accesspage.h"

#include "core/access/scopeholders.h"
#include "core/accounts/session.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/pages/access/accesseditor.h"
#include "ui/pages/errors.h"
#include "ui/widgets/banner.h"

using namespace Qt::StringLiterals;

namespace ui {

using core::AccessDraft;
using Change = core::AccessDetails::Change;
using Kind = core::AccessEntry::Kind;

void AccessPage::act(AccessView::Act act)
{
    const core::AccessEntry *entry = m_details->entry();
    if (!entry)
        return;
    switch (act) {
    case AccessView::Act::Edit:
        startEdit(AccessDraft::of(*entry), entry);
        break;
    case AccessView::Act::Copy:
        startEdit(AccessDraft::of(*entry).copied(), nullptr);
        break;
    case AccessView::Act::Enable:
        m_details->setDisabled(entry->id, false);
        break;
    case AccessView::Act::Disable:
        askDisable();
        break;
    case AccessView::Act::ResetToken:
        askReset();
        break;
    case AccessView::Act::Delete:
        askDelete();
        break;
    case AccessView::Act::WhoHolds:
        Q_EMIT openRequested(
            core::Location::scopes(location().rootUrl, u"assume:"_s + entry->id).as(location().account), OpenIn::Here);
        break;
    }
}

void AccessPage::startNew()
{
    startEdit(AccessDraft::of(m_kind), nullptr);
}

void AccessPage::startEdit(const AccessDraft &draft, const core::AccessEntry *before)
{
    m_editing = true;
    updatePane();
    m_editor->edit(draft, before);
}

void AccessPage::endEdit()
{
    m_editing = false;
    updatePane();
    focusContent();
}

void AccessPage::save()
{
    // The banner's Retry comes here, too, whatever was written since.
    if (!m_editor->draft().canBeSaved() || m_details->running() != Change::None)
        return;
    m_editor->setBusy(true);
    m_details->save(m_editor->draft(), m_editor->before());
}

void AccessPage::rebaseEdit(const core::AccessEntry &now)
{
    if (!m_editing || !m_editor->before() || m_editor->before()->id != now.id)
        return;
    m_editor->rebase(now);
    m_editor->showTrouble({ BannerText::Kind::Note, tr("Somebody else has changed this meanwhile."),
        tr("Nothing was saved. Your changes stand on theirs now: look at them once more, then save."), {}, false });
}

void AccessPage::discard()
{
    if (!m_editor->isDirty()) {
        endEdit();
        return;
    }
    confirm(this,
        { .title = tr("Discard the changes?"),
            .text
            = m_editor->isNew() ? tr("What was written is lost.") : tr("Everything stays as the deployment has it."),
            .action = tr("Discard changes"),
            .keep = tr("Go on editing") },
        [this] { endEdit(); });
}

void AccessPage::askDisable()
{
    const core::AccessEntry &entry = *m_details->entry();
    const QString id = entry.id;
    // It can be enabled again; only not by oneself, when it is one's own.
    if (id != m_session->account().clientId) {
        m_details->setDisabled(id, true);
        return;
    }
    confirm(this,
        { .title = tr("Disable your own client?"),
            .text
            = tr("%1 is the client of this account. Nothing works with it any more, and somebody else has to enable "
                 "it again.")
                  .arg(core::visibleText(id)),
            .action = tr("Disable client"),
            .keep = tr("Keep") },
        [this, id] { m_details->setDisabled(id, true); });
}

void AccessPage::askReset()
{
    const core::AccessEntry &entry = *m_details->entry();
    const QString id = entry.id;
    const QString used = core::formatTime(entry.lastUsed, core::currentTime());
    confirm(this,
        { .title = tr("Reset the access token?"),
            .text = tr("%1 gets a new access token, which is shown once. Whoever uses the old one, and temporary "
                       "credentials made with it, is locked out at once. It was last used %2.")
                        .arg(core::visibleText(id), used),
            .action = tr("Reset token"),
            .keep = tr("Keep") },
        [this, id] { m_details->resetToken(id); });
}

void AccessPage::askDelete()
{
    const core::AccessEntry &entry = *m_details->entry();
    const QString id = entry.id;
    QString text;
    QString details;
    if (isClients()) {
        text = tr(
            "The client %1 is gone at once, with its access token and all temporary credentials made with it. It was "
            "last used %2.")
                   .arg(core::visibleText(id), core::formatTime(entry.lastUsed, core::currentTime()));
    } else {
        const auto holders = core::holdersOf(u"assume:"_s + id, m_directory->entries(Kind::Client),
            m_directory->entries(Kind::Role), false, core::currentTime());
        QStringList names;
        for (const core::ScopeHolder &holder : holders) {
            if (holder.kind == Kind::Client || holder.id != id)
                names += core::visibleText(holder.id);
        }
        text = tr("The role %1 is gone at once. Whoever has it loses what it gives.").arg(core::visibleText(id));
        if (!names.isEmpty())
            text += u' ' + tr("As far as is known these have it:");
        details = names.join(u'\n');
    }
    confirm(this,
        { .title = isClients() ? tr("Delete the client?") : tr("Delete the role?"),
            .text = text,
            .details = details,
            .action = isClients() ? tr("Delete client") : tr("Delete role"),
            .keep = tr("Keep"),
            .typed = id },
        [this, id] { m_details->remove(id); });
}

void AccessPage::finish(Change change, const QString &id)
{
    const QString name = core::visibleText(id);
    QString said;
    switch (change) {
    case Change::Create:
        said = tr("Created %1").arg(name);
        break;
    case Change::Save:
        said = tr("Saved %1").arg(name);
        break;
    case Change::Enable:
        said = tr("Enabled %1").arg(name);
        break;
    case Change::Disable:
        said = tr("Disabled %1").arg(name);
        break;
    case Change::ResetToken:
        said = tr("%1 has a new access token").arg(name);
        break;
    case Change::Delete:
        said = tr("Deleted %1").arg(name);
        break;
    case Change::None:
        return;
    }
    Q_EMIT noticed({ said });
    if (change == Change::Create || change == Change::Save) {
        m_editing = false;
        choose(id);
        endEdit();
    }
    if (change == Change::Delete)
        moveTo(place(m_details->id()));
    else if (id == m_details->id())
        m_view->reload(); // its history has one entry more
    selectChosen();
    updatePane();
}

void AccessPage::fail(Change change, const QString &id, const tc::Error &error)
{
    const QString name = core::visibleText(id);
    const bool isClient = isClients();
    QString what;
    switch (change) {
    case Change::Create:
        what = isClient ? tr("The client was not created.") : tr("The role was not created.");
        break;
    case Change::Save:
        what = tr("The changes were not saved.");
        break;
    case Change::Enable:
        what = tr("%1 was not enabled.").arg(name);
        break;
    case Change::Disable:
        what = tr("%1 was not disabled.").arg(name);
        break;
    case Change::ResetToken:
        what = tr("%1 may have no new access token.").arg(name);
        break;
    case Change::Delete:
        what = tr("%1 was not deleted.").arg(name);
        break;
    case Change::None:
        return;
    }
    if (change == Change::Create || change == Change::Save) {
        m_editor->setBusy(false);
        m_editor->showTrouble(bannerFor(what, error));
    } else {
        BannerText text = bannerFor(what, error);
        text.canRetry = false; // the action is there to be used again
        m_view->banner()->showText(text);
    }
    Q_EMIT noticed(noticeFor(what, error));
}

} // namespace ui
