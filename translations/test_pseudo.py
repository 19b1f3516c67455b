#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""The pseudo-locale is longer, accented, and keeps what is not text."""

import importlib.machinery
import importlib.util
import unittest
from pathlib import Path

loader = importlib.machinery.SourceFileLoader("pseudo", str(Path(__file__).with_name("pseudo")))
pseudo = importlib.util.module_from_spec(importlib.util.spec_from_loader("pseudo", loader))
loader.exec_module(pseudo)


class Stretched(unittest.TestCase):
    def test_longer_accented_bracketed(self):
        for source in ("Open", "Cancel task", "The service refused the request because a scope is missing."):
            text = pseudo.stretched(source)
            self.assertGreaterEqual(len(text), len(source) * 1.4)
            self.assertTrue(text.startswith("⟦") and text.endswith("⟧"))
            self.assertNotIn(source, text)

    def test_kept(self):
        text = pseudo.stretched("&File <b>%1</b> of %L2: %n &lt; %%")
        for kept in ("&F", "<b>%1</b>", "%L2", "%n", "&lt;", "%%"):
            self.assertIn(kept, text)

    def test_empty(self):
        self.assertEqual(pseudo.stretched(" "), " ")


if __name__ == "__main__":
    unittest.main()
