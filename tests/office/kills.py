#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""kills.py GONGBAO [--kills 300] [--seed N]: the office is killed (SIGKILL) at random moments of uploading, signing
off, making up, locking, signing the proof and issuing, and started again.

After each kill: `gongbao verify` finds nothing; each act whose answer was received stands in its table and in the
audit log; every row of an act has its one row there, and the other way round; an edition is whole or not there, is
the file that was signed, and has a number and documents that no other has. Then the act that was cut off is done
again, as a person would who got no answer, and the issue goes on until it is out.

Kills are spread evenly over the kinds of act; each falls somewhere between the sending of its request and a little
after the time it usually takes. Prints the seed and how many kills fell into each.
"""

import argparse
import collections
import contextlib
import random
import sqlite3
import sys
import tempfile
import threading
import time

import house as houses

SIGNOFFS = {"secrecy": "secrecy_reviewer", "first_review": "first_reviewer", "second_review": "second_reviewer",
            "final_review": "final_reviewer"}
ROLES = ["contact", "editor", "proofreader", "publisher", *SIGNOFFS.values()]
KINDS = ["upload", "sign", "add", "place", "lock", "sign_proof", "issue"]
START = "start"  # killed before it is asked anything
IN_AN_ISSUE = 2
SECTION = "省政府文件"
NEWEST = 60  # acts that are asked after each kill; at the end all are, and table and log are compared whole each time

RECEIVE = "item.receive"  # handed in again, the same file is the same item, and an act of its own
# For each act the rows that it leaves, named as the audit log names its object: table and log hold the same rows.
ACTS = {
    RECEIVE: "SELECT 'item ' || id FROM item",
    "signoff.give": "SELECT 'item ' || item FROM signoff",
    "issue.add": "SELECT 'issue ' || year || '-' || number FROM issue",
    "issue.place": "SELECT 'issue ' || year || '-' || number FROM issue_item",
    "issue.lock": "SELECT 'issue ' || year || '-' || number FROM proof",
    "proof.sign": "SELECT 'issue ' || year || '-' || number FROM proof_signed JOIN proof ON proof.id = proof",
}


def notice(number):
    return (f"云岭省人民政府办公厅关于第{number}类事项的通知\n云府办发〔2026〕{number}号\n\n各州、市人民政府：\n\n"
            f"现将第{number}类事项的有关安排通知如下。\n\n云岭省人民政府办公厅\n2026年3月6日\n")


class Book:
    """What desk and archive hold, read beside the program as another would. Opened to write, as a file whose writer
    was killed has to be put right by who comes next; nothing is written."""

    def __init__(self, data):
        self.data = data

    def rows(self, name, sql, *values):
        with contextlib.closing(sqlite3.connect(f"file:{self.data}/{name}.sqlite?mode=rw", uri=True)) as file:
            return file.execute(sql, values).fetchall()

    def desk(self, sql, *values):
        return self.rows("desk", sql, *values)

    def archive(self, sql, *values):
        return self.rows("archive", sql, *values)

    def has(self, sql, *values):
        return len(self.desk(sql, *values)) == 1

    def done(self, act):
        return collections.Counter(
            name for (name,) in self.desk("SELECT object FROM audit WHERE act = ? AND outcome = 'done'", act))

    def editions(self):
        """The number of an edition, its digest, its documents."""
        return {f"{year}-{number}": (digest, count) for year, number, digest, count in self.archive(
            "SELECT year, number, (SELECT b.digest FROM rendition f JOIN blob b ON b.id = f.blob "
            "WHERE f.edition = e.id AND f.kind = 'pdf'), (SELECT count(*) FROM record r WHERE r.edition = e.id) "
            "FROM edition e")}


class Act:
    """One step of the office's day. `send()` gives the answer and raises Gone when the program goes; `stands()` asks
    the tables whether it was done."""

    def __init__(self, kind, what, send, stands):
        self.kind = kind
        self.what = what
        self.send = send
        self.stands = stands


class Day:
    """Issues one after another, act by act."""

    def __init__(self, people, book):
        self.people = people
        self.book = book
        self.handed_in = 0

    def acts(self, issue):
        slug = f"2026-{issue}"
        items = []
        for _ in range(IN_AN_ISSUE):
            self.handed_in += 1
            number = self.handed_in
            yield self.upload(number)
            items += self.book.desk("SELECT i.id FROM item i JOIN item_version v ON v.item = i.id JOIN document d "
                                    "ON d.id = v.document WHERE d.title = ?", self.title(number))[0]
        for item in items:
            for kind, role in SIGNOFFS.items():
                yield self.sign(item, kind, self.people[role])
        yield self.add(issue)
        for item in items:
            yield self.place(slug, issue, item)
        yield self.lock(slug, issue)
        for sign, role in (("read", "proofreader"), ("permit", "publisher")):
            yield self.sign_proof(slug, issue, sign, self.people[role])
        yield self.issue(slug)

    @staticmethod
    def title(number):
        return notice(number).split("\n", 1)[0]

    def upload(self, number):
        def send():
            answer, outcome = self.people["contact"].hand_in(f"notice-{number}.txt", notice(number))
            good = outcome.get("outcome") in ("received", "known")
            return answer if good else wrong(answer, f"upload {number}")
        return Act("upload", f"upload {number}", send,
                   lambda: self.book.has("SELECT 1 FROM item_version v JOIN document d ON d.id = v.document "
                                         "WHERE d.title = ?", self.title(number)))

    def sign(self, item, kind, person):
        return Act("sign", f"{kind} of item {item}",
                   lambda: person.post(f"/items/{item}/sign", ("version", "1"), ("kind", kind), ("note", "同意")),
                   lambda: self.book.has("SELECT 1 FROM signoff WHERE item = ? AND kind = ?", item, kind))

    def add(self, issue):
        return Act("add", f"add issue {issue}",
                   lambda: self.people["editor"].post(
                       "/issues", ("year", "2026"), ("kind", "regular"), ("number", issue), ("running", ""),
                       ("date", houses.today())),
                   lambda: self.book.has("SELECT 1 FROM issue WHERE number = ?", issue))

    def seen(self, slug):
        return "state", self.people["editor"].get(f"/issues/{slug}").value("state")

    def place(self, slug, issue, item):
        return Act("place", f"place item {item} in {slug}",
                   lambda: self.people["editor"].post(f"/issues/{slug}/place", self.seen(slug), ("item", item),
                                                      ("section", SECTION)),
                   lambda: self.book.has("SELECT 1 FROM issue_item p JOIN item_version v USING(document) "
                                         "WHERE p.number = ? AND v.item = ?", issue, item))

    def lock(self, slug, issue):
        return Act("lock", f"lock {slug}",
                   lambda: self.people["editor"].post(f"/issues/{slug}/lock", self.seen(slug)),
                   lambda: self.book.has("SELECT 1 FROM proof WHERE number = ?", issue))

    def sign_proof(self, slug, issue, sign, person):
        def send():
            proof = person.get(f"/issues/{slug}").value("proof")
            return person.post(f"/issues/{slug}/sign-proof", ("proof", proof), ("sign", sign))
        return Act("sign_proof", f"{sign} the proof of {slug}", send,
                   lambda: self.book.has("SELECT 1 FROM proof_signed JOIN proof p ON p.id = proof "
                                         "WHERE p.number = ? AND sign = ?", issue, sign))

    def issue(self, slug):
        return Act("issue", f"issue {slug}",
                   lambda: self.people["publisher"].post(f"/issues/{slug}/issue", ("typed", slug), ("when", "")),
                   lambda: slug in self.book.editions())


def wrong(answer, what):
    raise AssertionError(f"{what}: {answer.status} {answer.text()[:2000]}")


class Killer:
    """Decides which act is the next to be cut off, and when in it."""

    def __init__(self, house, rng):
        self.house = house
        self.rng = rng
        self.usual = dict.fromkeys(KINDS, 0.05)  # seconds
        self.left = []
        self.timer = None
        self.next = self.rng.choice(KINDS)

    def choose(self):
        if not self.left:
            self.left = [*KINDS, START]
            self.rng.shuffle(self.left)
        self.next = self.left.pop()

    def watch(self, kind):
        """An act of this kind begins."""
        if kind == self.next and self.timer is None:
            self.timer = threading.Timer(self.rng.uniform(0, 1.3 * self.usual.get(kind, 0.1)), self.house.kill)
            self.timer.start()

    def took(self, kind, seconds):
        self.usual[kind] = 0.8 * self.usual[kind] + 0.2 * seconds

    def struck(self):
        self.timer.join()
        self.timer = None
        self.choose()


class Ordeal:
    def __init__(self, house, people, rng):
        self.house = house
        self.book = Book(house.data)
        self.day = Day(people, self.book)
        self.killer = Killer(house, rng)
        self.acknowledged = []
        self.killed = collections.Counter()
        self.came_through = collections.Counter()  # the act stood, and nobody had been told

    def run(self, kills):
        issue = 0
        while self.killed.total() < kills:
            issue += 1
            for act in self.day.acts(issue):
                self.carry_out(act)
        self.check(finished=True)
        return issue

    def carry_out(self, act):
        """Until it has been answered, however often the program is killed meanwhile."""
        while True:
            try:
                self.killer.watch(act.kind)
                began = time.monotonic()
                answer = act.send()
                self.killer.took(act.kind, time.monotonic() - began)
                good = answer.status in (200, 303) or act.stands()
                self.acknowledged.append(act)
                if not good:
                    wrong(answer, act.what)
                self.await_kill(act)
                return
            except houses.Gone:
                if self.killer.timer is None:
                    raise
                self.rise(act)

    def await_kill(self, act):
        """A timer that runs may strike behind its act: then it is the pause between two acts that is cut off."""
        if self.killer.timer is not None:
            self.killer.timer.join()
            self.rise(act)

    def rise(self, act):
        assert self.house.bury(), f"the program ended by itself in {act.what}"
        self.killed[self.killer.next] += 1
        self.killer.struck()
        self.check()
        self.came_through[act.kind] += act.stands() and act not in self.acknowledged
        while self.killer.next == START:
            self.stumble()
        self.house.start()
        self.house.await_address()

    def stumble(self):
        """Killed while it starts."""
        self.house.start()
        time.sleep(self.killer.rng.uniform(0, 0.15))
        self.house.kill()
        assert self.house.bury(), "the program ended by itself while it started"
        self.killed[START] += 1
        self.killer.choose()
        self.check()

    def check(self, finished=False):
        verified = self.house.run("verify")
        assert verified.returncode == 0, f"verify: {verified.stdout}{verified.stderr}"
        for act in self.acknowledged if finished else self.acknowledged[-NEWEST:]:
            assert act.stands(), f"{act.what} was answered and is lost"
        for act, sql in ACTS.items():
            rows = collections.Counter(name for (name,) in self.book.desk(sql))
            noted = self.book.done(act)
            same = rows.keys() == noted.keys() if act == RECEIVE else rows == noted
            assert same, f"{act}: without a note {rows - noted}, noted without being done {noted - rows}"
        self.check_editions(finished)

    def check_editions(self, finished):
        editions = self.book.editions()
        proofs = {f"{year}-{number}": (digest, count) for year, number, digest, count in self.book.desk(
            "SELECT year, number, digest, (SELECT count(*) FROM issue_item i WHERE i.year = p.year AND i.number = "
            "p.number) FROM standing_proof p")}
        for slug, edition in editions.items():
            assert edition == proofs.get(slug), f"{slug} came out as {edition}, signed was {proofs.get(slug)}"
        count, = self.book.archive("SELECT count(*) FROM edition")[0]
        records, numbers = self.book.archive("SELECT count(*), count(DISTINCT number) FROM record")[0]
        assert count == len(editions) and records == numbers, "a number came out twice"
        noted = self.book.done("issue.issue")
        unknown = [name for name, times in noted.items() if times > 1 or name.removeprefix("issue ") not in editions]
        assert not unknown, f"noted as issued twice, or never issued: {unknown}"
        told = {act.what.removeprefix("issue ") for act in self.acknowledged if act.kind == "issue"}
        for slug in editions if finished else told:
            assert noted[f"issue {slug}"] == 1, f"{slug} is out and not in the audit log"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("gongbao")
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    wanted = parser.parse_args()
    print(f"seed {wanted.seed}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        house = houses.House(wanted.gongbao, folder)
        house.start()
        house.await_address()
        ordeal = Ordeal(house, houses.settle(house, ROLES), random.Random(wanted.seed))
        try:
            issues = ordeal.run(wanted.kills)
        finally:
            house.stop()
    for kind, times in sorted(ordeal.killed.items()):
        print(f"killed in {kind}: {times}; done though nobody was told: {ordeal.came_through[kind]}")
    print(f"{ordeal.killed.total()} kills, {len(ordeal.acknowledged)} acts answered and kept, {issues} issues out, "
          f"{time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
