// SPDX-License-Identifier: MPL-2.0
// Whatever a person pastes as credentials: what was understood can be printed for every shell and program, and read
// again there.

#include "target.h"

#include "core/accounts/credentialexport.h"
#include "core/accounts/shellassignments.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using core::ExportFormat;
    const QString text = QString::fromUtf8(bytesOf(data, size));
    const auto found = core::parseCredentials(text);
    FUZZ_CHECK(found || !found.error.message.isEmpty());

    // Any text at all survives quoting, also where it is no credentials.
    core::FoundCredentials any;
    any.credentials.clientId = text;
    for (const auto format : { ExportFormat::Sh, ExportFormat::Fish, ExportFormat::Csh }) {
        const auto line = core::exportCredentials(any, format);
        if (!line || text.isEmpty() || text.contains(u'\r'))
            continue;
        const auto assignments = core::readShellAssignments(*line);
        FUZZ_CHECK(!assignments.isEmpty());
        FUZZ_CHECK(assignments.first().value == text);
    }
    if (!found)
        return 0;
    for (const auto format :
        { ExportFormat::Sh, ExportFormat::Fish, ExportFormat::Csh, ExportFormat::Json, ExportFormat::Config }) {
        const auto line = core::exportCredentials(*found, format);
        FUZZ_CHECK(line);
        const auto again = core::parseCredentials(*line);
        FUZZ_CHECK(again);
        FUZZ_CHECK(*again == *found);
    }
    return 0;
}
