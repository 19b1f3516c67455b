# SPDX-License-Identifier: MPL-2.0
"""The house rules that no compiler checks. Each rule yields (path, line number, sentence)."""

import re

from tree import code_of

CPP = (".cpp", ".h")
SPDX = "SPDX-License-Identifier: MPL-2.0"
NEEDS_SPDX = CPP + (".py", ".cmake", ".mjs", ".js", ".yaml", ".yml", ".svg", ".j2", ".qrc", ".xml", ".desktop",
                    "CMakeLists.txt", "/run", "/session", "/display", "/clazy-checks", "/check", "/pseudo", ".sh", ".clang-tidy", ".clang-format")

QT_PREFIXED = re.compile(r'^\s*#\s*include\s*[<"](Qt[A-Z][A-Za-z]*)/([^>"]+)[>"]')

_UI_LOOP = "it runs a nested event loop; open the dialog and connect to its signals"
_BLOCKS = "it blocks the thread; connect to the end of the work"

# name, pattern, where it holds (regular expression on the path), where it does not, why
FORBIDDEN = [
    ("string-connect", r"\b(SIGNAL|SLOT)\s*\(", r"", r"^$", "connect to member functions"),
    ("process-events", r"\bprocessEvents\s*\(", r"", r"^$", "it re-enters whatever is running"),
    ("event-loop", r"\bQEventLoop\b", r"^(libtc|app)/", r"^libtc/(src|include/tc)/(\w+/)*wait\w*\.(h|cpp)$",
     "only tc::wait may block on a loop"),
    ("tls-errors", r"\bignoreSslErrors\b", r"", r"^$", "TLS errors are never ignored"),
    ("plain-secrets", r"\bsetInsecureFallback\b", r"", r"^$", "secrets are never written in plain text"),
    ("sorting-proxy", r"\bQSortFilterProxyModel\b", r"", r"^$", "it stalls the window on large groups"),
    ("ranges", r"\bviews::|\bstd::ranges\b|#\s*include\s*<ranges>", r"", r"^$",
     "clang 14 cannot parse libstdc++ 12's ranges"),
    ("dialog-loop", r"\bQMessageBox::(question|information|warning|critical|about|aboutQt)\s*\(|"
                    r"\bQFileDialog::get\w+\s*\(|\bQInputDialog::get\w+\s*\(|\bQColorDialog::getColor\s*\(|"
                    r"\bQFontDialog::getFont\s*\(", r"^app/", r"^$", _UI_LOOP),
    ("exec-loop", r"\b\w*([dD]ialog|[mM]enu|[bB]ox)\w*(\(\))?\s*(\.|->)\s*exec\s*\(|\b(QDialog|QMenu)::exec\s*\(",
     r"^app/", r"^$", _UI_LOOP),
    ("ui-waits", r"\bwaitFor(Finished|Done|ReadyRead|Connected|Disconnected|BytesWritten|Started)\s*\(",
     r"^app/ui/", r"^$", _BLOCKS),
    ("sleep", r"\b(sleep_for|sleep_until|QThread::(m|u)?sleep)\s*\(", r"^(app/(core|ui)|libtc)/", r"^$", _BLOCKS),
]

_ALLOW = re.compile(r"//\s*lint: allow\((?P<rule>[\w-]+)\)\s+\S+")

MAX_LINES = {".cpp": 600, ".h": 300, ".py": 600}
MAX_FUNCTION = 60

_TYPE_OR_NAMESPACE = re.compile(r"^\s*(template\b.*)?(inline\s+)?(export\s+)?\b(class|struct|union|enum|namespace|extern)\b")


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def spdx(path, text):
    if path.endswith(NEEDS_SPDX) and SPDX not in "\n".join(text.split("\n")[:4]):
        yield path, 1, f"has no '{SPDX}' in its first lines"


def includes(path, text):
    if not path.endswith(CPP):
        return
    for number, line in enumerate(text.split("\n"), 1):
        match = QT_PREFIXED.match(line)
        if match:
            yield (path, number, f"includes <{match[1]}/{match[2]}>: write <{match[2]}>, so that the compiler "
                                 "finds it only where the target links the module")
    if path.endswith(".h") and not re.search(r"^#pragma once$", text, re.MULTILINE):
        yield path, 1, "is a header without #pragma once"


# The rooms of a house, from the ground up: each may know those before it, and itself.
ROOMS = {
    "app/core/": ("util", "navigation", "accounts", "artifacts", "log", "task", "lookup", "taskgroup", "transfers",
                  "credentials", "access", "secrets"),
    "app/ui/": ("theme", "workspace", "delegates", "widgets", "dialogs", "pages", "window"),
}


def rooms(path, text):
    for house, order in ROOMS.items():
        room = path[len(house):].split("/")[0] if path.startswith(house) and path.endswith(CPP) else None
        if room is None:
            continue
        name = house.split("/")[1]
        below = order[:order.index(room) + 1]
        for number, line in enumerate(text.split("\n"), 1):
            match = re.match(rf'^#include "{name}/(\w+)/', line)
            if match and match[1] not in below:
                yield path, number, f"knows {name}/{match[1]}/, which stands above {name}/{room}/"


def forbidden(path, text):
    if not path.endswith(CPP):
        return
    code = code_of(text)
    lines = text.split("\n")
    for name, pattern, where, but_not, why in FORBIDDEN:
        if not re.match(where, path) or re.match(but_not, path):
            continue
        for match in re.finditer(pattern, code):
            number = line_of(code, match.start())
            allowed = _ALLOW.search(lines[number - 1])
            if not (allowed and allowed["rule"] == name):
                yield path, number, f"'{match.group(0).strip()}' ({name}): {why}"


def functions(text):
    """Yields (first line, lines) of every function body, by the braces that clang-format puts on lines of their own."""
    lines = code_of(text).split("\n")
    for start, line in enumerate(lines):
        if line.strip() != "{" or _opens_no_function(lines, start):
            continue
        end_line = line.replace("{", "}")
        for end in range(start + 1, len(lines)):
            if lines[end].rstrip() == end_line.rstrip():
                yield start + 1, end - start - 1
                break


def _opens_no_function(lines, start):
    """Whether the brace on this line opens a type, a namespace or a plain block; the heading may span lines."""
    heading = []
    for line in reversed(lines[max(0, start - 12):start]):
        if line.strip() in ("", "{", "}") or line.rstrip().endswith((";", ":")):
            break
        heading.insert(0, line.strip())
        if _TYPE_OR_NAMESPACE.match(line):
            break
    return not heading or bool(_TYPE_OR_NAMESPACE.match(" ".join(heading)))


def sizes(path, text):
    suffix = "." + path.rsplit(".", 1)[-1]
    count = text.count("\n")
    if count > MAX_LINES.get(suffix, count):
        yield path, count, f"has {count} lines, more than {MAX_LINES[suffix]}: it wants to be two"
    if path.endswith(CPP):
        for number, length in functions(text):
            if length > MAX_FUNCTION:
                yield path, number, f"a function has {length} lines, more than {MAX_FUNCTION}: it wants to be two"


ALL = {"spdx": spdx, "includes": includes, "rooms": rooms, "forbidden": forbidden, "sizes": sizes}
