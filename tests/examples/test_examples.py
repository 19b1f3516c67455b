#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Runs every example of the library against the demo deployment: test_examples.py FOLDER_OF_PROGRAMS [unittest arguments]"""

import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.error
import urllib.parse
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "leaks"))
import leaks  # noqa: E402

PROGRAMS = pathlib.Path(sys.argv.pop(1))
SLUG = r"[A-Za-z0-9_-]{8}[Q-T][A-Za-z0-9_-][CGKOSWaeimquy26-][A-Za-z0-9_-]{10}[AQgw]"


class Done:
    def __init__(self, status, output, errors):
        self.status, self.output, self.errors = status, output, errors


class Examples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = subprocess.Popen([PROGRAMS / "tc-demo-server", "--still", "--facts"], stdout=subprocess.PIPE, text=True)
        cls.facts = json.loads(cls.server.stdout.readline())
        cls.folder = tempfile.TemporaryDirectory()
        cls.ran = set()

    @classmethod
    def tearDownClass(cls):
        cls.server.terminate()
        cls.server.wait(10)
        cls.server.stdout.close()
        cls.folder.cleanup()

    def environment(self, **more):
        kept = {name: value for name, value in os.environ.items()
                if not name.startswith("TASKCLUSTER_") and name not in ("TASK_ID", "RUN_ID", "DEBUG_TASKCLUSTER_CLIENT")}
        return kept | {"TASKCLUSTER_ROOT_URL": self.facts["rootUrl"], "TASKCLUSTER_CLIENT_ID": self.facts["clientId"],
                       "TASKCLUSTER_ACCESS_TOKEN": self.facts["accessToken"]} | more

    def attempt(self, name, *arguments, environment=None, text=None):
        self.ran.add(name)
        done = subprocess.run([PROGRAMS / f"tc-{name}", *map(str, arguments)], env=environment or self.environment(),
                              input=text, text=True, capture_output=True, timeout=60, check=False)
        self.assertNotIn(self.facts["accessToken"], done.stdout + done.stderr, f"tc-{name} prints its access token")
        return Done(done.returncode, done.stdout, done.stderr)

    def example(self, name, *arguments, **options):
        done = self.attempt(name, *arguments, **options)
        self.assertEqual((done.status, done.errors), (0, ""), f"tc-{name} says: {done.errors}")
        return done.output

    def path(self, name, content=None):
        path = pathlib.Path(self.folder.name) / name
        if content is not None:
            path.write_bytes(content)
        return path

    def test_listen(self):
        self.ran.add("listen")
        listener = subprocess.Popen([PROGRAMS / "tc-listen", "demo/listened-to", "1"], stdout=subprocess.PIPE, text=True,
                                    env=self.environment())
        try:
            self.assertEqual(listener.stdout.readline(), "listening\n")
            self.example("createtask", "demo/another", "true")
            task = self.example("createtask", "demo/listened-to", "true").split()[0]
            self.assertEqual(listener.communicate(timeout=20)[0], f"{task} pending\n")
            self.assertEqual(listener.returncode, 0)
        finally:
            listener.kill()
            listener.wait(10)

    def test_helpers(self):
        lines = self.example("helpers").splitlines()
        said = dict(line.split(": ", 1) for line in lines)
        self.assertRegex(said["deadline"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
        self.assertRegex(said["task id"], f"^{SLUG}$")
        self.assertEqual(said["stable"], "yes")
        self.assertEqual(said["scopes"], "match as they should")
        self.assertEqual(said["missing"], "queue:get-artifact:private/log")
        self.assertEqual(said["exchange"], "exchange/taskcluster-queue/v1/task-completed")
        self.assertEqual(said["pattern"], "primary.*.*.*.*.*.*.*.JzTGxwxhQ76_Tt1dxkaG5g.#")
        self.assertEqual(said["by name"], "the same")
        self.assertEqual((said["known"], said["unknown"], said["logging"]), ("running", "ResourceNotFound", "on"))

    def test_calls(self):
        said = dict(line.split(": ", 1) for line in self.example("calls", self.facts["taskId"]).splitlines())
        self.assertEqual(said["index"], "https://tc.example.com")
        self.assertEqual(said["derived"], "the same deployment")
        self.assertIn("TASK_ID", said["proxy"])
        self.assertTrue(said["task"])
        self.assertEqual((said["by name"], said["trace"]), ("2", "a-trace"))
        self.assertEqual(said["error"], "ResourceNotFound 404")
        self.assertEqual(said["url"], self.facts["rootUrl"] + "/api/index/v1/task/builds.v1.latest")
        self.assertEqual((said["signed"], said["alive"], said["status"]), ("both", "yes", "completed"))

    def test_client_information(self):
        output = self.example("clientinfo", "project/bulk/client-0003")
        self.assertRegex(output, r"^project/bulk/client-0003 expires \d{4}-\d\d-\d\dT[\d:]+Z\n  bulk:scope-3:\*\n$")
        self.assertEqual(self.attempt("clientinfo", "nobody").status, 1)
        self.assertEqual(self.attempt("clientinfo").status, 2)

    def test_client_update(self):
        output = self.example("updateclient", "project/bulk/client-0004", "Another text", "2 months")
        self.assertIn("project/bulk/client-0004: Another text, expires ", output)
        # Its scopes have stayed.
        self.assertIn("bulk:scope-4:*", self.example("clientinfo", "project/bulk/client-0004"))
        client = json.loads(self.example("call", "auth", "client", "project/bulk/client-0004"))
        self.assertEqual(client["description"], "Another text")
        anonymous = self.environment(TASKCLUSTER_CLIENT_ID="", TASKCLUSTER_ACCESS_TOKEN="")
        refused = self.attempt("updateclient", "project/bulk/client-0004", "x", "1 day", environment=anonymous)
        self.assertEqual(refused.status, 1)
        self.assertIn("missing: auth:update-client:project/bulk/client-0004", refused.errors)

    def test_artifacts_with_temporary_credentials(self):
        lines = self.example("listartifacts", self.facts["taskId"], 0).splitlines()
        self.assertTrue(any(line.endswith(" public/logs/live_backing.log") for line in lines), lines)
        self.assertTrue({line.split()[0] for line in lines} >= {"s3", "object", "reference", "link", "error"})

    def test_task_with_payload(self):
        match = re.fullmatch(f"({SLUG}) pending\n", self.example("createtask", "demo/examples", "echo", "hello world"))
        self.assertTrue(match)
        task = json.loads(self.example("call", "queue", "task", match[1]))
        self.assertEqual(task["payload"]["command"], [["echo", "hello world"]])
        self.assertEqual(task["payload"]["maxRunTime"], 600)
        self.assertEqual(task["payload"]["features"], {"taskclusterProxy": True})
        self.assertEqual((task["taskQueueId"], task["metadata"]["name"]), ("demo/examples", "Say hello"))

    def test_paging(self):
        for size, limit, requests in (("300", 100, 3), ("300", 1000, 1), ("5", 2, 3)):
            output = self.example("counttasks", self.facts["groups"][size], limit)
            head, *states = output.splitlines()
            self.assertEqual(head, f"{requests} requests gave {size} tasks")
            self.assertEqual(sum(int(line.split()[0]) for line in states), int(size))

    def test_secrets(self):
        output = self.example("loadsecrets", "project/demo/prod-config")
        self.assertEqual(output, "production: bugzilla_token, environment, remote_log\n")
        local = self.path("local.json", b'{"backend": {"bugzilla_token": "x"}}')
        self.assertEqual(self.example("loadsecrets", "project/demo/prod-config", local), "dev: bugzilla_token, environment\n")
        incomplete = self.path("incomplete.json", b'{"common": {"remote_log": "x"}}')
        failed = self.attempt("loadsecrets", "project/demo/prod-config", incomplete)
        self.assertEqual(failed.status, 1)
        self.assertIn("bugzilla_token", failed.errors)

    def test_objects(self):
        for name, content in (("small", b"hello\n"), ("large", os.urandom(300_000)), ("empty", b"")):
            digest = hashlib.sha256(content).hexdigest()
            there = f"examples/{name}"
            self.assertEqual(self.example("objects", "put", self.path(name, content), there), f"sha256 {digest}\n")
            copy = self.path(name + ".copy")
            self.assertEqual(self.example("objects", "get", there, copy), f"text/plain, {len(content)} bytes, sha256 {digest}\n")
            self.assertEqual(copy.read_bytes(), content)
        self.assertEqual(self.example("objects", "echo", "examples/echo", "some text"), "some text\n")
        self.assertEqual(self.attempt("objects", "get", "examples/nothing", self.path("nothing")).status, 1)

    def test_artifacts(self):
        made = self.example("createtask", "demo/examples-claim", "true").split()[0]
        work = json.loads(self.example("call", "queue", "claimWork", "demo/examples-claim", "--payload", "-",
                                       text='{"workerGroup": "examples", "workerId": "one", "tasks": 1}'))["tasks"][0]
        self.assertEqual(work["status"]["taskId"], made)
        credentials = work["credentials"]
        task = self.environment(TASK_ID=made, RUN_ID=str(work["runId"]), TASKCLUSTER_CLIENT_ID=credentials["clientId"],
                                TASKCLUSTER_ACCESS_TOKEN=credentials["accessToken"],
                                TASKCLUSTER_CERTIFICATE=credentials["certificate"])
        content = b"a result\n" * 1000
        output = self.example("artifacts", "put", self.path("result", content), "public/result.txt", environment=task)
        self.assertEqual(output, "public/result.txt, 9000 bytes\n")
        copy = self.path("result.copy")
        output = self.example("artifacts", "get", made, "public/result.txt", copy)
        self.assertEqual(output, "text/plain, 9000 bytes\n")
        self.assertEqual(copy.read_bytes(), content)

    def test_sign_in(self):
        self.ran.add("signin")
        scopes = ["queue:get-artifact:private/*", "secrets:get:project/demo/*"]
        with subprocess.Popen([PROGRAMS / "tc-signin", *scopes], env=self.environment(), stdout=subprocess.PIPE,
                              text=True) as program:
            try:
                url = re.fullmatch(r"Open (\S+)\n", program.stdout.readline())[1]
                page = urllib.request.urlopen(url, timeout=10).read().decode()
                form = dict(re.findall(r'name="(\w+)" value="([^"]*)"', page))
                form["scopes"] = re.search(r"<textarea[^>]*>([^<]*)<", page)[1]
                data = urllib.parse.urlencode(form).encode()
                # Python follows the redirect to the program as a browser does.
                answer = urllib.request.urlopen(urllib.request.Request(url.split("?")[0], data), timeout=10)
                self.assertEqual(answer.status, 200)
                output, _ = program.communicate(timeout=20)
            finally:
                program.kill()
        client, *got = output.splitlines()
        self.assertRegex(client, r"^project/demo/admin/example-[A-Za-z0-9_-]{6}$")
        self.assertTrue({scope.strip() for scope in got} >= set(scopes), got)
        self.assertEqual(program.returncode, 0)

    def test_tc_call(self):
        self.assertIn("queue listTaskGroup GET /task-group/<taskGroupId>/list", self.example("call", "--list", "queue"))
        self.assertEqual(self.attempt("call", "queue", "noSuchMethod").status, 2)

    def test_debug_output_holds_no_secret(self):
        talkative = self.environment(DEBUG_TASKCLUSTER_CLIENT="1")
        for name, *arguments in (("calls", self.facts["taskId"]), ("listartifacts", self.facts["taskId"], 0),
                                 ("loadsecrets", "project/demo/prod-config"), ("clientinfo", "nobody"),
                                 ("objects", "put", self.path("talk", os.urandom(20_000)), "examples/talk"),
                                 ("objects", "get", "examples/talk", self.path("talk.copy")),
                                 ("call", "auth", "resetAccessToken", "nobody")):
            done = self.attempt(name, *arguments, environment=talkative)
            self.assertIn("tc.http: {", done.errors)
            self.assertEqual(leaks.find(done.output + done.errors), [], f"tc-{name} prints a secret")

    def test_zz_no_example_was_left_out(self):
        there = {path.stem for path in (pathlib.Path(__file__).parents[2] / "libtc/examples").glob("*.cpp")}
        self.assertEqual(there - self.ran, set())


if __name__ == "__main__":
    unittest.main()
