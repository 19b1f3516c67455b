// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/log/logpage.h"

#include "core/accounts/session.h"
#include "core/artifacts/filename.h"
#include "core/log/logfile.h"
#include "core/task/taskdetails.h"
#include "core/transfers/transfermodel.h"
#include "core/util/format.h"
#include "core/util/visibletext.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptyview.h"
#include "ui/widgets/idlabel.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/secondarylabel.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class FileSource : public LogSource
{
public:
    explicit FileSource(const core::LogFile *file) : m_file(file) { }

    qint64 lineCount() const override { return m_file->lineCount(); }
    std::vector<core::LogLine> lines(qint64 first, int count) const override { return m_file->lines(first, count); }

private:
    const core::LogFile *m_file;
};

} // namespace

LogPage::LogPage(core::Session *session, Workspace *workspace, const core::Location &location, QWidget *parent)
    : Page(location, parent), m_session(session), m_workspace(workspace), m_file(new core::LogFile(this)),
      m_task(new core::TaskDetails(session, this)), m_source(std::make_unique<FileSource>(m_file)),
      m_banner(new Banner(this)), m_view(new LogView(this)), m_empty(new EmptyView(this)),
      m_wantedTop(location.firstLine > 0 ? location.firstLine - 1 : -1)
{
    setObjectName(u"logPage"_s);
    m_banner->setObjectName(u"logBanner"_s);
    m_view->setSource(m_source.get());
    buildActions();
    buildHeader();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(buildFindBar());
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    connectFile();
    m_task->show(location.taskId, location.runId);
    partChanged();
}

LogPage::~LogPage()
{
    m_view->setSource(nullptr);
}

void LogPage::connectFile()
{
    connect(m_task, &core::TaskDetails::partChanged, this, &LogPage::taskKnown);
    connect(m_file, &core::LogFile::partChanged, this, &LogPage::partChanged);
    connect(m_file, &core::LogFile::grown, this, &LogPage::grown);
    connect(m_file, &core::LogFile::restarted, m_view, &LogView::sourceRestarted);
    connect(m_file, &core::LogFile::found, this, [this](qint64 line) {
        m_findResult->setText(tr("Line %1").arg(core::formatCount(line + 1)));
        m_view->selectLines(line, line);
    });
    connect(m_file, &core::LogFile::notFound, this, [this] { m_findResult->setText(tr("Not found")); });
    connect(m_banner, &Banner::retryRequested, m_file, &core::LogFile::retry);
    connect(m_view, &LogView::followingChanged, m_follow, &QAction::setChecked);
    connect(m_view, &LogView::copied, this, [this](qint64 lines, bool cut) {
        const int count = static_cast<int>(std::max<qint64>(1, lines));
        if (cut)
            Q_EMIT noticed({ tr("Copied the first %Ln line(s) only", nullptr, count), true });
        else
            Q_EMIT noticed({ tr("Copied %Ln line(s)", nullptr, count) });
    });
}

void LogPage::taskKnown()
{
    if (const core::TaskDefinition *definition = m_task->definition())
        m_taskLink->setText(core::visibleText(definition->name));
    if (const core::TaskStatus *status = m_task->status())
        m_header->setState(status->state);
    const core::Part &part = m_task->part(core::TaskDetails::StatusPart);
    if (!m_opened && !part.isLoading())
        openLog();
}

void LogPage::openLog()
{
    // Without a status (it may not be readable, or gone) the log is taken for one that is whole.
    bool growing = false;
    if (const core::TaskStatus *status = m_task->status()) {
        for (const core::RunInfo &run : status->runs) {
            if (!location().runId || run.runId == *location().runId)
                growing = !core::isResolved(run.state);
        }
    }
    m_opened = true;
    m_file->open(m_session, { location().taskId, location().runId, location().name }, growing);
    if (growing && m_wantedTop < 0)
        m_view->setFollowing(true);
}

void LogPage::buildActions()
{
    QAction *find = makeAction(u"actionFindInLog"_s, tr("Find in log"), u"search"_s, QKeySequence::Find);
    connect(find, &QAction::triggered, this, &LogPage::showFind);
    QAction *next = makeAction(u"actionFindNext"_s, tr("Find next"), {}, QKeySequence::FindNext);
    connect(next, &QAction::triggered, this, [this] { this->find(true); });
    QAction *previous = makeAction(u"actionFindPrevious"_s, tr("Find previous"), {}, QKeySequence::FindPrevious);
    connect(previous, &QAction::triggered, this, [this] { this->find(false); });
    m_follow = makeAction(u"actionFollow"_s, tr("Follow"), u"down"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    m_follow->setToolTip(tr("Stay at the end while the log grows"));
    m_follow->setCheckable(true);
    connect(m_follow, &QAction::toggled, m_view, &LogView::setFollowing);
    QAction *saveAction = makeAction(u"actionSaveLog"_s, tr("Save\u2026"), u"save"_s, QKeySequence::Save);
    connect(saveAction, &QAction::triggered, this, &LogPage::save);
    m_actions = { find, next, previous, m_follow, saveAction };
}

void LogPage::buildHeader()
{
    m_header = new PageHeader(this);
    m_header->setTitle(core::visibleText(location().name));
    m_taskLink = m_header->addTextFact(u"logTask"_s);
    m_taskLink->setLink(true);
    m_taskLink->setText(tr("Task %1").arg(location().taskId));
    m_taskLink->setCopyText(location().taskId);
    connect(m_taskLink, &ElidedLabel::activated, this, [this](bool newTab) {
        Q_EMIT openRequested(
            core::Location::task(location().rootUrl, location().taskId), newTab ? OpenIn::NewTab : OpenIn::Here);
    });
    if (location().runId)
        m_header->addTextFact(u"logRun"_s)->setText(tr("Run %1").arg(*location().runId));
    m_size = m_header->addTextFact(u"logSize"_s);
    m_header->addAction(m_follow);
    m_header->addAction(m_actions.first());
    m_header->addAction(m_actions.last());
}

QWidget *LogPage::buildFindBar()
{
    m_findBar = new QWidget(this);
    m_findBar->setObjectName(u"findBar"_s);
    m_findText = new QLineEdit(m_findBar);
    m_findText->setObjectName(u"findText"_s);
    m_findText->setAccessibleName(tr("Find in log"));
    m_findText->setPlaceholderText(tr("Find in log"));
    m_findText->setClearButtonEnabled(true);
    connect(m_findText, &QLineEdit::returnPressed, this, [this] { find(true); });
    m_findResult = new SecondaryLabel({}, m_findBar);
    m_findResult->setObjectName(u"findResult"_s);
    auto *close = new QToolButton(m_findBar);
    close->setObjectName(u"findClose"_s);
    close->setIcon(ui::icon(u"close"_s));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setShortcut(Qt::Key_Escape);
    close->setToolTip(tr("Close the find bar"));
    close->setAccessibleName(tr("Close the find bar"));
    connect(close, &QToolButton::clicked, this, [this] {
        m_file->cancelFind();
        m_findBar->hide();
        m_view->setFocus(Qt::OtherFocusReason);
    });
    auto *row = new QHBoxLayout(m_findBar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_findText, 1);
    row->addWidget(m_findResult);
    row->addWidget(close);
    m_findBar->hide();
    return m_findBar;
}

void LogPage::showFind()
{
    m_findBar->show();
    m_findText->setFocus(Qt::ShortcutFocusReason);
    m_findText->selectAll();
}

void LogPage::find(bool forwards)
{
    if (m_findText->text().isEmpty()) {
        showFind();
        return;
    }
    const bool selected = !m_view->selection().isEmpty();
    const qint64 here = selected ? m_view->selection().first().line : m_view->topLine();
    const qint64 from = selected ? here + (forwards ? 1 : -1) : here;
    m_findResult->setText(tr("Searching\u2026"));
    m_file->find(
        m_findText->text(), std::clamp<qint64>(from, 0, std::max<qint64>(0, m_file->lineCount() - 1)), forwards);
}

QString LogPage::title() const
{
    return core::visibleText(location().name.section(u'/', -1));
}

QIcon LogPage::icon() const
{
    return ui::icon(u"log"_s);
}

QString LogPage::statusText() const
{
    const auto lines = static_cast<int>(std::min<qint64>(m_file->lineCount(), 2'000'000'000));
    QString count = tr("%Ln line(s)", nullptr, lines);
    if (!m_file->part().isLoading())
        return count;
    const qint64 total = m_file->downloadTotal();
    if (total > 0 && m_file->downloaded() < total)
        return tr("%1 so far \u00b7 %2 of %3")
            .arg(count, core::formatSize(m_file->downloaded()), core::formatSize(total));
    return tr("%1 so far").arg(count);
}

bool LogPage::isLoading() const
{
    return !m_opened || m_file->part().isLoading();
}

void LogPage::reload()
{
    m_opened = false;
    m_task->refresh();
}

void LogPage::focusContent()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

QVariantMap LogPage::saveView() const
{
    return { { u"top"_s, m_view->topLine() }, { u"follow"_s, m_view->isFollowing() } };
}

void LogPage::restoreView(const QVariantMap &view)
{
    m_wantedTop = view.value(u"top"_s, m_wantedTop).toLongLong();
    m_view->setFollowing(view.value(u"follow"_s).toBool());
    showLinkedLines();
}

void LogPage::showLinkedLines()
{
    if (m_wantedTop < 0 || m_file->lineCount() <= m_wantedTop)
        return;
    const core::Location &place = location();
    if (place.firstLine > 0 && m_wantedTop == place.firstLine - 1)
        m_view->selectLines(place.firstLine - 1, std::max(place.firstLine, place.lastLine) - 1);
    else if (m_wantedTop > 0)
        m_view->scrollToLine(m_wantedTop + m_view->visibleLines() / 3);
    m_wantedTop = -1;
}

void LogPage::grown()
{
    m_view->sourceGrown();
    m_size->setText(core::formatSize(m_file->size()));
    showLinkedLines();
    m_view->setVisible(m_file->lineCount() > 0);
    m_empty->setVisible(m_file->lineCount() == 0 && !m_file->part().hasFailed());
    Q_EMIT changed();
}

void LogPage::partChanged()
{
    const core::Part &part = m_file->part();
    if (part.hasFailed()) {
        const QString what = m_file->lineCount() > 0 ? tr("The log could not be loaded completely.")
                                                     : tr("The log could not be loaded.");
        m_banner->showText(bannerFor(what, part.error));
    } else {
        m_banner->hide();
    }
    m_empty->setTexts(isLoading() ? tr("Loading the log\u2026") : tr("The log is empty."));
    grown();
}

void LogPage::save()
{
    const core::ArtifactId id = m_file->artifact();
    m_workspace->outside()->askSavePath(
        this, core::safeFileName(id.name), [workspace = m_workspace, session = m_session, id](const QString &path) {
            workspace->transfers()->save(session, id, path);
        });
}

} // namespace ui
