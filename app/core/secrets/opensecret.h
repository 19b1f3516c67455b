// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/secrets/secretvalue.h"
#include "core/util/part.h"
#include "core/util/request.h"

#include <QObject>

#include <optional>

namespace tc::secrets {
struct Secret;
}

namespace core {

class Session;

/// A secret's content.
struct SecretContent {
    SecretValue value {};
    qint64 expires = 0; ///< ms since the epoch

    friend bool operator==(const SecretContent &, const SecretContent &) = default;
};

std::optional<SecretContent> toContent(const tc::secrets::Secret &secret);
tc::secrets::Secret fromContent(const SecretContent &content);

/// One secret that was opened: read, changed, deleted.
///
/// The service takes whatever it is given, so save() reads once more directly before it writes. Between the two a
/// change by somebody else is still overwritten; that is a fraction of a second, and the service has nothing against
/// it.
class OpenSecret : public QObject
{
    Q_OBJECT

public:
    enum class Step { None, ReadingAgain, Writing, Deleting };
    /// What reading again before a save found.
    struct Conflict {
        std::optional<SecretContent> theirs {}; ///< nothing: it is not there any more
    };
    enum class Before {
        Read, ///< again, and stop when it is not what it was
        Trust, ///< nobody; for accounts that may write and not read
    };

    explicit OpenSecret(Session *session, QObject *parent = nullptr);
    ~OpenSecret() override;

    /// Reads it, afresh too.
    void open(const QString &name);
    /// One that is to be made: nothing is read before it is saved.
    void openNew();
    /// Overwrites what is known, and forgets it.
    void close();

    const QString &name() const { return m_name; }
    const Part &part() const { return m_part; }
    const std::optional<SecretContent> &content() const { return m_content; }

    Step step() const { return m_step; }
    bool isBusy() const { return m_step != Step::None; }
    /// Writes \a wanted, which was made from \a base (nothing for a new secret).
    void save(const QString &name, const SecretContent &wanted, const std::optional<SecretContent> &base,
        Before before = Before::Read);
    void remove();
    /// Gives up what is under way; what was sent may happen all the same.
    void cancel();

Q_SIGNALS:
    void partChanged();
    void stepChanged();
    void saved();
    void removed();
    /// Nothing was written.
    void conflictFound(const core::OpenSecret::Conflict &conflict);
    /// \a step could not be done; after Writing it is not known what the service holds.
    void failed(core::OpenSecret::Step step, const tc::Error &error);

private:
    void setPart(Part part);
    void setStep(Step step);
    void fail(const tc::Error &error);
    void compare(const std::optional<SecretContent> &found, const SecretContent &wanted,
        const std::optional<SecretContent> &base);
    void write(const SecretContent &wanted);
    void forget();

    Session *m_session;
    QString m_name;
    Part m_part;
    Step m_step = Step::None;
    std::optional<SecretContent> m_content;
    Request m_reading;
    Request m_changing;
};

} // namespace core
