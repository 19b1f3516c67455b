// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <QString>

namespace core {

enum class TextLines {
    Single, ///< line breaks and tabs are made visible too
    Multiple, ///< line breaks and tabs stay
};

/// \a text as it may be shown: control characters become their pictures (␛), characters that reorder, hide or
/// break text (bidi controls, zero widths, line separators, lone surrogates, tags) become "‹U+202E›". For
/// everything a task chose: names, artifact names, descriptions, messages.
QString visibleText(const QString &text, TextLines lines = TextLines::Single);

/// Whether \a character is one that visibleText replaces in the middle of a line.
bool isDeceptive(char32_t character);

} // namespace core
