"""Whose each of several figures is: 甲镇、乙镇分别到位6.2亿元、4.9亿元, 双方分别持股60%和40%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zhuchao.core.facts.marks import Mark, Marked
from zhuchao.core.facts.scenes import Scene, organisation_read, quoted
from zhuchao.core.vocabulary.fact import OrganisationKind
from zhuchao.core.vocabulary.read import Read

APART = re.compile(r"分别|依次")
JOINT = re.compile(r"(?:[、,，]|和|与|及|以及)")
# 双方, 两家公司: the two firms that were named last.
BOTH = re.compile(r"双方|二者|两者|(?:上述|这|以上)?[两二2]家(?:公司|企业)|两公司|两企业")
FIRMS = frozenset({OrganisationKind.COMPANY, OrganisationKind.BANK, OrganisationKind.FUND})


@dataclass(frozen=True, slots=True)
class Share:
    """Which of how many figures that are told of several it is."""

    nth: int
    of: int
    at: int
    metric: int


def owner_of(marked: Marked, share: Share, page_text: str, scene: Scene) -> Read[str] | None:
    """The one in the same place of the list before 分别; None where the numbers differ."""
    told = list(APART.finditer(marked.text, 0, share.at))
    ends = (found.start() for found in reversed(told))
    before = [end - (marked.text[end - 1 : end] in ",，") for end in ends]
    for end in (*before, share.metric):
        listed = _listed(marked, end)
        if len(listed) == share.of:
            return _read(marked, listed[share.nth], page_text, scene)
    if told and share.of == 2 and BOTH.search(marked.text, 0, told[-1].start()):
        pair = _last_two(marked, told[-1].start(), page_text, scene)
        return pair[share.nth] if len(pair) == 2 else None
    return None


def _listed(marked: Marked, end: int) -> list[Mark]:
    """The organisations or places with but a pause between them that end there."""
    found: list[Mark] = []
    bodies: list[Mark] = [*marked.organisations]
    bodies += [p for p in marked.places if not any(o.start <= p.start < o.end for o in bodies)]
    for mark in sorted((b for b in bodies if b.end <= end), key=lambda b: -b.end):
        if found and not JOINT.fullmatch(marked.text, mark.end, end):
            break
        if not found and mark.end != end:
            break
        found.insert(0, mark)
        end = mark.start
    return found


def _last_two(marked: Marked, end: int, page_text: str, scene: Scene) -> list[Read[str]]:
    told = [o for o in marked.organisations if o.kind in FIRMS and o.end <= end]
    own = [o for n, o in enumerate(told) if all(o.name != e.name for e in told[:n])]
    if len(own) > 1:
        return [organisation_read(marked, each, page_text, scene) for each in own[:2]]
    return list(scene.pair)


def pair_of(marked: Marked, page_text: str, scene: Scene) -> Sequence[Read[str]]:
    """The first two firms that the sentence names."""
    firms = [o for o in marked.organisations if o.kind in FIRMS]
    names = list(dict.fromkeys(each.name for each in firms))
    firsts = [next(o for o in firms if o.name == name) for name in names[:2]]
    return [organisation_read(marked, each, page_text, scene) for each in firsts]


def _read(marked: Marked, mark: Mark, page_text: str, scene: Scene) -> Read[str]:
    firm = next((o for o in marked.organisations if o is mark), None)
    return (
        organisation_read(marked, firm, page_text, scene)
        if firm
        else quoted(marked, mark, page_text)
    )
