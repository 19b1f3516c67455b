# SPDX-License-Identifier: MPL-2.0
"""Words of the reference as identifiers."""

import pathlib
import re

import yaml


def pascal(text):
    """'task-group_id' and 'taskGroupId' -> 'TaskGroupId'."""
    words = re.split(r"[^A-Za-z0-9]+", text)
    return "".join(word[0].upper() + word[1:] for word in words if word)


def item_words(list_words):
    """The name of one item of a list: 'TaskStatusRuns' -> 'TaskStatusRun', 'Data' -> 'DataItem'."""
    if list_words.endswith("ies"):
        return list_words[:-3] + "y"
    if list_words.endswith(("sses", "xes", "uses")):
        return list_words[:-2]
    if list_words.endswith("s") and not list_words.endswith(("ss", "us")):
        return list_words[:-1]
    return list_words + "Item"


def file_words(file):
    """'v1/task-status.json' -> 'TaskStatus'; the version is the service's and says nothing here."""
    return pascal(file.rsplit("/", 1)[-1].removesuffix(".json"))


def load_names():
    path = pathlib.Path(__file__).resolve().parent.parent / "names.yaml"
    with path.open(encoding="utf-8") as file:
        return yaml.safe_load(file)
