#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""to_xelatex.py ISSUE.json OUT.tex FONTS: the issue for XeLaTeX, on the same page."""

from issue_json import command_line, widths_of, write

PREAMBLE = r"""\documentclass[fontset=none,linespread=1]{ctexart}
\usepackage[paperwidth=210mm,paperheight=285mm,textwidth=441bp,textheight=684bp,
  hcentering,vcentering,headheight=14bp,headsep=9bp,footskip=30bp]{geometry}
\usepackage{fancyhdr,longtable,array}
\usepackage[hidelinks,bookmarksnumbered=false]{hyperref}
\setCJKmainfont[Path=FONTS/]{FandolFang-Regular.otf}
\newCJKfontfamily\song[Path=FONTS/]{FandolSong-Regular.otf}
\newCJKfontfamily\biaosong[Path=FONTS/]{FandolSong-Bold.otf}
\newCJKfontfamily\hei[Path=FONTS/]{FandolHei-Regular.otf}
\newCJKfontfamily\kai[Path=FONTS/]{FandolKai-Regular.otf}
\setmainfont[Path=FONTS/]{FandolFang-Regular.otf}
\AtBeginDocument{\fontsize{10.5bp}{18bp}\selectfont
  \setlength{\parindent}{21bp}\setlength{\parskip}{0pt}}
\setlength{\LTpre}{9bp}\setlength{\LTpost}{9bp}\renewcommand{\arraystretch}{1.0}
\pagestyle{fancy}\fancyhf{}\fancyhead[L]{\fontsize{9bp}{12bp}\selectfont ISSUE}
\fancyhead[R]{\fontsize{9bp}{12bp}\selectfont\rightmark}\fancyfoot[C]{— \thepage{} —}
\newcommand{\DocumentHead}[4]{\clearpage\markright{#1}%
  \phantomsection\addcontentsline{toc}{section}{#1}%
  {\centering\biaosong\fontsize{18bp}{27bp}\selectfont #1\par\vspace{9bp}}%
  {\centering\kai #2\par #3　#4\par\vspace{9bp}}}
\newcommand{\Division}[2]{\par\addvspace{14bp}%
  \phantomsection\addcontentsline{toc}{sub#1section}{#2}%
  {\centering\hei\fontsize{14bp}{18bp}\selectfont #2\par}\nopagebreak\addvspace{9bp}}
\newcommand{\Article}[2]{{\hei #1}　#2\par}
\newcommand{\Cell}[1]{\song\fontsize{9bp}{13bp}\selectfont\raggedright #1}
\setcounter{tocdepth}{1}
\renewcommand{\contentsname}{\hei 目　录}
\begin{document}
\tableofcontents\clearpage\setcounter{page}{1}"""

SPECIAL = str.maketrans(
    {mark: "\\" + mark for mark in "#$%&_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"})


def escaped(text):
    return text.translate(SPECIAL)


def row(cells):
    return " & ".join(rf"\Cell{{{escaped(cell)}}}" for cell in cells) + r" \tabularnewline\hline"


def table(block):
    column = r"p{\dimexpr %.4f\linewidth-2\tabcolsep\relax}"
    columns = "|".join(column % width for width in widths_of(block))
    head, *rows = block["rows"]
    opening = [rf"\begin{{longtable}}{{|{columns}|}}\hline", row(head) + r"\endhead"]
    return opening + [row(cells) for cells in rows] + [r"\end{longtable}"]


def lines_of(block):
    kind = block["kind"]
    if kind == "para" and block.get("label"):
        return [rf"\Article{{{escaped(block['label'])}}}{{{escaped(block['text'])}}}"]
    if kind == "para":
        return [escaped(block["text"]) + r"\par"]
    if kind == "list":
        return [escaped(item) + r"\par" for item in block["items"]]
    if kind == "table":
        return table(block)
    level = "sub" * (int(kind.removeprefix("heading")) - 1)
    return [rf"\Division{{{level}}}{{{escaped(block['text'])}}}"]


def main():
    issue, path, fonts = command_line()
    lines = [PREAMBLE.replace("FONTS", fonts).replace("ISSUE", escaped(issue["issue"]))]
    for document in issue["documents"]:
        meta = [escaped(document[key]) for key in ("title", "number", "agency", "date")]
        lines.append(r"\DocumentHead{" + "}{".join(meta) + "}")
        for block in document["blocks"]:
            lines += lines_of(block)
    write(path, lines + [r"\end{document}"])


main()
