#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Doxygen over the library's hand-written headers: no warning, and no type, enumeration, free function or signal without
a word about it. doxygen.py [--html FOLDER] keeps the pages."""

import argparse
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

TOP = pathlib.Path(__file__).resolve().parents[2]


def run_doxygen(output, html):
    """Gives the warnings, each a line."""
    settings = (TOP / "libtc/Doxyfile").read_text()
    settings += f"\nGENERATE_XML = YES\nXML_PROGRAMLISTING = NO\nGENERATE_HTML = {'YES' if html else 'NO'}\nINTERNAL_DOCS = YES\n"
    settings = settings.replace("$(TC_DOXYGEN_OUTPUT)", str(output))
    done = subprocess.run(["doxygen", "-"], cwd=TOP / "libtc", input=settings, text=True, capture_output=True, check=False)
    warnings = [line for line in done.stderr.splitlines() if line.strip()]
    if done.returncode and not warnings:
        warnings = [f"doxygen ended with {done.returncode}"]
    return warnings


def has_text(node, name):
    found = node.find(name)
    return found is not None and bool("".join(found.itertext()).strip())


def is_documented(node):
    """Whether there is a comment, maybe above a block of declarations without an empty line, for which it speaks."""
    if has_text(node, "briefdescription") or has_text(node, "detaileddescription"):
        return True
    file, line = place_of(node)
    for above in reversed((TOP / "libtc/include" / file).read_text().splitlines()[:line - 1]):
        if not above.strip():
            return False
        if above.strip().startswith("///"):
            return True
    return False


def place_of(node):
    location = node.find("location")
    return location.get("file").removeprefix(f"{TOP}/libtc/include/"), int(location.get("line"))


def undocumented(compound):
    """Yields (place, sentence) for what a compound of the XML leaves without a word."""
    kind = compound.get("kind")
    name = compound.findtext("compoundname")
    if kind in ("class", "struct") and compound.get("prot") == "public" and "<" not in name and not is_documented(compound):
        yield place_of(compound), f"{kind} {name} has no comment"
    for member in compound.iter("memberdef"):
        what = member.get("kind")
        wanted = what == "signal" or (kind == "namespace" and what in ("function", "enum"))
        if wanted and not is_documented(member):
            yield place_of(member), f"{what} {member.findtext('name')} of {name} has no comment"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--html", type=pathlib.Path, help="folder for the pages")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        output = arguments.html.resolve() if arguments.html else pathlib.Path(folder)
        output.mkdir(parents=True, exist_ok=True)
        findings = run_doxygen(output, arguments.html)
        files = sorted((output / "xml").glob("*.xml"))
        compounds = [compound for path in files for compound in ElementTree.parse(path).getroot().findall("compounddef")]
        types = sum(compound.get("kind") in ("class", "struct") for compound in compounds)
        if types < 30:
            findings.append(f"doxygen saw {types} types only: the headers are not where it looks")
        for compound in compounds:
            findings += [f"{file}:{line}: {sentence}" for (file, line), sentence in undocumented(compound)]
    for finding in sorted(set(findings)):
        print(finding.replace(str(TOP) + "/", ""))
    print(f"{len(set(findings))} findings in {types} types")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
