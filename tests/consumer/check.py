#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Installs the library and builds a project of somebody else's against it, once with CMake and once with pkg-config."""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False, **options)
    return done.returncode, done.stdout


def must(*command, **options):
    status, output = run(*command, **options)
    if status:
        sys.exit(f"{' '.join(map(str, command))} ended with {status}:\n{output}")
    return output


def check(condition, sentence):
    if not condition:
        sys.exit(sentence)


def install(build, prefix):
    shutil.rmtree(prefix, ignore_errors=True)
    must("cmake", "--install", build, "--prefix", prefix, "--component", "tc-dev")
    public = {header.name for folder in ("libtc/include/tc", "generated/include/tc") for header in (TOP / folder).iterdir()}
    installed = {header.name for header in (prefix / "include/tc").iterdir()}
    check(installed == public, f"Installed and public headers differ: {sorted(installed ^ public)}")
    allowed = re.compile(r"include/tc/\w+\.h|lib[^/]*/([^/]+/)?(libtc(_live)?\.a|cmake/Tc/Tc\w+(-\w+)?\.cmake|pkgconfig/tc(-live)?\.pc)")
    for path in prefix.rglob("*"):
        name = str(path.relative_to(prefix))
        check(path.is_dir() or allowed.fullmatch(name), f"{name} has no place in an installation")
        if path.suffix in (".cmake", ".pc", ".h"):
            text = path.read_text()
            for tree in (str(TOP), str(build), str(prefix)):
                check(tree not in text, f"{name} names {tree}: it would not work anywhere else")


def run_consumer(program, demo, live):
    check(re.search(r"^version \d+\.\d+\.\d+\napi \d+\.\d+\.\d+\nurl https://tc\.example\.com/api/queue/v1/task/[\w-]{22}$",
                    must(program), re.MULTILINE), f"{program} printed something else")
    if live:
        check("live there" in must(program), f"{program} has no live events")
    if not demo:
        return
    with subprocess.Popen([demo, "--still", "--facts"], stdout=subprocess.PIPE, text=True) as server:
        try:
            root = json.loads(server.stdout.readline())["rootUrl"]
            check("ping true" in must(program, root), f"{program} could not call the demo deployment")
        finally:
            server.terminate()


def with_cmake(arguments, prefix, work):
    version = re.search(r"VERSION (\d+\.\d+)\.", (TOP / "CMakeLists.txt").read_text())[1]
    configure = ["cmake", "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}", f"-DTC_HEADERS={prefix}/include",
                 f"-DCMAKE_CXX_COMPILER={arguments.compiler}", f"-DCMAKE_CXX_FLAGS={arguments.flags}",
                 "-DCMAKE_BUILD_TYPE=Debug"]
    shutil.rmtree(work, ignore_errors=True)
    must(*configure, f"-DTC_WANTED={version}", "-S", HERE, "-B", work / "cmake")
    must("cmake", "--build", work / "cmake")
    run_consumer(work / "cmake/consumer", arguments.demo, any(prefix.rglob("libtc_live.a")))
    status, output = run(*configure, "-DTC_WANTED=99.0", "-S", HERE, "-B", work / "newer")
    check(status and "99.0" in output, "A version that is not there was found")


def with_pkg_config(arguments, prefix, work):
    folder = next(prefix.rglob("pkgconfig"))
    environment = dict(os.environ, PKG_CONFIG_PATH=str(folder))
    live = (folder / "tc-live.pc").exists()
    flags = must("pkg-config", "--cflags", "--libs", "tc-live" if live else "tc", env=environment).split()
    if live:
        flags.insert(0, "-DCONSUMER_LIVE")
    work.mkdir(parents=True, exist_ok=True)
    program = work / "by-pkg-config"
    must(arguments.compiler, "-std=c++20", "-fPIC", "-Wall", "-Wextra", "-Werror", *arguments.flags.split(),
         HERE / "consumer.cpp", "-o", program, *flags)
    run_consumer(program, arguments.demo, live)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=["install", "cmake", "pkg-config"])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--compiler", default="c++")
    parser.add_argument("--flags", default="", help="for compiler and linker: sanitizers")
    parser.add_argument("--demo", help="the demo deployment's program")
    arguments = parser.parse_args()
    work = arguments.build / "consumer"
    prefix = work / "prefix"
    if arguments.step == "install":
        install(arguments.build, prefix)
    elif arguments.step == "cmake":
        with_cmake(arguments, prefix, work / "build")
    else:
        with_pkg_config(arguments, prefix, work / "pkg-config")


if __name__ == "__main__":
    main()
