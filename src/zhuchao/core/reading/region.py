"""The main region of an HTML page, by the density of sentences against that of links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from zhuchao.core.reading.lines import Container, Line
from zhuchao.core.reading.teasers import teasers_of

# A region keeps at least this share of the sentences of the region around it. Tuned on the 48
# evaluation pages, 2026-11.
KEPT_SHARE = 0.72
MAX_LINKS = 0.35
# Sentences in a part whose class says comments, side bar or footer hardly count.
FURNITURE_WEIGHT = 0.1
FURNITURE_MAX_SHARE = 0.4
COMMENTS_MAX_SHARE = 0.9
# So much is told in a sentence of an article.
MIN_TOLD = 60.0

# So many looks of blocks are judged once.
KNOWN = 4096

_STOPS = re.compile(r"[，。；！？、：,;!?…]")
# Each begins with a letter of its own, and looks back: all other letters are passed over at once.
_FURNITURE = re.compile(
    r"comment|pinglun|reply(?<=\breply)|relate|recommend|tuijian|sidebar|side-bar|side\b(?<=\bside)"
    r"|aside|foot(?:er|\b)|copyright|nav(?<=\bnav)|crumb|share|disclaimer|login|hotnews"
    r"|hot\b(?<=\bhot)|right(?<![^\s_-]right)(?:$|[\s_-])|rank(?<=\brank)|guess(?<=\bguess)|xgxw"
    r"|statement|ad(?<=\bad)s?\b|advert"
)
_COMMENTS = re.compile(r"comment|pinglun|reply(?<=\breply)|cmnt")
# Whatever their classes say of their looks.
_TOLD_TAGS = frozenset({"p", "h1", "h2", "h3", "h4"})
_FURNITURE_TAGS = frozenset({"aside", "footer", "nav", "form"})


def region_of(
    lines: Sequence[Line], containers: tuple[Container, ...]
) -> tuple[frozenset[int], tuple[float, ...]]:
    """The containers that lie in the main region, and for each how much is told in it.

    The region leaves out what calls itself furniture; what is told counts all the same, in the
    container and in all below it.
    """
    told = [_sentence_weight(line) for line in lines]
    weights = _summed(lines, containers, told)
    furniture = _furniture(containers, weights)
    with_teasers = _with_teasers(furniture, teasers_of(lines, containers), containers)
    # On a page of nothing but teasers they are what is told.
    if any(
        weight >= MIN_TOLD and line.container >= 0 and not with_teasers[line.container]
        for line, weight in zip(lines, told, strict=True)
    ):
        furniture = with_teasers
    scores = _summed(lines, containers, told, furniture)
    children: dict[int, list[int]] = {}
    for index, (parent, _, _) in enumerate(containers):
        children.setdefault(parent, []).append(index)
    root = -1
    while True:
        best = max(children.get(root, []), key=lambda child: scores[child], default=None)
        total = scores[root] if root >= 0 else sum(scores[c] for c in children.get(-1, []))
        if best is None or not scores[best] or scores[best] < KEPT_SHARE * total:
            break
        root = best
    return _inside(_widened(root, containers), containers, furniture), tuple(weights)


def _widened(root: int, containers: tuple[Container, ...]) -> int:
    """A paragraph or a cell is no region: the block around it is."""
    while root >= 0 and containers[root].tag in {"p", "li", "ul", "ol", "blockquote", "dd", "h2"}:
        root = containers[root].parent
    return root


def _furniture(containers: tuple[Container, ...], weights: Sequence[float]) -> list[bool]:
    """Which containers call themselves furniture, and hold little enough to be that."""
    whole = max(weights, default=0.0)
    flags: list[bool] = []
    for (parent, tag, hints), weight in zip(containers, weights, strict=True):
        inherited = parent >= 0 and flags[parent]
        flags.append(inherited or weight <= _ceiling(tag, hints) * whole)
    return flags


def _with_teasers(
    furniture: list[bool], teasers: frozenset[int], containers: tuple[Container, ...]
) -> list[bool]:
    """Furniture, and the teasers with all that is in them."""
    if not teasers:
        return furniture
    flags: list[bool] = []
    for index, (parent, _, _) in enumerate(containers):
        inherited = parent >= 0 and flags[parent]
        flags.append(inherited or furniture[index] or index in teasers)
    return flags


# Most blocks of a page share their looks with others.
@lru_cache(KNOWN)
def _ceiling(tag: str, hints: str) -> float:
    """The largest share of the page's sentences with which such a block is still furniture."""
    if _COMMENTS.search(hints):
        return COMMENTS_MAX_SHARE
    if tag in _TOLD_TAGS:
        return -1.0
    if tag in _FURNITURE_TAGS or _FURNITURE.search(hints):
        return FURNITURE_MAX_SHARE
    return -1.0


def _summed(
    lines: Sequence[Line],
    containers: tuple[Container, ...],
    told: Sequence[float],
    furniture: Sequence[bool] = (),
) -> list[float]:
    """The lines' weights added up for each container; those of furniture hardly count."""
    scores = [0.0] * len(containers)
    for line, weight in zip(lines, told, strict=True):
        if weight and line.container >= 0:
            is_furniture = furniture and furniture[line.container]
            scores[line.container] += FURNITURE_WEIGHT * weight if is_furniture else weight
    for index in range(len(scores) - 1, -1, -1):
        score, parent = scores[index], containers[index][0]
        if score and parent >= 0:
            scores[parent] += score
    return scores


def _sentence_weight(line: Line) -> float:
    stops = 0 if line.link_share > MAX_LINKS else len(_STOPS.findall(line.text))
    if not stops:
        return 0.0
    return min(len(line.text), 40 * stops) * (1.0 - line.link_share)


def _inside(root: int, containers: tuple[Container, ...], furniture: list[bool]) -> frozenset[int]:
    inside: set[int] = set()
    root_is_furniture = root >= 0 and furniture[root]
    for index, (parent, _, _) in enumerate(containers):
        within = root < 0 or index == root or parent in inside
        if within and (root_is_furniture or not furniture[index]):
            inside.add(index)
    return frozenset(inside)
