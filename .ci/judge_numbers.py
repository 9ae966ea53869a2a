#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""judge_numbers.py GONGBAO REGISTER.jsonl: puts the doc_number_raw of every row through
`gongbao number --json`.

Fails when more than one in a thousand of those that the register could read is refused, or read
otherwise. Prints them, and what both refuse.
"""

import json
import subprocess
import sys

ALLOWED = 0.001


def show(what, numbers):
    print(f"{what}: {len(numbers)}")
    print("".join(f"  {number}\n" for number in sorted(set(numbers))[:40]), end="")


def main():
    gongbao, register = sys.argv[1:]
    with open(register, encoding="utf-8") as file:
        rows = [row for row in map(json.loads, file) if row["doc_number_raw"]]
    # One number a line: a line break inside one is white space like any other.
    lines = "\n".join(" ".join(row["doc_number_raw"].split()) for row in rows) + "\n"
    command = [gongbao, "number", "--json"]
    read = subprocess.run(command, input=lines, text=True, capture_output=True)
    answers = [json.loads(line) for line in read.stdout.splitlines()]
    if len(answers) != len(rows):
        raise SystemExit(f"{len(answers)} answers for {len(rows)} numbers {read.stderr}")
    refused_by_both, refused, different = [], [], []
    for row, answer in zip(rows, answers):
        known = row["doc_seq"] is not None
        if "error" in answer:
            (refused if known else refused_by_both).append(answer["raw"])
        elif known and (answer["year"], answer["seq"]) != (row["doc_year"], row["doc_seq"]):
            different.append(f"{answer['raw']}: read as {answer['normal']}")
    show("refused, and not read by the register either", refused_by_both)
    show("refused", refused)
    show("read otherwise", different)
    wrong = len(refused) + len(different)
    print(f"{len(rows)} numbers, {wrong} wrong")
    if wrong > ALLOWED * len(rows):
        raise SystemExit(1)


main()
