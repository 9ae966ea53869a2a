#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""hard_documents.py FOLDER: invented documents nobody should write, for .ci/steps.sh set_for_conformance.

Scripts of many languages and private-use characters, forty levels of lists, tables too wide, without heads or of
thousands of rows, a paragraph of a megabyte, a heading longer than a page.
"""

import os
import sys

HAN = "为规范行政规范性文件管理工作促进依法行政根据有关法律法规结合本省实际制定本办法"


def han(count):
    return (HAN * (count // len(HAN) + 1))[:count]


def page(title, body):
    return f'<html><head><meta charset="utf-8"></head><body><h1>{title}</h1>{body}</body></html>'


def paragraphs(*words):
    return "".join(f"<p>{each}</p>" for each in words)


def table(rows, heads=0):
    cell = lambda row: "th" if row < heads else "td"
    return "<table>" + "".join(
        "<tr>" + "".join(f"<{cell(i)}>{words}</{cell(i)}>" for words in row) + "</tr>" for i, row in enumerate(rows)
    ) + "</table>"


def scripts():
    return page("关于多种文字的通知", paragraphs(
        "藏文བོད་ལྗོངས་མི་དམངས་སྲིད་གཞུང་།蒙古文ᠥᠪᠥᠷ ᠮᠣᠩᠭᠣᠯ，彝文ꆈꌠꁱꂷ，朝鲜文조선말，壮文Vahcuengh，日文ひらがな。",
        "بۇ بىر ئۇيغۇرچە ئابزاس، ئۇ ئوڭدىن سولغا يېزىلىدۇ. " * 8,
        "印地文नमस्ते क्षत्रिय，孟加拉文বাংলা，泰米尔文தமிழ்，泰文ภาษาไทย，希伯来文שלום עולם，俄文Россия。",
        "私用\ue000\ue123区\U000f0001字，组合é à ẍ̱，变体葛\U000e0100，扩展𠮷𬬭𰀀，表情😀，№㎡℃①。",
        "Only Latin: GB/T 9704-2012, https://gazette.example/a/b?c=1&amp;d=2."))


def lists():
    inner = ""
    for level in range(40, 0, -1):
        inner = f"<ul><li>第{level}层{han(12)}{inner}</li></ul>"
    return page("关于四十层列表的通知", paragraphs(han(50)) + inner + paragraphs(han(50)))


def tables():
    wide = [[f"列{i}" for i in range(60)]] + [[str(i * j % 997) for i in range(60)] for j in range(1, 12)]
    turned = [[f"栏目名称{i}" for i in range(16)]] + [[f"内容{i * j}" for i in range(16)] for j in range(1, 60)]
    bare = [[["", "甲"], ["", "乙"]], [["", ""]], [["独"]], [["甲", "乙"], ["丙", "丁"]]]
    return page("关于表格的通知", paragraphs(han(40)) + paragraphs(han(20)).join(
        [table(wide, 1), table(turned, 1)] + [table(each) for each in bare] + [table(bare[0], 2)]))


def rows():
    return page("关于名单的通知", paragraphs(han(40)) + table(
        [["序号", "名称", "金额（万元）"]] + [[str(i), han(5 + i % 9), f"{i * 37 % 9999}.{i % 100:02}"]
                                               for i in range(1, 10001)], 1))


def long():
    return page(han(3000), paragraphs("一、" + han(4000), (han(17) + "，" + han(23) + "（2026年第38号）。") * 6500))


def main():
    os.makedirs(sys.argv[1], exist_ok=True)
    for make in (scripts, lists, tables, rows, long):
        with open(os.path.join(sys.argv[1], make.__name__ + ".html"), "w", encoding="utf-8") as file:
            file.write(make())


main()
