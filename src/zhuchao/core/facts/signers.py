"""Associations that sign with a government: in what is told of projects they stand as firms do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from zhuchao.core.facts.marks import Marked, Named
from zhuchao.core.vocabulary.fact import OrganisationKind

SIGN = re.compile(r"签|达成")
WITH = ("与", "和", "同")
SIGNS = re.compile(r"[^,，。;；]{0,24}(?:签|达成)")
CLAUSE = re.compile(r"[^,，;；]+")
LEAST = 2
PUBLIC = frozenset({OrganisationKind.BUREAU, OrganisationKind.PARK})


def with_signers(paragraphs: Sequence[Sequence[Marked]]) -> list[list[Marked]]:
    """The paragraphs, where an association that signs with a public body is a party of its own."""
    return [[_with_signers(marked) for marked in paragraph] for paragraph in paragraphs]


def _with_signers(marked: Marked) -> Marked:
    named = marked.organisations
    if all(o.kind is not OrganisationKind.SOCIETY for o in named) or not SIGN.search(marked.text):
        return marked
    told = [_as_party(marked, n, each) for n, each in enumerate(named)]
    return replace(marked, organisations=told, projects=[])


def _as_party(marked: Marked, n: int, each: Named) -> Named:
    """某市人民政府与某协会签署…, or the other way round."""
    if each.kind is not OrganisationKind.SOCIETY:
        return each
    text, named = marked.text, marked.organisations
    before = named[n - 1] if n else None
    after = named[n + 1] if n + 1 < len(named) else None
    is_second = before is not None and text[before.end : each.start] in WITH
    is_first = after is not None and text[each.end : after.start] in WITH
    other = before if is_second else after if is_first else None
    last = after if is_first and not is_second and after else each
    is_party = other is not None and other.kind in PUBLIC and SIGNS.match(text, last.end)
    return replace(each, kind=OrganisationKind.COMPANY) if is_party else each


def agreements_in(marked: Marked) -> list[int]:
    """Where a sentence goes on with the next of several agreements: 甲与乙签…，丙与丁签…."""
    if marked.text.count("签") < LEAST:
        return []
    clauses = [each for each in CLAUSE.finditer(marked.text) if SIGN.search(each[0])]
    told = [each.start() for each in clauses if _is_agreement(marked, *each.span())]
    return told[1:]


def _is_agreement(marked: Marked, start: int, end: int) -> bool:
    """Whether two are named in it with but 与 between."""
    named = [o for o in marked.organisations if start <= o.start and o.end <= end]
    return any(marked.text[a.end : b.start] in WITH for a, b in pairwise(named))
