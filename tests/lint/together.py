#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""clang-tidy 14 or clazy over many sources, several as one: together.py tidy|clazy PATH...

Most of what these tools do they do to the headers, for each source anew. Here sources whose own names do not clash are put
behind each other, and a program, whose names are all its own, gets a namespace around it: an hour and a half becomes
twenty minutes. Each finding is printed once, with the place where it stands. What does not compile together is read in
halves, at the end one by one; what does not compile alone is a finding.

Flags are those of the tree of the preset dev, where moc has run, without the compiler's precompiled headers."""

import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from tree import TOP, code_of, text_of

TREE = TOP / "build" / "dev"
MOST = 16  # sources at once
# Without a bound half of the time goes into a few functions with very many paths.
BOUND = [f"--extra-arg={word}" for word in ("-Xclang", "-analyzer-config", "-Xclang", "max-nodes=20000")]
# moc loses its way among raw strings, and every test is read by it; Qt Test's macros count as many statements; its slots
# are not const; what a lambda captures lives as long as the test function does; and copies cost a test nothing.
NOT_FOR_TESTS = {
    "tidy": "-modernize-raw-string-literal,-readability-function-size,-readability-make-member-function-const,-performance-*",
    "clazy": "no-lambda-in-connect,no-non-pod-global-static,no-range-loop-detach,no-range-loop-reference,"
             "no-detaching-temporary,no-detaching-member",
}
PRINTED = re.compile(r"(?P<path>/[^:]+):(?P<line>\d+):(?P<column>\d+): (?P<kind>warning|error|fatal error): (?P<text>.*)")


def commands():
    """The compile command of each of our sources, by path."""
    found = {}
    for entry in json.loads((TREE / "compile_commands.json").read_text(encoding="utf-8")):
        found.setdefault(os.path.relpath(entry["file"], TOP), entry["command"])
    return found


def flags(paths, known):
    """What a parser wants of the compile commands of all \\a paths: where to search and what is defined."""
    kept = []
    for path in paths:
        kept.append([f"-I{(TOP / path).parent}"])
        words = iter(shlex.split(known[path]))
        for word in words:
            option = [word, next(words)] if word == "-isystem" else [word]
            if word.startswith(("-isystem", "-I", "-D", "-std")) and option not in kept:
                kept.append(option)
    return [word for option in kept for word in option]


def is_program(path):
    return bool(re.search(r"^QTEST_\w*MAIN\(|^int main\(", text_of(path), re.MULTILINE))


def names_in(code):
    """The names that are declared on the outermost level of a piece of code."""
    depth, start = 0, 0
    for place, char in enumerate(code):
        depth += (char == "{") - (char == "}")
        ends = (char == ";" and depth == 0) or (char == "}" and depth == 0)
        if ends or (char == "{" and depth == 1):
            declared = re.search(r"\b(?:class|struct|enum(?:\s+class)?|using)\s+(\w+)|(\w+)\s*(?:\[\w*\]\s*)?(?:[({=;]|$)",
                                 code[start:place])
            if declared:
                yield declared[1] or declared[2]
        if ends:
            start = place + 1


def own_names(path):
    """The names that a source keeps to itself and another one may have as well."""
    code, names = code_of(text_of(path)), set()
    for space in re.finditer(r"\bnamespace\s*\{", code):
        depth, end = 1, space.end()
        while depth and end < len(code):
            depth += (code[end] == "{") - (code[end] == "}")
            end += 1
        names.update(names_in(code[space.end():end - 1]))
    names.update(re.findall(r"^\s*using\s+(\w+)\s*=", code, re.MULTILINE))
    names.update(re.findall(r"^static\b[^;{(=]*?(\w+)\s*[({=;]", code, re.MULTILINE))
    names.update(re.findall(r"\bLLVMFuzzerTestOneInput\b", code))
    return names


def groups(paths):
    """Lists of paths that may be read as one."""
    found = {}
    for path in paths:
        program = is_program(path)
        # What is under a condition cannot be taken out of it, and types are declared to Qt outside of namespaces.
        alone = program and re.search(r"^#\s*if|^Q_DECLARE_METATYPE", text_of(path), re.MULTILINE)
        names = {"main"} if alone else set() if program else own_names(path)
        same = found.setdefault(("/".join(Path(path).parts[:2]), program), [])
        group = next((each for each in same if len(each[0]) < MOST and not each[1] & names), None)
        if group is None:
            same.append(([path], names))
        else:
            group[0].append(path)
            group[1].update(names)
    return [group[0] for same in found.values() for group in same]


class Text:
    """Several sources as one text that knows where each of its lines comes from."""

    def __init__(self, paths):
        self.lines, self.origin, self.included = [], [], set()
        wrapped = len(paths) > 1 and is_program(paths[0])
        if wrapped:
            # What moc's part includes, and what the sources do: before any namespace begins.
            for header in ("<memory>", "<QtCore/qbytearray.h>", "<QtCore/qmetatype.h>"):
                self.include(f"#include {header}", None, 0)
            for path in paths:
                for number, line in enumerate(text_of(path).splitlines(), 1):
                    if self.is_include(line):
                        self.include(line, path, number)
        for index, path in enumerate(paths):
            if wrapped:
                self.put(f"namespace program_{index} {{", None, 0)
            for number, line in enumerate(text_of(path).splitlines(), 1):
                if len(paths) > 1 and self.is_include(line):
                    self.include(line, path, number)
                else:
                    self.put(line, path, number)
            if wrapped:
                self.put("}", None, 0)

    @staticmethod
    def is_include(line):
        return line.startswith("#include") and not line.endswith('.moc"')

    def put(self, line, path, number):
        self.lines.append(line)
        self.origin.append((path, number))

    def include(self, line, path, number):
        """Includes once; what a source includes twice is found when it stands alone, not here."""
        if line not in self.included:
            self.included.add(line)
            self.put(line, path, number)


def command(tool, place, paths):
    less = [NOT_FOR_TESTS[tool]] if paths[0].startswith("tests/") else []
    if tool == "tidy":
        less = [f"--checks={names}" for names in less]
        return ["clang-tidy-14", "--quiet", *BOUND, *less, f"--config-file={TOP / '.clang-tidy'}", str(place), "--"]
    lines = (TOP / "tests" / "lint" / "clazy-checks").read_text(encoding="utf-8").splitlines()
    checks = ",".join([line for line in lines if line and not line.startswith("#")] + less)
    return ["clazy-standalone", f"--checks={checks}", f"--header-filter={TOP}/(libtc|app|tests)/.*", str(place), "--"]


def lint(tool, paths, known):
    text = Text(paths)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "together.cpp"
        place.write_text("\n".join(text.lines) + "\n", encoding="utf-8")
        # GCC's own warnings are switched off: these tools bring theirs.
        words = [*command(tool, place, paths), "-x", "c++", "-Wno-everything", *flags(paths, known)]
        done = subprocess.run(words, cwd=TOP, capture_output=True, text=True, check=False)
    findings = []
    for line in (done.stdout + done.stderr).splitlines():
        found = PRINTED.match(line)
        if not found:
            continue
        fails = found["kind"] == "fatal error" or (found["kind"] == "error" and
                                                   (tool == "clazy" or "clang-diagnostic-error" in found["text"]))
        if fails and len(paths) > 1:
            half = len(paths) // 2
            return lint(tool, paths[:half], known) + lint(tool, paths[half:], known)
        where, number = os.path.relpath(found["path"], TOP), int(found["line"])
        if found["path"] == str(place):
            where, number = text.origin[number - 1]
        elif not fails and where.startswith(("build/", "..")):
            continue
        findings.append(f"{where}:{number}:{found['column']}: {found['text']}")
    return findings


def main(tool, paths):
    known = commands()
    paths = [path for path in paths if path in known]
    if not paths:
        sys.exit("No file of the compile database matches.")
    todo = groups(paths)
    print(f"{tool}: {len(paths)} sources in {len(todo)} groups", flush=True)
    seen = set()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for findings in pool.map(lambda group: lint(tool, group, known), todo):
            for finding in findings:
                if finding not in seen:
                    seen.add(finding)
                    print(finding, flush=True)
    print(f"{tool}: {len(seen)} findings", flush=True)
    return 1 if seen else 0


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in ("tidy", "clazy"):
        sys.exit("usage: together.py tidy|clazy PATH...")
    sys.exit(main(sys.argv[1], sys.argv[2:]))
