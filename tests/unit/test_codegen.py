#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Checks of the code generator: test_codegen.py render|reference|constructs

render: rendering again gives every byte of generated/. reference: importing the reference again gives the model,
from the file as from a deployment that serves it, and neither holds a sentence of the reference's prose. constructs: what a schema may not hold is an error with its place.
The reference is found through TC_REFERENCE or beside TC_RECORDINGS; without it the check is skipped.
"""

import contextlib
import filecmp
import http.server
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CODEGEN = ROOT / "libtc" / "codegen"
GENERATED = ROOT / "generated"
SKIPPED = 77
GENERIC_WORKER = ("insecure_posix", "multiuser_posix", "multiuser_windows")


def run(program, *arguments):
    return subprocess.run([sys.executable, CODEGEN / program, *arguments], capture_output=True, text=True)


def files(folder):
    return {p.relative_to(folder) for p in folder.rglob("*") if p.is_file()}


def check_same(made, kept):
    differing = files(made) ^ files(kept)
    differing |= {p for p in files(made) & files(kept) if not filecmp.cmp(made / p, kept / p, shallow=False)}
    if differing:
        sys.exit(f"{kept} is not what the generator makes: {sorted(map(str, differing))}")


def check_render():
    with tempfile.TemporaryDirectory() as folder:
        result = run("render", "--output", folder)
        if result.returncode != 0:
            sys.exit(result.stderr)
        check_same(pathlib.Path(folder), GENERATED)


def reference():
    path = os.environ.get("TC_REFERENCE")
    if not path and os.environ.get("TC_RECORDINGS"):
        path = pathlib.Path(os.environ["TC_RECORDINGS"]).parent / "reference" / "references-v106.json"
    if not path or not pathlib.Path(path).exists():
        print("Neither TC_REFERENCE nor the folder beside TC_RECORDINGS gives a reference.")
        sys.exit(SKIPPED)
    return pathlib.Path(path)


def prose(node):
    """All descriptions of the reference. Titles are names, and names are facts."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("description", "summary") and isinstance(value, str):
                yield value
            yield from prose(value)
    elif isinstance(node, list):
        for value in node:
            yield from prose(value)


def words_of(text):
    return " ".join(re.findall(r"[a-z0-9']+", text.lower()))


def enumerated(node):
    """The values of all enumerations: a list of them is a fact, in whatever text it stands."""
    if isinstance(node, dict):
        for value in node.get("enum", []) if isinstance(node.get("enum"), list) else []:
            yield from words_of(str(value)).split()
        for value in node.values():
            yield from enumerated(value)
    elif isinstance(node, list):
        for value in node:
            yield from enumerated(value)


def sentences(documents):
    """Sentences of five words and more; shorter ones are names."""
    found = set()
    facts = set(enumerated(documents))
    for text in prose(documents):
        for sentence in re.split(r"(?<=[.!?:])\s+|\n\s*\n", text):
            words = words_of(sentence)
            if len(words.split()) >= 5 and not set(words.split()) <= facts:
                found.add(words)
    return found


def model_version():
    return json.loads((CODEGEN / "model" / "reference.json").read_text(encoding="utf-8"))["version"]


def check_import(*source):
    with tempfile.TemporaryDirectory() as folder:
        result = run("import", "--output", folder, *source)
        if result.returncode != 0:
            sys.exit(result.stderr)
        check_same(pathlib.Path(folder), CODEGEN / "model")


@contextlib.contextmanager
def deployment(path):
    """A server of the reference's documents, each under its own path as a deployment has them; gives its root URL."""
    documents = {f"/{entry['filename']}": entry["content"] for entry in json.loads(path.read_text(encoding="utf-8"))}
    documents["/api/auth/v1/__version__"] = {"version": model_version()}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            found = documents.get(self.path)
            self.send_response(200 if found is not None else 404)
            self.end_headers()
            self.wfile.write(json.dumps(found).encode())

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def check_reference():
    path = reference()
    check_import("--api-version", model_version(), path)
    if run("import", "--output", os.devnull, path).returncode == 0:
        sys.exit("a reference in a file was imported without its version")
    with deployment(path) as root_url:
        check_import(root_url)
    searched = [p for folder in (GENERATED, CODEGEN / "model") for p in folder.rglob("*") if p.is_file()]
    texts = {p: words_of(p.read_text(encoding="utf-8")) for p in searched}
    wanted = sentences(json.loads(path.read_text(encoding="utf-8")))
    if len(wanted) < 1000:
        sys.exit(f"only {len(wanted)} sentences found in the reference")
    for sentence in wanted:
        for place, text in texts.items():
            if sentence in text:
                sys.exit(f"{place} holds a sentence of the reference: {sentence}")


def document(schema):
    """A reference with one function whose result is `schema`."""
    function = {
        "type": "function", "name": "ping", "method": "get", "route": "/ping", "args": [], "query": [],
        "output": "v1/ping.json#", "stability": "stable",
    }
    api = {"serviceName": "queue", "apiVersion": "v1", "entries": [function]}
    payloads = ["docker-worker/v1/payload", *(f"generic-worker/{name}" for name in GENERIC_WORKER)]
    return [
        *({"filename": f"schemas/{name}.json", "content": {"type": "object"}} for name in payloads),
        {"filename": "references/manifest.json", "content": {"references": ["/references/queue/v1/api.json"]}},
        {"filename": "references/queue/v1/api.json", "content": api},
        {"filename": "schemas/queue/v1/ping.json", "content": schema},
    ]


def check_constructs():
    def inside(schema):
        return {"type": "object", "properties": {"a/b": {"type": "array", "items": schema}}}

    place = "v1/ping.json#/properties/a~1b/items"
    cases = {
        "a keyword": ({"type": "string", "contentEncoding": "base64"}, "unknown keyword ['contentEncoding']"),
        "a list of types": ({"type": ["string", "null"]}, "unknown type ['string', 'null']"),
        "a format": ({"type": "string", "format": "iri"}, "unknown format 'iri'"),
        "allOf": ({"allOf": [{"type": "string"}]}, "unknown keyword ['allOf']"),
        "a mixed enumeration": ({"enum": [1, "a"]}, "an enumeration of mixed values"),
        "itself": ({"$ref": "ping.json#/properties/a~1b/items"}, "a schema that contains itself"),
    }
    for name, (schema, message) in cases.items():
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder) / "reference.json"
            source.write_text(json.dumps(document(inside(schema))), encoding="utf-8")
            result = run("import", "--output", folder, "--api-version", "1.0.0", source)
            if result.returncode == 0 or f"{place}: {message}" not in result.stderr:
                sys.exit(f"{name}: {result.stderr or 'was taken'}")


if __name__ == "__main__":
    {"render": check_render, "reference": check_reference, "constructs": check_constructs}[sys.argv[1]]()
