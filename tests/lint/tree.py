# SPDX-License-Identifier: MPL-2.0
"""The project's files, and C++ text without comments and literals."""

import re
import subprocess
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]

# Machine-written files answer to the renderer's own test; lock files and translations to their tools.
NOT_OURS = re.compile(r"^(generated/|libtc/codegen/model/|tests/interop/package-lock\.json$|tests/fuzz/corpus/|LICENSE$)")


def tracked(*suffixes, generated=False):
    """Paths (relative, as strings) of the files that git knows or would add, by suffix."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=TOP, check=True, capture_output=True, text=True)
    paths = sorted(set(listed.stdout.splitlines()))
    return [path for path in paths
            if (not suffixes or path.endswith(suffixes))
            and (generated or not NOT_OURS.match(path))
            and (TOP / path).is_file()]


def text_of(path):
    return (TOP / path).read_text(encoding="utf-8")


_TOKEN = re.compile(
    r'//[^\n]*'                                        # line comment
    r'|/\*.*?\*/'                                      # block comment
    r'|R"(?P<delimiter>[^(\s]{0,16})\(.*?\)(?P=delimiter)"'  # raw string
    r'|"(?:\\.|[^"\\\n])*"'                            # string
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'",           # character (not a digit separator)
    re.DOTALL)


def _blank(match):
    return re.sub(r"[^\n]", " ", match.group(0))


def code_of(text):
    """The text with comments and literals blanked out, every line and column where it was."""
    return _TOKEN.sub(_blank, text)
