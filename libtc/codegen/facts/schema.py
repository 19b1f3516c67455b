# SPDX-License-Identifier: MPL-2.0
"""JSON schemas as named types.

A type expression is a string: string, date, integer, number, boolean, json, list<X>, map<X> or the name of a type.
Named types are structs, enums (open: unknown values are kept), unions and aliases. A type is named after the file
of its schema and the path in it, never after a title, so that names stay when schemas are added.
"""

from urllib.parse import urljoin

from .names import file_words, item_words, pascal

# Keywords that only describe or restrict: a client must not check them on what it receives.
SILENT = {
    "$id", "$schema", "title", "description", "pattern", "minLength", "maxLength", "minItems", "maxItems", "minimum",
    "maximum", "multipleOf", "uniqueItems", "minProperties", "maxProperties", "dependencies", "default", "definitions",
}
SPEAKING = {
    "type", "properties", "required", "additionalProperties", "items", "oneOf", "anyOf", "const", "enum", "format",
    "$ref",
}
# What may stand beside a $ref without changing the type.
BESIDE_REF = {"title", "description", "default", "$ref"}
TEXT_FORMATS = {"uri", "email", "regex", "hostname", "ipv4", "ipv6"}
SCALARS = {"integer": "integer", "number": "number", "boolean": "boolean"}


class SchemaError(SystemExit):
    """A construct this program does not know, with its place as a JSON pointer."""

    def __init__(self, place, message):
        super().__init__(f"{place.file}#{place.pointer}: {message}")


class Place:
    """A node of a schema document."""

    def __init__(self, file, pointer, node):
        self.file = file
        self.pointer = pointer
        self.node = node

    def child(self, *keys):
        node, pointer = self.node, self.pointer
        for key in keys:
            node = node[key]
            pointer += "/" + str(key).replace("~", "~0").replace("/", "~1")
        return Place(self.file, pointer, node)


class Types:
    """The types of one service, filled by asking for expressions."""

    def __init__(self, service, source):
        self._service = service
        self._source = source
        self._named = {}  # (file, pointer) -> type expression
        self.types = {}  # name -> facts, in the order in which C++ needs them

    # -- finding schemas ------------------------------------------------------------------------------------------

    def of_file(self, file):
        """The type of a whole schema file such as 'v1/task.json#'; it always has a name of its own."""
        place = self._place(self._url(file))
        name = file_words(place.file)
        expression = self._expression(place, name)
        if expression != name and name not in self.types:
            self._add(place, name, {"kind": "alias", "type": expression})
        return name

    def _url(self, file):
        return f"/schemas/{self._service}/{file}"

    def _place(self, url):
        path, _, fragment = url.partition("#")
        prefix = f"/schemas/{self._service}/"
        place = Place(path.removeprefix(prefix), "", self._source.document(path))
        if not path.startswith(prefix):
            raise SchemaError(place, "reference to another service")
        for key in filter(None, fragment.split("/")):
            place = place.child(key.replace("~1", "/").replace("~0", "~"))
        return place

    def _resolve(self, place):
        """Follows $ref until there is none."""
        seen = set()
        while "$ref" in place.node:
            extra = set(place.node) - BESIDE_REF
            if extra:
                raise SchemaError(place, f"{sorted(extra)} beside $ref")
            if (place.file, place.pointer) in seen:
                raise SchemaError(place, "a schema that contains itself")
            seen.add((place.file, place.pointer))
            place = self._place(urljoin(self._url(place.file), place.node["$ref"]))
        return place

    def _name_of(self, place):
        """The name of what a $ref points at: file and path, containers of the schema language left out."""
        words = file_words(place.file)
        keys = [key for key in place.pointer.split("/") if key]
        position = 0
        while position < len(keys):
            key = keys[position]
            if key in ("properties", "definitions") and position + 1 < len(keys):
                words += pascal(keys[position + 1])
                position += 2
            elif key == "items":
                words = item_words(words) if position else words + "Item"
                position += 1
            elif key == "additionalProperties":
                words += "Value"
                position += 1
            else:
                raise SchemaError(place, "a $ref into this place has no name")
        return words

    # -- expressions ----------------------------------------------------------------------------------------------

    def _expression(self, place, name):
        target = self._resolve(place)
        if target is not place:
            name = self._name_of(target)
        key = (target.file, target.pointer)
        if key not in self._named:
            self._named[key] = None
            self._named[key] = self._new_expression(target, name)
        if self._named[key] is None:
            raise SchemaError(target, "a schema that contains itself")
        return self._named[key]

    def _new_expression(self, place, name):
        node = place.node
        unknown = set(node) - SILENT - SPEAKING
        if unknown:
            raise SchemaError(place, f"unknown keyword {sorted(unknown)}")
        if "oneOf" in node or "anyOf" in node:
            return self._choice(place, name)
        if "enum" in node:
            return self._enumeration(place, name)
        kind = node.get("type")
        if kind is None:
            return self._untyped(place)
        if not isinstance(kind, str):
            raise SchemaError(place, f"unknown type {kind!r}")
        if kind == "string":
            return self._text(place)
        if kind in SCALARS:
            return SCALARS[kind]
        if kind == "array":
            return self._array(place, name)
        if kind == "object":
            return self._object(place, name)
        raise SchemaError(place, f"unknown type {kind!r}")

    def _array(self, place, name):
        if "items" not in place.node:
            return "list<json>"
        words = item_words(name) if place.pointer else name + "Item"
        return f"list<{self._expression(place.child('items'), words)}>"

    def _untyped(self, place):
        node = place.node
        if "const" in node:
            return self._const_type(place)
        extra = set(node) & SPEAKING
        if extra:
            raise SchemaError(place, f"{sorted(extra)} without a type")
        return "json"

    def _const_type(self, place):
        value = place.node["const"]
        for python, expression in ((bool, "boolean"), (int, "integer"), (str, "string")):
            if isinstance(value, python):
                return expression
        raise SchemaError(place, "const of this type")

    def _text(self, place):
        form = place.node.get("format")
        if form == "date-time":
            return "date"
        if form is not None and form not in TEXT_FORMATS:
            raise SchemaError(place, f"unknown format {form!r}")
        return "string"

    def _enumeration(self, place, name):
        values = place.node["enum"]
        if all(isinstance(value, str) for value in values):
            self._add(place, name, {"kind": "enum", "values": values})
            return name
        if all(isinstance(value, int) and not isinstance(value, bool) for value in values):
            return "integer"
        raise SchemaError(place, "an enumeration of mixed values")

    def _object(self, place, name):
        node = place.node
        properties = node.get("properties", {})
        others = node.get("additionalProperties", True)
        if isinstance(others, dict):
            if properties:
                raise SchemaError(place, "properties beside a schema for all others")
            return f"map<{self._expression(place.child('additionalProperties'), name + 'Value')}>"
        if not properties and others:
            return "json"
        return self._struct(place, name)

    # -- structs --------------------------------------------------------------------------------------------------

    def _struct(self, place, name):
        required = set(place.node.get("required", []))
        members = []
        for key in sorted(place.node.get("properties", {})):
            member = {"name": key}
            child = place.child("properties", key)
            constant = self._constant(self._resolve(child))
            if constant is not None and key in required:
                member["const"] = constant
            else:
                member["type"] = self._expression(child, name + pascal(key))
            if key not in required:
                member["optional"] = True
            if "default" in child.node and member.get("optional"):
                member["default"] = child.node["default"]
            members.append(member)
        self._add(place, name, {"kind": "struct", "members": members})
        return name

    @staticmethod
    def _constant(place):
        if "const" in place.node:
            return place.node["const"]
        values = place.node.get("enum", [])
        return values[0] if len(values) == 1 else None

    # -- unions ---------------------------------------------------------------------------------------------------

    def _choice(self, place, name):
        key = "oneOf" if "oneOf" in place.node else "anyOf"
        extra = set(place.node) - SILENT - {key, "type", "format"}
        if extra:
            raise SchemaError(place, f"{sorted(extra)} beside {key}")
        alternatives = [self._resolve(place.child(key, index)) for index in range(len(place.node[key]))]
        if all(self._is_text(alternative, place) for alternative in alternatives):
            return "string"
        objects = [alternative for alternative in alternatives if self._is_struct(alternative)]
        scalars = [alternative for alternative in alternatives if alternative not in objects]
        if len(objects) == 2 and not scalars and not objects[1].node["properties"]:
            return self._all_optional(objects[0], name)
        return self._union(place, name, objects, scalars)

    @staticmethod
    def _is_text(place, around):
        kind = place.node.get("type", around.node.get("type"))
        if kind is None and "const" in place.node:
            kind = "string" if isinstance(place.node["const"], str) else None
        return kind == "string" and not set(place.node) & {"oneOf", "anyOf"}

    @staticmethod
    def _is_struct(place):
        return place.node.get("type") == "object" and "properties" in place.node

    def _all_optional(self, place, name):
        """'Either this or {}' is a struct whose members may all be missing."""
        node = dict(place.node, required=[])
        return self._struct(Place(place.file, place.pointer, node), name)

    def _union(self, place, name, objects, scalars):
        facts = {"kind": "union", "alternatives": []}
        for scalar in scalars:
            expression = self._expression(scalar, name + "Value")
            if expression not in ("string", "integer", "number", "boolean"):
                raise SchemaError(scalar, f"an alternative of type {expression}")
            facts["alternatives"].append({"type": expression})
        tag, values = self._discriminator(objects)
        if tag:
            facts["discriminator"] = tag
        for index, alternative in enumerate(objects):
            entry = {"type": self._alternative(place, name, objects, index, values)}
            if tag:
                entry["values"] = values[index]
            facts["alternatives"].append(entry)
        self._add(place, name, facts)
        return name

    def _alternative(self, place, name, objects, index, values):
        alternative = objects[index]
        inside = alternative.file == place.file and alternative.pointer.startswith(place.pointer + "/")
        if not inside or "/definitions/" in alternative.pointer[len(place.pointer):]:
            return self._expression(alternative, self._name_of(alternative))
        words = pascal(values[index][0]) if values else self._shape_words(objects, index)
        key = (alternative.file, alternative.pointer)
        self._named[key] = self._struct(alternative, name + words)
        return self._named[key]

    @staticmethod
    def _discriminator(objects):
        """The member whose values tell the alternatives apart, and each one's values; (None, None) without one."""
        common = set.intersection(*(set(place.node.get("required", [])) for place in objects)) if objects else set()
        for key in sorted(common):
            values = []
            for place in objects:
                node = place.node["properties"][key]
                values.append([node["const"]] if "const" in node else node.get("enum", []))
            flat = [value for group in values for value in group]
            if all(values) and len(flat) == len(set(flat)) and all(isinstance(value, str) for value in flat):
                return key, values
        return None, None

    @staticmethod
    def _shape_words(objects, index):
        """Names an alternative after the members that it requires and not all others do."""
        required = [place.node.get("required", []) for place in objects]
        common = set(required[0]).intersection(*required[1:]) if len(required) > 1 else set()
        return "".join(pascal(key) for key in required[index] if key not in common)

    def _add(self, place, name, facts):
        if name in self.types:
            raise SchemaError(place, f"a second type named {name}")
        schema = place.file + "#" + place.pointer
        self.types[name] = {"name": name, "schema": schema, **facts}
