#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""collect_site.py BASE FOLDER: what a running site publishes, for the checks of .ci/run.

Walks the sitemap. Writes FOLDER/xml/*.xml (the canonical XML of every document), FOLDER/pdf/*.pdf
(every edition, every document alone), FOLDER/page/*.html and FOLDER/feed/*.html (every document as a
page, and as the feed's entry has it) and FOLDER/pages, one path a line: the pages worth looking at
closely, which are the fixed ones, the newest edition, the document with the most table cells, and the
longest document.
"""

import os
import sys
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

ATOM = "{http://www.w3.org/2005/Atom}"
FIXED = ["/", "/years", "/search?q=%E9%80%9A%E7%9F%A5", "/about"]


def fetch(url):
    with urlopen(url, timeout=30) as answer:
        return answer.read()


class Page(HTMLParser):
    def __init__(self, url):
        super().__init__()
        self.url, self.links, self.cells = url, [], 0
        text = fetch(url).decode("utf-8")
        self.length = len(text)
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag in ("td", "th"):
            self.cells += 1
        if tag == "a":
            href = dict(attributes).get("href")
            self.links += [urljoin(self.url, href)] if href else []

    def link_to(self, ending):
        """The first link whose path ends so; the site must have it."""
        found = [link.split("#")[0] for link in self.links if urlsplit(link).path.endswith(ending)]
        if not found:
            raise SystemExit(f"{self.url} links no {ending} file")
        return found[0]


def sitemap(url):
    """Every address of a sitemap, and of those that it names."""
    root = ET.fromstring(fetch(url))
    places = [place.text.strip() for place in root.findall(".//{*}loc")]
    if root.tag.endswith("sitemapindex"):
        return [address for place in places for address in sitemap(place)]
    return places


def write(url, folder, ending, content):
    name = "_".join(part for part in urlsplit(url).path.split("/") if part)
    with open(os.path.join(folder, name + ending), "wb") as file:
        file.write(content)


def save(url, folder, ending=""):
    write(url, folder, ending, fetch(url))


def save_entries(base, address, folder):
    """The content of every entry, by the page it leads to."""
    while address:
        feed = ET.fromstring(fetch(base + address))
        for entry in feed.iter(ATOM + "entry"):
            page = entry.find(f"{ATOM}link[@rel='alternate']").get("href")
            write(page, folder, ".html", entry.find(ATOM + "content").text.encode("utf-8"))
        following = feed.find(f"{ATOM}link[@rel='next']")
        address = urlsplit(following.get("href"))._replace(scheme="", netloc="").geturl() if following is not None else ""


def main():
    base, folder = sys.argv[1].rstrip("/"), sys.argv[2]
    for kind in ("xml", "pdf", "page", "feed"):
        os.makedirs(os.path.join(folder, kind), exist_ok=True)
    paths = [urlsplit(address).path for address in sitemap(base + "/sitemap.xml")]
    editions = [Page(base + path) for path in paths if path.startswith("/editions/")]
    documents = [Page(base + path) for path in paths if path.startswith("/documents/")]
    if not editions or not documents:
        raise SystemExit("the sitemap names no edition or no document")
    for edition in editions:
        save(edition.link_to(".pdf"), os.path.join(folder, "pdf"))
    for document in documents:
        save(document.link_to(".xml"), os.path.join(folder, "xml"))
        save(document.link_to(".pdf"), os.path.join(folder, "pdf"))
        save(document.url, os.path.join(folder, "page"), ".html")
    save_entries(base, "/feeds/documents.atom", os.path.join(folder, "feed"))
    home = [urlsplit(link).path for link in Page(base + "/").links]
    newest = next(path for path in home if path.startswith("/editions/"))
    tables = max(documents, key=lambda page: page.cells)
    longest = max(documents, key=lambda page: page.length)
    pages = FIXED + [newest, urlsplit(tables.url).path, urlsplit(longest.url).path]
    with open(os.path.join(folder, "pages"), "w", encoding="utf-8") as file:
        file.write("\n".join(dict.fromkeys(pages)) + "\n")
    print(f"{len(editions)} editions, {len(documents)} documents")


main()
