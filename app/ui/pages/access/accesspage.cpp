// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/access/accesspage.h"

#include "core/access/accessdirectory.h"
#include "core/access/accessmodel.h"
#include "core/accounts/session.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/pages/access/accesseditor.h"
#include "ui/pages/access/tokenpanel.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptyview.h"
#include "ui/widgets/pageheader.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::AccessDetails;
using core::AccessModel;
using Change = core::AccessDetails::Change;
using Kind = core::AccessEntry::Kind;

AccessPage::AccessPage(core::Session *session, Workspace *workspace, const core::Location &location, QWidget *parent)
    : Page(location, parent), m_session(session), m_workspace(workspace),
      m_kind(location.kind == core::Location::Kind::Client || location.kind == core::Location::Kind::Clients
              ? Kind::Client
              : Kind::Role),
      m_directory(core::AccessDirectory::of(session)), m_model(new AccessModel(m_directory, m_kind, this)),
      m_details(new AccessDetails(session, m_kind, this)), m_header(new PageHeader(this)), m_banner(new Banner(this)),
      m_splitter(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(isClients() ? u"clientsPage"_s : u"rolesPage"_s);
    // Connected before the table is: a row that goes leaves nothing chosen, not its neighbour.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_selecting = true; });
    build();
    connectDetails();
    m_directory->load(m_kind);
    if (!m_directory->held() && !m_directory->heldPart().isLoading())
        m_directory->loadHeld();
    m_details->show(location.name);
    updateList();
    selectChosen();
    updatePane();
}

AccessPage::~AccessPage()
{
    m_workspace->settings()->setValue(u"access/splitter"_s, m_splitter->saveState());
}

void AccessPage::connectDetails()
{
    connect(m_directory, &core::AccessDirectory::partChanged, this, [this](Kind kind) {
        if (kind == m_kind)
            updateList();
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &AccessPage::updateList);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, [this] {
        selectChosen();
        updateList();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        selectChosen();
        updateList();
    });
    connect(m_details, &AccessDetails::changed, this, &AccessPage::updatePane);
    connect(m_details, &AccessDetails::done, this, &AccessPage::finish);
    connect(m_details, &AccessDetails::failed, this, &AccessPage::fail);
    connect(m_details, &AccessDetails::overtaken, this, &AccessPage::rebaseEdit);
    connect(m_details, &AccessDetails::tokenIssued, this, &AccessPage::showToken);
}

void AccessPage::showToken(const QString &clientId, const QString &token)
{
    const core::AccessEntry *client = m_directory->find(Kind::Client, clientId);
    const qint64 expires = client ? client->expires : 0;
    auto *panel = new TokenPanel(m_session, m_workspace, m_panes->parentWidget());
    m_tokens->addWidget(panel);
    connect(panel, &TokenPanel::openRequested, this, [this](const core::Location &target, bool newTab) {
        Q_EMIT openRequested(target, newTab ? OpenIn::NewTab : OpenIn::Here);
    });
    panel->showToken(clientId, token, expires == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(expires, Qt::UTC));
}

core::Location AccessPage::place(const QString &id) const
{
    const QString &root = location().rootUrl;
    const core::Location target = isClients()
        ? (id.isEmpty() ? core::Location::clients(root) : core::Location::client(root, id))
        : (id.isEmpty() ? core::Location::roles(root) : core::Location::role(root, id));
    return target.as(location().account);
}

QString AccessPage::title() const
{
    if (!m_details->id().isEmpty())
        return core::visibleText(m_details->id());
    return isClients() ? tr("Clients") : tr("Roles");
}

QIcon AccessPage::icon() const
{
    return ui::icon(isClients() ? u"client"_s : u"groups"_s);
}

QString AccessPage::statusText() const
{
    const QString count
        = isClients() ? tr("%Ln clients", nullptr, m_model->total()) : tr("%Ln roles", nullptr, m_model->total());
    return m_directory->part(m_kind).isLoading() ? tr("%1 so far").arg(count) : count;
}

bool AccessPage::isLoading() const
{
    return m_directory->part(m_kind).isLoading() || m_directory->heldPart().isLoading() || m_view->isLoading();
}

void AccessPage::reload()
{
    m_directory->refresh(m_kind);
    m_directory->loadHeld();
    m_view->reload();
}

QList<QAction *> AccessPage::pageActions() const
{
    return QList<QAction *> { m_new } + m_view->actions() + QList<QAction *> { m_browser };
}

void AccessPage::focusContent()
{
    if (m_editing)
        m_editor->setFocus(Qt::OtherFocusReason);
    else
        m_listStack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

QVariantMap AccessPage::saveView() const
{
    QVariantMap view { { u"filter"_s, m_model->filter() } };
    if (m_editing && m_editor->isDirty())
        view.insert(u"draft"_s, m_editor->save());
    return view;
}

void AccessPage::restoreView(const QVariantMap &view)
{
    m_search->setText(view.value(u"filter"_s).toString());
    const auto draft = AccessEditor::saved(m_kind, view.value(u"draft"_s).toMap());
    if (!draft)
        return;
    if (draft->isNew) {
        startEdit(*draft, nullptr);
        return;
    }
    // What it changes has to be read first, so that the difference is against what is there now.
    auto *waiting = new QObject(this);
    connect(m_details, &AccessDetails::changed, waiting, [this, draft = *draft, waiting] {
        if (m_details->part().isLoading() || m_details->part().state == core::Part::State::Idle)
            return;
        waiting->deleteLater();
        if (const core::AccessEntry *entry = m_details->entry(); entry && entry->id == draft.id && !m_editing)
            startEdit(draft, entry);
    });
}

bool AccessPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_table->setFocus(Qt::OtherFocusReason);
            if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
                m_table->selectOnly(0);
            return true;
        }
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void AccessPage::updateList()
{
    const core::Part &part = m_directory->part(m_kind);
    if (part.hasFailed()) {
        m_banner->showText(bannerFor(
            isClients() ? tr("The clients could not be listed.") : tr("The roles could not be listed."), part.error));
    } else {
        m_banner->hide();
    }
    const QString total = core::formatCount(m_model->total());
    const QString shown = core::formatCount(m_model->rowCount());
    m_count->setText(m_model->filter().isEmpty() ? total : tr("%1 of %2", "found, and all").arg(shown, total));
    if (part.isLoading())
        m_listEmpty->setTexts(tr("Loading\u2026"));
    else if (m_model->total() > 0)
        m_listEmpty->setTexts(tr("Nothing has these words in its ID or description."), tr("Clear the search"));
    else if (part.hasFailed())
        m_listEmpty->setTexts(tr("Not known"));
    else
        m_listEmpty->setTexts(isClients() ? tr("The deployment has no clients.") : tr("The deployment has no roles."));
    m_listStack->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
    if (!m_table->currentIndex().isValid())
        selectChosen();
    Q_EMIT changed();
}

void AccessPage::updatePane()
{
    if (m_editing)
        m_panes->setCurrentIndex(EditorPane);
    else
        m_panes->setCurrentIndex(m_details->id().isEmpty() ? EmptyPane : ViewPane);
    m_new->setEnabled(!m_editing);
    m_view->setActing(!m_editing);
    Q_EMIT changed();
}

void AccessPage::rowChosen(const QModelIndex &index)
{
    if (!m_selecting && index.isValid())
        choose(index.data(AccessModel::IdRole).toString());
}

void AccessPage::choose(const QString &id)
{
    if (id == m_details->id() && !m_editing)
        return;
    if (m_editing && m_editor->isDirty()) {
        m_editor->showTrouble(
            { BannerText::Kind::Note, tr("This is not saved yet."), tr("Save or discard it, then go on."), {}, false });
        selectChosen();
        return;
    }
    m_editing = false;
    m_view->banner()->hide();
    m_details->show(id);
    moveTo(place(id));
    selectChosen();
}

void AccessPage::selectChosen()
{
    m_selecting = true;
    const int row = m_model->rowOf(m_details->id());
    if (row >= 0 && m_table->currentIndex().row() != row)
        m_table->selectOnly(row);
    else if (row < 0)
        m_table->setCurrentIndex({});
    m_selecting = false;
}

void AccessPage::showMenu(const QModelIndex &index, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString id = index.data(AccessModel::IdRole).toString();
    menu->addAction(ui::icon(u"add"_s), tr("Open in new tab"), this,
        [this, id] { Q_EMIT openRequested(place(id), OpenIn::NewTab); });
    menu->addAction(ui::icon(u"copy"_s), isClients() ? tr("Copy client ID") : tr("Copy role ID"), this,
        [id] { QGuiApplication::clipboard()->setText(id); });
    menu->addSeparator();
    menu->addActions(m_view->actions());
    menu->popup(position);
}

} // namespace ui
