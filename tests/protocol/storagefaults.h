// SPDX-License-Identifier: MPL-2.0
#pragma once

#include "scriptedserver.h"

#include <tc/error.h>

#include <functional>

namespace tc::test {

/// What a storage makes of a good reply.
using Spoil = std::function<Step(const Step &good)>;

/// One way for a storage to go wrong.
struct Fault {
    const char *name;
    Spoil spoil;
    ErrorKind lasting; ///< what a download ends in when the fault stays
    bool passes = true; ///< whether one of it is overcome
    bool gzipped = false;
    bool hashesOnly = false; ///< nothing but a hash can tell
};

Spoil instead(const Step &step);
Step pageOfHtml(int status);

/// Replies with \a size bytes of content that end at every byte that makes a difference.
QList<Fault> storageCuts(qint64 size);
/// Whole replies that are not what they say.
QList<Fault> storageLies();
/// Silence, slowness and errors.
QList<Fault> storageAnswers(qint64 size);

} // namespace tc::test
