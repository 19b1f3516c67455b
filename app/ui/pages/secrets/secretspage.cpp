// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/secrets/secretspage.h"

#include "core/access/accessdirectory.h"
#include "core/accounts/session.h"
#include "core/secrets/draftstore.h"
#include "core/secrets/secretnames.h"
#include "core/secrets/secretnamesmodel.h"
#include "core/util/visibletext.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/pages/secrets/movepanel.h"
#include "ui/pages/secrets/savepanel.h"
#include "ui/pages/secrets/secreteditor.h"
#include "ui/pages/secrets/secretlistpane.h"
#include "ui/pages/secrets/secretview.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptyview.h"
#include "ui/widgets/pageheader.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QHideEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {

using core::OpenSecret;
using core::SecretMove;

SecretsPage::SecretsPage(core::Session *session, Workspace *workspace, const core::Location &location, QWidget *parent)
    : Page(location, parent), m_session(session), m_workspace(workspace), m_names(core::SecretNames::of(session)),
      m_secret(new OpenSecret(session, this)), m_move(new SecretMove(session, this)), m_drafts(workspace->drafts()),
      m_access(core::AccessDirectory::of(session)), m_moveLog(workspace->settings()), m_header(new PageHeader(this)),
      m_splitter(new QSplitter(this)), m_list(new SecretListPane(m_names, this)), m_stack(new QStackedWidget(this))
{
    setObjectName(u"secretsPage"_s);
    buildActions();
    buildPanes();
    buildDrafts();
    followMoves();
    connect(m_list, &SecretListPane::changed, this, &SecretsPage::update);
    connect(m_names, &core::SecretNames::partChanged, this, &SecretsPage::showListError);
    connect(m_list, &SecretListPane::opened, this, &SecretsPage::open);
    connect(m_list, &SecretListPane::newRequested, this, &SecretsPage::startNew);
    connect(m_secret, &OpenSecret::partChanged, this, [this] {
        if (m_view && m_pane == Pane::View)
            m_view->update();
        update();
    });
    connect(m_secret, &OpenSecret::stepChanged, this, [this] {
        if (m_savePanel)
            m_savePanel->setStep(m_secret->step());
        updateActions();
    });
    connect(m_secret, &OpenSecret::saved, this, &SecretsPage::saved);
    connect(m_secret, &OpenSecret::conflictFound, this, &SecretsPage::conflict);
    connect(m_secret, &OpenSecret::failed, this, &SecretsPage::failed);
    connect(m_secret, &OpenSecret::removed, this, [this] {
        m_names->remove(name());
        m_drafts->discard(draftOf(name()));
        forgetMove(name());
        Q_EMIT noticed({ tr("Deleted the secret %1").arg(core::visibleText(name())) });
        show({});
    });
    connect(m_access, &core::AccessDirectory::heldChanged, this, &SecretsPage::updateActions);
    if (m_access->heldPart().state == core::Part::State::Idle)
        QTimer::singleShot(0, m_access, &core::AccessDirectory::loadHeld);
    m_names->load();
    showListError();
    m_drafts->open();
    updateDrafts();
    show(location.name);
}

SecretsPage::~SecretsPage()
{
    if (m_keepSoon.isActive())
        keepDraft();
    m_move->cancel();
}

void SecretsPage::buildActions()
{
    const auto add = [this](const QString &objectName, const QString &text, const QString &iconName,
                         const QKeySequence &key, auto then) {
        QAction *action = makeAction(objectName, text, iconName, key);
        connect(action, &QAction::triggered, this, then);
        m_actions.append(action);
        return action;
    };
    m_new = add(u"actionSecretNew"_s, tr("New secret"), u"add"_s, Qt::CTRL | Qt::Key_N, [this] { startNew(); });
    m_edit = add(u"actionSecretEdit"_s, tr("Edit"), u"edit"_s, Qt::CTRL | Qt::Key_E, [this] { startEdit(); });
    m_copy
        = add(u"actionSecretCopy"_s, tr("Copy to\u2026"), u"copy"_s, {}, [this] { startMove(SecretMove::Kind::Copy); });
    m_rename = add(
        u"actionSecretRename"_s, tr("Rename\u2026"), {}, Qt::Key_F2, [this] { startMove(SecretMove::Kind::Rename); });
    m_delete = add(u"actionSecretDelete"_s, tr("Delete\u2026"), {}, {}, [this] { askDelete(); });
    m_browser = add(u"actionSecretInBrowser"_s, tr("Open in browser"), u"external"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_B,
        [this] { m_workspace->outside()->openUrl(location().toUrl()); });
    m_header->setTitle(tr("Secrets"));
    m_header->addAction(m_new);
    m_header->addAction(m_browser);
}

void SecretsPage::buildPanes()
{
    auto *right = new QWidget(this);
    m_right = new QVBoxLayout(right);
    m_right->setContentsMargins(8, 0, 0, 0);
    m_right->setSpacing(8);
    m_right->addWidget(m_stack, 1);
    m_splitter->setObjectName(u"secretsSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({ fontMetrics().averageCharWidth() * 46, fontMetrics().averageCharWidth() * 90 });
    m_banners = new QVBoxLayout;
    m_banners->setSpacing(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_header);
    column->addLayout(m_banners);
    column->addWidget(m_splitter, 1);
}

Banner *SecretsPage::addBanner(const QString &objectName)
{
    auto *banner = new Banner(this);
    banner->setObjectName(objectName);
    banner->hide();
    m_banners->addWidget(banner);
    return banner;
}

void SecretsPage::showListError()
{
    const core::Part &part = m_names->part();
    if (part.hasFailed() && !m_listBanner) {
        m_listBanner = addBanner(u"secretsBanner"_s);
        connect(m_listBanner, &Banner::retryRequested, m_names, &core::SecretNames::reload);
    }
    if (part.hasFailed())
        m_listBanner->showText(bannerFor(tr("The secrets could not be listed."), part.error));
    else if (m_listBanner)
        m_listBanner->hide();
}

SecretView *SecretsPage::view()
{
    if (m_view)
        return m_view;
    m_view = new SecretView(m_secret, m_session, location(), m_workspace->secretClipboard(), this);
    m_stack->addWidget(m_view);
    connect(m_view, &SecretView::changed, this, &SecretsPage::update);
    connect(m_view, &SecretView::retryRequested, this, [this] { m_secret->open(name()); });
    connect(m_view, &SecretView::draftRequested, this, [this] { openDraft(draftOf(name())); });
    connect(m_view, &SecretView::draftDiscarded, this, [this] { m_drafts->discard(draftOf(name())); });
    connect(m_view, &SecretView::openRequested, this, [this](const core::Location &location, bool newTab) {
        Q_EMIT openRequested(location, newTab ? OpenIn::NewTab : OpenIn::Here);
    });
    return m_view;
}

SecretEditor *SecretsPage::editor()
{
    if (m_editor)
        return m_editor;
    m_editor = new SecretEditor(m_workspace->secretClipboard(), this);
    m_stack->addWidget(m_editor);
    connect(m_editor, &SecretEditor::edited, this, [this] {
        m_keepSoon.start();
        showDraftState();
    });
    connect(m_editor, &SecretEditor::reviewRequested, this, &SecretsPage::review);
    connect(m_editor, &SecretEditor::cancelRequested, this, &SecretsPage::cancelEdit);
    connect(m_editor, &SecretEditor::draftRetryRequested, m_drafts, &core::DraftStore::retry);
    return m_editor;
}

SavePanel *SecretsPage::savePanel()
{
    if (m_savePanel)
        return m_savePanel;
    m_savePanel = new SavePanel(m_workspace->secretClipboard(), this);
    m_stack->addWidget(m_savePanel);
    connect(m_savePanel, &SavePanel::saveRequested, this, [this] { save(OpenSecret::Before::Read); });
    connect(m_savePanel, &SavePanel::saveBlindRequested, this, [this] { save(OpenSecret::Before::Trust); });
    connect(m_savePanel, &SavePanel::backRequested, this, [this] { setPane(Pane::Edit); });
    return m_savePanel;
}

MovePanel *SecretsPage::movePanel()
{
    if (m_movePanel)
        return m_movePanel;
    m_movePanel = new MovePanel(m_move, this);
    m_stack->addWidget(m_movePanel);
    connect(m_movePanel, &MovePanel::closed, this, [this] { show(name()); });
    connect(m_movePanel, &MovePanel::done, this, &SecretsPage::moved);
    connect(m_movePanel, &MovePanel::bothLeft, this, [this](const QString &, const QString &) { m_names->reload(); });
    return m_movePanel;
}

QString SecretsPage::title() const
{
    return name().isEmpty() ? tr("Secrets") : core::visibleText(name());
}

QIcon SecretsPage::icon() const
{
    return ui::icon(u"secret"_s);
}

QString SecretsPage::statusText() const
{
    if (m_names->part().hasFailed() && m_names->names().isEmpty())
        return {};
    return m_list->countText();
}

bool SecretsPage::isLoading() const
{
    return m_list->isLoading() || (m_pane == Pane::View && m_view->isLoading()) || m_secret->isBusy()
        || m_move->isRunning();
}

void SecretsPage::reload()
{
    m_names->reload();
    if (m_pane != Pane::View)
        return; // nothing is taken from under a person's hands
    m_secret->open(name());
    m_view->reloadHistory();
}

void SecretsPage::focusContent()
{
    if (m_pane == Pane::View)
        m_view->focusValues();
    else if (m_pane == Pane::Edit)
        m_editor->focusText();
    else
        m_list->focusList();
}

QVariantMap SecretsPage::saveView() const
{
    return m_list->saveView();
}

void SecretsPage::restoreView(const QVariantMap &view)
{
    m_list->restoreView(view);
}

void SecretsPage::open(const QString &name, bool newTab)
{
    if (newTab) {
        Q_EMIT openRequested(core::Location::secret(location().rootUrl, name), OpenIn::NewTab);
        return;
    }
    show(name);
}

// What is being edited is not lost when another secret is opened: it stays behind as a draft.
void SecretsPage::show(const QString &name)
{
    if (m_move->isRunning())
        m_move->cancel();
    endEdit();
    if (m_banner)
        m_banner->hide();
    core::Location place = name.isEmpty() ? core::Location::secrets(location().rootUrl)
                                          : core::Location::secret(location().rootUrl, name);
    moveTo(place.as(location().account));
    if (m_view)
        m_view->forget();
    m_secret->close();
    m_list->setCurrent(name);
    setPane(name.isEmpty() ? Pane::Nothing : Pane::View);
    if (!name.isEmpty())
        m_secret->open(name);
    updateDrafts();
}

void SecretsPage::setPane(Pane pane)
{
    m_pane = pane;
    QWidget *widget = m_empty;
    if (pane == Pane::Nothing && !m_empty)
        QTimer::singleShot(20ms, this, &SecretsPage::makeEmpty);
    else if (pane == Pane::View)
        widget = view();
    else if (pane == Pane::Edit)
        widget = editor();
    else if (pane == Pane::Save)
        widget = savePanel();
    else if (pane == Pane::Move)
        widget = movePanel();
    const bool hadFocus = m_stack->isAncestorOf(focusWidget());
    if (widget)
        m_stack->setCurrentWidget(widget);
    if (hadFocus && pane == Pane::Save)
        m_savePanel->focusContent();
    else if (hadFocus && pane == Pane::Edit)
        m_editor->focusText();
    updateHeader();
    update();
}

// Stands where no secret is; in a turn of its own, after the list was painted, because laying out its text takes as
// long as the list.
void SecretsPage::makeEmpty()
{
    if (m_empty)
        return;
    m_empty = new EmptyView(this);
    m_empty->setTexts(tr("The chosen secret is shown here. Its value is read when it is opened."), tr("New secret"));
    m_stack->addWidget(m_empty);
    connect(m_empty, &EmptyView::actionRequested, this, &SecretsPage::startNew);
    if (m_pane == Pane::Nothing)
        m_stack->setCurrentWidget(m_empty);
}

void SecretsPage::updateHeader()
{
    const bool isNew = m_pane != Pane::View && m_pane != Pane::Nothing && name().isEmpty();
    if (!m_secretHeader && m_pane != Pane::Nothing) {
        m_secretHeader = new PageHeader(this);
        for (QAction *action : { m_edit, m_copy, m_rename, m_delete })
            m_secretHeader->addAction(action);
        m_right->insertWidget(0, m_secretHeader);
    }
    if (!m_secretHeader)
        return;
    m_secretHeader->setVisible(m_pane == Pane::View || m_pane == Pane::Edit);
    m_secretHeader->setTitle(isNew ? tr("New secret") : core::visibleText(name()));
}

void SecretsPage::update()
{
    updateActions();
    Q_EMIT changed();
}

// An action that the account may not do is grey, and says which scope it needs. While the scopes are not known all are
// offered, and the service decides.
void SecretsPage::allow(QAction *action, bool possible, const QString &secret) const
{
    const QString scope = u"secrets:set:"_s + secret;
    const auto &held = m_access->held();
    bool isAllowed = !held || held->has(scope);
    // Of a secret without a name yet: one of some name is enough.
    if (held && secret.isEmpty()) {
        isAllowed = isAllowed
            || std::any_of(held->scopes().begin(), held->scopes().end(),
                [&scope](const QString &each) { return each.startsWith(scope); });
    }
    action->setEnabled(possible && isAllowed);
    const QString text = action->text().remove(u'\u2026');
    action->setToolTip(isAllowed
            ? text
            : tr("%1: needs the scope %2").arg(text, core::visibleText(secret.isEmpty() ? scope + u'*' : scope)));
}

void SecretsPage::updateActions()
{
    const bool isRead = m_pane == Pane::View && m_secret->content() && !m_secret->part().isLoading();
    allow(m_new, m_pane == Pane::Nothing || m_pane == Pane::View, {});
    allow(m_edit, isRead, name());
    allow(m_copy, isRead, {});
    allow(m_rename, isRead, name());
    // One that cannot be read can be deleted all the same.
    allow(m_delete, m_pane == Pane::View && !m_secret->part().isLoading() && !m_secret->isBusy(), name());
    for (QAction *action : { m_edit, m_copy, m_rename, m_delete })
        action->setVisible(m_pane == Pane::View);
}

void SecretsPage::askDelete()
{
    if (m_pane != Pane::View)
        return;
    Confirmation question;
    question.title = tr("Delete the secret?");
    question.text = tr("%1 is gone at once and for good: the service keeps no older values. Tasks and programs that "
                       "read it fail from then on.")
                        .arg(core::visibleText(name()));
    question.action = tr("Delete secret");
    question.keep = tr("Keep");
    question.typed = name();
    confirm(this, question, [this, asked = name()] {
        if (asked == name() && m_pane == Pane::View)
            m_secret->remove();
    });
}

void SecretsPage::failed(OpenSecret::Step step, const tc::Error &error)
{
    if (step != OpenSecret::Step::Deleting) {
        savePanel()->showError(step, error);
        return;
    }
    if (!m_banner) {
        m_banner = addBanner(u"secretsNotice"_s);
        connect(m_banner, &Banner::retryRequested, this, &SecretsPage::askDelete);
    }
    m_banner->showText(bannerFor(tr("The secret could not be deleted."), error));
}

// Values stay in memory only as long as they are in front.
void SecretsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (event->spontaneous() || m_pane != Pane::View)
        return;
    m_view->forget();
    m_secret->close();
}

void SecretsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (event->spontaneous() || m_pane != Pane::View || m_secret->part().state != core::Part::State::Idle)
        return;
    m_secret->open(name());
    updateDrafts();
}

} // namespace ui
