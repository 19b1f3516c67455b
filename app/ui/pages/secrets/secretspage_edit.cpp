// SPDX-License-Identifier: MPL-2.0
// The page of secrets: changing one, and what becomes of a change that is not saved.
#include "core/accounts/secretstore.h"
#include "core/accounts/secrettext.h"
#include "core/accounts/session.h"
#include "core/secrets/draftstore.h"
#include "core/secrets/secretnames.h"
#include "core/secrets/secretnamesmodel.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/pages/secrets/savepanel.h"
#include "ui/pages/secrets/secreteditor.h"
#include "ui/pages/secrets/secretlistpane.h"
#include "ui/pages/secrets/secretspage.h"
#include "ui/pages/secrets/secretview.h"
#include "ui/widgets/banner.h"
#include "ui/workspace/workspace.h"

#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

using core::DraftStore;
using core::OpenSecret;

void SecretsPage::buildDrafts()
{
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(600ms);
    m_keepSoon.callOnTimeout(this, &SecretsPage::keepDraft);
    connect(m_drafts, &DraftStore::changed, this, &SecretsPage::updateDrafts);
    connect(m_drafts, &DraftStore::keepingChanged, this, &SecretsPage::showDraftState);
    connect(m_drafts, &DraftStore::keepingChanged, this, &SecretsPage::showLockedDrafts);
    connect(m_drafts, &DraftStore::written, this, &SecretsPage::showDraftState);
}

void SecretsPage::startNew()
{
    show({});
    editor()->startNew();
    setPane(Pane::Edit);
    m_draftId.clear();
    showDraftState();
    m_editor->focusText();
}

void SecretsPage::startEdit()
{
    if (!m_secret->content())
        return;
    editor()->start(name(), *m_secret->content());
    m_draftId = draftOf(name()); // a new change takes the place of one that was left behind
    m_view->forget();
    setPane(Pane::Edit);
    showDraftState();
    m_editor->focusText();
}

void SecretsPage::review()
{
    const auto wanted = m_editor->wanted();
    if (!wanted)
        return;
    if (m_keepSoon.isActive())
        keepDraft();
    savePanel()->showReview(m_editor->name(), m_editor->base(), *wanted);
    setPane(Pane::Save);
}

void SecretsPage::save(OpenSecret::Before before)
{
    const auto wanted = m_editor->wanted();
    if (wanted)
        m_secret->save(m_editor->name(), *wanted, m_editor->base(), before);
}

void SecretsPage::conflict(const OpenSecret::Conflict &conflict)
{
    const auto wanted = m_editor->wanted();
    if (!wanted)
        return;
    SavePanel *panel = savePanel();
    panel->showConflict(m_editor->name(), m_editor->base(), *wanted, conflict.theirs);
    disconnect(m_rebased);
    disconnect(m_merged);
    m_rebased = connect(panel, &SavePanel::rebased, this, [this, theirs = conflict.theirs] {
        m_editor->rebase(theirs);
        review();
    });
    m_merged = connect(
        panel, &SavePanel::merged, this, [this, theirs = conflict.theirs](const QStringList &yaml, qint64 expires) {
            m_editor->rebase(theirs);
            m_editor->setLines(yaml, expires);
            setPane(Pane::Edit);
            if (m_editor->wanted())
                review();
        });
}

void SecretsPage::saved()
{
    const QString name = m_editor->name();
    m_keepSoon.stop();
    m_drafts->discard(m_draftId);
    m_names->add(name);
    Q_EMIT noticed({ tr("Saved the secret %1").arg(core::visibleText(name)) });
    show(name);
}

void SecretsPage::cancelEdit()
{
    const auto leave = [this] {
        m_keepSoon.stop();
        m_drafts->discard(m_draftId);
        m_draftId.clear();
        show(name());
    };
    if (!m_editor->isEdited())
        return leave();
    Confirmation question;
    question.title = tr("Discard the changes?");
    question.text = tr("What you have changed since the last save is lost, and its draft is removed.");
    question.action = tr("Discard changes");
    question.keep = tr("Go on editing");
    confirm(this, question, leave);
}

// Leaves the editor; a change that was made stays behind as a draft.
void SecretsPage::endEdit()
{
    if (m_keepSoon.isActive())
        keepDraft();
    m_draftId.clear();
    if (m_editor)
        m_editor->forget();
    if (m_savePanel)
        m_savePanel->forget();
}

// The demo has another address with every start; its drafts are for whatever demo runs.
QString SecretsPage::place() const
{
    const bool isDemo = m_session->account().secret == core::Account::Secret::Demo;
    return isDemo ? u"demo"_s : m_session->rootUrl();
}

void SecretsPage::keepDraft()
{
    m_keepSoon.stop();
    if (!m_editor)
        return;
    if (!m_editor->isEdited()) {
        m_drafts->discard(m_draftId);
        m_draftId.clear();
        showDraftState();
        return;
    }
    core::SecretDraft draft = m_editor->draft();
    draft.header.id = m_draftId;
    draft.header.place = place();
    draft.header.clientId = m_session->account().clientId;
    m_draftId = m_drafts->keep(std::move(draft));
    showDraftState();
}

void SecretsPage::showDraftState()
{
    if (!m_editor)
        return;
    const bool isLatest = !m_keepSoon.isActive();
    switch (m_drafts->keeping()) {
    case DraftStore::Keeping::NotAsked:
        m_editor->setDraftText({});
        return;
    case DraftStore::Keeping::Waiting:
        m_editor->setDraftText(tr("Waiting for the keychain, to keep a draft."));
        return;
    case DraftStore::Keeping::Lasting:
        m_editor->setDraftText(
            isLatest && m_drafts->isOnDisk(m_draftId) ? tr("The draft is kept, encrypted.") : QString());
        return;
    case DraftStore::Keeping::ThisRun:
        m_editor->setDraftText(
            tr("The draft lasts for this run only. %1").arg(core::describeSecretOutcome(m_drafts->outcome()).why),
            m_workspace->keychain()->isLasting());
        return;
    }
}

QString SecretsPage::draftOf(const QString &name) const
{
    const auto drafts = m_drafts->drafts(place(), m_session->account().clientId);
    const auto found = std::find_if(drafts.begin(), drafts.end(),
        [&name](const core::DraftHeader &draft) { return !draft.isNew && draft.name == name; });
    return found == drafts.end() ? QString() : found->id;
}

void SecretsPage::updateDrafts()
{
    const auto drafts = m_drafts->drafts(place(), m_session->account().clientId);
    QSet<QString> names;
    qint64 ofShown = 0;
    for (const core::DraftHeader &draft : drafts) {
        if (draft.isNew)
            continue;
        names.insert(draft.name);
        if (draft.name == name())
            ofShown = draft.changed;
    }
    m_list->model()->setDrafts(names);
    if (m_view)
        m_view->setDraft(m_pane == Pane::View ? ofShown : 0);
    showNewDraft(drafts);
    showLockedDrafts();
}

// Drafts of an earlier run, and a keychain that keeps their key to itself.
void SecretsPage::showLockedDrafts()
{
    const auto keeping = m_drafts->keeping();
    const bool isWaiting = keeping == DraftStore::Keeping::Waiting;
    if (!m_drafts->hasLocked() || (!isWaiting && keeping != DraftStore::Keeping::ThisRun)) {
        if (m_lockedBanner)
            m_lockedBanner->hide();
        return;
    }
    if (!m_lockedBanner) {
        m_lockedBanner = addBanner(u"lockedDraftsBanner"_s);
        connect(m_lockedBanner, &Banner::retryRequested, m_drafts, &DraftStore::retry);
    }
    BannerText text;
    text.kind = isWaiting ? BannerText::Kind::Note : BannerText::Kind::Warning;
    text.title = tr("There are unsaved changes of secrets from an earlier run.");
    const core::SecretText why = core::describeSecretOutcome(m_drafts->outcome());
    text.text = isWaiting ? tr("Waiting for the keychain, which has the key to them.")
                          : tr("The key to them is in the keychain. %1").arg(QString(why.why + u' ' + why.advice));
    text.canRetry = !isWaiting;
    m_lockedBanner->showText(text);
}

void SecretsPage::showNewDraft(const QList<core::DraftHeader> &drafts)
{
    const auto found = std::find_if(drafts.begin(), drafts.end(),
        [this](const core::DraftHeader &draft) { return draft.isNew && draft.id != m_draftId; });
    m_newDraftId = found == drafts.end() ? QString() : found->id;
    if (m_newDraftId.isEmpty() || m_pane == Pane::Edit || m_pane == Pane::Save) {
        if (m_newDraftBanner)
            m_newDraftBanner->hide();
        return;
    }
    if (!m_newDraftBanner) {
        m_newDraftBanner = addBanner(u"newDraftBanner"_s);
        QPushButton *goOn = m_newDraftBanner->addButton(tr("Go on editing"), u"newDraftGoOn"_s);
        QPushButton *discard = m_newDraftBanner->addButton(tr("Discard"), u"newDraftDiscard"_s);
        connect(goOn, &QPushButton::clicked, this, [this] { openDraft(m_newDraftId); });
        connect(discard, &QPushButton::clicked, this, [this] { m_drafts->discard(m_newDraftId); });
    }
    BannerText text;
    text.kind = BannerText::Kind::Note;
    text.title = found->name.isEmpty()
        ? tr("There is a new secret that was not saved.")
        : tr("There is a new secret that was not saved: %1.").arg(core::visibleText(found->name));
    text.text = tr("It is from %1.").arg(core::formatExactTime(found->changed));
    text.canRetry = false;
    m_newDraftBanner->showText(text);
}

void SecretsPage::openDraft(const QString &id)
{
    auto draft = m_drafts->read(id);
    if (!draft)
        return;
    if (draft->header.isNew)
        show({});
    else if (m_view)
        m_view->forget();
    editor()->restore(*draft);
    core::wipe(&*draft);
    m_keepSoon.stop();
    m_draftId = id;
    setPane(Pane::Edit);
    updateDrafts();
    showDraftState();
    m_editor->focusText();
}

} // namespace ui
