#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""demo_json.py GONGBAO OUT.json FILE…: manuscripts as an issue for every engine of this bench (form: issue_json.py).

Reads what `gongbao import --check --json` tells of each file. Tables with spans are left out: the form has none.
"""

import json
import subprocess
import sys
import tempfile

HEADINGS = {"part": "heading1", "chapter": "heading1", "section": "heading2", "heading1": "heading1"}
LEFT_OUT = {"number", "note", "title-note", "contents"}


def taken_in(gongbao, file):
    with tempfile.TemporaryDirectory() as data:
        command = [gongbao, "--data", data, "import", "--check", "--json", file]
        return json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def bare(text):
    return text.replace("\n", "")


def table(text):
    rows = [row.split("\t") for row in text.split("\n")]
    if any(len(row) != len(rows[0]) for row in rows):
        return None
    longest = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return {"kind": "table", "rows": rows, "widths": [max(4, min(24, n)) for n in longest]}


def block_of(block):
    role, text, label = block["role"], block["text"], block.get("label", "")
    if role == "table":
        return table(text)
    if role in HEADINGS:
        return {"kind": HEADINGS[role], "text": bare(text)}
    if role == "article":
        return {"kind": "para", "label": label, "text": bare(text[len(label):]).lstrip("　")}
    return {"kind": "para", "text": bare(text)}


def document_of(source):
    blocks, titles = [], 0
    for block in source["blocks"]:
        if block["role"] == "title":
            titles += 1
            if titles > 1:
                blocks.append({"kind": "heading1", "text": bare(block["text"])})
        elif block["role"] not in LEFT_OUT:
            one = block_of(block)
            blocks += [one] if one else []
    year, month, day = (int(part) for part in source["dates"]["written"].split("-"))
    return {"title": source["title"], "number": source["number"], "agency": source["issuers"][0],
            "date": f"{year}年{month}月{day}日", "blocks": blocks}


def main():
    gongbao, out, *files = sys.argv[1:]
    documents = [document_of(taken_in(gongbao, file)) for file in files]
    with open(out, "w", encoding="utf-8") as file:
        json.dump({"issue": "云岭省人民政府公报", "documents": documents}, file, ensure_ascii=False, indent=1)


main()
