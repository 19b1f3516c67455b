#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""The library's guide against the tree: its code is that of the examples, its headers and tests are there, and no feature
of the official guides is without a row. guide.py [--write] [--build FOLDER]; --write puts the examples' code in."""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import textwrap

TOP = pathlib.Path(__file__).resolve().parents[2]
GUIDE = TOP / "libtc/README.md"
EXAMPLES = TOP / "libtc/examples"
SNIPPET = re.compile(r"^<!-- snippet: (?P<file>\S+) (?P<name>.+?) -->\n(?:```cpp\n(?P<code>.*?)^```\n)?", re.MULTILINE | re.DOTALL)

# What the guides of the Python client (75.0.1) and the Go client (54) describe, in their order; each needs a row.
FEATURES = {
    "Python": ["synchronous and asynchronous", "class for each service", "rootUrl", "optionsFromEnvironment",
               "taskcluster-proxy", "authorizedScopes", "signedUrlExpiration", "maxRetries", "calling conventions",
               "query-string arguments", "buildUrl", "buildSignedUrl", "createTemporaryCredentials", "31 days", "fromNow",
               "into the past", "relative to another date", "`slugId`", "stableSlugId", "scopeMatch", "pages by hand",
               "paginationHandler", "exchange patterns", "DEBUG_TASKCLUSTER_CLIENT", "uploadFromBuf", "uploadFromFile",
               "reader factory", "uploadId", "downloadToBuf", "downloadToFile", "writer factory", "downloadArtifactToBuf",
               "downloadArtifactToFile", "downloadArtifact`", "`runId` may be omitted", "upload_artifact",
               "TaskclusterConfig", "get_service", "load_secrets", "co-versioned"],
    "Go": ["packages", "NewFromEnv", "`New`", "nil credentials", "AuthorizedScopes", "typed payload", "CreateTask",
           "exponential backoff", "_SignedURL", "CreateNamedTemporaryCredentials", "CreateTemporaryCredentials",
           "lists artifacts", "tcclient.Time", "slugids", "UploadFromBuf", "UploadFromFile", "UploadFromReadSeeker",
           "DownloadToBuf", "DownloadToFile", "DownloadToWriteSeeker", "backoff settings hold for storage",
           "DownloadArtifactToBuf", "co-versioned", "expiry and expanded scopes", "description and expiry",
           "listens to tasks", "generic-worker task", "code generated"],
}


def snippets_of(path):
    """The pieces of a program between two markers each, by name, without their common indentation."""
    found = {}
    for match in re.finditer(r"^ *//! \[(?P<name>[^\]]+)\]\n(?P<code>.*?)^ *//! \[(?P=name)\]\n",
                             path.read_text(), re.MULTILINE | re.DOTALL):
        found[match["name"]] = textwrap.dedent(match["code"])
    return found


def all_snippets():
    return {(path.name, name): code for path in sorted(EXAMPLES.glob("*.cpp")) for name, code in snippets_of(path).items()}


def fill(text, snippets):
    def block(match):
        code = snippets.get((match["file"], match["name"]), "")
        return f"<!-- snippet: {match['file']} {match['name']} -->\n```cpp\n{code}```\n"
    return SNIPPET.sub(block, text)


def check_code(text, snippets):
    shown = set()
    for match in SNIPPET.finditer(text):
        key = (match["file"], match["name"])
        shown.add(key)
        if key not in snippets:
            yield f"{key[0]} has no piece [{key[1]}]"
        elif match["code"] != snippets[key]:
            yield f"the code of {key[0]} [{key[1]}] is another one in the example; guide.py --write puts it in"
    blocks = text.count("```cpp")
    marked = sum(match["code"] is not None for match in SNIPPET.finditer(text))
    if blocks != marked:
        yield f"{blocks - marked} pieces of code come from no example"
    for file, name in sorted(set(snippets) - shown):
        yield f"{file} [{name}] is not in the guide"


def check_headers(text):
    for header in sorted(set(re.findall(r"`tc/(\w+\.h)`", text))):
        if not any((TOP / folder / header).exists() for folder in ("libtc/include/tc", "generated/include/tc")):
            yield f"there is no header tc/{header}"
    for name in sorted(set(re.findall(r"\(?\b(examples/\w+\.cpp)\b", text))):
        if not (TOP / "libtc" / name).exists():
            yield f"there is no libtc/{name}"


def rows_of(text):
    table = text.split("| feature of the guides |", 1)[-1]
    rows = re.findall(r"^\| (Python|Go): (.*?) \| (.*?) \| (.*?) \|$", table, re.MULTILINE)
    return [{"guide": guide, "feature": feature, "here": here, "tests": re.findall(r"`([\w:]+)`", tests)}
            for guide, feature, here, tests in rows]


def check_rows(rows):
    for guide, features in FEATURES.items():
        for feature in features:
            if not any(row["guide"] == guide and feature.lower() in row["feature"].lower() for row in rows):
                yield f"no row for what the {guide} guide says of {feature}"
    for row in rows:
        if not row["tests"]:
            yield f"{row['guide']}: {row['feature']} names no test"
        if "`" not in row["here"] and not row["here"].strip():
            yield f"{row['guide']}: {row['feature']} says not where it is"


def source_of(program):
    found = [path for suffix in ("cpp", "py") for path in (TOP / "tests").glob(f"*/{program}.{suffix}")]
    if program == "examples":
        found = [TOP / "tests/examples/test_examples.py"]
    return found[0].read_text() if found else ""


def check_tests(rows, build):
    known = None
    if build:
        # In a folder of its own: a ctest that only shows would still write over the log of the one that runs this.
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "CTestTestfile.cmake").write_text(f'subdirs("{pathlib.Path(build).resolve()}")\n')
            shown = subprocess.run(["ctest", "--test-dir", folder, "--show-only=json-v1"], capture_output=True, text=True, check=True)
        known = {test["name"] for test in json.loads(shown.stdout)["tests"]}
    for name in sorted({test for row in rows for test in row["tests"]}):
        program, _, function = name.partition("::")
        if known is not None and program not in known:
            yield f"ctest knows no test {program}"
        elif function and not re.search(rf"\b(void|def) (\w+::)?{function}\b", source_of(program)):
            yield f"{program} has no test function {function}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--build", help="build folder whose ctest knows the tests")
    arguments = parser.parse_args()
    snippets = all_snippets()
    if arguments.write:
        GUIDE.write_text(fill(GUIDE.read_text(), snippets))
    text = GUIDE.read_text()
    rows = rows_of(text)
    findings = [*check_code(text, snippets), *check_headers(text), *check_rows(rows), *check_tests(rows, arguments.build)]
    for finding in findings:
        print(finding)
    print(f"{len(rows)} rows, {len(snippets)} pieces of code, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
