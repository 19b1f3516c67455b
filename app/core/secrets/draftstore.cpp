// SPDX-License-Identifier: MPL-2.0
#include "core/secrets/draftstore.h"

#include "core/accounts/secretstore.h"
#include "core/util/format.h"
#include "core/util/sealed.h"
#include "core/util/worker.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;

namespace {

const QString keyName = u"drafts-key"_s;
const QString suffix = u".draft"_s;
constexpr qint64 largestFile = 16 * 1024 * 1024;
constexpr int daysKept = 90; // of drafts that nobody came back for

// What was left behind, by id; very old ones are removed on the way.
QHash<QString, QByteArray> readFolder(const QString &folder)
{
    QHash<QString, QByteArray> result;
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addDays(-daysKept);
    const QFileInfoList entries = QDir(folder).entryInfoList({ u'*' + suffix }, QDir::Files);
    for (const QFileInfo &entry : entries) {
        QFile file(entry.absoluteFilePath());
        if (entry.lastModified() < oldest)
            file.remove();
        else if (entry.size() <= largestFile && file.open(QIODevice::ReadOnly))
            result.insert(entry.completeBaseName(), file.readAll());
    }
    return result;
}

} // namespace

DraftStore::DraftStore(SecretStore *keychain, QString folder, QObject *parent)
    : QObject(parent), m_keychain(keychain), m_folder(std::move(folder)), m_key(sealed::newKey())
{
}

DraftStore::~DraftStore()
{
    // What a worker has begun it brings to its end.
    for (const auto &[id, sealed] : std::as_const(m_queue))
        writeFile(m_folder, id, sealed);
    wipe(&m_key);
}

void DraftStore::open()
{
    if (m_isOpen)
        return;
    m_isOpen = true;
    readFiles();
}

void DraftStore::readFiles()
{
    runOnWorker(
        this, [folder = m_folder] { return readFolder(folder); },
        [this](const QHash<QString, QByteArray> &files) {
            if (files.isEmpty())
                return;
            m_unread = files;
            if (m_keeping == Keeping::Lasting)
                load(std::exchange(m_unread, {}));
            else
                askForKey();
        });
}

void DraftStore::retry()
{
    if (m_keeping == Keeping::ThisRun)
        askForKey();
}

void DraftStore::askForKey()
{
    if (m_keeping == Keeping::Waiting || m_keeping == Keeping::Lasting)
        return;
    if (!m_keychain || !m_keychain->isLasting()) {
        SecretOutcome none;
        none.status = SecretOutcome::Status::NoService;
        return giveUp(none);
    }
    setKeeping(Keeping::Waiting);
    m_keychain->read(keyName)->onFinished(this, [this](const SecretOutcome &outcome) {
        const QByteArray key = QByteArray::fromBase64(outcome.secret);
        if (outcome && sealed::isKey(key))
            takeKey(key);
        else if (outcome || outcome.status == SecretOutcome::Status::NotThere)
            makeKey();
        else
            giveUp(outcome);
    });
}

void DraftStore::makeKey()
{
    const QByteArray key = sealed::newKey();
    m_keychain->write(keyName, key.toBase64())->onFinished(this, [this, key](const SecretOutcome &outcome) {
        if (outcome && sealed::isKey(key))
            takeKey(key);
        else
            giveUp(outcome);
    });
}

void DraftStore::takeKey(const QByteArray &key)
{
    reseal(key);
    m_outcome = {};
    setKeeping(Keeping::Lasting);
    for (auto kept = m_drafts.cbegin(); kept != m_drafts.cend(); ++kept)
        enqueue(kept.key(), kept->sealed);
    load(std::exchange(m_unread, {}));
}

void DraftStore::giveUp(const SecretOutcome &outcome)
{
    m_outcome = outcome;
    m_outcome.secret.clear();
    setKeeping(Keeping::ThisRun);
}

void DraftStore::reseal(const QByteArray &newKey)
{
    for (auto kept = m_drafts.begin(); kept != m_drafts.end(); ++kept) {
        auto plain = sealed::open(kept->sealed, m_key, kept.key().toUtf8());
        if (!plain)
            continue;
        kept->sealed = sealed::seal(*plain, newKey, kept.key().toUtf8());
        wipe(&*plain);
    }
    wipe(&m_key);
    m_key = newKey;
}

void DraftStore::load(const QHash<QString, QByteArray> &files)
{
    bool isAny = false;
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        auto plain = sealed::open(*file, m_key, file.key().toUtf8());
        auto draft = plain ? toDraft(*plain) : std::nullopt;
        if (plain)
            wipe(&*plain);
        if (!draft || draft->header.id != file.key() || m_drafts.contains(file.key()))
            continue; // another key's; it goes when it is old
        m_drafts.insert(file.key(), { draft->header, *file, true });
        wipe(&*draft);
        isAny = true;
    }
    if (isAny)
        Q_EMIT changed();
}

QList<DraftHeader> DraftStore::drafts(const QString &place, const QString &clientId) const
{
    QList<DraftHeader> result;
    for (const Kept &kept : m_drafts) {
        if (kept.header.place == place && kept.header.clientId == clientId)
            result.append(kept.header);
    }
    std::sort(result.begin(), result.end(),
        [](const DraftHeader &one, const DraftHeader &other) { return one.changed > other.changed; });
    return result;
}

std::optional<SecretDraft> DraftStore::read(const QString &id) const
{
    const auto found = m_drafts.constFind(id);
    if (found == m_drafts.constEnd())
        return {};
    auto plain = sealed::open(found->sealed, m_key, id.toUtf8());
    auto draft = plain ? toDraft(*plain) : std::nullopt;
    if (plain)
        wipe(&*plain);
    return draft;
}

QString DraftStore::keep(SecretDraft draft)
{
    if (draft.header.id.isEmpty())
        draft.header.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    draft.header.changed = currentTime();
    QString id = draft.header.id;
    QByteArray plain = toBytes(draft);
    Kept &kept = m_drafts[id];
    kept = { draft.header, sealed::seal(plain, m_key, id.toUtf8()), false };
    wipe(&plain);
    if (m_keeping == Keeping::Lasting)
        enqueue(id, kept.sealed);
    else if (m_keeping == Keeping::NotAsked)
        askForKey();
    Q_EMIT changed();
    return id;
}

void DraftStore::discard(const QString &id)
{
    const auto found = m_drafts.constFind(id);
    if (found == m_drafts.constEnd())
        return;
    m_drafts.erase(found);
    if (m_keeping == Keeping::Lasting)
        enqueue(id, {});
    Q_EMIT changed();
}

void DraftStore::removeAll()
{
    m_drafts.clear();
    m_unread.clear();
    enqueue({}, {});
    if (m_keychain && m_keychain->isLasting())
        m_keychain->remove(keyName);
    m_key = sealed::newKey();
    m_outcome = {};
    setKeeping(Keeping::NotAsked);
    Q_EMIT changed();
}

bool DraftStore::isOnDisk(const QString &id) const
{
    const auto found = m_drafts.constFind(id);
    return found != m_drafts.constEnd() && found->isOnDisk;
}

void DraftStore::setKeeping(Keeping keeping)
{
    m_keeping = keeping;
    Q_EMIT keepingChanged();
}

void DraftStore::enqueue(const QString &id, const QByteArray &sealed)
{
    m_queue.removeIf([&id](const auto &waiting) { return waiting.first == id; });
    m_queue.append({ id, sealed });
    if (!m_writing)
        writeNext();
}

// One after the other, so that an older form never takes the place of a newer one.
void DraftStore::writeNext()
{
    if (m_queue.isEmpty())
        return;
    m_writing = true;
    const auto [id, sealed] = m_queue.takeFirst();
    runOnWorker(
        this, [folder = m_folder, id = id, sealed = sealed] { return writeFile(folder, id, sealed); },
        [this, id = id, sealed = sealed](bool isWritten) {
            m_writing = false;
            const auto found = m_drafts.find(id);
            const bool isLatest = found != m_drafts.end() && found->sealed == sealed;
            if (isLatest)
                found->isOnDisk = isWritten;
            writeNext();
            if (isLatest)
                Q_EMIT written(id, isWritten);
        });
}

bool DraftStore::writeFile(const QString &folder, const QString &id, const QByteArray &sealed)
{
    if (id.isEmpty())
        return QDir(folder).removeRecursively();
    const QString path = folder + u'/' + id + suffix;
    if (sealed.isEmpty())
        return !QFile::exists(path) || QFile::remove(path);
    constexpr auto mine = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, mine | QFileDevice::ExeOwner))
        return false;
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(mine) && file.write(sealed) == sealed.size()
        && file.commit();
}

} // namespace core
