# SPDX-License-Identifier: Apache-2.0
"""The shapes of fonts: every code point of a face drawn, and described so that shapes can be compared.

A shape is described by the directions of its edges (eight of them) in 8 × 8 fields, after its ink was
stretched to a square: that tells 干 from 幹 in any style. What is small or has a place of its own in its cell
(marks, symbols) is described unstretched as well.
"""
import pathlib
import tomllib
import unicodedata

import freetype
import numpy

ROOT = pathlib.Path(__file__).resolve().parents[2]
PIXELS = 96          # of an em
CELL = 160           # a picture: an em and the room around it
SQUARE = 64          # ink, stretched
FIELDS, DIRECTIONS = 8, 8
LENGTH = FIELDS * FIELDS * DIRECTIONS


class Face:
    """One face of a font file: `name`, `family` (faces drawn by one hand, which share their mistakes)."""

    def __init__(self, name, file, index=0):
        self.name, self.file, self.index = name, str(file), index
        self.family = name.split('-')[0]
        self.face = freetype.Face(self.file, index)
        self.face.set_pixel_sizes(PIXELS, PIXELS)
        self.glyphs = dict(self.face.get_chars())

    def picture(self, code):
        """The ink of a code point, grey, in its cell: left edge at 32, base line at 112."""
        return self.picture_of(self.glyphs[code])

    def picture_of(self, glyph):
        self.face.load_glyph(glyph, freetype.FT_LOAD_RENDER | freetype.FT_LOAD_NO_HINTING)
        slot = self.face.glyph
        bitmap = slot.bitmap
        cell = numpy.zeros((CELL, CELL), numpy.float32)
        if bitmap.rows == 0 or bitmap.width == 0:
            return cell
        ink = numpy.array(bitmap.buffer, numpy.uint8).reshape(bitmap.rows, bitmap.pitch)
        ink = ink[:, :bitmap.width]
        top, left = 112 - slot.bitmap_top, 32 + slot.bitmap_left
        y0, x0 = max(top, 0), max(left, 0)
        y1, x1 = min(top + ink.shape[0], CELL), min(left + ink.shape[1], CELL)
        if y0 < y1 and x0 < x1:
            cell[y0:y1, x0:x1] = ink[y0 - top:y1 - top, x0 - left:x1 - left] / 255
        return cell

    def advance(self, code):
        """Thousandths of an em."""
        self.face.load_glyph(self.glyphs[code], freetype.FT_LOAD_NO_SCALE)
        return self.face.glyph.advance.x * 1000 // self.face.units_per_EM


def catalogue(folder=ROOT / 'fonts'):
    """The faces of fonts.toml, in its order."""
    faces = tomllib.loads((folder / 'fonts.toml').read_text())['face']
    return [Face(one['id'], folder / 'installed' / one['file'], one['index']) for one in faces]


class Barred:
    """What barred.toml bars."""

    def __init__(self, folder=ROOT / 'fonts'):
        self.characters, self.ranges = {}, {}
        for group in tomllib.loads((folder / 'barred.toml').read_text())['barred']:
            for face in group['faces']:
                self.characters.setdefault(face, set()).update(group.get('characters', ''))
                self.ranges.setdefault(face, []).extend(
                    [int(end[2:], 16) for end in one.split('-')] for one in group.get('ranges', []))

    def has(self, face, code):
        return chr(code) in self.characters.get(face, ()) or any(
            first <= code <= last for first, last in self.ranges.get(face, ()))


def ink_box(picture):
    """(top, bottom, left, right) of the ink, or None."""
    rows, columns = numpy.where(picture.max(1) > .2)[0], numpy.where(picture.max(0) > .2)[0]
    return None if len(rows) == 0 else (rows[0], rows[-1] + 1, columns[0], columns[-1] + 1)


def stretched(picture):
    """The ink stretched to a square; what is far longer than broad keeps its proportions."""
    box = ink_box(picture)
    if box is None:
        return numpy.zeros((SQUARE, SQUARE), numpy.float32)
    top, bottom, left, right = box
    height, width = bottom - top, right - left
    tall, broad = max(height, width / 3), max(width, height / 3)
    y = (numpy.arange(SQUARE) + .5) / SQUARE * tall - (tall - height) / 2 + top - .5
    x = (numpy.arange(SQUARE) + .5) / SQUARE * broad - (broad - width) / 2 + left - .5
    return sampled(picture, y, x)


def sampled(picture, y, x):
    y, x = numpy.clip(y, 0, CELL - 1.001), numpy.clip(x, 0, CELL - 1.001)
    yi, xi = y.astype(int), x.astype(int)
    fy, fx = (y - yi)[:, None].astype(numpy.float32), (x - xi)[None, :].astype(numpy.float32)
    return ((picture[numpy.ix_(yi, xi)] * (1 - fx) + picture[numpy.ix_(yi, xi + 1)] * fx) * (1 - fy) +
            (picture[numpy.ix_(yi + 1, xi)] * (1 - fx) + picture[numpy.ix_(yi + 1, xi + 1)] * fx) * fy)


def soft_fields(size):
    """How much each of `size` pixels belongs to each field."""
    centres = (numpy.arange(FIELDS) + .5) * size / FIELDS
    reach = size / FIELDS * .6
    return numpy.exp(-((numpy.arange(size)[None, :] - centres[:, None]) / reach) ** 2 / 2).astype(numpy.float32)


WEIGHTS = {SQUARE: soft_fields(SQUARE), CELL: soft_fields(CELL)}


def described(picture):
    """The directions of the edges, field by field; of length 1."""
    dy, dx = numpy.gradient(picture)
    strength = numpy.hypot(dx, dy)
    place = (numpy.arctan2(dy, dx) / (2 * numpy.pi) % 1) * DIRECTIONS
    low = place.astype(int) % DIRECTIONS
    part = place - numpy.floor(place)
    weights = WEIGHTS[picture.shape[0]]
    planes = numpy.zeros((DIRECTIONS, *picture.shape), numpy.float32)
    rows, columns = numpy.nonzero(strength)
    planes[low[rows, columns], rows, columns] = (strength * (1 - part))[rows, columns]
    planes[(low[rows, columns] + 1) % DIRECTIONS, rows, columns] += (strength * part)[rows, columns]
    fields = numpy.sqrt(weights @ planes @ weights.T).ravel()
    length = numpy.linalg.norm(fields)
    return fields / length if length > 0 else fields


def shape(picture):
    return described(stretched(picture))


def is_han(code):
    return (0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x323AF or
            code == 0x3007)


def equivalent(a, b):
    """One character with two numbers: compatibility, radicals."""
    fold = [unicodedata.normalize('NFKC', chr(c)) for c in (a, b)]
    return fold[0] == fold[1]
