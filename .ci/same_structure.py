#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""same_structure.py FOLDER: headings with their levels, items of lists, persons who sign, notes, and words that cite an
article are the same list in each rendition of a document.

FOLDER/xml/NAME.xml is the canonical XML; beside it stand, where there are any, FOLDER/page/NAME.html (the web page),
FOLDER/feed/NAME.html (the content of a feed's entry) and FOLDER/pdf/NAME.pdf (the document alone). Each is read by readers of
its own: XML by its elements, HTML by its, the PDF by its structure tree. Prints the documents that differ, and how many of what
was compared. Exit status 1 when any differs. Needs python3-pikepdf.
"""

import collections
import os
import sys
import xml.etree.ElementTree as ET
from concurrent.futures import ProcessPoolExecutor
from html.parser import HTMLParser

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "bench", "typeset"))
import read_tags  # noqa: E402  (bench/typeset/read_tags.py)

KINDS = ("headings", "items", "signers", "footnotes", "table notes", "articles")
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
RANKS = ["part", "chapter", "section", "heading1", "heading2", "heading3", "heading4"]
DEEPEST = 6


def bare(words):
    return "".join(words.split())


class Lists(dict):
    def __init__(self):
        super().__init__((kind, []) for kind in KINDS)

    def add(self, kind, *words):
        words = tuple(bare(word) if isinstance(word, str) else word for word in words)
        if any(word for word in words if isinstance(word, str)):
            self[kind].append(words)


# ---- canonical XML ----

class Xml:
    """The levels of headings follow from the roles alone: the title is 1, that of an annex 2."""

    def __init__(self, path):
        self.lists, self.open, self.below, self.titled = Lists(), [], 1, False
        doc = ET.parse(path).getroot()[0]
        for part in doc:
            name = part.tag.removeprefix(AKN)
            if name in ("preface", "conclusions"):
                for block in part:
                    self.flat(block)
            elif name == "mainBody":
                self.body(part)
            elif name == "attachments":
                for attachment in part:
                    self.below, self.open = 1, []
                    self.body(attachment.find(f"{AKN}doc/{AKN}mainBody"), True)

    def words(self, element):
        """Words without readings; notes are kept for themselves."""
        text = element.text or ""
        for child in element:
            name = child.tag.removeprefix(AKN)
            if name == "authorialNote":
                self.lists.add("footnotes", self.words(child[0]))
            elif name == "role":
                self.post = self.words(child)
                text += self.post
            elif name == "person":
                person = self.words(child)
                self.lists.add("signers", self.post, person)
                text += person
            elif name == "ref":
                cited = self.words(child)
                text += cited
                if child.get("href").startswith("#"):
                    if child.get("class") == "continued":
                        cited = self.lists["articles"].pop()[0] + cited
                    self.lists.add("articles", cited)
            elif not (name == "inline" and child.get("name") == "rt"):
                text += self.words(child)
            text += child.tail or ""
        return text

    def title(self, words, annex):
        self.below = 2 if annex or self.titled else 1
        self.titled, self.open = True, []
        self.lists.add("headings", self.below, words)

    def flat(self, block):
        words = self.words(block)
        if block.get("class") == "title":
            self.title(words, False)

    def body(self, element, annex=False):
        for child in element:
            self.block(child, annex)

    def block(self, element, annex):
        name = element.tag.removeprefix(AKN)
        role = element.get("class", name)
        own = {child.tag.removeprefix(AKN): child for child in element}
        label = (own["num"].text or "") if "num" in own else ""
        heading = own.get("heading")
        text = own.get("content", own.get("intro"))
        words = label
        if heading is not None:
            words += self.words(heading)
        stands = name in ("part", "chapter", "section") or (heading is not None and heading.get("class") != "lead")
        if stands:
            self.heading(role, words)
        if text is not None:
            words += self.words(text)
        if role == "title":
            self.title(words, annex)
        elif role == "table-note":
            self.lists.add("table notes", words)
        elif name in ("point", "indent") or role == "list-item" or (name == "level" and heading is None):
            self.lists.add("items", words)
        for child in element:
            if child.tag.removeprefix(AKN) not in ("num", "heading", "intro", "content"):
                self.block(child, annex)

    def heading(self, role, words):
        rank = RANKS.index(role)
        while self.open and self.open[-1] >= rank:
            self.open.pop()
        self.open.append(rank)
        self.lists.add("headings", min(self.below + len(self.open), DEEPEST), words)


# ---- HTML ----

class Element:
    def __init__(self, name, attributes):
        self.name, self.attributes, self.children = name, dict(attributes), []
        self.classes = (self.attributes.get("class") or "").split()

    def all(self):
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.all()

    def words(self):
        """Without readings and the marks of notes."""
        if self.name in ("rt", "rp") or "note-mark" in self.classes:
            return ""
        return "".join(child if isinstance(child, str) else child.words() for child in self.children)


class Tree(HTMLParser):
    EMPTY = ("br", "img", "meta", "link", "input", "wbr", "hr")

    def __init__(self, text):
        super().__init__()
        self.root = Element("", {})
        self.stack = [self.root]
        self.feed(text)
        if len(self.stack) > 1:
            raise ValueError(f"<{self.stack[-1].name}> is not closed")

    def handle_starttag(self, tag, attributes):
        element = Element(tag, attributes)
        self.stack[-1].children.append(element)
        if tag not in self.EMPTY:
            self.stack.append(element)

    def handle_endtag(self, tag):
        if self.stack.pop().name != tag:
            raise ValueError(f"</{tag}> closes another element")

    def handle_data(self, data):
        self.stack[-1].children.append(data)


def of_html(path):
    lists = Lists()
    with open(path, encoding="utf-8") as file:
        root = Tree(file.read()).root
    articles = [one for one in root.all() if one.name == "article"]
    around = articles[0] if articles else root
    texts = [one for one in around.all() if "text" in one.classes] or [root]
    if articles:
        title = next(one for one in around.all() if one.name == "h1")
        lists.add("headings", 1, title.words())
    post = None
    for element in texts[0].all():
        if len(element.name) == 2 and element.name[0] == "h" and element.name[1].isdigit():
            lists.add("headings", int(element.name[1]), element.words())
        elif element.attributes.get("role") == "listitem":
            lists.add("items", next(one for one in element.all() if one.name == "p").words())
        elif element.name == "p" and "footnote" in element.classes:
            # Its mark is the first word.
            lists.add("footnotes", element.words().split(maxsplit=1)[-1])
        elif element.name == "p" and "table-note" in element.classes:
            lists.add("table notes", element.words())
        elif element.name == "a" and "#" in element.attributes["href"] and "role" not in element.attributes:
            lists.add("articles", element.words())
        elif "post" in element.classes:
            post = element.words()
        elif "person" in element.classes:
            lists.add("signers", post, element.words())
    return lists


# ---- PDF ----

class Pdf:
    def __init__(self, path):
        self.lists = Lists()
        with read_tags.pikepdf.open(path) as pdf:
            self.reader = read_tags.Reader(pdf)
            self.walk(pdf.Root.StructTreeRoot.K, None)

    def kids(self, element):
        kids = element.get("/K", [])
        return list(kids) if isinstance(kids, read_tags.pikepdf.Array) else [kids]

    def elements(self, element):
        return [kid for kid in self.kids(element)
                if isinstance(kid, read_tags.pikepdf.Dictionary) and "/S" in kid]

    def words(self, element, page, without):
        """The words of an element, some kinds of elements in it left out."""
        if not isinstance(element, read_tags.pikepdf.Dictionary) or "/S" not in element:
            return self.reader.walk(element, page)
        if str(element.S) in without:
            return ""
        if "/ActualText" in element:
            return str(element.ActualText)
        page = element.get("/Pg", page)
        return "".join(self.words(kid, page, without) for kid in self.kids(element))

    def own(self, element, page):
        return self.words(element, page, ("/RT", "/Reference", "/Note"))

    def walk(self, element, page):
        if isinstance(element, read_tags.pikepdf.Array):
            for one in element:
                self.walk(one, page)
            return
        if not isinstance(element, read_tags.pikepdf.Dictionary) or "/S" not in element:
            return
        page, kind = element.get("/Pg", page), str(element.S)
        kids = self.elements(element)
        kinds = [str(kid.S) for kid in kids]
        if kind[:2] == "/H" and kind[2:].isdigit():
            self.lists.add("headings", int(kind[2:]), self.own(element, page))
        elif kind == "/LI":
            words = ""
            for kid in kids:
                if str(kid.S) == "/Lbl":
                    words += self.own(kid, page)
                if str(kid.S) == "/LBody":
                    words += next((self.own(one, page) for one in self.elements(kid) if str(one.S) == "/P"), "")
            self.lists.add("items", words)
        elif kind in ("/Reference", "/Lbl", "/TOC"):
            return  # its links lead to a note or back, or from the contents
        elif kind == "/Link":
            self.lists.add("articles", self.own(element, page))
        elif kind == "/Note":
            note = self.words(element, page, ("/RT", "/Lbl"))
            self.lists.add("footnotes" if "/Lbl" in kinds else "table notes", note)
        elif kind == "/P" and kinds.count("/Span") == 2:
            post, name = (self.own(kid, page) for kid in kids if str(kid.S) == "/Span")
            self.lists.add("signers", post, name)
        for kid in kids:
            self.walk(kid, page)


# ---- comparing ----

RENDITIONS = (("page", ".html", of_html), ("feed", ".html", of_html), ("pdf", ".pdf", lambda path: Pdf(path).lists))


def compare(folder, name):
    """What differs in one document, and how many entries of each kind its XML has."""
    expected = Xml(os.path.join(folder, "xml", name + ".xml")).lists
    findings, seen = [], []
    for place, ending, read in RENDITIONS:
        path = os.path.join(folder, place, name + ending)
        if not os.path.exists(path):
            continue
        seen.append(place)
        found = read(path)
        for kind in KINDS:
            if found[kind] == expected[kind]:
                continue
            at = next((i for i, (one, other) in enumerate(zip(expected[kind], found[kind])) if one != other),
                      min(len(expected[kind]), len(found[kind])))
            findings.append(f"{name}: {kind}, {place}: {found[kind][at:at + 2]} where the XML has "
                            f"{expected[kind][at:at + 2]}")
    return findings, seen, {kind: len(expected[kind]) for kind in KINDS}


def main():
    folder = sys.argv[1]
    names = sorted(name.removesuffix(".xml") for name in os.listdir(os.path.join(folder, "xml")))
    counts, places, findings = collections.Counter(), collections.Counter(), []
    with ProcessPoolExecutor(initializer=sys.setrecursionlimit, initargs=(10000,)) as pool:
        for found, seen, count in pool.map(compare, [folder] * len(names), names, chunksize=4):
            findings += found
            places.update(seen)
            counts.update(count)
    print(f"{len(names)} documents ({', '.join(f'{place} {places[place]}' for place, _, _ in RENDITIONS)}): "
          + ", ".join(f"{counts[kind]} {kind}" for kind in KINDS))
    for finding in findings[:40]:
        print(finding)
    if findings or not names:
        raise SystemExit(f"{len(findings)} differences")


if __name__ == "__main__":
    main()
