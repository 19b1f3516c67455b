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
import time
import urllib.request
from pathlib import Path

ROUNDS = 9
RUNS = 5
# Percent of a processor that the host may take during a run that counts as undisturbed.
QUIET = 2
TRANSFER_ROUNDS = 7
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
        return self._ask("go")

    def peak(self):
        """The most memory it has had so far, in MiB."""
        return self._ask("peak")

    def _ask(self, question):
        print(question, file=self.process.stdin, flush=True)
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


def numbers_of(*command, **environment):
    done = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, timeout=300,
                          env={**os.environ, **environment})
    return json.loads(done.stdout.strip().splitlines()[-1])


def stolen():
    """Hundredths of a second of processor time that the host of a virtual machine has kept for itself; 0 elsewhere."""
    try:
        return int(Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()[8])
    except (OSError, IndexError, ValueError):
        return 0


def quiet_runs(run):
    """The results of RUNS runs: those of up to four times as many in which the host took the least from this machine.
    Somebody else's work stops a thread for tens of milliseconds, which says nothing about the program."""
    done = []
    while len(done) < RUNS or (len(done) < 4 * RUNS and sorted(share for share, _ in done)[RUNS - 1] > QUIET):
        before, start = stolen(), time.monotonic()
        result = run()
        done.append(((stolen() - before) / (time.monotonic() - start), result))
    done.sort(key=lambda each: each[0])
    print(f"# the {RUNS} quietest of {len(done)} runs; the host took, of one processor, at most "
          f"{done[RUNS - 1][0]:.1f} %", flush=True)
    return [result for _, result in done[:RUNS]]


# What each number of a run of the window is.
STALL = "longest stall beyond an idle thread's, longest stall, most processor time in one piece, ms"


def window(programs, _scratch):
    server = Server(programs)
    runs = quiet_runs(lambda: numbers_of(programs / "bench_window", server["rootUrl"], server["groups"]["12000"]))
    server.end()
    if any(run["rows"] != 12000 for run in runs):
        sys.exit(f"the window did not show 12,000 rows: {runs}")
    figures = [(run["longestStallMs"], run["longestWaitMs"], run["mostWorkMs"]) for run in runs]
    print(f"# {STALL}: {figures}", flush=True)
    worst = max(run["longestStallMs"] for run in runs)
    return line(f"longest stall of the window while 12,000 tasks load, beyond an idle thread's, ms, worst of {RUNS} runs", worst, None, 50)


def secrets(programs, _scratch):
    server = Server(programs, "--secrets", 5000)
    environment = {
        "TASKCLUSTER_ROOT_URL": server["rootUrl"], "TASKCLUSTER_CLIENT_ID": server["clientId"],
        "TASKCLUSTER_ACCESS_TOKEN": server["accessToken"],
    }
    runs = quiet_runs(lambda: numbers_of(programs / "bench_secrets", **environment))
    server.end()
    if any(run["names"] < 5000 or run["found"] != 1 for run in runs):
        sys.exit(f"the window did not show 5,000 secrets, or did not find one of them: {runs}")
    worst = max(run["longestStallMs"] for run in runs)
    reached = line("longest stall of the window while 5,000 secrets are listed and searched, beyond an idle thread's, "
                   f"ms, worst of {RUNS} runs", worst, None, 16)
    if not reached:
        for run in runs:
            print(f"# {STALL}, by step: {run['steps']}", flush=True)
    return reached


def rows(programs, _scratch):
    server = Server(programs)
    counted = numbers_of(programs / "bench_rows", server["rootUrl"], server["groups"]["12000"])
    server.end()
    small = line("model of 12,000 tasks, bytes a row by its own account (peer: by the allocator)", counted["accounted"],
                 counted["allocated"], 400)
    honest = line("the model's account against the allocator's, bytes a row", counted["allocated"],
                  counted["accounted"], 1.15, counted["allocated"] / counted["accounted"])
    return small and honest


def listing(programs, scratch):
    authority, certificate, key = certificates(scratch)
    tls = ("--tls-cert", certificate, "--tls-key", key)

    def environment(server):
        return {
            "TASKCLUSTER_ROOT_URL": server["rootUrl"], "TASKCLUSTER_CLIENT_ID": server["clientId"],
            "TASKCLUSTER_ACCESS_TOKEN": server["accessToken"], "BENCH_GROUP": server["groups"]["12000"],
            "BENCH_CA": str(authority), "NODE_EXTRA_CA_CERTS": str(authority),
        }

    server = Server(programs, *tls)
    known = environment(server)
    peaks = []
    for command in ((programs / "bench_listing",), ("node", PEERS / "listing.mjs")):
        worker = Worker(*command, **known)  # which has listed once when it is ready
        peaks.append(worker.peak())
        worker.end()
    small = line("list 12,000 tasks over TLS, peak memory, MiB (peer: taskcluster-client 87.1.3)", *peaks, 0.333,
                 peaks[0] / peaks[1])
    quick = compare("list 12,000 tasks over TLS, ms (peer: taskcluster-client 87.1.3)",
                    Worker(programs / "bench_listing", **known), Worker("node", PEERS / "listing.mjs", **known), 0.333)
    server.end()

    server = Server(programs, *tls, "--latency", "100")
    known = environment(server)
    ahead = compare("list 12,000 tasks, 100 ms more a page, ms: with speculative pages (peer: our own, in turn)",
                    Worker(programs / "bench_listing", "--speculative", **known),
                    Worker(programs / "bench_listing", "--in-turn", **known), 0.333)
    server.end()
    return small and quick and ahead


class Command:
    """A peer that is a program to be started for each round, or several, one after the other."""

    def __init__(self, *commands):
        self.commands = commands

    def round(self):
        begin = time.monotonic()
        for command in self.commands:
            subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=300)
        return (time.monotonic() - begin) * 1000

    def end(self):
        pass


class Split:
    """CPU seconds of processes, by thread, over a while: where the time went when a goal is missed."""

    def __init__(self, **processes):
        self.processes = processes
        self.begin = self._read()

    def _read(self):
        ticks = os.sysconf("SC_CLK_TCK")
        used = {}
        for name, process in self.processes.items():
            for task in Path(f"/proc/{process.pid}/task").iterdir():
                head, _, rest = (task / "stat").read_text().rpartition(")")
                fields = rest.split()
                key = f"{name}/{head.partition('(')[2]}"
                used[key] = used.get(key, 0) + (int(fields[11]) + int(fields[12])) / ticks
        return used

    def spent(self):
        now = self._read()
        return {name: now[name] - self.begin.get(name, 0) for name in now}


def large_file(path, size):
    piece = os.urandom(1024 * 1024)
    with open(path, "wb") as file:
        for _ in range(size // len(piece)):
            file.write(piece)
    return path


def digests(path):
    """Both hashes as the openssl program computes them."""
    return Command(("openssl", "dgst", "-sha256", path), ("openssl", "dgst", "-sha512", path))


def against_slower(name, ours, peers, goal, split):
    """Ours and its peers take turns; the goal is for the ratio of our median to the slowest peer's."""
    for worker in (ours, *peers):
        worker.round()
    counted = split()
    times = [[] for _ in range(1 + len(peers))]
    for _ in range(TRANSFER_ROUNDS):
        for worker, side in zip((ours, *peers), times):
            side.append(worker.round())
    medians = [statistics.median(side) for side in times]
    spent = counted.spent()
    if line(name, medians[0], max(medians[1:]), goal, medians[0] / max(medians[1:])):
        return True
    cores = os.cpu_count()
    least = sum(spent.values()) / TRANSFER_ROUNDS / cores
    wanted = goal * max(medians[1:]) / 1000
    shares = ", ".join(f"{thread} {seconds:.2f}" for thread, seconds in sorted(spent.items()) if seconds >= 0.01)
    print(f"# CPU seconds in {TRANSFER_ROUNDS} rounds of {medians[0] / 1000:.2f} s by thread, client and server: {shares}")
    print(f"# {cores} cores that never waited would need {least:.2f} s a round; the goal is {wanted:.2f} s", flush=True)
    return least > wanted  # no order of the same work reaches it on this machine


def upload(programs, scratch):
    authority, certificate, key = certificates(scratch)
    server = Server(programs, "--tls-cert", certificate, "--tls-key", key)
    environment = {
        "TASKCLUSTER_ROOT_URL": server["rootUrl"], "TASKCLUSTER_CLIENT_ID": server["clientId"],
        "TASKCLUSTER_ACCESS_TOKEN": server["accessToken"], "BENCH_CA": str(authority),
    }
    small = large_file(scratch / "small", 64 * 1024 * 1024)
    large = large_file(scratch / "large", 1024 * 1024 * 1024)
    program = programs / "bench_upload"
    address = subprocess.run([str(program), "--address", str(large)], check=True, capture_output=True, text=True,
                             env={**os.environ, **environment}).stdout.strip()
    curl = Command(("curl", "--silent", "--show-error", "--fail", "--cacert", authority, "--header", "Expect:",
                    "--header", "Content-Type: application/octet-stream", "--upload-file", large, address))
    little = Worker(program, small, **environment)
    ours = Worker(program, large, **environment)
    reached = against_slower("upload 1 GiB with both hashes over TLS, ms (peer: the slower of curl and openssl dgst)",
                             ours, [curl, digests(large)], 1.15,
                             lambda: Split(client=ours.process, server=server.process))
    peaks = [ours.peak(), little.peak()]
    flat = line("upload, peak memory for 1 GiB, MiB (peer: ours for 64 MiB)", *peaks, 1.15, peaks[0] / peaks[1])
    for worker in (little, ours):
        worker.end()
    server.end()
    large.unlink()
    return reached and flat


class Fetch:
    """curl, with an address that is fresh in each round: they last for two minutes."""

    def __init__(self, address, *command):
        self.address = address
        self.command = command

    def round(self):
        return Command((*self.command, self.address())).round()

    def end(self):
        pass


def download(programs, scratch):
    authority, certificate, key = certificates(scratch)
    size, small_size = 1024 * 1024 * 1024, 64 * 1024 * 1024
    server = Server(programs, "--tls-cert", certificate, "--tls-key", key, "--object", size, "--object", small_size)
    environment = {
        "TASKCLUSTER_ROOT_URL": server["rootUrl"], "TASKCLUSTER_CLIENT_ID": server["clientId"],
        "TASKCLUSTER_ACCESS_TOKEN": server["accessToken"], "BENCH_CA": str(authority),
    }
    program = programs / "bench_download"
    ours_path, curl_path = scratch / "ours", scratch / "curls"

    def run(*arguments):
        return subprocess.run([str(program), *map(str, arguments)], check=True, capture_output=True, text=True,
                              timeout=300, env={**os.environ, **environment}).stdout.strip()

    little = Worker(program, f"made/{small_size}", scratch / "little", **environment)
    ours = Worker(program, f"made/{size}", ours_path, **environment)
    curl = Fetch(lambda: run("--address", f"made/{size}"), "curl", "--silent", "--show-error", "--fail", "--cacert",
                 authority, "--output", curl_path)
    reached = against_slower("download 1 GiB with both hashes over TLS, ms (peer: the slower of curl and openssl dgst)",
                             ours, [curl, digests(ours_path)], 1.15,
                             lambda: Split(client=ours.process, server=server.process))
    peaks = [ours.peak(), little.peak()]
    flat = line("download, peak memory for 1 GiB, MiB (peer: ours for 64 MiB)", *peaks, 1.15, peaks[0] / peaks[1])
    for worker in (little, ours):
        worker.end()
    curl_path.unlink()
    again = json.loads(run("--again", f"made/{size}/cut", ours_path).splitlines()[-1])
    resumed = line("download of 1 GiB cut at 90 %, share of it fetched again", again["again"] / again["size"], None,
                   0.02)
    server.end()
    ours_path.unlink()
    return reached and flat and resumed


MEASURES = {
    "decode": decode, "calls": calls, "listing": listing, "download": download, "upload": upload, "window": window,
    "secrets": secrets, "rows": rows,
}


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
