"""Marked texts against what is found: F1 of each kind; slots of events and of the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.quality.facts.marks import FOLDER, Item, Marked, load
from benchmarks.quality.facts.telling import items_of
from benchmarks.quality.gate import Suite, digest_of
from zhuchao import tables
from zhuchao.core.facts import find

HALVES = ("test", "tuning")
VALUES = {"money", "area", "percent", "points", "date"}
# What stands before a name in a notice, and may be marked as its office or left out.
LABEL = re.compile(r"(?:联系|咨询|审核|经办|负责)人$")
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
        scores.add(kind, *_sides(marked, found, kind, _value))
    scores.add("date", *_dates(marked, found))
    scores.add("person", *_people(marked, found))
    _names(marked, found, scores)
    scores.add("measure", *(set(side) for side in _sides(marked, found, "measure", _link)))
    scores.add("subject", *_subjects(marked, found))
    scores.add("compare", *(list(_compares(side)) for side in (marked, found)))
    for kind in ("plan", "list", "rhythm", "cluster", "honour", "policy", "notice"):
        scores.add(kind, *_sides(marked, found, kind, _whole))
    _events(marked, found, scores)


def _sides(
    marked: Sequence[Item], found: Sequence[Item], kind: str, key: Callable[[Item], Hashable]
) -> tuple[list[Hashable], list[Hashable]]:
    return [key(m) for m in marked if m.kind == kind], [key(f) for f in found if f.kind == kind]


def _value(item: Item) -> str:
    """Amounts to five figures, so that ㎡ marked whole agree; dates as they are."""
    value = item.words[1]
    if item.kind == "date" or not value or value == "?":
        return value or "?"
    currency, _, number = value.rpartition(" ")
    ends = [f"{float(end):.4g}" for end in number.split("..") if end]
    return f"{currency} {'..'.join(ends)}".strip()


def _dates(marked: Sequence[Item], found: Sequence[Item]) -> tuple[set[str], set[str]]:
    """Each day, month and year once; marks leave out periods, and words such as 今年 at will."""
    wanted = {_value(each) for each in marked if each.kind == "date"}
    told = [(each.words[0], each.words[1].removeprefix("..")) for each in _of(found, "date")]
    return wanted, {
        value for written, value in told if value in wanted or _is_marked_kind(written, value)
    }


def _is_marked_kind(written: str, value: str) -> bool:
    return (
        bool(value)
        and ".." not in value
        and bool(re.search(r"[\d〇一二三四五六七八九十]", written))
    )


def _people(
    marked: Sequence[Item], found: Sequence[Item]
) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """A title counts with or without the body that it belongs to: 县商务局局长, 局长.

    Of a person all offices of the text count together; a label such as 联系人 may be left out.
    """
    wanted = {each.words[0]: _titles(each) for each in _of(marked, "person")}
    told: dict[str, list[str]] = {}
    for each in _of(found, "person"):
        told.setdefault(each.words[0], []).extend(_titles(each))
    got: dict[str, tuple[str, ...]] = {}
    for name, titles in told.items():
        gold, own = wanted.get(name, ()), _each_office(titles)
        own = own if any(LABEL.search(each) for each in gold) else _unlabelled(own)
        is_same = len(gold) == len(own) and all(
            a.endswith(b) or b.endswith(a) for a, b in zip(gold, own, strict=True)
        )
        got[name] = gold if is_same else own
    return {(k, *v) for k, v in wanted.items()}, {(k, *v) for k, v in got.items()}


def _each_office(titles: Sequence[str]) -> tuple[str, ...]:
    """县长 told again for 县委副书记、县长 is none of its own; in the order of their ends."""
    fullest = [t for t in titles if not any(o != t and o.endswith(t) for o in titles)]
    return tuple(sorted(set(fullest), key=_reversed))


def _unlabelled(titles: Sequence[str]) -> tuple[str, ...]:
    return tuple(each for each in titles if not LABEL.search(each))


def _of(items: Sequence[Item], kind: str) -> list[Item]:
    return [each for each in items if each.kind == kind]


def _titles(item: Item) -> tuple[str, ...]:
    return tuple(
        sorted({t for told in item.words[1:] for t in told.split("、") if t}, key=_reversed)
    )


def _reversed(word: str) -> str:
    return word[::-1]


def _names(marked: Sequence[Item], found: Sequence[Item], scores: Scores) -> None:
    """Organisations by their words, places by words and code, each once.

    A park may be marked as a place or as an organisation; it is found as both, and counts where
    it is marked, else once, as an organisation.
    """
    sides = {
        kind: (
            {_key(m) for m in marked if m.kind == kind},
            {_key(f) for f in found if f.kind == kind},
        )
        for kind in ("org", "place")
    }
    (orgs, found_orgs), (places, found_places) = sides["org"], sides["place"]
    both = {each for each in found_orgs if (*each, "") in found_places}
    found_orgs = {each for each in found_orgs if each not in both or (*each, "") not in places}
    found_places -= {(*each, "") for each in both if (*each, "") not in places}
    scores.add("org", orgs, found_orgs)
    scores.add("place", places, found_places)


def _key(item: Item) -> tuple[str, ...]:
    """来昆 and 昆 are one."""
    if item.kind == "place":
        return (re.sub(r"^[来赴在驻入](?=.$)", "", item.words[0]), *item.words[1:])
    return item.words[:1]


def _link(item: Item) -> tuple[str, ...]:
    return (*item.words, item.slot("value"), item.slot("period"))


def _subjects(
    marked: Sequence[Item], found: Sequence[Item]
) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """Measures with whose figure they are, where the marks tell it."""
    open_links = {_link(m) for m in _of(marked, "measure") if not m.slot("subject")}
    wanted = {_of_whom(m) for m in _of(marked, "measure") if m.slot("subject")}
    return wanted, {_of_whom(f) for f in _of(found, "measure") if _link(f) not in open_links}


def _of_whom(item: Item) -> tuple[str, ...]:
    """The link with its subject; 溧阳 and 溧阳市 are one."""
    return (*_link(item), re.sub(r"(?<=..)[省市县区]$", "", item.slot("subject")))


def _compares(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    for item in items:
        if item.kind == "measure" and item.slot("compare"):
            for each in item.slot("compare").split("、"):
                kind, _, value = each.partition(" ")
                yield item.words[0], f"{_kind(kind)} {_figure(value)}"


def _kind(kind: str) -> str:
    """高于 and 快于 are one, as are 全市平均 and 全市平均水平, 比年初 and 较年初."""
    kind = re.sub(r"^(?:高于|高出|领先)", "快于", kind.replace("—", "-"))
    kind = re.sub(r"^(?:快于|超)序时(?:进度)?", "超序时", re.sub(r"^比", "较", kind))
    return re.sub(r"(?:水平|增速|的?比重|的?比例)$", "", kind)


def _figure(written: str) -> str:
    """41.0% and 41%, 三成 and 30%, 84亿元 and 840000万元 are one."""
    tenths = re.fullmatch(r"\+?([一二两三四五六七八九])成", written)
    if tenths:
        return f"{'一二三四五六七八九'.index(tenths[1].replace('两', '二')) + 1}0%"
    found = re.match(r"([-+]?[\d.]+)(.*)", written)
    if found and found[2] == "亿元":
        return f"{float(found[1]) * 10_000:g}万元"
    return f"{float(found[1]):g}{found[2]}" if found else written


def _whole(item: Item) -> tuple[object, ...]:
    """All that is told; a notice with or without 关于, what a policy gives with or without 给予."""
    words = (re.sub(r"^(?:关于|给予)", "", word) for word in item.words if word)
    return (*words, *sorted(item.slots))


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
    for i, want in enumerate(wanted):
        own = [got[partner[i]]] if i in partner else []
        scores.add("event_slots", _event(want), [each for g in own for each in _placed(g, want)])
    scores.add("event_slots", [], [each for g in left for each in _event(g)])
    scores.add("events", range(len(partner)), range(len(partner)))
    tally = scores.tallies["events"]
    tally.found, tally.marked = tally.found + len(left), tally.marked + len(wanted) - len(partner)


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
