#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""judge_lines.py NAME=FILE.pdf…: what a proofreader counts on the bench's page, for any engine, as a Markdown table.

Reads lines by pdftotext -bbox-layout: 42 characters of 10.5 pt between 77.138 and 518.138 pt. A line that begins at
the margin goes on a paragraph; one that begins two characters further in opens one.
"""

import re
import statistics
import subprocess
import sys
import xml.etree.ElementTree as ET

LEFT, RIGHT, EM = 77.138, 518.138, 10.5
TOP, BOTTOM = 61.937, 285 / 25.4 * 72 - 61.937
NOT_AT_START = set("、，。．：；！？‼⁇⁈⁉”’」』）》〉】〗〕］｝～–·・‧/／!),.:;?]}%％‰℃°々〆")
NOT_AT_END = set("“‘「『（《〈【〖〔［｛([{$¥￥№§")
HALF_BLANK = set("、，。．：；！？”’」』）》〉】〗〕］｝")
CHAPTER = re.compile("^第[一二三四五六七八九十]+[章节] ?")


def pages_of(path):
    xml = subprocess.run(["pdftotext", "-bbox-layout", path, "-"], capture_output=True).stdout.decode()
    xml = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", xml)
    for page in ET.fromstring(xml).iter("{http://www.w3.org/1999/xhtml}page"):
        lines = {}
        for word in page.iter("{http://www.w3.org/1999/xhtml}word"):
            x, top, end, y = (float(word.get(key)) for key in ("xMin", "yMin", "xMax", "yMax"))
            if TOP - 2 < y < BOTTOM + 8:
                lines.setdefault(round(y / 4), []).append((x, end, word.text or "", y - top))
        yield [joined(lines[y]) for y in sorted(lines)]


def joined(words):
    words.sort()
    return words[0][0], words[-1][1], "".join(word[2] for word in words), words[0][3]


def letters(text):
    return sum(c.isalnum() and c not in NOT_AT_START for c in text)


class Judge:
    ROWS = ("pages", "lines", "forbidden line starts", "forbidden line ends", "split —— and ……",
            "words and numbers split", "overfull lines", "last lines of one character (孤字)",
            "pages starting with a last line (孤行)", "chapter headings with less than two lines below")

    def __init__(self, path):
        self.count = dict.fromkeys(self.ROWS, 0)
        before = None
        pages = [page for page in pages_of(path) if page]
        title = 1.4 * statistics.median(line[3] for page in pages for line in page)
        for page, following in zip(pages, pages[1:] + [[(0, 0, "", title)]]):
            self.count["pages"] += 1
            self.page(page, following[0][3] >= title)
            for line in page:
                self.line(before, line)
                before = line

    def page(self, page, ends_document):
        body = [line for line in page if line[0] < LEFT + 3 * EM]
        goes_on = [LEFT - EM * 0.7 < line[0] < LEFT + 1 for line in body]
        if len(body) > 1 and goes_on[0] and not goes_on[1] and body[0][1] < RIGHT - EM / 4:
            self.count["pages starting with a last line (孤行)"] += 1
        for i, (x, _, text, _) in enumerate(page):
            if CHAPTER.match(text) and x > LEFT + 4 * EM and len(page) - i - 1 < 2 and not ends_document:
                self.count["chapter headings with less than two lines below"] += 1

    def line(self, before, line):
        self.count["lines"] += 1
        x, end, text, _ = line
        over = end - RIGHT
        if x > LEFT - EM and over > (EM * 0.75 if text[-1] in HALF_BLANK else 1.5):
            self.count["overfull lines"] += 1
        if before is None or not LEFT - EM * 0.7 < x < LEFT + 1 or before[1] < RIGHT - 2 * EM or before[0] > LEFT + 3 * EM:
            return
        a, b = before[2][-1], text[0]
        if b in NOT_AT_START:
            self.count["forbidden line starts"] += 1
        if a in NOT_AT_END:
            self.count["forbidden line ends"] += 1
        if a == b and a in "—…":
            self.count["split —— and ……"] += 1
        if a.isascii() and a.isalnum() and b.isascii() and b.isalnum():
            self.count["words and numbers split"] += 1
        if letters(text) < 2 and end < RIGHT - 2 * EM:
            self.count["last lines of one character (孤字)"] += 1


def main():
    engines = [word.split("=", 1) for word in sys.argv[1:]]
    judges = [Judge(path) for _, path in engines]
    print("| | " + " | ".join(name for name, _ in engines) + " |")
    print("|---" * (len(engines) + 1) + "|")
    for row in Judge.ROWS:
        print(f"| {row} | " + " | ".join(str(judge.count[row]) for judge in judges) + " |")


main()
