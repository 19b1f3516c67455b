// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/artifacts/artifactid.h"
#include "ui/pages/page.h"

#include <QPointer>

class QAbstractItemView;

namespace core {
class LocalCopies;
class Session;
} // namespace core

namespace ui {

/// Drags artifacts out of a view, or copies them to the clipboard, as local files that are whole. Those that are not
/// here yet are fetched first: when they are here while the button is still down the drag begins, otherwise they wait
/// for the next one. So nobody waits in a drop.
class ArtifactDrag : public QObject
{
    Q_OBJECT

public:
    /// \a copies and \a view must outlive this.
    ArtifactDrag(core::LocalCopies *copies, QAbstractItemView *view, QObject *parent = nullptr);

    /// The person has moved the mouse away from where the left button went down.
    void start(core::Session *session, const QList<core::ArtifactId> &artifacts);
    /// Puts the files on the clipboard once all are here; the keyboard's way of dragging.
    void copy(core::Session *session, const QList<core::ArtifactId> &artifacts);
    /// Whether a drag waits for what is being fetched, with the button down.
    bool isPending() const { return !m_pending.isEmpty(); }

Q_SIGNALS:
    void noticed(const ui::Notice &notice);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool areHere(const QList<core::ArtifactId> &artifacts) const;
    /// Paths of the copies; empty when one of them has to be fetched again.
    QStringList pathsOf(const QList<core::ArtifactId> &artifacts);
    void fetch(const QList<core::ArtifactId> &artifacts);
    void update();
    void beginIfHere();
    void copyIfHere();
    void drag(const QStringList &paths);
    QPixmap picture(int count, const QString &first) const;

    core::LocalCopies *m_copies;
    QAbstractItemView *m_view;
    QPointer<core::Session> m_session;
    QList<core::ArtifactId> m_pending; ///< to be dragged
    QList<core::ArtifactId> m_toCopy;
    bool m_dragging = false;
};

} // namespace ui
