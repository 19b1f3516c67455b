// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/transfers/privatefolder.h"
#include "core/transfers/savingplan.h"
#include "core/transfers/transferitem.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <map>
#include <memory>

namespace core {

class TransferModel;

/// Whole, verified copies of artifacts in a private folder, for being dragged to other programs. They go at the end of
/// the program, or when the next one starts.
///
/// Copies of one run have names of their own, so that those that are dragged together do not meet in one name. A copy
/// that somebody has changed or taken away is none any more.
class LocalCopies : public QObject
{
    Q_OBJECT

public:
    enum class State { None, Fetching, Ready, Failed };
    Q_ENUM(State)

    /// Keeps copies below \a place; nothing is made there before the first one. \a transfers must outlive this.
    LocalCopies(TransferModel *transfers, QString place, QObject *parent = nullptr);
    ~LocalCopies() override;

    State state(const Session *session, const ArtifactId &artifact) const;
    /// How far a copy has come, 0 to 100, or -1 while that is not known.
    int percent(const Session *session, const ArtifactId &artifact) const;
    /// The copy, if it is there and as it was fetched; otherwise empty, and it has to be fetched again.
    QString path(const Session *session, const ArtifactId &artifact);
    /// Starts to fetch an artifact, unless that is under way.
    void fetch(Session *session, const ArtifactId &artifact);
    /// Removes all copies.
    void clear();

Q_SIGNALS:
    /// State or percent of a copy has changed.
    void changed(const core::ArtifactId &artifact);

private:
    struct Key {
        const Session *session = nullptr;
        ArtifactId artifact;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0) { return qHashMulti(seed, key.session, key.artifact); }
    };
    struct Copy {
        State state = State::None;
        int transfer = 0;
        QString path;
        qint64 size = 0; ///< as it was when it had been verified, and so are its times
        QDateTime modified;
    };

    QString targetFor(const Key &key); // empty when there is no folder
    void finished(int transfer);
    void tellProgress();

    TransferModel *m_transfers;
    QString m_place;
    std::unique_ptr<PrivateFolder> m_folder;
    std::map<QString, std::unique_ptr<SavingPlan>> m_plans; ///< by run: the names of its copies
    QHash<Key, Copy> m_copies;
    QHash<int, Key> m_keys; ///< by transfer
};

} // namespace core
