// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/index/indexpage.h"

#include "core/accounts/session.h"
#include "core/lookup/indexmodel.h"
#include "core/lookup/locationresolver.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "ui/delegates/celldelegate.h"
#include "ui/delegates/namedelegate.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptyview.h"
#include "ui/widgets/pageheader.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::IndexModel;

IndexPage::IndexPage(core::Session *session, Workspace *workspace, const core::Location &location, QWidget *parent)
    : Page(location, parent), m_workspace(workspace), m_model(new IndexModel(session, this)),
      m_resolver(new core::LocationResolver(session, this)), m_header(new PageHeader(this)), m_banner(new Banner(this)),
      m_table(new DataTable(this)), m_empty(new EmptyView(this)), m_stack(new QStackedWidget(this))
{
    setObjectName(u"indexPage"_s);
    m_banner->setObjectName(u"indexBanner"_s);
    buildTable();
    buildHeader();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_stack, 1);
    connect(m_model, &IndexModel::partChanged, this, &IndexPage::update);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &IndexPage::update);
    connect(m_banner, &Banner::retryRequested, m_model, &IndexModel::retry);
    connect(m_empty, &EmptyView::actionRequested, this, [this] { openPath({}, OpenIn::Here); });
    connect(m_resolver, &core::LocationResolver::resolved, this, [this](const core::Location &found) {
        if (found.kind == core::Location::Kind::Task)
            Q_EMIT replaceRequested(found);
        else
            update();
    });
    // That there is no such task either is what the empty page says already.
    connect(m_resolver, &core::LocationResolver::failed, this, &IndexPage::update);
    m_model->open(location.name);
    update();
}

void IndexPage::lookForTask()
{
    if (m_lookedForTask || location().name.isEmpty() || m_model->rowCount() > 0)
        return;
    m_lookedForTask = true;
    m_resolver->resolve(location());
}

void IndexPage::buildHeader()
{
    m_header->setTitle(title());
    QAction *browser
        = makeAction(u"actionIndexInBrowser"_s, tr("Open in browser"), u"external"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_B);
    connect(browser, &QAction::triggered, this, [this] { m_workspace->outside()->openUrl(location().toUrl()); });
    QAction *up = makeAction(u"actionIndexUp"_s, tr("Up"), u"namespace"_s, Qt::ALT | Qt::Key_Up);
    up->setEnabled(!location().name.isEmpty());
    connect(up, &QAction::triggered, this, [this] {
        const qsizetype dot = location().name.lastIndexOf(u'.');
        openPath(dot < 0 ? QString() : location().name.left(dot), OpenIn::Here);
    });
    m_actions = { up, browser };
    for (QAction *action : std::as_const(m_actions))
        m_header->addAction(action);
    const auto addStep = [this](const QString &text, const QString &path) {
        ElidedLabel *step = m_header->addTextFact(u"indexStep"_s);
        step->setText(text);
        step->setLink(true);
        step->setCopyText(path);
        connect(step, &ElidedLabel::activated, this,
            [this, path](bool newTab) { openPath(path, newTab ? OpenIn::NewTab : OpenIn::Here); });
    };
    if (!location().name.isEmpty())
        addStep(tr("Index"), {});
    const QStringList parts = location().name.split(u'.', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < parts.size(); ++i)
        addStep(core::visibleText(parts.at(i)), parts.first(i + 1).join(u'.'));
}

void IndexPage::buildTable()
{
    m_table->setObjectName(u"indexTable"_s);
    m_table->setAccessibleName(tr("Index"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(CellDelegate::Text::Plain, m_table));
    m_table->setItemDelegateForColumn(
        IndexModel::NameColumn, new NameDelegate(IndexModel::IsNamespaceRole, u"namespace"_s, u"task"_s, m_table));
    m_table->setItemDelegateForColumn(IndexModel::TaskIdColumn, new CellDelegate(CellDelegate::Text::Id, m_table));
    m_table->setNumberColumns({ IndexModel::RankColumn });
    m_table->setElasticColumn(IndexModel::NameColumn);
    m_table->setFirstWidths({ 48, 13, 26, 16, 16 });
    m_table->keepColumns(m_workspace->settings(), u"index"_s, IndexModel::ColumnCount, 1);
    connect(m_table, &DataTable::opened, this, &IndexPage::open);
    connect(m_table, &DataTable::menuRequested, this, &IndexPage::showMenu);
}

QString IndexPage::title() const
{
    return location().name.isEmpty() ? tr("Index") : core::visibleText(location().name);
}

QIcon IndexPage::icon() const
{
    return ui::icon(u"index"_s);
}

QString IndexPage::statusText() const
{
    const QString count = tr("%Ln entries", nullptr, m_model->rowCount());
    return isLoading() ? tr("%1 so far").arg(count) : count;
}

bool IndexPage::isLoading() const
{
    return m_model->part().isLoading() || m_resolver->isBusy();
}

void IndexPage::reload()
{
    m_lookedForTask = false;
    m_model->open(location().name);
}

void IndexPage::focusContent()
{
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void IndexPage::update()
{
    const core::Part &part = m_model->part();
    if (part.hasFailed())
        m_banner->showText(bannerFor(tr("The index could not be listed."), part.error));
    else
        m_banner->hide();
    if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->selectOnly(0);
    if (part.state == core::Part::State::Ready)
        lookForTask();
    if (isLoading())
        m_empty->setTexts(tr("Loading the index\u2026"));
    else
        m_empty->setTexts(tr("Nothing is indexed below this namespace."),
            location().name.isEmpty() ? QString() : tr("Go to the top of the index"));
    m_stack->setCurrentIndex(m_model->rowCount() == 0 && !part.hasFailed() ? 1 : 0);
    Q_EMIT changed();
}

void IndexPage::openPath(const QString &path, OpenIn where)
{
    Q_EMIT openRequested(core::Location::index(location().rootUrl, path), where);
}

void IndexPage::open(const QModelIndex &index, bool newTab)
{
    const OpenIn where = newTab ? OpenIn::NewTab : OpenIn::Here;
    if (index.data(IndexModel::IsNamespaceRole).toBool())
        openPath(index.data(IndexModel::PathRole).toString(), where);
    else
        Q_EMIT openRequested(
            core::Location::task(location().rootUrl, index.data(IndexModel::TaskIdRole).toString()), where);
}

void IndexPage::showMenu(const QModelIndex &index, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex row(index);
    menu->addAction(tr("Open"), this, [this, row] { open(row, false); });
    menu->addAction(ui::icon(u"add"_s), tr("Open in new tab"), this, [this, row] { open(row, true); });
    menu->addSeparator();
    menu->addAction(ui::icon(u"copy"_s), tr("Copy path"), this,
        [row] { QGuiApplication::clipboard()->setText(row.data(IndexModel::PathRole).toString()); });
    const QString taskId = index.data(IndexModel::TaskIdRole).toString();
    if (!taskId.isEmpty())
        menu->addAction(tr("Copy task ID"), this, [taskId] { QGuiApplication::clipboard()->setText(taskId); });
    menu->popup(position);
}

} // namespace ui
