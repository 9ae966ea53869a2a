#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""read_back.py GONGBAO FOLDER: does the paper show the characters that the text says?

Sets a sample (the characters of Big5's first level that GB 2312 lacks, some of the second, all that fonts/barred.toml
bars of the styles' faces, and the marks of official texts) in each style; takes the glyphs out of the fonts embedded
in the PDF and compares each picture with the pictures that fonts of other families have of the character the PDF's
text says and of all others of the sample and of GB 2312. A drawn shape must be nearer to its own character.

Then the same of the barred characters with an empty list of them: all but those of NEAR must be found, or the check is
blind.
Ends with 1 when either fails. FOLDER takes what is made.
"""
import argparse
import io
import os
import pathlib
import re
import subprocess
import sys

import freetype
import numpy
import pikepdf

import shapes

STYLES = {'body': '仿宋', 'song': '宋', 'kai': '楷', 'hei': '黑', 'title': '小标宋'}
FIRST_FACES = ['fandol-fang', 'fandol-song', 'fandol-kai', 'fandol-song-bold', 'noto-sans-sc-bold']
MARKS = ('，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…～·％‰℃№￥＄￡§※①②③④⑤⑥⑦⑧⑨⑩㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩'
         'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ㎡㎥㎏㎜㎝㎞±×÷≤≥≠≈∞∠⊥∥√∑□■△▲○●◇◆☆★→←↑↓™©•＋－＝＜＞／＼｜＿＆＠＃＊')
RIVALS = '¥$~-˜'
NEAR = '郞锺隸'      # so like what is drawn for them that barred_test.cpp alone looks after them
RARE = 7            # every so many-th of the rare characters of Big5
MARGIN = .035       # of likeness: what is less may be the hand of another designer
SIGN_MARGIN = .2    # the same of marks, which designers draw more freely
SPECK = .3          # of the ink that another font spends
RAISED = .2         # of an em that a mark stands higher or lower than in another font
BLOCK = 1000
BARRED = shapes.Barred()
FAMILIES = {'Fandol': 'fandol', 'Noto': 'noto', 'LXGW': 'lxgw', 'Liberation': 'liberation',
            'BabelStone': 'babelstone', 'cw': 'cwtex'}


def codec_set(codec, first, last):
    """The Han that a double-byte codec has from lead byte `first` to `last`."""
    found = set()
    for high in range(first, last + 1):
        for low in range(0x40, 0xFF):
            try:
                found.add(bytes([high, low]).decode(codec))
            except UnicodeDecodeError:
                pass
    return {c for c in found if len(c) == 1 and shapes.is_han(ord(c))}


def barred_in_styles():
    """What is barred of the faces that the styles begin with."""
    characters = shapes.Barred().characters
    return set().union(*(own for face, own in characters.items() if face in FIRST_FACES))


def sample():
    common = codec_set('gb2312', 0xB0, 0xF7)
    rare = sorted(codec_set('cp950', 0xC9, 0xF9) - common)
    return sorted(codec_set('cp950', 0xA4, 0xC6) - common | set(rare[::RARE]) | set(MARKS) | barred_in_styles())


def home(folder, without_bars):
    """A home of the program, with the repository's fonts and words."""
    place = folder / ('home-without-bars' if without_bars else 'home')
    (place / 'fonts').mkdir(parents=True, exist_ok=True)
    for name, target in (('templates', 'templates'), ('fonts/installed', 'fonts/installed'),
                         ('fonts/fonts.toml', 'fonts/fonts.toml')):
        if not (place / name).exists():
            (place / name).symlink_to(shapes.ROOT / target)
    (place / 'fonts/barred.toml').write_text(
        'barred = []\n' if without_bars else (shapes.ROOT / 'fonts/barred.toml').read_text())
    return place


def typeset(gongbao, folder, style, characters, environment):
    """The characters in one style, as a PDF."""
    words = [c if shapes.is_han(ord(c)) else f'{c}字' for c in characters]
    paragraphs = [''.join(words[i:i + 50]) for i in range(0, len(words), 50)]
    (folder / 'sample.txt').write_text('字样\n' + ''.join(f'字{p}字。\n' for p in paragraphs))
    profile, pdf = folder / f'{style}.toml', folder / f'{style}.pdf'
    profile.write_text(f'inherits = "gongwen"\n[style.paragraph]\nfont = "{style}"\n')
    done = subprocess.run([gongbao, 'typeset', folder / 'sample.txt', '--profile', profile, '--date', '2026-01-01',
                           '--quiet', '-o', pdf], env=environment, capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f'{style}: gongbao ended with {done.returncode}: {done.stderr[-500:]}')
    return pdf


def fonts_of(pdf):
    found = {}
    for page in pdf.pages:
        fonts = page.Resources.get('/Font', {})
        for name in fonts.keys():
            found[str(fonts[name].BaseFont)] = fonts[name]
    return found.values()


def texts_of(font):
    """What each code of a font says."""
    cmap = font.ToUnicode.read_bytes().decode('latin-1')
    for code, text in re.findall(r'<([0-9A-F]{4})> <([0-9A-F]+)>', cmap[cmap.index('endcodespacerange'):]):
        yield int(code, 16), bytes.fromhex(text).decode('utf-16-be')


class Embedded(shapes.Face):
    """A font as the PDF has it; its code points are those of the PDF's text."""

    def __init__(self, font):
        self.name = re.sub(r'^/[A-Z]{6}\+', '', str(font.BaseFont))
        self.family = next((f for start, f in FAMILIES.items() if self.name.startswith(start)), self.name)
        inner = font.DescendantFonts[0]
        program = inner.FontDescriptor.get('/FontFile3', inner.FontDescriptor.get('/FontFile2'))
        self.data = program.read_bytes()
        self.face = freetype.Face(io.BytesIO(self.data))
        self.face.set_pixel_sizes(shapes.PIXELS, shapes.PIXELS)
        numbers = inner.get('/CIDToGIDMap')
        table = numbers.read_bytes() if numbers is not None else None
        self.glyphs = {}
        for code, text in texts_of(font):
            glyph = code if table is None else int.from_bytes(table[2 * code:2 * code + 2], 'big')
            if len(text) == 1:
                self.glyphs[ord(text)] = glyph


class Known:
    """A font of the catalogue to compare with: its shapes of `codes`, what is barred of it left out."""

    def __init__(self, face, codes):
        self.face = face
        self.codes = [c for c in codes if face.glyphs.get(c) and not BARRED.has(face.name, c)]
        self.place = {c: i for i, c in enumerate(self.codes)}
        self.shapes = numpy.array([shapes.shape(face.picture(c)) for c in self.codes], numpy.float32)


def height(picture):
    """Of the middle of the ink, in em."""
    top, bottom = (shapes.ink_box(picture) or (0, 0))[:2]
    return (top + bottom) / 2 / shapes.PIXELS


def misplaced(drawn, known):
    """A mark that is a speck beside the other font's, or stands elsewhere."""
    return drawn.sum() < SPECK * known.sum() or abs(height(drawn) - height(known)) > RAISED


def misread(drawn, codes, known):
    """(character, what it looks like, by how much) of the embedded font `drawn`."""
    codes = [c for c in codes if drawn.glyphs.get(c)]
    others = [k for k in known if k.face.family != drawn.family]
    for begin in range(0, len(codes), BLOCK):
        block = codes[begin:begin + BLOCK]
        pictures = [drawn.picture(c) for c in block]
        seen = numpy.array([shapes.shape(p) for p in pictures], numpy.float32)
        rows = [(k, seen @ k.shapes.T) for k in others]
        for i, code in enumerate(block):
            han = shapes.is_han(code)
            verdicts = []
            for k, likeness in rows:
                if code not in k.place:
                    continue
                best = int(likeness[i].argmax())
                if shapes.equivalent(code, k.codes[best]):
                    best = k.place[code]
                verdicts.append((float(likeness[i][best] - likeness[i][k.place[code]]), chr(k.codes[best])))
                if not han and misplaced(pictures[i], k.face.picture(code)):
                    verdicts[-1] = (1., 'a mark of another size or place')
            if verdicts and min(verdicts)[0] > (MARGIN if han else SIGN_MARGIN):
                yield chr(code), min(verdicts)[1], min(verdicts)[0]


def read_back(gongbao, folder, characters, known, without_bars):
    """{character: lines about the styles in which it looks like another}; how many glyphs were looked at."""
    environment = {**os.environ, 'GONGBAO_HOME': str(home(folder, without_bars))}
    han, marks = ([ord(c) for c in characters if shapes.is_han(ord(c)) == is_han] for is_han in (True, False))
    found, glyphs = {}, 0
    for style, name in STYLES.items():
        with pikepdf.open(typeset(gongbao, folder, style, characters, environment)) as pdf:
            for font in fonts_of(pdf):
                drawn = Embedded(font)
                glyphs += len(drawn.glyphs)
                for codes, others in zip((han, marks), known):
                    for own, other, amount in misread(drawn, codes, others):
                        found.setdefault(own, []).append(f'{name} {drawn.name}: {own} looks like {other} ({amount:.2f})')
    return found, glyphs


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('gongbao')
    parser.add_argument('folder', type=pathlib.Path)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    characters = sample()
    signs = {c for c in characters if not shapes.is_han(ord(c))} | set(RIVALS)
    rivals = sorted(ord(c) for c in set(characters) - signs | codec_set('gb2312', 0xB0, 0xF7))
    signs = sorted(map(ord, signs))
    faces = {face.name: face for face in shapes.catalogue()}
    known = [[Known(faces[name], rivals) for name in ('noto-serif-sc', 'lxgw-wenkai', 'babelstone-han')],
             [Known(faces[name], signs) for name in ('noto-serif-sc', 'lxgw-wenkai', 'liberation-serif')]]
    found, glyphs = read_back(options.gongbao, options.folder, characters, known, False)
    print(f'{len(characters)} characters in {len(STYLES)} styles, {glyphs} glyphs: {len(found)} look like another')
    for lines in found.values():
        print('\n'.join(lines))
    barred = barred_in_styles()
    seen, _ = read_back(options.gongbao, options.folder, sorted(barred), known, True)
    missed = barred - set(seen) - set(NEAR)
    print(f'without bars: {len(barred)} barred characters, {len(missed)} not found: {"".join(sorted(missed))}')
    return 1 if found or missed else 0


if __name__ == '__main__':
    sys.exit(main())
