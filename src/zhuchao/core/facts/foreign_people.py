"""People whose names are not of a surname and one or two characters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhuchao.core.facts.foreign_names import FOREIGN, RARE, SOUNDED, SOUNDING, TRANSCRIBED
from zhuchao.core.facts.listed_after import listed_after
from zhuchao.core.facts.listed_people import shared_of
from zhuchao.core.facts.marks import Ground, Mark, Titled
from zhuchao.core.facts.name_ends import APPOINTING, ENDS, NO_GIVEN, is_end, is_inside, said_at
from zhuchao.core.facts.office_spans import Offices
from zhuchao.core.facts.offices import offices_after, offices_before
from zhuchao.core.facts.posts import offices_changed, posts_after

# 汉斯·穆勒(hans müller)先生.
LATIN = re.compile(r"\([a-z\u00c0-\u024f][a-z\u00c0-\u024f .·'-]*\)")
SHORTEST_SOUNDED = 4
# 局长再次…: what begins so hardly is a name without a clear end.
EVERYDAY = frozenset("和来加如则再且明达都不让")


def foreign_at(ground: Ground, at: int, taken: Sequence[Mark]) -> Titled | None:
    """A name of several parts beside an office; its last part ends where a name may."""
    is_latin = "a" <= ground.text[at] <= "z"
    found = None
    if is_latin or "·" in ground.text[at : at + 8]:
        found = FOREIGN.match(ground.text, at)
    before = offices_before(ground, at, taken) if found else ()
    if found is None or not (before or _may_begin(ground, at)) or _has_title(ground, found):
        return None
    least = max(ground.text.rfind(joint, at, found.end()) for joint in "· ") + 2
    for end in range(least, found.end() + 1):
        after = _after(ground, end)
        if after or (before and is_end(ground, end)):
            return Titled(at, end, (*before, *after))
    return _trimmed(ground, (at, least - 1), before)


def _may_begin(ground: Ground, at: int) -> bool:
    """Behind a stop or 任命, and not with the word that stands before the name."""
    is_free = not is_inside(ground, at) or APPOINTING.search(ground.text, max(0, at - 2), at)
    return bool(is_free) and len(ground.lexicon.words("cut").at(ground.text, at)) < 2


def _has_title(ground: Ground, name: re.Match[str]) -> bool:
    """馆经济领事苏菲·马丁: the name begins further on."""
    first = name[0].partition("·")[0]
    return any(True for _ in ground.lexicon.words("title").found(first))


def _after(ground: Ground, end: int) -> Offices:
    latin = LATIN.match(ground.text, end)
    end = latin.end() if latin else end
    return listed_after(ground, end)


def _trimmed(ground: Ground, of: tuple[int, int], before: Offices) -> Titled | None:
    """古丽娜尔·艾山顶着烈日: the last part goes as far as its characters write sounds."""
    last = SOUNDING.match(ground.text, of[1])
    return Titled(of[0], last.end(), before) if last and before else None


def sounded_at(ground: Ground, at: int, taken: Sequence[Mark]) -> Titled | None:
    """苏和巴特尔: by its sounds, though 苏 is a surname."""
    sounded = SOUNDED.match(ground.text, at)
    if sounded is None:
        return None
    before = offices_before(ground, at, taken)
    least = SHORTEST_SOUNDED - (not is_inside(ground, at))
    for end in range(sounded.end(), at + least - 1, -1):
        is_short = end - at < SHORTEST_SOUNDED
        is_called = at > 0 and ground.text[at - 1] in "的、和由" and not is_short
        after = _told_after(ground, end, is_called=is_called)
        is_clear = not is_short and (ENDS.match(ground.text, end) or said_at(ground, end))
        if after or (before and is_clear):
            return Titled(at, end, (*before, *after))
    is_whole = len(sounded[0]) >= SHORTEST_SOUNDED and sounded[0][0] not in EVERYDAY
    return Titled(at, sounded.end(), before) if before and is_whole else None


def _told_after(ground: Ground, end: int, *, is_called: bool) -> Offices:
    """The offices behind; of 阿里巴巴总裁 none."""
    if is_called or ground.text[end : end + 1] in ("", " ", "("):
        return offices_after(ground, end)
    return posts_after(ground, end) or offices_changed(ground, end)


def rare_at(
    ground: Ground, at: int, earlier: Sequence[Titled], taken: Sequence[Mark]
) -> Titled | None:
    """A surname that the table lacks: three characters between an office and a clear end."""
    transcribed = TRANSCRIBED.match(ground.text, at)
    if transcribed and (
        ENDS.match(ground.text, transcribed.end()) or said_at(ground, transcribed.end())
    ):
        told = offices_before(ground, at, taken)
        return Titled(at, transcribed.end(), told) if told else None
    end = at + 3
    if not RARE.fullmatch(ground.text[at:end]) or NO_GIVEN.search(ground.text[at + 1 : end]):
        return None
    after = ground.lexicon.words("afterperson").at(ground.text, end)
    inner = (ground.lexicon.words(r).at(ground.text, at) for r in ("cut", "afterperson", "generic"))
    if any(inner) or not (len(after) > 1 or ENDS.match(ground.text, end)):
        return None
    before = offices_before(ground, at, taken) or shared_of(ground, at, earlier)
    return Titled(at, end, before) if before else None
