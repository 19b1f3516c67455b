# SPDX-License-Identifier: MPL-2.0
"""Functions and exchanges of the model as the templates need them."""

import json

from facts.names import pascal

from .types import Types, quote

QUERY_TYPES = {"string": "QString", "integer": "qint64", "boolean": "bool", "date": "QDateTime"}


class Service:
    def __init__(self, model, names, naming):
        self.service = model["service"]
        self.version = model.get("version", "")
        self.class_name = names["services"][self.service]
        self.namespace = self.class_name.lower()
        self._queries = names["queries"]
        self._naming = naming
        self.types = Types(model, naming)
        self.functions = [self._function(facts) for facts in model.get("functions", [])]
        schemas = {facts["name"]: facts["schema"] for facts in model.get("types", []) if "schema" in facts}
        self.exchanges = [self._exchange(facts, schemas) for facts in model.get("exchanges", [])]
        self._check_names()

    def _check_names(self):
        names = [t["name"] for t in self.types.all]
        names += [f["query_type"] for f in self.functions if f["query"]]
        names += [e["struct"] for e in self.exchanges]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise SystemExit(f"{self.service}: more than one type named {sorted(twice)}")

    def _qualified(self, name):
        return f"{self.namespace}::{name}"

    def _function(self, facts):
        scopes = facts.get("scopes")
        expression = json.dumps(scopes, separators=(",", ":")) if scopes is not None else ""
        verb = facts["verb"]
        return {
            "name": facts["name"],
            "method": self._naming.method(facts["name"]),
            "id": f"{self.class_name}{pascal(facts['name'])}",
            "verb": verb,
            "route": facts["route"],
            "arguments": [self._naming.identifier(name) for name in facts["arguments"]],
            "argument_names": facts["arguments"],
            "query": [self._query(name) for name in facts["query"]],
            "query_type": pascal(facts["name"]) + "Query",
            "query_arg": self._qualified(pascal(facts["name"]) + "Query"),
            "input": self._qualified(facts["input"]) if "input" in facts else None,
            "output": self._qualified(facts["output"]) if "output" in facts else None,
            "result": self._qualified(facts["output"]) if "output" in facts else "void",
            "scopes": expression,
            "scopes_literal": quote(expression),
            "scopes_doc": scopes if isinstance(scopes, str) else expression,
            "stability": facts["stability"],
            "list_member": facts.get("listMember", ""),
            "idempotent": facts.get("idempotent", True),
            "is_get": verb == "GET",
        }

    def _query(self, name):
        kind = QUERY_TYPES[self._queries.get(name, "string")]
        return {"name": name, "member": self._naming.identifier(name), "type": kind}

    def _exchange(self, facts, schemas):
        words = []
        for word in facts["routingKey"]:
            words.append(
                {
                    "name": word["name"],
                    "member": self._naming.identifier(word["name"]),
                    "constant": word.get("constant"),
                    "multiple": word.get("multipleWords", False),
                    "optional": word.get("optional", False),
                }
            )
        key = ".".join(w["constant"] or w["name"] + ("*" if w["multiple"] else "") for w in words)
        return {
            "name": facts["name"],
            "id": f"{self.class_name}{pascal(facts['name'])}",
            "struct": pascal(facts["name"]) + "Exchange",
            "exchange": facts["exchange"],
            "words": words,
            "key": key,
            "message": facts["message"],
            "schema": schemas[facts["message"]],
        }
