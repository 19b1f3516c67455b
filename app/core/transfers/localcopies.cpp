// SPDX-License-Identifier: MPL-2.0
#include "core/transfers/localcopies.h"

#include "core/artifacts/filename.h"
#include "core/transfers/transfermodel.h"

#include <QFileInfo>

namespace core {

using namespace Qt::StringLiterals;

LocalCopies::LocalCopies(TransferModel *transfers, QString place, QObject *parent)
    : QObject(parent), m_transfers(transfers), m_place(std::move(place))
{
    connect(transfers, &TransferModel::finished, this, &LocalCopies::finished);
    connect(transfers, &TransferModel::activityChanged, this, &LocalCopies::tellProgress);
    // What a program that was killed has left goes now, not when the next artifact is dragged.
    if (QFileInfo(m_place).isDir())
        m_folder = std::make_unique<PrivateFolder>(m_place);
}

LocalCopies::~LocalCopies() = default;

LocalCopies::State LocalCopies::state(const Session *session, const ArtifactId &artifact) const
{
    const auto found = m_copies.constFind({ session, artifact });
    return found == m_copies.constEnd() ? State::None : found->state;
}

int LocalCopies::percent(const Session *session, const ArtifactId &artifact) const
{
    const auto found = m_copies.constFind({ session, artifact });
    const TransferItem *item = found == m_copies.constEnd() ? nullptr : m_transfers->item(found->transfer);
    return item && item->total > 0 ? static_cast<int>(std::min<qint64>(100, item->moved * 100 / item->total)) : -1;
}

QString LocalCopies::path(const Session *session, const ArtifactId &artifact)
{
    const auto found = m_copies.constFind({ session, artifact });
    if (found == m_copies.constEnd() || found->state != State::Ready)
        return {};
    const QFileInfo info(found->path);
    if (info.isFile() && !info.isSymLink() && info.size() == found->size && info.lastModified() == found->modified)
        return found->path;
    m_copies.erase(found);
    Q_EMIT changed(artifact);
    return {};
}

QString LocalCopies::targetFor(const Key &key)
{
    if (!m_folder || !m_folder->isValid())
        m_folder = std::make_unique<PrivateFolder>(m_place);
    const QString run
        = u"%1/%2/%3"_s.arg(key.session->account().id, key.artifact.taskId).arg(key.artifact.runId.value_or(-1));
    std::unique_ptr<SavingPlan> &plan = m_plans[run];
    if (!plan) {
        const QString folder = m_folder->makeSubfolder();
        if (folder.isEmpty())
            return {};
        plan = std::make_unique<SavingPlan>(folder);
    }
    return plan->add({ safeFileName(key.artifact.name) });
}

void LocalCopies::fetch(Session *session, const ArtifactId &artifact)
{
    const Key key { session, artifact };
    if (!path(session, artifact).isEmpty() || state(session, artifact) == State::Fetching)
        return;
    // One that was here before, or failed, is fetched to a name of its own: somebody may still read the old one.
    const QString target = targetFor(key);
    Copy copy { target.isEmpty() ? State::Failed : State::Fetching, 0, target, 0, {} };
    if (!target.isEmpty()) {
        copy.transfer = m_transfers->copy(session, artifact, target);
        m_keys.insert(copy.transfer, key);
    }
    m_copies.insert(key, copy);
    Q_EMIT changed(artifact);
}

void LocalCopies::finished(int transfer)
{
    const auto key = m_keys.constFind(transfer);
    const TransferItem *item = m_transfers->item(transfer);
    if (key == m_keys.constEnd() || !item)
        return;
    auto copy = m_copies.find(*key);
    if (copy == m_copies.end() || copy->transfer != transfer)
        return; // it has been fetched once more since
    copy->state = item->state == TransferState::Done ? State::Ready
        : item->state == TransferState::Failed       ? State::Failed
                                                     : State::None;
    const QFileInfo info(copy->path);
    copy->size = info.size();
    copy->modified = info.lastModified();
    const ArtifactId artifact = key->artifact;
    Q_EMIT changed(artifact);
}

void LocalCopies::tellProgress()
{
    QList<ArtifactId> fetching;
    for (auto copy = m_copies.cbegin(); copy != m_copies.cend(); ++copy) {
        if (copy->state == State::Fetching)
            fetching.append(copy.key().artifact);
    }
    for (const ArtifactId &artifact : std::as_const(fetching))
        Q_EMIT changed(artifact);
}

void LocalCopies::clear()
{
    QList<ArtifactId> gone;
    const QHash<Key, Copy> copies = std::exchange(m_copies, {});
    m_keys.clear();
    for (auto copy = copies.cbegin(); copy != copies.cend(); ++copy) {
        gone.append(copy.key().artifact);
        if (copy->state == State::Fetching)
            m_transfers->cancel(copy->transfer);
    }
    m_plans.clear();
    if (m_folder)
        m_folder->empty();
    for (const ArtifactId &artifact : std::as_const(gone))
        Q_EMIT changed(artifact);
}

} // namespace core
