#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Looks for secrets in what programs have printed: leaks.py FILE... Says where one is and of which kind, never which."""

import re
import sys

# What the tests use for access tokens and secrets: words that nothing else has. A test keeps their literals recognisable.
MARKED = re.compile(r"SECRET-[\w-]{4,}|[\w-]+-of-no-use-elsewhere(?:-\d+)?|\bt[oö]k[eé]n-of-the-\w+|\ba-token-of-the-test\b"
                    r"|\b\w+-access-token-?(?=[\w-]*\d)[\w-]+|44-characters-of-a-token-\w+")

# The forms in which secrets travel, whatever their value. What was taken out reads [redacted].
_VALUE = r"(?!\[redacted\]|%5Bredacted%5D|\.\.\.)"
FORMS = [
    ("signature in an Authorization header", re.compile(r"\bmac=\\?\"" + _VALUE + r"[A-Za-z0-9+/]{20,}=*")),
    ("Authorization header", re.compile(r"(?i)\bauthorization\\?\"?: *\\?\"?(Hawk +id=|Bearer +[\w.-]{16,})")),
    ("bewit", re.compile(r"\bbewit=" + _VALUE + r"[\w-]{24,}")),
    ("access token in a URL", re.compile(r"\baccessToken=" + _VALUE + r"[\w-]{22,}")),
    ("access token in JSON", re.compile(r"\\?\"accessToken\\?\" *: *\\?\"" + _VALUE + r"[\w-]{22,}")),
    ("signature of a certificate", re.compile(r"\\?\"signature\\?\" *: *\\?\"" + _VALUE + r"[A-Za-z0-9+/]{40,}=*")),
    ("seed of a certificate", re.compile(r"\\?\"seed\\?\" *: *\\?\"" + _VALUE + r"[\w-]{40,}")),
    ("signature of a storage URL", re.compile(r"\b(X-Amz-|X-Goog-)?(Signature|Security-Token)=" + _VALUE + r"[\w%+/-]{20,}")),
    ("private key", re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----")),
    # Services make tokens of two slugids.
    ("access token", re.compile(r"(?<![\w-])(?:[\w-]{8}[Q-T][\w-][CGKOSWaeimquy26-][\w-]{10}[AQgw]){2}(?![\w-])")),
    # base64url of a SHA-256, without its padding: the access token of temporary credentials.
    ("access token of temporary credentials",
     re.compile(r"(?<![\w/+%-])(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]{0,42}[-_0-9][\w-]*[A-Za-z])[\w-]{43}(?![\w=/+-])")),
]


def find(text):
    """Gives (line number, kind) of every secret in text."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if MARKED.search(line):
            found.append((number, "access token or secret of a test"))
        found += [(number, kind) for kind, form in FORMS if form.search(line)]
    return found


def test_of(lines, number):
    """Which test of a ctest log a line belongs to."""
    for line in reversed(lines[:number]):
        match = re.match(r"\d+/\d+ Test(?:ing)?: (\S+)", line)
        if match:
            return match[1]
    return "no test"


def main(paths):
    if not paths:
        sys.exit(__doc__)
    count = 0
    for path in paths:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
        lines = text.split("\n")
        for number, kind in find(text):
            print(f"{path}:{number}: {kind}, printed by {test_of(lines, number)}")
            count += 1
        print(f"{path}: {len(lines)} lines, {sum(len(line) for line in lines)} characters read")
        if test_of(lines, len(lines)) == "no test":
            sys.exit(f"{path}: holds the output of no test, so nothing was looked at")
    print(f"{count} secrets found")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
