#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""judge_dates.py INTAKE_CORPUS LAWS.jsonl: the day of effect and the last day that intake finds in every row
against a reading of its own: strict patterns over whole sentences that open with 本条例, 本办法 … and the
公布 of the notes.

Fails when one is invented (it is not what the sentences say, or they say nothing), or more than 5 in 1,000 of the
days that a sentence states are not found. Prints both, and how many were left to people.
"""

import datetime
import json
import re
import subprocess
import sys

MISSED = 0.005

DATE = r"([0-9〇零一二三四五六七八九○]{4})年([0-9一二三四五六七八九十]{1,3})月([0-9一二三四五六七八九十]{1,3})日"
KIND = r"(?:条例|规定|办法|细则|规则|决定|决议|解释|批复|通知|意见|法|守则|安排|通则|准则|规范|修正案)"
SELF = rf"(?:第[一二三四五六七八九十百零〇0-9]+条|[一二三四五六七八九十]+、)?本(?:《?[一-鿿]{{0,6}}?{KIND}》?)"
VERB = r"(?:施行|实施|执行|生效|试行|实行)"
STATED = re.compile(rf"^{SELF}(?:[经由][^，《》]*通过，)?(?:于|从|自)?{DATE}(?:起|零时起|开始)?{VERB}(?:[，,；;:：]|$)")
PUBLISHED = re.compile(rf"^{SELF}[自从](?:公布|发布|颁布)之日起{VERB}(?:[，,；;]|$)")
ENDS = re.compile(rf"^{SELF}.*(?:，|,)有效期(?:为)?([0-9一二三四五六七八九十]+)年$")
DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "十": 10}


def number(text):
    if text.isdecimal():
        return int(text)
    if "十" in text:
        tens, ones = text.split("十")
        return (DIGITS[tens] if tens else 1) * 10 + (DIGITS[ones] if ones else 0)
    return int("".join(str(DIGITS[c]) for c in text))


def day(groups):
    try:
        return datetime.date(*map(number, groups)).isoformat()
    except ValueError:
        return None


def sentences(row):
    for line in row["body"].translate(str.maketrans("０１２３４５６７８９", "0123456789")).split("\n"):
        line = re.sub(r"[\s　#]", "", line)
        if not re.search("[“”]", line):  # what is quoted may be another text's
            yield from re.split("[。！？]", re.sub(r"[（(][^（）()]*[）)]", "", line))


def published(row):
    notes = re.sub(r"\s", "", "　".join(row["notes"]))
    if re.search(r"号(?:第.次)?修订", notes):  # the text is new: it may mean either day
        return None
    notes = re.sub(r"《[^》]*》", "《》", notes)
    found = {day(m) for m in re.findall(DATE + r"[^年月日，,批《]*(?:公布|发布|颁布)(?!的)", notes)}
    return found.pop() if len(found) == 1 else None


def reading(row):
    stated = set()
    for sentence in sentences(row):
        match = STATED.match(sentence)
        if match:
            stated.add(day(match.groups()))
        elif PUBLISHED.match(sentence):
            stated.add("published")
    return stated


def main():
    program, corpus = sys.argv[1:]
    with open(corpus, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    run = subprocess.run([program, "dates", corpus], text=True, capture_output=True, check=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(rows) == len(answers), "a row was not taken in"
    invented, missed, computable, left, found = [], [], 0, 0, 0
    for index, (row, answer) in enumerate(zip(rows, answers)):
        stated = reading(row)
        days = {published(row) if one == "published" else one for one in stated} - {None}
        name = f"{index} {row['title']}: {sorted(stated)}"
        if len(stated) == 1 and days:
            computable += 1
            if not answer["effective"]:
                missed.append(f"{name} {answer['findings']}")
        if answer["effective"]:
            found += 1
            notes = "".join(row["notes"]) + "".join(row["body"].split("\n")[:3])
            noted = re.search(rf"自{DATE}起施行", re.sub(r"\s", "", notes))
            if answer["effective"] not in days | ({day(noted.groups())} if noted else set()):
                invented.append(f"{name} found {answer['effective']} {answer['findings']}")
        elif answer["findings"]:
            left += 1
        years = [m for m in map(ENDS.match, sentences(row)) if m]
        if answer["expires"] and not years:
            invented.append(f"{name} found an end, {answer['expires']} {answer['findings']}")
    for what, cases in (("not what the text says", invented), ("not found", missed)):
        print(f"{what}: {len(cases)}")
        print("".join(f"  {case}\n" for case in cases), end="")
    print(f"{len(rows)} texts; {computable} state a day, {computable - len(missed)} of them found, "
          f"{len(invented)} invented; {found} days of effect in all; {left} left to people with a finding")
    if invented or len(missed) > MISSED * computable:
        raise SystemExit(1)


main()
