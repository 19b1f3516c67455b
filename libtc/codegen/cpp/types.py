# SPDX-License-Identifier: MPL-2.0
"""Types of the model as the templates need them."""

import json

from .hashing import perfect_hash, words

SCALARS = {
    "string": "QString",
    "date": "QDateTime",
    "integer": "qint64",
    "number": "double",
    "boolean": "bool",
    "json": "Json",
}
INITIAL = {"integer": " = 0", "number": " = 0", "boolean": " = false"}


def camel(name):
    return name[0].lower() + name[1:]


def quote(text):
    """A C++ string literal of ASCII text."""
    return json.dumps(text)



class Names:
    """A table of names for JsonNames."""

    def __init__(self, variable, names, required=()):
        self.variable = variable
        self.names = [self._entry(name) for name in names]
        self.count = len(names)
        self.bits, multiplier, self.slots = perfect_hash(names)
        self.multiplier = f"0x{multiplier:016x}u"
        self.required = f"0x{sum(1 << i for i, name in enumerate(names) if name in required):x}u"
        if self.count > 64:
            raise SystemExit(f"{variable}: more than 64 members")
        # The reader compares a name where it stands, and may read so far behind the end of a body.
        if any(len(name) > 48 for name in names):
            raise SystemExit(f"{variable}: a name of more than 48 characters")

    @staticmethod
    def _entry(name):
        first, last = words(name)
        return f"{{ {quote(name)}, 0x{first:x}u, 0x{last:x}u }}"


class Types:
    """All types of one service."""

    def __init__(self, model, naming):
        self._facts = {facts["name"]: facts for facts in model["types"]}
        self._naming = naming
        self.all = [self._type(facts) for facts in model["types"]]

    def cpp(self, expression, prefix=""):
        """The C++ type of a type expression."""
        if expression in SCALARS:
            return SCALARS[expression]
        if expression.startswith("list<"):
            return f"QList<{self.cpp(expression[5:-1], prefix)}>"
        if expression.startswith("map<"):
            return f"QMap<QString, {self.cpp(expression[4:-1], prefix)}>"
        if self._facts[expression]["kind"] == "enum":
            return f"OpenEnum<{prefix}{expression}>"
        return prefix + expression

    def is_alias_of_json(self, name):
        facts = self._facts[name]
        return facts["kind"] == "alias" and facts["type"] == "json"

    def _type(self, facts):
        result = {"name": facts["name"], "schema": facts["schema"], "kind": facts["kind"]}
        result.update(getattr(self, "_" + facts["kind"])(facts))
        return result

    def _enum(self, facts):
        enumerators = self._naming.enumerators(facts["values"], self._facts)
        values = [{"name": n, "text": quote(v)} for n, v in zip(enumerators, facts["values"])]
        return {"values": values, "table": Names(camel(facts["name"]), facts["values"])}

    def _struct(self, facts):
        members = [self._member(member) for member in facts["members"]]
        required = [m["name"] for m in facts["members"] if not m.get("optional")]
        table = Names(camel(facts["name"]), [m["name"] for m in facts["members"]], required)
        return {"members": members, "table": table, "hasFields": any(not m["constant"] for m in members)}

    def _member(self, member):
        result = {"key": quote(member["name"]), "constant": None, "default": None}
        if "const" in member:
            result["constant"] = quote(json.dumps(member["const"]))
            return result
        kind = self.cpp(member["type"])
        if member.get("optional"):
            kind = f"std::optional<{kind}>"
        result["type"] = kind
        result["name"] = self._naming.identifier(member["name"])
        result["initial"] = INITIAL.get(member["type"], " {}") if not member.get("optional") else " {}"
        if "default" in member:
            result["default"] = json.dumps(member["default"])
        return result

    def _alias(self, facts):
        return {"type": self.cpp(facts["type"]), "isJson": facts["type"] == "json"}

    def _union(self, facts):
        alternatives = [self.cpp(entry["type"]) for entry in facts["alternatives"]]
        result = {"alternatives": alternatives + ["Json"], "scalars": [], "structs": [], "table": None, "shapes": []}
        for index, entry in enumerate(facts["alternatives"]):
            if entry["type"] in SCALARS:
                result["scalars"].append({"index": index, "kind": self._json_kind(entry["type"])})
            else:
                result["structs"].append({"index": index, "entry": entry})
        variable = camel(facts["name"])
        if "discriminator" in facts:
            self._tell_by_value(facts, result, variable)
        else:
            self._tell_by_shape(result, variable)
        return result

    @staticmethod
    def _json_kind(expression):
        kinds = {"string": "String", "integer": "Number", "number": "Number", "boolean": "Bool"}
        return kinds[expression]

    @staticmethod
    def _tell_by_value(facts, result, variable):
        result["discriminator"] = quote(facts["discriminator"])
        values = []
        result["cases"] = []
        for struct in result["structs"]:
            for value in struct["entry"]["values"]:
                result["cases"].append({"case": len(values), "index": struct["index"]})
                values.append(value)
        result["table"] = Names(variable, values)

    def _tell_by_shape(self, result, variable):
        structs = [self._facts[struct["entry"]["type"]] for struct in result["structs"]]
        keys = sorted({m["name"] for facts in structs for m in facts["members"]})
        result["table"] = Names(variable, keys)
        result["cases"] = [{"case": i, "index": s["index"]} for i, s in enumerate(result["structs"])]
        for facts in structs:
            known = sum(1 << keys.index(m["name"]) for m in facts["members"])
            required = sum(1 << keys.index(m["name"]) for m in facts["members"] if not m.get("optional"))
            result["shapes"].append({"required": f"0x{required:x}u", "known": f"0x{known:x}u"})
