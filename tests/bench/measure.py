#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Runs the measures and compares them with their goals: measure.py FOLDER-OF-PROGRAMS SCRATCH-FOLDER [MEASURE...]

A program that is measured against a peer runs as a worker: it prints "ready" once it is warm, and then for each line
"go" on its input one line with the milliseconds that one round took. Ours and the peer's take turns.
"""

import gzip
import json
import os
import statistics
import subprocess
import sys
import urllib.request
from pathlib import Path

ROUNDS = 9
RUNS = 5
PEERS = Path(__file__).resolve().parents[1] / "interop" / "peers"


started = []


def start(*command, **options):
    """Starts a program that will not outlive this one."""
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, text=True, **options)
    started.append(process)
    return process


class Worker:
    """A program that measures one round at a time."""

    def __init__(self, *command, **environment):
        self.process = start(*command, stdin=subprocess.PIPE, bufsize=1, env={**os.environ, **environment})
        self._expect("ready")

    def _expect(self, word):
        line = self.process.stdout.readline().strip()
        if line != word:
            sys.exit(f"{self.process.args[0]} said '{line}' instead of '{word}'")

    def round(self):
        print("go", file=self.process.stdin, flush=True)
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.process.args[0]} ended early")
        return float(line)

    def end(self):
        self.process.stdin.close()
        self.process.wait(timeout=20)


class Server:
    """The demo deployment as a process of its own; its first line says where it listens and who may call."""

    def __init__(self, programs, *options):
        self.process = start(programs / "tc-demo-server", "--facts", "--still", *options)
        self.facts = json.loads(self.process.stdout.readline())

    def __getitem__(self, name):
        return self.facts[name]

    def end(self):
        self.process.terminate()
        self.process.wait(timeout=20)


def shown(number):
    return "-" if number is None else f"{number:.3g}" if number < 100 else f"{number:.0f}"


def line(name, ours, peer, goal, ratio=None):
    """Prints one measure and returns whether it reached its goal."""
    value = ours if ratio is None else ratio
    print("\t".join([name, *map(shown, (ours, peer, ratio)), f"<= {goal:g}"]), flush=True)
    return value <= goal


def compare(name, ours, peer, goal):
    """Lets two workers take turns; the goal is for the ratio of their medians."""
    for worker in (ours, peer):
        worker.round()
    times = ([], [])
    for _ in range(ROUNDS):
        times[0].append(ours.round())
        times[1].append(peer.round())
    for worker in (ours, peer):
        worker.end()
    medians = [statistics.median(side) for side in times]
    return line(name, *medians, goal, medians[0] / medians[1])


def recorded_page():
    folder = os.environ.get("TC_RECORDINGS")
    path = Path(folder) / "bulk" / "queue-listTaskGroup--page-of-1000.json.gz" if folder else None
    if not path or not path.exists():
        return None
    body = json.loads(gzip.decompress(path.read_bytes()))["response"]["body"]
    return json.dumps(body, indent=2, ensure_ascii=False).encode()


def demo_page(programs):
    server = Server(programs)
    url = f"{server['rootUrl']}/api/queue/v1/task-group/{server['groups']['12000']}/list?limit=1000"
    with urllib.request.urlopen(url) as reply:
        body = reply.read()
    server.end()
    return gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body


def decode(programs, scratch):
    page = scratch / "page.json"
    recorded = recorded_page()
    page.write_bytes(recorded or demo_page(programs))
    name = f"decode a page of 1000 tasks, {'recorded' if recorded else 'made by the demo'}, ms (peer: JSON.parse)"
    return compare(name, Worker(programs / "bench_decode", page), Worker("node", PEERS / "decode.mjs", page), 0.5)


def openssl(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


def certificates(folder):
    """A certificate authority for this run, and a server certificate by it: (authority, certificate, key)."""
    authority, authority_key = folder / "ca.pem", folder / "ca.key"
    certificate, key, request = folder / "server.pem", folder / "server.key", folder / "server.csr"
    names = folder / "names"
    names.write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", 2, "-subj", "/CN=Benchmark authority",
            "-keyout", authority_key, "-out", authority)
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-keyout", key, "-out", request)
    openssl("x509", "-req", "-in", request, "-CA", authority, "-CAkey", authority_key, "-CAcreateserial", "-days", 2,
            "-extfile", names, "-out", certificate)
    return authority, certificate, key


def calls(programs, scratch):
    authority, certificate, key = certificates(scratch)
    server = Server(programs, "--tls-cert", certificate, "--tls-key", key)
    environment = {
        "TASKCLUSTER_ROOT_URL": server["rootUrl"], "TASKCLUSTER_CLIENT_ID": server["clientId"],
        "TASKCLUSTER_ACCESS_TOKEN": server["accessToken"], "BENCH_TASK_ID": server["taskId"],
        "BENCH_CA": str(authority), "NODE_EXTRA_CA_CERTS": str(authority),
    }
    reached = compare("200 sequential signed calls over TLS, ms (peer: taskcluster-client 87.1.3)",
                      Worker(programs / "bench_calls", **environment),
                      Worker("node", PEERS / "calls.mjs", **environment), 0.333)
    server.end()
    return reached


def numbers_of(*command):
    done = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, timeout=300)
    return json.loads(done.stdout.strip().splitlines()[-1])


def window(programs, _scratch):
    server = Server(programs)
    runs = [numbers_of(programs / "bench_window", server["rootUrl"], server["groups"]["12000"]) for _ in range(RUNS)]
    server.end()
    if any(run["rows"] != 12000 for run in runs):
        sys.exit(f"the window did not show 12,000 rows: {runs}")
    worst = max(run["longestStallMs"] for run in runs)
    return line(f"longest stall of the window while 12,000 tasks load, ms, worst of {RUNS} runs", worst, None, 50)


def rows(programs, _scratch):
    server = Server(programs)
    counted = numbers_of(programs / "bench_rows", server["rootUrl"], server["groups"]["12000"])
    server.end()
    small = line("model of 12,000 tasks, bytes a row by its own account (peer: by the allocator)", counted["accounted"],
                 counted["allocated"], 400)
    honest = line("the model's account against the allocator's, bytes a row", counted["allocated"],
                  counted["accounted"], 1.15, counted["allocated"] / counted["accounted"])
    return small and honest


MEASURES = {"decode": decode, "calls": calls, "window": window, "rows": rows}


def main(programs, scratch, *names):
    unknown = [name for name in names if name not in MEASURES]
    if unknown:
        sys.exit(f"There is no measure named {', '.join(unknown)}; there are: {', '.join(MEASURES)}")
    print("name\tours\tpeer\tratio\tgoal", flush=True)
    try:
        reached = [MEASURES[name](Path(programs), Path(scratch)) for name in names or MEASURES]
    finally:
        for process in started:
            process.kill()
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
