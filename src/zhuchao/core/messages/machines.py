"""Cranes, lifts and docks of several kinds: 16吨行车2台,5吨4台 and 10吨、5吨行车各一台."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from zhuchao.core.messages.findings import Finding
from zhuchao.core.text.later import later
from zhuchao.core.vocabulary.term import MACHINES, FieldKey, Machines, Stance

EACH = "各"
STOP = later(r"[,;。、\s]")
PARTED = 10
# No house has so many: each is weighed against each, and a long paste must not cost their square.
MOST_KINDS = 24
NAMED = Machines(None, None)


def joined_machines(found: Iterable[Finding], text: str) -> list[Finding]:
    """The findings with one of machines a field, floor and exclusion, in which all kinds stand."""
    every = list(found)
    machines = [each for each in every if each.key in MACHINES]
    if not machines:
        return every
    several = dict[tuple[FieldKey, str, bool], list[Finding]]()
    for each in machines:
        place = (each.key, each.floor, each.stance is Stance.EXCLUDED)
        several.setdefault(place, []).append(_of_two_uses(each, text))
    rest = [each for each in every if each.key not in MACHINES]
    return rest + [_one(group, text) for group in several.values()]


def _one(group: Sequence[Finding], text: str) -> Finding:
    told = [each for each in group if each.value != NAMED][:MOST_KINDS]
    if not told or (len(group) == 1 and _is_one_kind(group[0])):
        return group[0]
    counts = [each for each in told if _machines(each).count is not None]
    tonnes = [each for each in told if _machines(each).count is None]
    first, *others = _kinds(_different(tonnes), counts, text)
    stance = next((each.stance for each in group if each.stance is not None), None)
    end = max(each.end for each in told)
    value = replace(first, others=tuple(others))
    return told[0]._replace(value=value, end=end, stance=stance)


def _is_one_kind(found: Finding) -> bool:
    told = _machines(found)
    return not told.others and (told.count is None or told.tonnes is None)


def _of_two_uses(each: Finding, text: str) -> Finding:
    """客货梯各1: one for people and one for goods."""
    count = _machines(each).count
    is_of_two = count and text.endswith("客货梯各", 0, each.start)
    return each._replace(value=Machines(2 * (count or 0), None)) if is_of_two else each


def _machines(found: Finding) -> Machines:
    return found.value if isinstance(found.value, Machines) else NAMED


def _different(tonnes: Iterable[Finding]) -> list[Finding]:
    """Without those that say the same again."""
    return list({_machines(each).tonnes: each for each in reversed(list(tonnes))}.values())[::-1]


def _kinds(tonnes: Sequence[Finding], counts: Sequence[Finding], text: str) -> list[Machines]:
    """One for each weight, with its count; a count of all of them together is none of them."""
    numbers = [_machines(each).count for each in counts]
    if not tonnes:
        return [Machines(numbers[0], None)]
    if len(numbers) == 1 and text[max(0, counts[0].start - 1)] == EACH:
        numbers *= len(tonnes)
    weights = [_machines(each).tonnes for each in tonnes]
    if len(numbers) == len(weights):
        return [Machines(*kind) for kind in zip(numbers, weights, strict=True)]
    owners = dict[int, Finding]()
    pairs = [(_apart(each, count, text), each.start, count) for each in tonnes for count in counts]
    nearest = {count.start: min(pair for pair in pairs if pair[2] is count) for count in counts}
    for _, owner, count in sorted(nearest.values(), key=lambda pair: -pair[0]):
        owners[owner] = count  # the nearest comes last
    owned = [owners.get(each.start) for each in tonnes]
    return [
        Machines(_machines(count).count if count else None, weight)
        for count, weight in zip(owned, weights, strict=True)
    ]


def _apart(one: Finding, other: Finding, text: str) -> int:
    """How far apart they stand; a stop between them parts them more than words do."""
    end, start = min(one.end, other.end), max(one.start, other.start)
    return start - end + PARTED * bool(STOP.search(text, end, max(end, start)))
