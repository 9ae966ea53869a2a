#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Real texts the whole way: manuscripts in, issues of a hundred out, searched from the command line.

    issue_laws.py GONGBAO TEXTS.jsonl DATA [--queries N] [--issued]

TEXTS.jsonl holds {"title", "notes", "body"} a line. Each becomes a text file, is imported, placed in an issue
and issued into the archive in DATA. Then N queries a class are put to `gongbao search`, and the ids it
finds are held against a scan of all texts. Exit code 1 when one is missing or too many.
"""
import argparse, json, pathlib, random, re, sqlite3, statistics, subprocess, sys, time, unicodedata

BATCH = 100


def manuscript(row):
    notes = "".join(f"（{note}）\n" for note in row["notes"])
    return f"{row['title']}\n{notes}" + re.sub(r"(?m)^#+\s*", "", row["body"]) + "\n"


def call(gongbao, data, *arguments):
    done = subprocess.run([gongbao, "--data", data, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f"gongbao {arguments[:3]}: exit {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


def issue_all(gongbao, rows, data):
    folder = pathlib.Path(data) / "manuscripts"
    folder.mkdir(parents=True, exist_ok=True)
    call(gongbao, data, "gazette", "--name", "法律汇编", "--section", "法规")
    pages = 0
    for first in range(0, len(rows), BATCH):
        number = first // BATCH + 1
        files = []
        for i, row in enumerate(rows[first:first + BATCH], first):
            files.append(folder / f"{i:05}.txt")
            files[-1].write_text(manuscript(row), encoding="utf-8")
        call(gongbao, data, "issue", "new", f"2026-{number}", "--date", "2026-01-15")
        call(gongbao, data, "issue", "add", f"2026-{number}", "--section", "法规", *files)
        printed = call(gongbao, data, "issue", "publish", f"2026-{number}", "--issued-at",
                       "2026-01-15T09:00:00+08:00", "--accept-print-errors")
        pages += int(re.search(r"(\d+) 页", printed)[1])
        print(printed.strip(), flush=True)
    return pages


def fold(text):
    """White space inside a line does not part words; the end of a line does."""
    return re.sub(r"[^\S\n]+", "", unicodedata.normalize("NFKC", text).lower())


def stored_texts(data):
    """The plain text of every record, by its id, straight from the archive's tables (docs/formats.md)."""
    rows = sqlite3.connect(f"file:{data}/archive.sqlite?mode=ro", uri=True).execute(
        "SELECT year || '-' || number || '-' || place, text FROM"
        " (SELECT e.year, e.number, r.place, p.text FROM plain p"
        "  JOIN record r ON r.id = p.record JOIN edition e ON e.id = r.edition)")
    return {id: fold(text) for id, text in rows}


def queries(texts, each):
    dice = random.Random(38)
    han = re.compile(r"[\u4e00-\u9fff]+")

    def piece(length):
        while True:
            runs = [run for run in han.findall(dice.choice(texts)) if len(run) >= length]
            if runs:
                run = dice.choice(runs)
                start = dice.randrange(len(run) - length + 1)
                return run[start:start + length]

    for name, length in (("one character", 1), ("two characters", 2), ("three", 3), ("four", 4), ("long phrase", 12)):
        for _ in range(each):
            query = piece(length)
            yield name, query, [query]
    for _ in range(each):
        pair = [piece(2), piece(3)]
        yield "two terms", " ".join(pair), pair
    for _ in range(each):
        wide = piece(2)
        year = str(dice.randrange(1995, 2024))
        yield "full-width digits", "".join(chr(ord(c) + 0xFEE0) for c in year) + " " + wide, [year, wide]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("gongbao"), parser.add_argument("texts"), parser.add_argument("data")
    parser.add_argument("--queries", type=int, default=30)
    parser.add_argument("--issued", action="store_true", help="DATA holds the texts already: only search")
    chosen = parser.parse_args()
    rows = [json.loads(line) for line in open(chosen.texts, encoding="utf-8")]
    # A manuscript handed in twice is one document: the desk knows it by its digest.
    distinct = list({manuscript(row): row for row in rows}.values())
    print(f"{len(rows)} texts, {len(rows) - len(distinct)} of them a second time")
    rows = distinct
    started = time.time()
    if not chosen.issued:
        pages = issue_all(chosen.gongbao, rows, chosen.data)
        print(f"{len(rows)} texts, {pages} pages issued in {time.time() - started:.1f} s")
    folded = stored_texts(chosen.data)
    assert len(folded) == len(rows), (len(folded), len(rows))
    wrong, times = 0, {}
    for name, query, parts in queries([manuscript(row) for row in rows], chosen.queries):
        truth = {id for id, text in folded.items() if all(fold(part) in text for part in parts)}
        began = time.time()
        answer = json.loads(call(chosen.gongbao, chosen.data, "search", query, "--json", "--limit", 100000))
        times.setdefault(name, []).append((time.time() - began) * 1000)
        found = {hit["id"] for hit in answer["hits"]}
        # Where no text has all words the ladder goes on to looser steps, and says so.
        loose = not truth and answer["step"] in ("any-word", "none")
        if not loose and (found != truth or answer["total"] != len(truth)):
            wrong += 1
            print(f"WRONG {name} {query!r} {answer['step']}: {len(truth - found)} missing, {len(found - truth)} too many")
    for name, taken in times.items():
        print(f"{name:18} median {statistics.median(taken):6.1f} ms  worst {max(taken):6.1f} ms (whole process, all hits)")
    print(f"{sum(map(len, times.values()))} queries, {wrong} wrong")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
