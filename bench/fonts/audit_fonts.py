#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""audit_fonts.py --out FOLDER [--with NAME=FILE …] [FACE …]: what the faces of fonts.toml draw wrongly.

Candidates only: a person looks at the sheets. Every face (or those named) is compared with all faces of
another family that have the character, those of the catalogue and those given by --with. A character is a
candidate when

  other   the other faces all say: this is nearer to our picture of another character than to that of its own
  same    the face draws two characters alike that the other faces tell apart, or with one glyph
  unlike  it is less like the other faces' picture than nearly all characters of the face are
  empty   a visible character without ink, or with a speck of it

What no other face has is not judged but for its glyph. Shapes are kept in FOLDER for the next run. Candidates go
to FOLDER/FACE.tsv (code, character, test, the other character, how much) and to sheets, FOLDER/FACE-N.png.
"""
import argparse
import pathlib
import sys
import unicodedata

import numpy

import shapes
import sheet

SAME = .97      # so alike are two pictures of one character in one face, at least
MARGIN = .02    # of likeness: what is less may be chance
BLOCK = 1000


class Described:
    """The shapes of a face's characters, from the cache when they are there."""

    def __init__(self, face, cache, kind):
        self.face, self.kind = face, kind
        file = cache / f'{face.name}-{kind}.npz'
        if not file.exists():
            codes = [c for c in sorted(face.glyphs) if face.glyphs[c] and wanted(c, kind)]
            seen = [describe(face.picture(c), kind) for c in codes]
            numpy.savez(file, codes=numpy.array(codes),
                        shapes=numpy.array(seen, numpy.float16).reshape(-1, shapes.LENGTH))
        kept = numpy.load(file)
        self.codes = [int(c) for c in kept['codes']]
        self.shapes = kept['shapes'].astype(numpy.float32)
        self.place = {c: i for i, c in enumerate(self.codes)}

    def of(self, code):
        return self.shapes[self.place[code]]


def wanted(code, kind):
    return shapes.is_han(code) == (kind == 'han') and is_visible(code)


def describe(picture, kind):
    return shapes.shape(picture) if kind == 'han' else shapes.described(picture)


def is_visible(code):
    return unicodedata.category(chr(code)) not in ('Cc', 'Cf', 'Cn', 'Co', 'Cs', 'Zs', 'Zl', 'Zp')


def nearer_to_another(own, others):
    """{code: (margin, other)}: the least margin over all other faces by which another character is nearer."""
    margins = {}
    for other in others:
        shift = common_shift(own, other)
        theirs = other.shapes
        for begin in range(0, len(own.codes), BLOCK):
            codes = own.codes[begin:begin + BLOCK]
            seen = own.shapes[begin:begin + BLOCK] - shift
            seen /= numpy.linalg.norm(seen, axis=1, keepdims=True) + 1e-9
            likeness = seen @ theirs.T
            for k, code in enumerate(codes):
                if code not in other.place:
                    continue
                row = likeness[k]
                best = int(row.argmax())
                margin = float(row[best] - row[other.place[code]])
                if shapes.equivalent(code, other.codes[best]):
                    margin = 0
                margins.setdefault(code, []).append((margin, other.codes[best]))
    return {code: min(found) for code, found in margins.items() if min(found)[0] > MARGIN}


def common_shift(own, other):
    """What one style has throughout and the other has not."""
    both = [c for c in own.codes if c in other.place]
    if len(both) < 200:
        return 0
    return (own.shapes[[own.place[c] for c in both]].mean(0) -
            other.shapes[[other.place[c] for c in both]].mean(0))


def drawn_alike(own, others):
    """{code: (difference, other)}: pairs alike in this face, told apart by each face that has both."""
    pairs = {}
    for begin in range(0, len(own.codes), BLOCK):
        likeness = own.shapes[begin:begin + BLOCK] @ own.shapes.T
        for k, j in zip(*numpy.where(likeness > SAME)):
            a, b = own.codes[begin + k], own.codes[j]
            if a >= b or shapes.equivalent(a, b):
                continue
            apart = [float(likeness[k, j] - other.of(a) @ other.of(b))
                     for other in others if a in other.place and b in other.place]
            least = min(apart) if apart else (1. if own.face.glyphs[a] == own.face.glyphs[b] else 0)
            if least > MARGIN:
                for x, y in ((a, b), (b, a)):
                    pairs[x] = max(pairs.get(x, (0, 0)), (least, y))
    return pairs


def unlike_all(own, others):
    """{code: (distance, 0)}: the thousandth that is least like any other face's picture."""
    best = {}
    for other in others:
        for code in own.codes:
            if code in other.place:
                best[code] = max(best.get(code, -1), float(own.of(code) @ other.of(code)))
    if not best:
        return {}
    limit = min(numpy.quantile(list(best.values()), .003), .9)
    return {code: (1 - like, 0) for code, like in best.items() if like < limit}


def nearly_empty(face, others):
    """{code: (share of the others' ink that is missing, 0)}."""
    found = {}
    for code, glyph in face.glyphs.items():
        if not glyph or not is_visible(code):
            continue
        ink = face.picture(code).sum()
        theirs = [o.face.picture(code).sum() for o in others if o.face.glyphs.get(code)]
        if ink < 4 or (theirs and ink < .3 * min(theirs)):
            found[code] = (1 - ink / max(min(theirs, default=1), 1), 0)
    return found


def audit(face, faces, cache, out):
    candidates = []
    for kind in ('han', 'marks'):
        own = Described(face, cache, kind)
        others = [Described(o, cache, kind) for o in faces if o.family != face.family]
        others = [o for o in others if len(set(o.codes) & set(own.codes)) > 20]
        if not own.codes:
            continue
        tests = {'other': nearer_to_another, 'same': drawn_alike, 'unlike': unlike_all}
        for test, run in tests.items():
            for code, (amount, other) in run(own, others).items():
                candidates.append((test, amount, code, other))
        if kind == 'marks':
            for code, (amount, other) in nearly_empty(face, others).items():
                candidates.append(('empty', amount, code, other))
    candidates.sort(key=lambda c: (c[0], -c[1]))
    with open(out / f'{face.name}.tsv', 'w') as file:
        for test, amount, code, other in candidates:
            file.write(f'U+{code:04X}\t{chr(code)}\t{test}\t{chr(other) if other else ""}\t{amount:.3f}\n')
    rows = [(code, other, f'{test} {amount:.2f}') for test, amount, code, other in candidates]
    sheet.candidates(rows, face, [f for f in faces if f.family != face.family], out / face.name)
    print(f'{face.name}: {len(candidates)} candidates', flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--out', type=pathlib.Path, required=True)
    parser.add_argument('--with', dest='more', action='append', default=[], metavar='NAME=FILE')
    parser.add_argument('faces', nargs='*')
    options = parser.parse_args()
    cache = options.out / 'shapes'
    cache.mkdir(parents=True, exist_ok=True)
    faces = shapes.catalogue()
    faces += [shapes.Face(*one.split('=', 1)) for one in options.more]
    for face in faces:
        if not options.faces or face.name in options.faces:
            audit(face, faces, cache, options.out)


if __name__ == '__main__':
    sys.exit(main())
