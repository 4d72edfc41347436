"""Marked texts against what is found: F1 of each kind; slots of events and of the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.quality.facts.alike import (
    compares_of,
    key_of,
    link_of,
    of_kind,
    people_of,
    value_of,
    whole_of,
    whom_of,
)
from benchmarks.quality.facts.marks import FOLDER, Item, Marked, load
from benchmarks.quality.facts.telling import items_of
from benchmarks.quality.gate import Suite, digest_of
from zhuchao import tables
from zhuchao.core.facts import find

HALVES = ("test", "tuning")
VALUES = {"money", "area", "percent", "points", "date"}
OF_PROJECT = ("total", "land")
EVENT_SLOTS = (
    "kind", "investor", "company", "counterparty", "project", "total", "land", "place", "date",
    "trade", "mood",
)  # fmt: skip


@dataclass
class Tally:
    """Right, found and marked, for one figure."""

    right: int = 0
    found: int = 0
    marked: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.found + self.marked)


@dataclass
class Scores:
    """The tallies by figure, and what went wrong."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    def add(self, name: str, marked: Iterable[Hashable], found: Iterable[Hashable]) -> None:
        """Compare two collections; what stands twice counts twice."""
        wanted, got = Counter(marked), Counter(found)
        tally = self.tallies.setdefault(name, Tally())
        tally.right += (wanted & got).total()
        tally.found += got.total()
        tally.marked += wanted.total()
        self.failures += [f"{name}: missed {each}" for each in (wanted - got).elements()]
        self.failures += [f"{name}: invented {each}" for each in (got - wanted).elements()]


def suites(*, is_verbose: bool) -> Iterator[Suite]:
    """The two halves; failures are shown of the one that rules are tuned on."""
    texts = load()
    for half in HALVES:
        chosen = [each for each in texts if each.half == half]
        yield measure(f"facts.{half}", chosen, is_verbose=is_verbose and half == "tuning")


def measure(name: str, texts: Sequence[Marked], *, is_verbose: bool = False) -> Suite:
    """One half; without texts it is absent and not judged."""
    if not texts:
        return Suite(name, "", {}, notes=(f"absent: no text of this half in {FOLDER.name}/",))
    scores, reference, notes = Scores(), tables.load(), []
    for text in texts:
        facts = find(text.page, reference)
        known = len(scores.failures)
        judge(text.items, list(items_of(facts, text.page.text)), scores)
        notes += [f"{text.page.text[:18]!r} {each}" for each in scores.failures[known:]]
    digest = digest_of(f"{each.page.text}{each.items}".encode() for each in texts)
    figures = {kind: tally.f1 for kind, tally in sorted(scores.tallies.items())}
    return Suite(name, digest, figures, notes=tuple(notes) if is_verbose else ())


def judge(marked: Sequence[Item], found: Sequence[Item], scores: Scores) -> None:
    """All figures of one text."""
    for kind in sorted(VALUES - {"date"}):
        scores.add(kind, *_sides(marked, found, kind, value_of))
    scores.add("date", *_dates(marked, found))
    scores.add("person", *people_of(marked, found))
    _names(marked, found, scores)
    scores.add("measure", *(set(side) for side in _sides(marked, found, "measure", link_of)))
    scores.add("subject", *_subjects(marked, found))
    scores.add("compare", *(list(compares_of(side)) for side in (marked, found)))
    for kind in ("plan", "list", "rhythm", "cluster", "honour", "policy", "notice"):
        scores.add(kind, *_sides(marked, found, kind, whole_of))
    _events(marked, found, scores)


def _sides(
    marked: Sequence[Item], found: Sequence[Item], kind: str, key: Callable[[Item], Hashable]
) -> tuple[list[Hashable], list[Hashable]]:
    return [key(m) for m in marked if m.kind == kind], [key(f) for f in found if f.kind == kind]


def _dates(marked: Sequence[Item], found: Sequence[Item]) -> tuple[set[str], set[str]]:
    """Each day, month and year once; marks leave out periods, and words such as 今年 at will."""
    wanted = {value_of(each) for each in marked if each.kind == "date"}
    told = [(each.words[0], each.words[1].removeprefix("..")) for each in of_kind(found, "date")]
    return wanted, {
        value for written, value in told if value in wanted or _is_marked_kind(written, value)
    }


def _is_marked_kind(written: str, value: str) -> bool:
    return (
        bool(value)
        and ".." not in value
        and bool(re.search(r"[\d〇一二三四五六七八九十]", written))
    )


def _names(marked: Sequence[Item], found: Sequence[Item], scores: Scores) -> None:
    """Organisations by their words, places by words and code, each once.

    A park may be marked as a place or as an organisation; it is found as both, and counts where
    it is marked, else once, as an organisation.
    """
    sides = {
        kind: (
            {key_of(m) for m in marked if m.kind == kind},
            {key_of(f) for f in found if f.kind == kind},
        )
        for kind in ("org", "place")
    }
    (orgs, found_orgs), (places, found_places) = sides["org"], sides["place"]
    both = {each for each in found_orgs if (*each, "") in found_places}
    found_orgs = {each for each in found_orgs if each not in both or (*each, "") not in places}
    found_places -= {(*each, "") for each in both if (*each, "") not in places}
    scores.add("org", orgs, found_orgs)
    scores.add("place", places, found_places)


def _subjects(
    marked: Sequence[Item], found: Sequence[Item]
) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """Measures with whose figure they are, where the marks tell it."""
    open_links = {link_of(m) for m in of_kind(marked, "measure") if not m.slot("subject")}
    wanted = {whom_of(m) for m in of_kind(marked, "measure") if m.slot("subject")}
    return wanted, {whom_of(f) for f in of_kind(found, "measure") if link_of(f) not in open_links}


def _events(marked: Sequence[Item], found: Sequence[Item], scores: Scores) -> None:
    """Events are paired by the slots they share, best pair first; then each slot is judged."""
    wanted = [m for m in marked if m.kind == "event"]
    got = [f for f in found if f.kind == "event"]
    pairs = sorted(
        ((_shared(w, g), -i, -j) for i, w in enumerate(wanted) for j, g in enumerate(got)),
        reverse=True,
    )
    partner: dict[int, int] = {}
    for shared, i, j in pairs:
        if shared and -i not in partner and -j not in partner.values():
            partner[-i] = -j
    left = [g for j, g in enumerate(got) if j not in partner.values()]
    told: list[tuple[list[tuple[str, str]], list[tuple[str, str]]]] = [
        (_event(want), _placed(got[partner[i]], want) if i in partner else [])
        for i, want in enumerate(wanted)
    ]
    told += [([], _event(each)) for each in left]
    for want_slots, got_slots in told:
        scores.add("event_slots", *(filter(_is_of_stage, side) for side in (want_slots, got_slots)))
    scores.add("event_slots", *(_of_project([pair[side] for pair in told]) for side in (0, 1)))
    scores.add("events", range(len(partner)), range(len(partner)))
    tally = scores.tallies["events"]
    tally.found, tally.marked = tally.found + len(left), tally.marked + len(wanted) - len(partner)


def _is_of_stage(slot: tuple[str, str]) -> bool:
    return slot[0] not in OF_PROJECT


def _of_project(events: Sequence[list[tuple[str, str]]]) -> set[tuple[str, str]]:
    """Sums and land, each once a text: which of a project's stages bears them is convention."""
    return {slot for slots in events for slot in slots if slot[0] in OF_PROJECT}


def _event(item: Item) -> list[tuple[str, str]]:
    """The slots; 昆山 and 昆山市 are one place."""
    slots = [(name, item.slot(name)) for name in EVENT_SLOTS if item.slot(name)]
    return [
        ("step", item.words[0]),
        *((n, re.sub(r"(?<=..)[市县区]$", "", v) if n == "place" else v) for n, v in slots),
    ]


def _placed(got: Item, wanted: Item) -> list[tuple[str, str]]:
    """The slots; the park counts as the place where it is marked so, a trade only where one is."""
    site = got.slot("site")
    slots = [each for each in _event(got) if each[0] != "trade" or wanted.slot("trade")]
    if not site or wanted.slot("place") != site:
        return slots
    return [
        *(each for each in slots if each[0] != "place"),
        ("place", re.sub(r"(?<=..)[市县区]$", "", site)),
    ]


def _shared(wanted: Item, got: Item) -> int:
    """Slots in common; the names of the parties and of the project weigh most."""
    common = set(_event(wanted)) & set(_event(got))
    heavy = {"investor", "project", "total", "company"}
    return sum(3 if name in heavy else 1 for name, _ in common)
