# SPDX-License-Identifier: Apache-2.0
"""Issues as JSON, the input that every engine of this bench sets.

{"issue": "…", "documents": [{"title", "number", "agency", "date", "blocks": [block…]}…]}
block = {"kind": "para", "text", "label"?}          label: 第十条
      | {"kind": "heading1" | "heading2", "text"}
      | {"kind": "list", "items": [text…]}
      | {"kind": "table", "rows": [[text…]…], "widths"?: [parts…]}   the first row is the head
"""

import json
import sys


def command_line():
    """ISSUE.json OUT [FONTS]: the issue, the file to write, the folder with the Fandol fonts."""
    with open(sys.argv[1], encoding="utf-8") as file:
        return json.load(file), sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else ""


def widths_of(table):
    """The widths of a table's columns, in parts that sum up to 1."""
    widths = table.get("widths") or [1] * len(table["rows"][0])
    return [width / sum(widths) for width in widths]


def write(path, lines):
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
