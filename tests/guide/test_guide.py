#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Tests of guide.py: it has to find what it is there to find."""

import unittest

import guide


class Findings(unittest.TestCase):
    def setUp(self):
        self.text = guide.GUIDE.read_text()
        self.snippets = guide.all_snippets()

    def test_the_guide_itself_is_right(self):
        self.assertEqual(list(guide.check_code(self.text, self.snippets)), [])
        self.assertEqual(list(guide.check_headers(self.text)), [])
        self.assertEqual(list(guide.check_rows(guide.rows_of(self.text))), [])
        self.assertGreater(len(self.snippets), 25)

    def test_changed_code(self):
        changed = self.text.replace("tc::fromNow(u\"1 year\"_s", "tc::fromNow(u\"2 years\"_s")
        self.assertNotEqual(changed, self.text)
        self.assertIn("helpers.cpp [timestamps]", "".join(guide.check_code(changed, self.snippets)))
        self.assertEqual(guide.fill(changed, self.snippets), self.text)

    def test_code_from_nowhere(self):
        self.assertTrue(any("no example" in finding for finding in
                            guide.check_code(self.text + "\n```cpp\nint x;\n```\n", self.snippets)))

    def test_forgotten_code(self):
        more = self.snippets | {("helpers.cpp", "forgotten"): "int x;\n"}
        self.assertEqual(list(guide.check_code(self.text, more)), ["helpers.cpp [forgotten] is not in the guide"])

    def test_missing_header(self):
        self.assertEqual(list(guide.check_headers("`tc/nothing.h`")), ["there is no header tc/nothing.h"])

    def test_missing_row(self):
        rows = [row for row in guide.rows_of(self.text) if "stableSlugId" not in row["feature"]]
        self.assertEqual(list(guide.check_rows(rows)), ["no row for what the Python guide says of stableSlugId"])

    def test_missing_test(self):
        row = {"guide": "Go", "feature": "x", "here": "`y`", "tests": ["test_slugid::noSuchFunction"]}
        self.assertEqual(list(guide.check_tests([row], None)), ["test_slugid has no test function noSuchFunction"])
        self.assertEqual(list(guide.check_rows([row | {"tests": []}]))[-1], "Go: x names no test")


if __name__ == "__main__":
    unittest.main()
