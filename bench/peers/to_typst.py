#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""to_typst.py ISSUE.json OUT.typ: the issue as a Typst document, on the page of style.typ."""

from issue_json import command_line, widths_of, write


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def table(block):
    cells = [", ".join(quoted(cell) for cell in row) for row in block["rows"]]
    columns = ", ".join(f"{width:.4f}fr" for width in widths_of(block))
    return f"#grid-table(({columns}), ({cells[0]}), ({', '.join(cells[1:])},))"


def lines_of(block):
    kind = block["kind"]
    if kind == "para" and block.get("label"):
        return [f"#article({quoted(block['label'])}, {quoted(block['text'])})"]
    if kind == "para":
        return [f"#paragraph({quoted(block['text'])})"]
    if kind == "list":
        return [f"#paragraph({quoted(item)})" for item in block["items"]]
    if kind == "table":
        return [table(block)]
    return [f"#division({int(kind.removeprefix('heading'))}, {quoted(block['text'])})"]


def main():
    issue, path, _ = command_line()
    lines = ['#import "style.typ": *', f"#show: issue.with({quoted(issue['issue'])})"]
    for document in issue["documents"]:
        meta = [quoted(document[key]) for key in ("title", "number", "agency", "date")]
        meta += ["first: true"] if document is issue["documents"][0] else []
        lines.append(f"#document-head({', '.join(meta)})")
        for block in document["blocks"]:
            lines += lines_of(block)
    write(path, lines)


main()
