#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""to_html.py ISSUE.json OUT.html FONTS: the issue for Chromium, on the same page, with the best CSS it knows."""

from html import escape

from issue_json import command_line, widths_of, write

STYLE = """
@page { size: 210mm 285mm; margin: 61.937pt 77.138pt;
  @top-left { content: "ISSUE"; font: 9pt fang; border-bottom: 0.5pt solid; padding-bottom: 3pt; }
  @top-right { content: ""; border-bottom: 0.5pt solid; }
  @bottom-center { content: "— " counter(page) " —"; font: 9pt fang; } }
@font-face { font-family: fang; src: url("file://FONTS/FandolFang-Regular.otf"); }
@font-face { font-family: song; src: url("file://FONTS/FandolSong-Regular.otf"); }
@font-face { font-family: biaosong; src: url("file://FONTS/FandolSong-Bold.otf"); }
@font-face { font-family: hei; src: url("file://FONTS/FandolHei-Regular.otf"); }
@font-face { font-family: kai; src: url("file://FONTS/FandolKai-Regular.otf"); }
html { font: 10.5pt/18pt fang; text-align: justify; line-break: strict; text-wrap: pretty;
  text-spacing-trim: trim-start; text-autospace: normal; orphans: 1; widows: 2; }
body, p, h1, h2, h3, h4, ul { margin: 0; padding: 0; font-weight: normal; }
p { text-indent: 2em; }
section { break-before: page; }
h1 { font: 18pt/27pt biaosong; text-align: center; text-wrap: balance; margin-bottom: 9pt; }
h2 { font: 14pt/18pt hei; text-align: center; margin: 18pt 0 14pt; break-after: avoid; }
h3 { font: 10.5pt/18pt hei; text-align: center; margin: 18pt 0 14pt; break-after: avoid; }
p.below { font-family: kai; text-align: center; text-indent: 0; }
p.last { margin-bottom: 9pt; }
b { font: 10.5pt hei; }
table { font: 9pt/13pt song; border-collapse: collapse; width: 100%; margin: 9pt 0; table-layout: fixed;
  text-align: left; }
td, th { border: 0.4pt solid; padding: 4pt; font-weight: normal; text-align: left; vertical-align: top; }
thead { display: table-header-group; } tr { break-inside: avoid; }
nav h4 { font: 14pt/18pt hei; text-align: center; margin-bottom: 14pt; }
nav li { list-style: none; } a { color: inherit; text-decoration: none; }
"""


def table(block):
    columns = "".join(f'<col style="width:{width:.2%}">' for width in widths_of(block))
    head, *rows = ["".join(f"<CELL>{escape(cell)}</CELL>" for cell in row) for row in block["rows"]]
    head = head.replace("<CELL>", '<th scope="col">').replace("</CELL>", "</th>")
    body = "".join(f"<tr>{row}</tr>" for row in rows).replace("CELL>", "td>")
    return f"<table>{columns}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def lines_of(block):
    kind = block["kind"]
    if kind == "para" and block.get("label"):
        return [f"<p><b>{escape(block['label'])}</b>　{escape(block['text'])}</p>"]
    if kind == "para":
        return [f"<p>{escape(block['text'])}</p>"]
    if kind == "list":
        return [f"<p>{escape(item)}</p>" for item in block["items"]]
    if kind == "table":
        return [table(block)]
    level = int(kind.removeprefix("heading")) + 1
    return [f"<h{level}>{escape(block['text'])}</h{level}>"]


def main():
    issue, path, fonts = command_line()
    style = STYLE.replace("FONTS", fonts).replace("ISSUE", escape(issue["issue"]))
    lines = ['<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8">',
             f"<title>{escape(issue['issue'])}</title><style>{style}</style>", "<nav><h4>目　录</h4><ul>"]
    # CSS cannot tell Chromium the page of a target: contents without page numbers.
    for number, document in enumerate(issue["documents"]):
        lines.append(f'<li><a href="#d{number}">{escape(document["title"])}</a></li>')
    lines.append("</ul></nav>")
    for number, document in enumerate(issue["documents"]):
        lines.append(f'<section id="d{number}"><h1>{escape(document["title"])}</h1>')
        lines.append(f'<p class="below">{escape(document["number"])}</p>')
        lines.append(f'<p class="below last">{escape(document["agency"])}　{escape(document["date"])}</p>')
        for block in document["blocks"]:
            lines += lines_of(block)
        lines.append("</section>")
    write(path, lines + ["</html>"])


main()
