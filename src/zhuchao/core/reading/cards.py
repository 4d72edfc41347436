"""Blocks of contacts: whom to reach, where and how, also on lines that do not say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from zhuchao.core.reading import bars, cues, offering
from zhuchao.core.reading.lines import Line, Sheet
from zhuchao.core.reading.wording import MAX_META, MAX_SHORT, is_foot
from zhuchao.core.vocabulary.page import BODY_KINDS, ZoneKind

CONTACT_GAP = 2
# Where the site's owner sits, and its own hot line, stand so few lines above its licence.
MAX_ABOVE_FOOT = 4
MAX_CARD = 5
MAX_CARD_LINE = 30
_ABOVE = BODY_KINDS | {ZoneKind.NAVIGATION}


def join_contacts(lines: Sequence[Line], kinds: list[ZoneKind], start: int) -> None:
    """Short lines between two lines of a contact block belong to it, and labelled ones beside."""
    known = [at for at, kind in enumerate(kinds) if kind is ZoneKind.CONTACT and at >= start]
    if ZoneKind.CONTACT not in kinds:
        return
    for before, after in pairwise(known):
        if after - before <= CONTACT_GAP + 1:
            _join(
                kinds,
                [at for at in range(before + 1, after) if _may_be_contact(lines[at])],
            )
    beside = [(at, at - 1) for at in range(1, len(lines))]
    beside += [(at, at + 1) for at in range(len(lines) - 2, -1, -1)]
    for at, next_to in beside:
        is_beside = kinds[next_to] is ZoneKind.CONTACT and kinds[at] in _ABOVE
        if is_beside and _is_contact_label(lines[at]):
            kinds[at] = ZoneKind.CONTACT
    for at in range(len(lines) - 2, -1, -1):
        if kinds[at] in _ABOVE and _heads_contacts(lines, kinds, at):
            kinds[at] = ZoneKind.CONTACT


def _may_be_contact(line: Line) -> bool:
    return len(line.text) <= MAX_SHORT and not is_foot(line.plain)


def _heads_contacts(lines: Sequence[Line], kinds: Sequence[ZoneKind], at: int) -> bool:
    """The head of a block of contacts, or whose they are."""
    if len(lines[at].text) > MAX_CARD_LINE or kinds[at + 1] is not ZoneKind.CONTACT:
        return False
    text = lines[at].plain
    is_called = bool(
        cues.DIGITS.search(lines[at + 1].plain) or offering.CARD.match(lines[at + 1].plain)
    )
    if cues.CONTACT_HEAD.match(text) or (is_called and offering.CARD.match(text)):
        return True
    is_block = kinds[at + 2 : at + 3] == [ZoneKind.CONTACT]
    return is_block and bool(cues.ISSUER.search(text)) and not is_foot(text)


def class_addresses(lines: Sequence[Line], kinds: list[ZoneKind]) -> None:
    """Below the text, where the owner of the site sits is a contact as well as its telephone."""
    last = max((at for at, kind in enumerate(kinds) if kind in BODY_KINDS), default=len(lines))
    for at in range(last + 1, len(lines)):
        is_short = kinds[at] is ZoneKind.NAVIGATION and len(lines[at].text) <= MAX_SHORT
        if is_short and cues.ADDRESS.match(lines[at].plain):
            kinds[at] = ZoneKind.CONTACT


def site_contacts(lines: Sequence[Line], kinds: Sequence[ZoneKind]) -> frozenset[int]:
    """The lines that tell whom to ring about the site, not about what the page tells.

    Above the title one line alone, as several are a card; below the text what stands around the
    licences of the site.
    """
    title_at = kinds.index(ZoneKind.TITLE) if ZoneKind.TITLE in kinds else 0
    found: list[int] = []
    if ZoneKind.CONTACT not in kinds:
        return frozenset()
    for is_contact, run in groupby(range(title_at), key=lambda at: kinds[at] is ZoneKind.CONTACT):
        rows = list(run)
        found += rows if is_contact and len(rows) == 1 else []
    last = max((at for at, kind in enumerate(kinds) if kind in BODY_KINDS), default=len(lines))
    below = range(last, len(lines))
    foot = next((at for at in below if _is_site(lines[at], kinds[at])), len(lines))
    for at in range(max(last, foot - MAX_ABOVE_FOOT), len(lines)):
        is_site = at >= foot or (foot < len(lines) and _tells_of_site(lines[at]))
        found += [at] if kinds[at] is ZoneKind.CONTACT and is_site else []
    return frozenset(found)


def _tells_of_site(line: Line) -> bool:
    return bool(cues.SITE_ADDRESS.match(line.plain) or cues.SITE_CONTACT.search(line.plain))


def _is_site(line: Line, kind: ZoneKind) -> bool:
    is_short = kind is ZoneKind.NAVIGATION and len(line.plain) <= MAX_META
    return is_short and bool(cues.LICENCE.search(line.plain) or cues.FOOT_WITHIN.search(line.plain))


def join_cards(sheet: Sheet, kinds: list[ZoneKind], start: int) -> None:
    """A small block around a telephone is a card: who it is, what he is, how to reach him."""
    for at in range(start, len(sheet.lines)):
        line = sheet.lines[at]
        if kinds[at] is not ZoneKind.CONTACT or line.container < 0:
            continue
        card = sheet.containers[line.container].parent
        near = range(max(0, at - MAX_CARD), min(len(sheet.lines), at + MAX_CARD + 1))
        block = [i for i in near if sheet.is_within(sheet.lines[i].container, card)]
        is_small = 1 < len(block) <= MAX_CARD and block[0] > at - MAX_CARD
        if is_small and all(len(sheet.lines[i].text) <= MAX_CARD_LINE for i in block):
            for i in block:
                if kinds[i] in _ABOVE and _may_be_of_card(sheet.lines[i]):
                    kinds[i] = ZoneKind.CONTACT


def _may_be_of_card(line: Line) -> bool:
    is_way = any(link.address for link in line.links) or is_foot(line.plain)
    return not (is_way or bars.TOOLS.match(line.plain) or cues.LICENCE.search(line.plain))


def _join(kinds: list[ZoneKind], indexes: Iterable[int]) -> None:
    for at in indexes:
        if kinds[at] in BODY_KINDS:
            kinds[at] = ZoneKind.CONTACT


def _is_contact_label(line: Line) -> bool:
    text = cues.squeezed(line.plain)
    return len(text) <= MAX_SHORT and "。" not in text and bool(cues.CONTACT_LABEL.match(text))
