#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""barred_sheet.py OUT.png: the picture of docs/fonts.md: what is barred in fonts/barred.toml of each role's first face
but cwTeX's, drawn wrongly (on grey) and as the role draws it now."""
import sys
import tomllib

from PIL import Image, ImageDraw

import shapes
import sheet

ROLES = ['body', 'song', 'title', 'kai', 'hei']
ROW, NAME, PAIR = 40, 70, 96


def main():
    faces = {face.name: face for face in shapes.catalogue()}
    roles = tomllib.loads((shapes.ROOT / 'fonts/fonts.toml').read_text())['role']
    fallback = tomllib.loads((shapes.ROOT / 'fonts/fonts.toml').read_text())['fallback']
    barred = shapes.Barred()
    characters = sorted({c for name, own in barred.characters.items() if name != 'cwtex-fs' for c in own})
    image = Image.new('L', (NAME + PAIR * len(ROLES), ROW * (len(characters) + 1)), 255)
    draw = ImageDraw.Draw(image)
    sheet.EM = ROW
    for k, role in enumerate(ROLES):
        draw.text((NAME + PAIR * k + 30, 14), role, fill=0)
    for i, c in enumerate(characters):
        y = ROW * (i + 1)
        draw.text((4, y + 14), f'U+{ord(c):04X}', fill=0)
        for k, role in enumerate(ROLES):
            chain = roles[role]['chain'] + fallback
            if not barred.has(chain[0], ord(c)):
                continue
            now = next(n for n in chain if faces[n].glyphs.get(ord(c)) and not barred.has(n, ord(c)))
            wrong = sheet.picture(faces[chain[0]], ord(c)).point(lambda grey: grey * 220 // 255)
            image.paste(wrong, (NAME + PAIR * k, y))
            image.paste(sheet.picture(faces[now], ord(c)), (NAME + PAIR * k + ROW + 4, y))
    image.quantize(16).save(sys.argv[1], optimize=True)


if __name__ == '__main__':
    main()
