#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Checks the tree against the house rules: check.py all | format | RULE... Prints every finding; exits 1 if there is one.

TC_LINT_CACHE names a file that remembers which contents were found to be formatted, so that only changes are looked at.
"""

import hashlib
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import rules
from tree import TOP, text_of, tracked


def run_rules(names):
    findings = []
    for path in tracked():
        try:
            text = text_of(path)
        except UnicodeDecodeError:
            continue  # a picture or an archive
        for name in names:
            findings += rules.ALL[name](path, text)
    return findings


def unformatted(path):
    done = subprocess.run(["clang-format-14", "--dry-run", "-Werror", path], cwd=TOP, capture_output=True, text=True,
                          check=False)
    if done.returncode == 0:
        return None
    first = done.stderr.split("\n", 1)[0].split(":")
    return path, int(first[1]) if len(first) > 2 and first[1].isdigit() else 1, "is not as clang-format 14 writes it"


class Formatted:
    """The contents, by their hash under today's rules, that clang-format had nothing to say about."""

    def __init__(self):
        self.place = os.environ.get("TC_LINT_CACHE")
        try:
            with open(self.place or os.devnull, encoding="utf-8") as file:
                self.known = set(json.load(file))
        except (OSError, ValueError):
            self.known = set()
        self.seen = set()

    def key(self, path):
        with open(os.path.join(TOP, ".clang-format"), "rb") as ours, open(os.path.join(TOP, path), "rb") as file:
            return hashlib.sha256(ours.read() + b"\0" + file.read()).hexdigest()

    def finding(self, path):
        key = self.key(path)
        found = None if key in self.known else unformatted(path)
        if not found:
            self.seen.add(key)
        return found

    def save(self):
        if self.place:
            with open(self.place, "w", encoding="utf-8") as file:
                json.dump(sorted(self.seen), file)


def run_format():
    formatted = Formatted()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        findings = [finding for finding in pool.map(formatted.finding, tracked(*rules.CPP)) if finding]
    formatted.save()
    return findings


def main(names):
    if not names or any(name not in (*rules.ALL, "all", "format") for name in names):
        sys.exit(f"usage: check.py all | format | {' | '.join(rules.ALL)}")
    everything = "all" in names
    findings = run_rules(list(rules.ALL) if everything else [name for name in names if name != "format"])
    if everything or "format" in names:
        findings += run_format()
    for path, line, sentence in findings:
        print(f"{path}:{line}: {sentence}")
    print(f"{len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
