#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Every rule finds what it is for, and lets pass what is right."""

import unittest

import rules

HEAD = "// SPDX-License-Identifier: MPL-2.0\n"


def found(rule, path, text):
    return [(line, sentence) for _, line, sentence in rule(path, text)]


class Spdx(unittest.TestCase):
    def test_missing(self):
        self.assertTrue(found(rules.spdx, "app/x.cpp", "int x;\n"))
        self.assertTrue(found(rules.spdx, "tests/run", "#!/bin/sh\n"))

    def test_present(self):
        self.assertFalse(found(rules.spdx, "app/x.cpp", HEAD))
        self.assertFalse(found(rules.spdx, "README.md", "# Words\n"))


class Includes(unittest.TestCase):
    def test_prefixed(self):
        self.assertEqual(found(rules.includes, "a.cpp", "#include <QtWidgets/QWidget>\n")[0][0], 1)
        self.assertTrue(found(rules.includes, "a.cpp", '#include "QtCore/QString"\n'))

    def test_plain(self):
        self.assertFalse(found(rules.includes, "a.cpp", "#include <QWidget>\n#include <qt6keychain/keychain.h>\n"))
        self.assertFalse(found(rules.includes, "a.h", "#pragma once\n#include <QtGlobal>\n"))

    def test_guard(self):
        self.assertTrue(found(rules.includes, "a.h", "#ifndef A\n#endif\n"))


class Rooms(unittest.TestCase):
    def test_above(self):
        self.assertEqual(found(rules.rooms, "app/ui/pages/log/a.cpp", '\n#include "ui/window/b.h"\n')[0][0], 2)
        self.assertTrue(found(rules.rooms, "app/ui/widgets/a.h", '#include "ui/pages/page.h"\n'))
        self.assertTrue(found(rules.rooms, "app/core/navigation/a.h", '#include "core/accounts/session.h"\n'))

    def test_below(self):
        self.assertFalse(found(rules.rooms, "app/ui/window/a.cpp", '#include "ui/pages/page.h"\n'))
        self.assertFalse(found(rules.rooms, "app/ui/pages/log/a.cpp", '#include "ui/pages/page.h"\n'))
        self.assertFalse(found(rules.rooms, "tests/ui/a.cpp", '#include "ui/window/b.h"\n'))


class Forbidden(unittest.TestCase):
    BAD = {
        "app/ui/a.cpp": [
            "connect(a, SIGNAL(x()), b, SLOT(y()));", "QCoreApplication::processEvents();", "QEventLoop loop;",
            "reply->ignoreSslErrors();", "job->setInsecureFallback(true);", "class M : QSortFilterProxyModel {};",
            "auto v = std::views::filter(f);", "std::ranges::sort(v);", "#include <ranges>",
            "QMessageBox::question(this, a, b);", "QFileDialog::getSaveFileName(this);", "dialog.exec();",
            "m_menu->exec(point);", "confirmBox().exec();", "pool->waitForDone();", "QThread::msleep(5);",
        ],
        "libtc/src/call/reply.cpp": ["QEventLoop loop;", "std::this_thread::sleep_for(1s);"],
    }
    GOOD = {
        "app/ui/a.cpp": [
            "connect(a, &A::x, b, &B::y);", "// processEvents() would re-enter", 'tr("SIGNAL(x)");', "drag->exec();",
            "query.exec();", "dialog->open();", 'auto s = R"(QEventLoop)";', "return application.exec();",
            "dialog.exec(); // lint: allow(exec-loop) the platform's own chooser cannot be opened otherwise",
        ],
        "libtc/src/call/wait.cpp": ["QEventLoop loop;"],
        "libtc/include/tc/wait.h": ["QEventLoop loop;"],
        "tests/ui/a.cpp": ["process.waitForFinished();"],
    }

    def test_bad(self):
        for path, lines in self.BAD.items():
            for line in lines:
                with self.subTest(path=path, line=line):
                    self.assertEqual([at for at, _ in found(rules.forbidden, path, HEAD + line + "\n")][:1], [2])

    def test_good(self):
        for path, lines in self.GOOD.items():
            for line in lines:
                with self.subTest(path=path, line=line):
                    self.assertEqual(found(rules.forbidden, path, HEAD + line + "\n"), [])

    def test_excuse_must_name_rule_and_reason(self):
        self.assertTrue(found(rules.forbidden, "app/a.cpp", "QEventLoop l; // lint: allow(event-loop)\n"))
        self.assertTrue(found(rules.forbidden, "app/a.cpp", "QEventLoop l; // lint: allow(sleep) because\n"))


class Sizes(unittest.TestCase):
    def test_file(self):
        self.assertTrue(found(rules.sizes, "a.cpp", "int x;\n" * 601))
        self.assertFalse(found(rules.sizes, "a.cpp", "int x;\n" * 600))
        self.assertTrue(found(rules.sizes, "a.h", "int x;\n" * 301))

    def body(self, lines, heading="void f()", indent=""):
        return f"{indent}{heading}\n{indent}{{\n" + f"{indent}    x();\n" * lines + f"{indent}}}\n"

    def test_function(self):
        self.assertTrue(found(rules.sizes, "a.cpp", self.body(61)))
        self.assertFalse(found(rules.sizes, "a.cpp", self.body(60)))
        self.assertTrue(found(rules.sizes, "a.h", "class A\n{\n" + self.body(61, indent="    ") + "};\n"))
        self.assertTrue(found(rules.sizes, "a.cpp", self.body(61, heading="A::A()\n    : m_a(1)\n    , m_b(2)")))

    def test_types_are_not_functions(self):
        for heading in ("class A : public B", "struct A", "namespace tc", "enum class E",
                        "class A\n    : public B\n    , public C"):
            self.assertFalse(found(rules.sizes, "a.cpp", self.body(80, heading=heading)), heading)


if __name__ == "__main__":
    unittest.main()
