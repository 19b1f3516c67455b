// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/accounts/secretjob.h"
#include "core/secrets/secretdraft.h"

#include <QHash>
#include <QList>

namespace core {

class SecretStore;

/// Changes of secrets that were not saved. They survive a crash in files that nobody else can read: sealed with a key
/// from the keychain, one file each. Without a keychain they last for this run only, and never reach a disk. In memory
/// they are sealed, too.
///
/// Nothing here blocks; files are written on a worker. Lives on the application's thread.
class DraftStore : public QObject
{
    Q_OBJECT

public:
    enum class Keeping {
        NotAsked, ///< nothing was to be kept so far
        Waiting, ///< for the keychain
        Lasting,
        ThisRun, ///< see outcome()
    };

    /// \a keychain must outlive this. \a folder is made when it is needed.
    DraftStore(SecretStore *keychain, QString folder, QObject *parent = nullptr);
    ~DraftStore() override;

    /// Looks for drafts of earlier runs. The keychain is asked only when there are any.
    void open();
    Keeping keeping() const { return m_keeping; }
    /// Why drafts do not last.
    const SecretOutcome &outcome() const { return m_outcome; }
    /// Asks the keychain once more.
    void retry();

    /// Whether an earlier run has left drafts that cannot be read without the keychain.
    bool hasLocked() const { return !m_unread.isEmpty(); }
    /// Newest first.
    QList<DraftHeader> drafts(const QString &place, const QString &clientId) const;
    std::optional<SecretDraft> read(const QString &id) const;
    /// Keeps a draft, in place of the one with the same id; gives its id.
    QString keep(SecretDraft draft);
    void discard(const QString &id);
    /// All drafts, of all accounts, and the key in the keychain.
    void removeAll();
    /// Whether the latest form of it would survive a crash now.
    bool isOnDisk(const QString &id) const;

Q_SIGNALS:
    /// There are other drafts, or they changed.
    void changed();
    void keepingChanged();
    /// The latest form of it is on the disk, or could not be written there.
    void written(const QString &id, bool isWritten);

private:
    struct Kept {
        DraftHeader header {};
        QByteArray sealed {};
        bool isOnDisk = false;
    };

    void askForKey();
    void makeKey();
    void takeKey(const QByteArray &key);
    void giveUp(const SecretOutcome &outcome);
    void setKeeping(Keeping keeping);
    void readFiles();
    void load(const QHash<QString, QByteArray> &files);
    void reseal(const QByteArray &newKey);
    void enqueue(const QString &id, const QByteArray &sealed);
    void writeNext();
    static bool writeFile(const QString &folder, const QString &id, const QByteArray &sealed);

    SecretStore *m_keychain;
    QString m_folder;
    QByteArray m_key; ///< of this run until the keychain has given the lasting one
    Keeping m_keeping = Keeping::NotAsked;
    SecretOutcome m_outcome;
    bool m_isOpen = false;
    QHash<QString, Kept> m_drafts;
    QHash<QString, QByteArray> m_unread; ///< sealed files that wait for the key
    QList<std::pair<QString, QByteArray>> m_queue; ///< to be written; empty bytes remove the file, without an id all
    bool m_writing = false;
};

} // namespace core
