// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "core/secrets/opensecret.h"

namespace core {

/// Which secret somebody was in the middle of changing. Holds no value.
struct DraftHeader {
    QString id {}; ///< of the draft; empty before it is kept for the first time
    QString place {}; ///< root URL of the deployment
    QString clientId {}; ///< of the account
    QString name {}; ///< as far as it was typed, for a new secret
    bool isNew = false; ///< a secret that is to be made
    qint64 changed = 0; ///< ms since the epoch

    friend bool operator==(const DraftHeader &, const DraftHeader &) = default;
};

/// A change that was not saved.
struct SecretDraft {
    DraftHeader header {};
    TextFormat format = TextFormat::Yaml;
    QString text {}; ///< need not be right
    qint64 expires = 0;
    std::optional<SecretContent> base {}; ///< what it was made from
};

QByteArray toBytes(const SecretDraft &draft);
/// Nothing when \a bytes are no draft.
std::optional<SecretDraft> toDraft(const QByteArray &bytes);
void wipe(SecretDraft *draft);

} // namespace core
