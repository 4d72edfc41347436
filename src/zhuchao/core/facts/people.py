"""People, where a name stands beside an office: 县委书记张明远, 李强董事长, and lists of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhuchao.core.facts.foreign_names import FOREIGN, SOUNDED
from zhuchao.core.facts.foreign_people import foreign_at, rare_at, sounded_at
from zhuchao.core.facts.honoured_people import honoured_people, is_quoted
from zhuchao.core.facts.listed_after import listed_after
from zhuchao.core.facts.listed_people import shared_of, with_shared_change
from zhuchao.core.facts.marks import Ground, Mark, Titled
from zhuchao.core.facts.name_ends import APPOINTING, ENDS, ends_of, is_end, is_inside, said_at
from zhuchao.core.facts.offices import offices_before
from zhuchao.core.facts.places import AFTER_APPROACH
from zhuchao.core.facts.posts import offices_changed, posts_after

# Surnames that are everyday words begin a name before its office behind a stop only.
COMMON_SURNAMES = frozenset("和于关来车华有安成向时经公从由同对到")
EVERYDAY = ("generic", "namepart", "metric", "whole", "title", "ending", "stage", "listhead")
CONJUNCTIONS = frozenset("和从由同对到")
# Behind an office these begin a name only where it ends clearly: 老板都认得.
DOUBTFUL = CONJUNCTIONS | frozenset("都连能有来经公向时应")
# Without an office, a form of address or an honour no person is told; most sentences have none.
TELLING = ("title", "address")
# 杨柳坪村党支部书记: a village, nobody's name.
OF_PLACE = re.compile("[村镇乡]|社区|街道|园区")
COMES = re.compile("[来赴].")


def people_of(ground: Ground, taken: Sequence[Mark]) -> tuple[Titled, ...]:
    """The people of a folded text in order."""
    is_told = any(ground.lexicon.words(role).starts(ground.text) for role in TELLING)
    if not is_told and "授予" not in ground.text:
        return ()
    covered, starts = _covered(ground, taken), _starts(ground)
    found: list[Titled] = []
    at = 0
    for start in sorted(starts - covered):
        person = _person_at(ground, start, found, taken) if at <= start < len(ground.text) else None
        if person is not None and not _is_word(ground, person):
            found.append(person)
            at = person.end
    told = {each.start for each in found}
    found += [each for each in honoured_people(ground, covered) if each.start not in told]
    found.sort(key=lambda each: each.start)
    return tuple(with_shared_change(ground, found, taken))


def _starts(ground: Ground) -> set[int]:
    """Where a name may start at all: at a surname, behind an office, at a foreign name."""
    words = ground.lexicon
    starts = {at for at, _ in words.words("surname").found(ground.text)}
    for start, word in words.words("title").found(ground.text):
        end = start + len(word)
        blank = len(ground.text) - len(ground.text[end:].lstrip(" :为是"))
        starts.update(range(end, blank + 1))
    starts.update(mark.end for mark in ground.places)
    starts.update(at + 1 for at, mark in enumerate(ground.text) if mark in "、和")
    if FOREIGN.search(ground.text):
        starts.update(range(len(ground.text)))
    starts.update(name.start() for name in SOUNDED.finditer(ground.text))
    return starts


def _covered(ground: Ground, taken: Sequence[Mark]) -> set[int]:
    """Where no name begins: in an organisation or office, at a place or another word."""
    covered = {at for mark in taken for at in range(mark.start, mark.end)}
    covered |= ground.figures
    covered |= {
        mark.start
        for mark in ground.places
        if mark.end > mark.start + 1 and not _may_be_called(ground, mark.start, taken)
    }
    words = [
        (start, start + (len(word) if role == "title" else 1))
        for role in ("title", "untitled", "rhythm", "period")
        for start, word in ground.lexicon.words(role).found(ground.text)
        if len(word) > 1
    ]
    return covered | {at for start, end in words for at in range(start, end)}


def _may_be_called(ground: Ground, at: int, taken: Sequence[Mark]) -> bool:
    """市长吉安澜: a person where a division of that name exists."""
    if ground.text[at] in COMMON_SURNAMES:
        return False
    is_named = bool(APPOINTING.search(ground.text, max(0, at - 2), at)) or any(
        offices_changed(ground, at + size) or posts_after(ground, at + size) for size in (2, 3)
    )
    return is_named or bool(offices_before(ground, at, taken))


def _is_word(ground: Ground, person: Titled) -> bool:
    """公司创始人, 干部: what stands beside the office is an everyday word."""
    name = ground.text[person.start : person.end]
    if (quoted := is_quoted(ground, person)) is not None:
        return quoted
    if ground.lexicon.words("address").at(ground.text, person.end):
        return False
    if OF_PLACE.match(ground.text, person.end) and person.titles[:1] == (
        (person.end, person.titles[0][1]),
    ):
        return True
    roles = ("generic", "cut", "metric", "whole", "title", "ending")
    if COMES.fullmatch(name) and AFTER_APPROACH.match(ground.text, person.end):
        return True
    if name[0] in COMMON_SURNAMES and _is_everyday(ground, name):
        return True
    return any(name in ground.lexicon.words(role) for role in roles)


def _is_everyday(ground: Ground, name: str) -> bool:
    """公示如下, 和平台: an everyday word begins or follows the surname."""
    is_begun = any(len(ground.lexicon.words(r).at(name, 0)) > 1 for r in ("cut", "afterperson"))
    return is_begun or any(name[1:] in ground.lexicon.words(r) for r in EVERYDAY)


def _person_at(
    ground: Ground, at: int, earlier: Sequence[Titled], taken: Sequence[Mark]
) -> Titled | None:
    foreign = foreign_at(ground, at, taken)
    if foreign is not None:
        return foreign
    sounded = sounded_at(ground, at, taken)
    if sounded is not None:
        return sounded
    surname = ground.lexicon.words("surname").at(ground.text, at)
    if not surname:
        return rare_at(ground, at, earlier, taken)
    return _named(ground, at, surname, (earlier, taken))


def _named(
    ground: Ground, at: int, surname: str, around: tuple[Sequence[Titled], Sequence[Mark]]
) -> Titled | None:
    """A surname with one or two characters behind it, beside an office."""
    earlier, taken = around
    before = offices_before(ground, at, taken)
    shared = shared_of(ground, at, earlier) if not before else ()
    may_begin = bool(before) or _may_begin(ground, at, surname)
    ends = ends_of(ground, at + len(surname)) if before or shared or may_begin else []
    if before and surname in CONJUNCTIONS:
        ends = [end for end in ends if end - at > 2 and said_at(ground, end)]
    if before and ground.text[at - 1 : at] == ":":  # 县委书记:白酒配套怎样配
        ends = [end for end in ends if ENDS.match(ground.text, end)]
    for end in ends:
        after = listed_after(ground, end) if may_begin else ()
        if after:
            is_aside = ground.text[end : end + 1] == "("
            return Titled(at, end, (*(before or (shared if is_aside else ())), *after))
        addressed = ground.lexicon.words("address").at(ground.text, end) if may_begin else ""
        if (before or shared or addressed) and is_end(ground, end):
            return Titled(at, end, before or shared)
    addressed = ground.lexicon.words("address").at(ground.text, at + len(surname))
    if addressed and not is_inside(ground, at):
        return Titled(at, at + len(surname) + len(addressed), before)
    return Titled(at, ends[0], before) if before and ends and surname not in DOUBTFUL else None


def _may_begin(ground: Ground, at: int, surname: str) -> bool:
    """Whether a name may begin where no office stands before: 招商中心主任 is no 商中心."""
    if surname in COMMON_SURNAMES:
        return not is_inside(ground, at)
    if APPOINTING.search(ground.text, max(0, at - 2), at):
        return True
    is_boundary = not is_inside(ground, at) or ground.lexicon.words("cut").before(
        ground.text, at, 4
    )
    return bool(is_boundary or any(mark.end == at for mark in ground.places))
