// SPDX-License-Identifier: MPL-2.0
#include "ui/pages/task/artifactdrag.h"

#include "core/accounts/session.h"
#include "core/transfers/localcopies.h"
#include "core/util/visibletext.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QDrag>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QPixmap>
#include <QUrl>

#include <algorithm>

namespace ui {

namespace {

QMimeData *contentOf(const QStringList &paths)
{
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    auto *content = new QMimeData;
    content->setUrls(urls);
    return content;
}

} // namespace

ArtifactDrag::ArtifactDrag(core::LocalCopies *copies, QAbstractItemView *view, QObject *parent)
    : QObject(parent), m_copies(copies), m_view(view)
{
    view->viewport()->installEventFilter(this);
    // Not from within the signal: whoever told this has work left to do, and a drag takes its time.
    connect(copies, &core::LocalCopies::changed, this, &ArtifactDrag::update, Qt::QueuedConnection);
}

bool ArtifactDrag::eventFilter(QObject *watched, QEvent *event)
{
    // The view has the mouse until the button goes up, wherever the pointer is.
    if (event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::MouseButtonPress)
        m_pending.clear();
    return QObject::eventFilter(watched, event);
}

void ArtifactDrag::update()
{
    copyIfHere();
    beginIfHere();
}

void ArtifactDrag::start(core::Session *session, const QList<core::ArtifactId> &artifacts)
{
    if (m_dragging || artifacts.isEmpty())
        return;
    m_session = session;
    m_pending = artifacts;
    if (areHere(artifacts)) {
        // When the view has done with the mouse: the drag has an event loop of its own.
        QMetaObject::invokeMethod(this, &ArtifactDrag::beginIfHere, Qt::QueuedConnection);
        return;
    }
    fetch(artifacts);
    Q_EMIT noticed({ artifacts.size() == 1
            ? tr("Fetching %1; it can be dragged when it is here").arg(core::visibleText(artifacts.first().name))
            : tr("Fetching %Ln artifact(s); they can be dragged when they are here", nullptr,
                static_cast<int>(artifacts.size())) });
}

void ArtifactDrag::copy(core::Session *session, const QList<core::ArtifactId> &artifacts)
{
    m_session = session;
    m_toCopy = artifacts;
    fetch(artifacts);
    Q_EMIT noticed({ tr("Fetching %Ln artifact(s) for the clipboard", nullptr, static_cast<int>(artifacts.size())) });
    copyIfHere();
}

void ArtifactDrag::fetch(const QList<core::ArtifactId> &artifacts)
{
    for (const core::ArtifactId &artifact : artifacts)
        m_copies->fetch(m_session, artifact);
}

bool ArtifactDrag::areHere(const QList<core::ArtifactId> &artifacts) const
{
    return m_session && std::all_of(artifacts.begin(), artifacts.end(), [this](const core::ArtifactId &artifact) {
        return m_copies->state(m_session, artifact) == core::LocalCopies::State::Ready;
    });
}

QStringList ArtifactDrag::pathsOf(const QList<core::ArtifactId> &artifacts)
{
    QStringList paths;
    for (const core::ArtifactId &artifact : artifacts)
        paths.append(m_copies->path(m_session, artifact));
    return paths.contains(QString()) ? QStringList() : paths;
}

void ArtifactDrag::beginIfHere()
{
    if (m_pending.isEmpty() || m_dragging || !areHere(m_pending))
        return;
    const QList<core::ArtifactId> artifacts = std::exchange(m_pending, {});
    if (!QGuiApplication::mouseButtons().testFlag(Qt::LeftButton))
        return;
    const QStringList paths = pathsOf(artifacts);
    if (paths.isEmpty())
        return start(m_session, artifacts); // somebody has changed a copy: it is fetched again
    drag(paths);
}

void ArtifactDrag::copyIfHere()
{
    if (m_toCopy.isEmpty() || !areHere(m_toCopy))
        return;
    const QStringList paths = pathsOf(m_toCopy);
    if (paths.isEmpty())
        return fetch(m_toCopy);
    m_toCopy.clear();
    QGuiApplication::clipboard()->setMimeData(contentOf(paths));
    Q_EMIT noticed({ tr("%Ln file(s) on the clipboard", nullptr, static_cast<int>(paths.size())) });
}

void ArtifactDrag::drag(const QStringList &paths)
{
    auto *drag = new QDrag(m_view); // deletes itself
    drag->setMimeData(contentOf(paths));
    drag->setPixmap(picture(static_cast<int>(paths.size()), QFileInfo(paths.first()).fileName()));
    drag->setHotSpot({ -12, -8 });
    m_dragging = true;
    const QPointer<ArtifactDrag> alive(this); // the tab may be closed meanwhile
    drag->exec(Qt::CopyAction);
    if (alive)
        m_dragging = false;
}

// What hangs at the pointer: a name or a number.
QPixmap ArtifactDrag::picture(int count, const QString &first) const
{
    const QFontMetrics metrics = m_view->fontMetrics();
    const QString text = count == 1 ? metrics.elidedText(core::visibleText(first), Qt::ElideMiddle, 280)
                                    : tr("%Ln artifact(s)", nullptr, count);
    const QSize size(metrics.horizontalAdvance(text) + 16, metrics.height() + 8);
    const qreal ratio = m_view->devicePixelRatioF();
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_view->font());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_view->palette().color(QPalette::Active, QPalette::Highlight));
    painter.drawRoundedRect(QRectF(QPointF(0, 0), size), 4, 4);
    painter.setPen(m_view->palette().color(QPalette::Active, QPalette::HighlightedText));
    painter.drawText(QRect(QPoint(0, 0), size), Qt::AlignCenter, text);
    return pixmap;
}

} // namespace ui
