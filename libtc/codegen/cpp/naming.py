# SPDX-License-Identifier: MPL-2.0
"""Names of the model as C++ identifiers, and the refusal of those that would not compile."""

import re

from facts.names import pascal

KEYWORDS = set(
    """alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t char32_t class
    compl concept const consteval constexpr constinit const_cast continue co_await co_return co_yield decltype default
    delete do double dynamic_cast else enum explicit export extern false float for friend goto if inline int long
    mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public register
    reinterpret_cast requires return short signed sizeof static static_assert static_cast struct switch template this
    thread_local throw true try typedef typeid typename union unsigned using virtual void volatile wchar_t while xor
    xor_eq signals slots emit foreach forever""".split()
)
# Members of QObject that a service's method would hide.
QOBJECT = set(
    """blockSignals children connect connectNotify customEvent childEvent deleteLater destroyed disconnect
    disconnectNotify dumpObjectInfo dumpObjectTree dynamicPropertyNames event eventFilter findChild findChildren
    inherits installEventFilter isSignalConnected isWidgetType isWindowType killTimer metaObject moveToThread
    objectName objectNameChanged parent property receivers removeEventFilter sender senderSignalIndex setObjectName
    setParent setProperty signalsBlocked startTimer thread timerEvent tr qt_metacall qt_metacast""".split()
)


class Naming:
    def __init__(self, names):
        self._identifiers = names["identifiers"]
        self._used = set()

    def identifier(self, name):
        """A member, an argument or a method; keywords must have an entry in names.yaml."""
        if name in self._identifiers:
            self._used.add(name)
            return self._identifiers[name]
        if name in KEYWORDS:
            raise SystemExit(f"names.yaml: {name!r} is a keyword and has no other name")
        if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name):
            raise SystemExit(f"names.yaml: {name!r} is no identifier and has no other name")
        return name

    def method(self, name):
        if name in QOBJECT:
            raise SystemExit(f"names.yaml: the method {name!r} hides a member of QObject")
        return self.identifier(name)

    @staticmethod
    def enumerators(values, types):
        """One enumerator for each value, beside Unknown; none called like one of `types`, which GCC warns about."""
        result = []
        for value in values:
            name = pascal(value)
            if name[0].isdigit():
                name = "Value" + name
            result.append(name + "Value" if name == "Unknown" or name in types else name)
        if len(set(result)) != len(result):
            raise SystemExit(f"values that make one enumerator: {values}")
        return result

    def check_all_used(self):
        unused = set(self._identifiers) - self._used
        if unused:
            raise SystemExit(f"names.yaml: nothing is called {sorted(unused)}")
