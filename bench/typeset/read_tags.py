#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""read_tags.py [PDF…]: the text of PDFs as their structure trees give it, by a reader of its own. Readings (RT) are
left out, as they are of the canonical text.

With arguments: prints each one's text. Without: reads lines "PDF<tab>TEXT<tab>NAME" from standard input, prints NAME
and the place where the tags part from the file TEXT, white space aside, and removes both files.
Needs python3-pikepdf.
"""
import os
import re
import sys

import pikepdf

HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
SECTION = re.compile(rb"begin(codespacerange|bfchar|bfrange)(.*?)end\1", re.S)


class Font:
    """Codes to text, by the ToUnicode map alone."""

    def __init__(self, font):
        self.text, self.lengths = {}, set()
        for kind, body in SECTION.findall(font.ToUnicode.read_bytes()):
            words = [bytes.fromhex(word.decode()) for word in HEX.findall(body)]
            if kind == b"codespacerange":
                self.lengths.update(len(word) for word in words)
            elif kind == b"bfchar":
                for code, text in zip(words[::2], words[1::2]):
                    self.text[code] = text.decode("utf-16-be")
            else:
                self.add_ranges(body)

    def add_ranges(self, body):
        for first, last, rest in re.findall(rb"<(\w+)>\s*<(\w+)>\s*(<\w+>|\[.*?\])", body, re.S):
            texts = [bytes.fromhex(word.decode()) for word in HEX.findall(rest)]
            for i in range(int(last, 16) - int(first, 16) + 1):
                code = (int(first, 16) + i).to_bytes(len(first) // 2, "big")
                if rest.startswith(b"["):
                    self.text[code] = texts[i].decode("utf-16-be")
                else:
                    start = texts[0].decode("utf-16-be")
                    self.text[code] = start[:-1] + chr(ord(start[-1]) + i)

    def decode(self, codes):
        text, at = [], 0
        while at < len(codes):
            for length in sorted(self.lengths):
                found = self.text.get(codes[at:at + length])
                if found is not None:
                    break
            text.append(found or "")
            at += length
        return "".join(text)


class Reader:
    def __init__(self, pdf):
        self.pdf, self.fonts, self.pages = pdf, {}, {}

    def font(self, resources, name):
        font = resources.Font[name]
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = Font(font)
        return self.fonts[font.objgen]

    def marked(self, page):
        """MCID → text of one page."""
        if page.objgen in self.pages:
            return self.pages[page.objgen]
        texts, stack, font, resources = {}, [], None, page.Resources
        for operands, operator in pikepdf.parse_content_stream(page):
            operator = str(operator)
            if operator in ("BDC", "BMC"):
                properties = operands[1] if operator == "BDC" else {}
                if isinstance(properties, pikepdf.Name):
                    properties = resources.Properties[properties]
                stack.append((properties.get("/MCID"), properties.get("/ActualText")))
                self.put(texts, stack, str(stack[-1][1]) if stack[-1][1] is not None else "", True)
            elif operator == "EMC":
                stack.pop()
            elif operator == "Tf":
                font = self.font(resources, operands[0])
            elif operator == "Tj":
                self.put(texts, stack, font.decode(bytes(operands[0])))
            elif operator == "TJ":
                for part in operands[0]:
                    if isinstance(part, pikepdf.String):
                        self.put(texts, stack, font.decode(bytes(part)))
        self.pages[page.objgen] = texts
        return texts

    @staticmethod
    def put(texts, stack, text, replacing=False):
        """Text for the innermost MCID, unless an ActualText around it stands for it."""
        outer = stack[:-1] if replacing else stack
        if any(actual is not None for _, actual in outer):
            return
        for mcid, _ in reversed(stack):
            if mcid is not None:
                texts[int(mcid)] = texts.get(int(mcid), "") + text
                return

    def walk(self, element, page):
        if isinstance(element, pikepdf.Array):
            return "".join(self.walk(one, page) for one in element)
        if not isinstance(element, pikepdf.Dictionary):
            return self.marked(page).get(int(element), "")
        if element.get("/S") == "/RT":
            return ""
        if "/ActualText" in element:
            return str(element.ActualText)
        page = element.get("/Pg", page)
        if element.get("/Type") == "/MCR":
            return self.marked(page).get(int(element.MCID), "")
        if element.get("/Type") == "/OBJR" or "/K" not in element:
            return ""
        return self.walk(element.K, page)

    def text(self):
        return self.walk(self.pdf.Root.StructTreeRoot.K, None)


def text_of(path):
    with pikepdf.open(path) as pdf:
        return Reader(pdf).text()


def bare(text):
    return "".join(text.split())


def judge(path, expected_path, name):
    with open(expected_path, encoding="utf-8") as file:
        expected = bare(file.read())
    found = bare(text_of(path))
    if found != expected:
        at = next((i for i, (a, b) in enumerate(zip(found, expected)) if a != b), min(len(found), len(expected)))
        print(f"{name}: {found[at:at + 24]!r} for {expected[at:at + 24]!r}", flush=True)


def main():
    sys.setrecursionlimit(10000)
    for path in sys.argv[1:]:
        print(text_of(path))
    if len(sys.argv) > 1:
        return
    for line in sys.stdin:
        path, expected, name = line.rstrip("\n").split("\t")
        judge(path, expected, name)
        os.remove(path), os.remove(expected)


if __name__ == "__main__":
    main()
