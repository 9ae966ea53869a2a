#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""measure.py [--runs N] NAME=OUT.pdf=COMMAND…: whole-process figures, as a Markdown table.

Each engine is warmed up once, then all take turns N times, so that what else the machine does
falls on all alike. A run starts in an empty folder and leaves its PDF there. Medians of wall (start
to exit), cpu (user and system, of every process of the run) and RSS (the largest single process); ratios
to the first engine, of medians and of the least.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import tempfile
import time


class Engine:
    def __init__(self, text):
        self.name, self.out, self.command = text.split("=", 2)
        self.wall, self.cpu, self.rss = [], [], []

    def run(self):
        """One run; its PDF replaces that of the last one."""
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            command = ["bash", "-c", self.command]
            process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
            _, status, used = os.wait4(process.pid, 0)
            wall = time.perf_counter() - started
            if status != 0:
                raise SystemExit(f"{self.name} failed: {self.command}")
            shutil.move(os.path.join(folder, os.path.basename(self.out)), self.out)
        return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024

    def note(self, figures):
        for kept, figure in zip((self.wall, self.cpu, self.rss), figures):
            kept.append(figure)

    def pages(self):
        info = subprocess.check_output(["pdfinfo", self.out], text=True)
        return int(next(line.split()[1] for line in info.splitlines() if line.startswith("Pages:")))

    def row(self, first):
        wall, cpu, rss = map(statistics.median, (self.wall, self.cpu, self.rss))
        size, pages = os.path.getsize(self.out) / 1e6, self.pages()
        return (f"| {self.name} | {pages} | {wall:.3f} | {min(self.wall):.3f} | {cpu:.3f} "
                f"| {rss:.0f} | {size:.2f} | {wall / statistics.median(first.wall):.1f} "
                f"| {min(self.wall) / min(first.wall):.1f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("engines", nargs="+", type=Engine, metavar="NAME=OUT.pdf=COMMAND")
    options = parser.parse_args()
    for engine in options.engines:
        engine.run()
    for _ in range(options.runs):
        for engine in options.engines:
            engine.note(engine.run())
    print("| engine | pages | wall s | least | cpu s | RSS MiB | MB | wall ratio | least ratio |")
    print("|---|---|---|---|---|---|---|---|---|")
    for engine in options.engines:
        print(engine.row(options.engines[0]))


main()
