#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Tests of leaks.py: it has to find what is planted, say nothing of what is harmless, and never repeat a secret."""

import base64
import hashlib
import hmac
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import leaks

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parents[1]
MAC = base64.b64encode(hashlib.sha256(b"mac").digest()).decode()
TOKEN = "n0vXZ0ShRgKd0j72j9oljA" + "_P0lF92NRdutf19meIfGTQ"
TEMPORARY = base64.urlsafe_b64encode(hmac.digest(b"k", b"seed 1", "sha256")).decode().rstrip("=")
BEWIT = base64.urlsafe_b64encode(b"me\\1795310336\\" + MAC.encode() + b"\\").decode().rstrip("=")
CERTIFICATE = json.dumps({"version": 1, "scopes": ["a"], "start": 1, "expiry": 2, "seed": TOKEN, "signature": MAC})

PLANTED = {
    "a header": f'Authorization: Hawk id="me", ts="1", nonce="x", mac="{MAC}"',
    "a mac": f'sent mac="{MAC}"',
    "an escaped mac": f'"header": "mac=\\"{MAC}\\""',
    "a bearer": "authorization: Bearer abcdefghijklmnop.qrst",
    "a bewit": f"https://tc.example.com/api/queue/v1/task/x?bewit={BEWIT}",
    "a bewit behind others": f"GET /x?a=1&bewit={BEWIT} failed",
    "a callback": f"GET /nonce?clientId=me&accessToken={TOKEN} HTTP/1.1",
    "a token in JSON": '{"accessToken": "abcdefghijklmnopqrstuv-x"}',
    "a token in JSON in JSON": '"{\\"accessToken\\":\\"abcdefghijklmnopqrstuv-x\\"}"',
    "a certificate": CERTIFICATE,
    "a certificate in a header": json.dumps(CERTIFICATE),
    "a token alone": f"Actual   (token): {TOKEN}",
    "a temporary token alone": f"Actual   (token): \"{TEMPORARY}\"",
    "a storage URL": f"https://s3.example.com/x?X-Amz-Signature={hashlib.sha256(b'x').hexdigest()}",
    "a token of the demo": "demo-admin-token-of-no-use-elsewhere-00000",
    "a token of the tests": "FAIL! Actual: SECRET-access-token-0123456789",
    "a private key": "-----BEGIN RSA PRIVATE KEY-----",
}

HARMLESS = [
    "PASS   : TestRedact::urls(bewit=[redacted])",
    "https://tc.example.com/x?bewit=[redacted] and Signature=[redacted]",
    "taskId fN1SbArXTPSVFNUvaOlinQ in group fN1SbArXTPSVFNUvaOlinQ/fN1SbArXTPSVFNUvaOlinQ",
    "sha256 " + hashlib.sha256(b"x").hexdigest() + " sha512 " + hashlib.sha512(b"x").hexdigest(),
    "PASS   : TestDownload::" + "aTestFunctionWithAVeryLongNameOfItsOwn12345",
    "etag: W/\"2a8-2Vi8IhQF/n8wGXmAsFobKMhIuHY\"",
    "TASKCLUSTER_ACCESS_TOKEN is set without TASKCLUSTER_CLIENT_ID; both are needed.",
    "PASS   : TestDemoRecordings::answersAsRecorded(auth/testAuthenticate--bad-mac)",
    "the bewit= parameter and the mac=\"\" attribute",
]


class Findings(unittest.TestCase):
    def test_everything_planted_is_found(self):
        for name, line in PLANTED.items():
            with self.subTest(name):
                self.assertEqual({number for number, _ in leaks.find(f"before\n{line}\nafter")}, {2})

    def test_what_is_harmless_is_not(self):
        for line in HARMLESS:
            with self.subTest(line):
                self.assertEqual(leaks.find(line), [])

    def test_the_program_fails_and_repeats_nothing(self):
        log = "\n".join(["3/9 Testing: test_x", "Output:", *PLANTED.values(), "4/9 Testing: test_y", "fine"])
        with tempfile.NamedTemporaryFile("w", suffix=".log") as file:
            file.write(log)
            file.flush()
            done = subprocess.run([sys.executable, HERE / "leaks.py", file.name], text=True, capture_output=True, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("printed by test_x", done.stdout)
        self.assertNotIn("test_y", done.stdout)
        self.assertEqual(leaks.find(done.stdout + done.stderr), [])

    def test_the_program_passes_what_is_clean(self):
        with tempfile.NamedTemporaryFile("w", suffix=".log") as file:
            file.write("\n".join(["1/1 Testing: test_x", *HARMLESS]))
            file.flush()
            done = subprocess.run([sys.executable, HERE / "leaks.py", file.name], text=True, capture_output=True, check=False)
        self.assertEqual((done.returncode, done.stdout.splitlines()[-1]), (0, "0 secrets found"))

    def test_a_log_without_tests_is_no_proof(self):
        with tempfile.NamedTemporaryFile("w", suffix=".log") as file:
            file.write("Start testing: now\nEnd testing: now\n")
            file.flush()
            done = subprocess.run([sys.executable, HERE / "leaks.py", file.name], text=True, capture_output=True, check=False)
        self.assertEqual(done.returncode, 1)

    def test_tokens_of_tests_can_be_recognised(self):
        """A literal that a test uses as an access token has to be one that leaks.py would see in its output."""
        literal = re.compile(r"Credentials(?: \w+)? ?[{(] ?u\"[^\"]*\"_s, ?u\"([^\"]*)\"_s|ACCESS_TOKEN\"(?:_s)?, u?\"([^\"]+)\"")
        tokens = {(path.name, token) for path in (TOP / "tests").rglob("*.cpp")
                  for found in literal.findall(path.read_text()) for token in found if token}
        self.assertGreater(len(tokens), 5)
        # Shorter ones are not looked for, and of no use to anybody.
        hidden = sorted({name for name, token in tokens if len(token) >= 12 and not leaks.find(token)})
        self.assertEqual(hidden, [], "these tests have tokens that would not be recognised; begin them with SECRET-")


if __name__ == "__main__":
    unittest.main()
