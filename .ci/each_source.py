#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""each_source.py COMPILE_COMMANDS: checks every source outside tests/ and bench/ by itself, without writing objects."""
import concurrent.futures, json, os, shlex, subprocess, sys


def check(entry):
    command = shlex.split(entry["command"])
    output = command.index("-o")
    command[output:output + 2] = ["-fsyntax-only"]
    return subprocess.run(command, cwd=entry["directory"], capture_output=True, text=True)


def main():
    root = os.getcwd()
    with open(sys.argv[1], encoding="utf-8") as file:
        entries = [entry for entry in json.load(file)
                   if not os.path.relpath(entry["file"], root).startswith(("tests/", "bench/", "build/"))]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        failed = [run.stderr for run in pool.map(check, entries) if run.returncode != 0]
    print("".join(failed), end="")
    print(f"{len(entries)} sources, {len(failed)} not by themselves")
    sys.exit(1 if failed or not entries else 0)


main()
