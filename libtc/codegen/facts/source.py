# SPDX-License-Identifier: MPL-2.0
"""Where an API reference comes from: a file with all documents in it, or a running deployment."""

import json
import urllib.request

# Where a model says which version of Taskcluster it describes.
VERSION_FILE = "reference.json"


def load_version(model):
    return json.loads((model / VERSION_FILE).read_text(encoding="utf-8"))["version"]


class FileSource:
    """A JSON list of {filename, content}, as Taskcluster's own build writes it."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self._documents = {entry["filename"]: entry["content"] for entry in json.load(file)}

    def manifest(self):
        return self.document("references/manifest.json")["references"]

    def version(self):
        raise SystemExit("A file does not say which version it describes: give it with --api-version.")

    def document(self, path):
        path = path.lstrip("/")
        if path not in self._documents:
            raise SystemExit(f"{path}: the reference has no such document")
        return self._documents[path]


class LiveSource:
    """A deployment, asked for one document after the other."""

    TIMEOUT_SECONDS = 30

    def __init__(self, root_url):
        self._root = root_url.rstrip("/")
        self._documents = {}

    def manifest(self):
        return self.document("references/manifest.json")["references"]

    def version(self):
        return self._fetch(f"{self._root}/api/auth/v1/__version__")["version"]

    def document(self, path):
        path = path.lstrip("/")
        if path not in self._documents:
            self._documents[path] = self._fetch(f"{self._root}/{path}")
        return self._documents[path]

    def _fetch(self, url):
        try:
            with urllib.request.urlopen(url, timeout=self.TIMEOUT_SECONDS) as reply:
                return json.load(reply)
        except (OSError, ValueError) as error:
            raise SystemExit(f"{url}: {error}") from error


def open_source(name):
    return LiveSource(name) if name.startswith(("http://", "https://")) else FileSource(name)
