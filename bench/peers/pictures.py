#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""pictures.py FOLDER OUT WORDS PART…: one page of every engine, side by side, as OUT.png.

FOLDER holds the PDFs that run.sh leaves. Of each the first page with all WORDS (joined by +, white space aside) is
drawn, from PART to PART of its height (two numbers from 0 to 1). Needs poppler-utils and python3-pil.
"""

import io
import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

ENGINES = {"gongbao": "Gongbao", "typst": "Typst 0.14.2", "issue": "XeLaTeX, ctex", "chromium": "Chromium"}
DPI, GAP, GREYS = 92, 16, 16


def page_with(pdf, words):
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout.decode()
    for number, page in enumerate(text.split("\f"), 1):
        if all(word in "".join(page.split()) for word in words):
            return number
    sys.exit(f"{pdf}: no page with {words}")


def picture(pdf, words, top, bottom, name):
    page = str(page_with(pdf, words))
    command = ["pdftoppm", "-r", str(DPI), "-gray", "-png", "-f", page, "-l", page, pdf]
    image = Image.open(io.BytesIO(subprocess.run(command, capture_output=True, check=True).stdout))
    width, height = image.size
    image = image.crop((int(width * 0.09), int(height * top), int(width * 0.91), int(height * bottom)))
    framed = Image.new("L", (image.width, image.height + 22), 255)
    framed.paste(image, (0, 22))
    ImageDraw.Draw(framed).text((2, 2), name, fill=90, font=ImageFont.load_default(14))
    return framed


def main():
    folder, out, words, top, bottom = sys.argv[1:]
    parts = [picture(str(Path(folder) / f"{file}.pdf"), words.split("+"), float(top), float(bottom), name)
             for file, name in ENGINES.items()]
    width, height = parts[0].size
    sheet = Image.new("L", (2 * width + GAP, 2 * height + GAP), 255)
    for i, part in enumerate(parts):
        sheet.paste(part, (i % 2 * (width + GAP), i // 2 * (height + GAP)))
    sheet.quantize(GREYS).save(out + ".png", optimize=True)


main()
