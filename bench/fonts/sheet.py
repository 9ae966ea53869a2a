# SPDX-License-Identifier: Apache-2.0
"""Contact sheets: pictures of characters beside each other, for a person to look at."""
import numpy
from PIL import Image, ImageDraw

EM = 48
ROWS, COLUMNS = 30, 3


def picture(face, code):
    """The cell of a character, EM wide, black on white; grey when the face has none."""
    if not face.glyphs.get(code):
        return Image.new('L', (EM, EM), 225)
    cell = Image.fromarray((255 - 255 * face.picture(code)).clip(0, 255).astype(numpy.uint8))
    return cell.crop((22, 14, 138, 130)).resize((EM, EM))


def candidates(rows, face, others, out):
    """Sheets of rows (code, other, words): the face's picture of `code`, the others', then both of `other`."""
    others = ([o for o in others if len(o.glyphs) > 5000] or others)[:6]
    width = 110 + EM * (len(others) + 4)
    for number, begin in enumerate(range(0, len(rows), ROWS * COLUMNS)):
        page = rows[begin:begin + ROWS * COLUMNS]
        image = Image.new('L', (width * COLUMNS, EM * ROWS), 255)
        draw = ImageDraw.Draw(image)
        for i, (code, other, words) in enumerate(page):
            x, y = i // ROWS * width, i % ROWS * EM
            draw.text((x + 2, y + 8), f'U+{code:04X}\n{words}', fill=0)
            x += 105
            image.paste(picture(face, code), (x, y))
            for k, one in enumerate(others):
                image.paste(picture(one, code), (x + EM * (k + 1) + 6, y))
            if other and others:
                image.paste(picture(face, other), (x + EM * (len(others) + 1) + 12, y))
                image.paste(picture(others[0], other), (x + EM * (len(others) + 2) + 12, y))
        image.save(f'{out}-{number}.png')
