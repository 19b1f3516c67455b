// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/task/taskuploads.h"

#include "core/accounts/session.h"
#include "core/transfers/transfermodel.h"
#include "core/transfers/uploadcheck.h"
#include "core/util/worker.h"
#include "ui/pages/task/uploadpanel.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using Answer = core::UploadCheck::Answer;

namespace {
constexpr int mostFiles = 500; // more is a mistake, or wants another tool
}

TaskUploads::TaskUploads(core::TaskDetails *details, core::Session *session, Workspace *workspace, QWidget *parent)
    : QWidget(parent), m_details(details), m_session(session), m_workspace(workspace),
      m_check(new core::UploadCheck(session, this)), m_banner(new Banner(this)), m_column(new QVBoxLayout(this))
{
    m_banner->setObjectName(u"uploadBanner"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addWidget(m_banner);
    buildActions();
    connect(m_check, &core::UploadCheck::changed, this, &TaskUploads::update);
    connect(details, &core::TaskDetails::partChanged, this, [this] {
        m_check->setRun(m_details->status(), m_details->runId());
        m_check->ask();
    });
    connect(details, &core::TaskDetails::runChanged, this, &TaskUploads::close);
    connect(details, &core::TaskDetails::taskChanged, this, &TaskUploads::close);
    connect(m_banner, &Banner::dismissed, this, &TaskUploads::fit);
    connect(workspace->transfers(), &core::TransferModel::finished, this, &TaskUploads::ended);
    fit();
    update();
}

void TaskUploads::buildActions()
{
    m_upload = new QAction(icon(u"upload"_s), tr("Upload files\u2026"), this);
    m_upload->setObjectName(u"actionUploadFiles"_s);
    m_upload->setShortcut(Qt::CTRL | Qt::Key_U);
    connect(m_upload, &QAction::triggered, this, [this] {
        m_workspace->outside()->askFiles(this, [uploads = QPointer(this)](const QStringList &paths) {
            if (uploads)
                uploads->take(paths);
        });
    });
    m_paste = new QAction(icon(u"copy"_s), tr("Paste files as artifacts"), this);
    m_paste->setObjectName(u"actionPasteFiles"_s);
    m_paste->setShortcut(QKeySequence::Paste);
    connect(m_paste, &QAction::triggered, this, [this] {
        const QStringList paths = filesIn(QGuiApplication::clipboard()->mimeData());
        if (paths.isEmpty())
            Q_EMIT noticed({ tr("There are no files on the clipboard") });
        else
            take(paths);
    });
}

UploadPanel *TaskUploads::panel()
{
    if (m_panel)
        return m_panel;
    m_panel = new UploadPanel(this);
    m_panel->hide();
    m_panel->setStorage(m_check->storage(), m_check->isStorageKnown());
    m_column->addWidget(m_panel);
    connect(m_panel, &UploadPanel::uploadRequested, this, &TaskUploads::upload);
    connect(m_panel, &UploadPanel::moreRequested, m_upload, &QAction::trigger);
    connect(m_panel, &UploadPanel::cancelled, this, &TaskUploads::close);
    return m_panel;
}

QStringList TaskUploads::filesIn(const QMimeData *content)
{
    QStringList paths;
    const QList<QUrl> urls = content ? content->urls() : QList<QUrl>();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

bool TaskUploads::takesFiles() const
{
    return m_check->answer() == Answer::Yes || m_check->answer() == Answer::Asking;
}

QString TaskUploads::dropText(int count) const
{
    switch (m_check->answer()) {
    case Answer::NoRun:
        return tr("The task has no run that could take artifacts.");
    case Answer::RunIsOver:
        return tr("Run %1 is over. Artifacts can be added only while a run is running.")
            .arg(m_details->runId().value_or(0));
    case Answer::ScopeMissing:
        return tr("The account lacks the scope that uploading takes: %1").arg(m_check->scope());
    case Answer::Asking:
    case Answer::Yes:
        break;
    }
    return tr("Drop to upload %Ln file(s) as artifacts of run %1", nullptr, count).arg(m_details->runId().value_or(0));
}

void TaskUploads::update()
{
    const bool takes = takesFiles();
    for (QAction *action : { m_upload, m_paste }) {
        action->setEnabled(takes);
        action->setToolTip(takes ? action->text().remove(u'\u2026') : dropText(1));
    }
    if (m_panel)
        m_panel->setStorage(m_check->storage(), m_check->isStorageKnown());
    if (m_check->answer() != Answer::Asking && !m_taken.isEmpty())
        take(std::exchange(m_taken, {}));
}

void TaskUploads::explain()
{
    const QString what = tr("Files cannot be uploaded to this task.");
    if (m_check->answer() == Answer::ScopeMissing) {
        tc::Error error;
        error.kind = tc::ErrorKind::Scope;
        error.httpStatus = 403;
        error.code = u"InsufficientScopes"_s;
        error.method = u"queue.createArtifact"_s;
        error.message = tr("The account does not have the scope for it.");
        error.missingScopes = QStringList { m_check->scope() };
        BannerText text = bannerFor(what, error);
        text.canRetry = false;
        say(text);
    } else {
        say({ BannerText::Kind::Note, what, dropText(1), {}, false });
    }
}

void TaskUploads::say(const BannerText &text)
{
    m_banner->showText(text);
    fit();
    Q_EMIT shown();
}

// Without anything to show this takes no room, not even between its neighbours.
void TaskUploads::fit()
{
    setVisible(!m_banner->isHidden() || isAsking());
    Q_EMIT heightChanged();
}

bool TaskUploads::isAsking() const
{
    return m_panel && !m_panel->isHidden();
}

void TaskUploads::take(const QStringList &paths)
{
    m_check->ask();
    if (m_check->answer() == Answer::Asking) {
        m_taken += paths; // update() comes back here
        return;
    }
    if (!takesFiles())
        return explain();
    m_banner->hide();
    fit();
    core::runOnWorker(
        this, [paths] { return core::findLocalFiles(paths, mostFiles + 1); },
        [this](const std::vector<core::LocalFile> &files) { list(files); });
}

void TaskUploads::list(const std::vector<core::LocalFile> &files)
{
    if (files.empty() || static_cast<int>(files.size()) > mostFiles) {
        const QString why = files.empty() ? tr("What was chosen holds no files.")
                                          : tr("There are more than %Ln file(s); choose fewer.", nullptr, mostFiles);
        return say({ BannerText::Kind::Note, tr("Nothing was added."), why, {}, false });
    }
    const core::TaskStatus *status = m_details->status();
    if (!status || !takesFiles())
        return explain();
    QStringList known;
    for (const core::ArtifactInfo &artifact : m_details->artifacts()->artifacts())
        known.append(artifact.name);
    panel()->setRunId(m_details->runId().value_or(0));
    m_panel->list()->setRun(status->taskId, m_details->runId().value_or(0),
        QDateTime::fromMSecsSinceEpoch(status->expires, Qt::UTC), known);
    m_panel->list()->add(files, u"public/"_s);
    m_panel->show();
    fit();
    m_panel->focusFirst();
    Q_EMIT shown();
}

void TaskUploads::upload()
{
    const QList<core::NewUpload> uploads = m_panel->list()->uploads(m_panel->storage());
    m_workspace->transfers()->upload(m_session, uploads);
    Q_EMIT noticed({ tr("Uploading %Ln artifact(s)", nullptr, static_cast<int>(uploads.size())) });
    close();
}

void TaskUploads::ended(int transfer)
{
    const core::TransferItem *item = m_workspace->transfers()->item(transfer);
    const bool ours = item && item->kind == core::TransferKind::Upload && item->state == core::TransferState::Done
        && item->what.artifact.taskId == m_details->taskId() && item->what.artifact.runId == m_details->runId();
    if (ours)
        m_details->retry(core::TaskDetails::ArtifactsPart);
}

void TaskUploads::close()
{
    m_taken.clear();
    if (m_panel) {
        m_panel->list()->clear();
        m_panel->hide();
    }
    m_banner->hide();
    fit();
}

} // namespace ui
