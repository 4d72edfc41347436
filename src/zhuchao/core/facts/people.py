"""People, where a name stands beside an office: 县委书记张明远, 李强董事长, and lists of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhuchao.core.facts.foreign_names import FOREIGN, RARE, SOUNDED, TRANSCRIBED
from zhuchao.core.facts.honoured_people import honoured_people, is_quoted
from zhuchao.core.facts.listed_people import ASIDE, shared_of, with_shared_change
from zhuchao.core.facts.marks import Ground, Mark, Titled
from zhuchao.core.facts.offices import (
    Offices,
    offices_after,
    offices_before,
    offices_changed,
    posts_after,
)
from zhuchao.core.facts.places import AFTER_APPROACH

GIVEN = re.compile(r"[\u4e00-\u9fff]{1,2}")
NO_GIVEN = re.compile(
    r"族$|[的了在等及是有对将被把副司过前社、]|[说称道讲算获随省市县区镇局委厅组队厂站所室]$|^[和与为于省市县区镇局委会]"
)
# Surnames that are everyday words begin a name before its office behind a stop only.
COMMON_SURNAMES = frozenset("和于关来车华有安成向时经公从由同对到")
EVERYDAY = ("generic", "namepart", "metric", "whole", "title", "ending", "stage", "listhead")
MAY_LINK = "和与为于"
CONJUNCTIONS = frozenset("和从由同对到")
ENDS = re.compile(r"[,，。、;；:：!！?？()（）“”《》\s]|$")
# Without an office, a form of address or an honour no person is told; most sentences have none.
TELLING = ("title", "address")
# 领导包一条产业链: nobody is called so.
MANY = re.compile("[一两几][条个项家批张位件户座场次块种套把]")
# 任命某某为, 免去某某的: a name may begin behind these.
APPOINTING = re.compile(r"(?:任命|免去|选举|补选|推选|推举|聘任|解聘|聘请|决定|提名|接受|同意)$")
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
    roles = ("generic", "cut", "metric", "whole", "title", "ending")
    if COMES.fullmatch(name) and AFTER_APPROACH.match(ground.text, person.end):
        return True
    if name[0] in COMMON_SURNAMES and any(name[1:] in ground.lexicon.words(r) for r in EVERYDAY):
        return True
    return any(name in ground.lexicon.words(role) for role in roles)


def _person_at(
    ground: Ground, at: int, earlier: Sequence[Titled], taken: Sequence[Mark]
) -> Titled | None:
    foreign = _foreign(ground, at, taken)
    if foreign is not None:
        return foreign
    surname = ground.lexicon.words("surname").at(ground.text, at)
    if not surname:
        return _rare(ground, at, earlier, taken)
    return _sounded(ground, at, earlier, taken) or _named(ground, at, surname, (earlier, taken))


def _sounded(
    ground: Ground, at: int, earlier: Sequence[Titled], taken: Sequence[Mark]
) -> Titled | None:
    """苏和巴特尔, though 苏 is a surname."""
    sounded = SOUNDED.match(ground.text, at)
    told = _rare(ground, at, earlier, taken) if sounded and len(sounded[0]) > 3 else None
    return told if told and sounded and told.end == sounded.end() else None


def _named(
    ground: Ground, at: int, surname: str, around: tuple[Sequence[Titled], Sequence[Mark]]
) -> Titled | None:
    """A surname with one or two characters behind it, beside an office."""
    earlier, taken = around
    before = offices_before(ground, at, taken)
    shared = shared_of(ground, at, earlier) if not before else ()
    may_begin = bool(before) or _may_begin(ground, at, surname)
    ends = _ends(ground, at + len(surname)) if before or shared or may_begin else []
    if before and surname in CONJUNCTIONS:
        ends = [end for end in ends if end - at > 2 and _said(ground, end)]
    for end in ends:
        after = _after(ground, end) if may_begin else ()
        if after:
            return Titled(at, end, (*before, *after))
        addressed = ground.lexicon.words("address").at(ground.text, end) if may_begin else ""
        if (before or shared or addressed) and _is_end(ground, end):
            return Titled(at, end, before or shared)
    addressed = ground.lexicon.words("address").at(ground.text, at + len(surname))
    if addressed and not _is_inside(ground, at):
        return Titled(at, at + len(surname) + len(addressed), before)
    return Titled(at, ends[0], before) if before and ends else None


def _after(ground: Ground, end: int) -> Offices:
    """The offices behind a name, or behind the last of the list that it begins."""
    after = offices_after(ground, end) or offices_changed(ground, end)
    aside = ASIDE.match(ground.text, end) if not after else None
    end = aside.end() if aside else end
    if after or ground.text[end : end + 1] != "、":
        return after
    surname = ground.lexicon.words("surname").at(ground.text, end + 1)
    nexts = _ends(ground, end + 1 + len(surname)) if surname else []
    return next((told for each in nexts if (told := _after(ground, each))), ())


def _foreign(ground: Ground, at: int, taken: Sequence[Mark]) -> Titled | None:
    """A name of several parts beside an office; its last part ends where a name may."""
    is_latin = "a" <= ground.text[at] <= "z"
    found = None
    if is_latin or "·" in ground.text[at : at + 8]:
        found = FOREIGN.match(ground.text, at)
    before = offices_before(ground, at, taken) if found else ()
    if found is None or not (before or not _is_inside(ground, at)):
        return None
    least = max(ground.text.rfind(joint, at, found.end()) for joint in "· ") + 2
    for end in range(least, found.end() + 1):
        after = offices_after(ground, end)
        if after or (before and _is_end(ground, end)):
            return Titled(at, end, (*before, *after))
    return None


def _rare(
    ground: Ground, at: int, earlier: Sequence[Titled], taken: Sequence[Mark]
) -> Titled | None:
    """A surname that the table lacks: three characters between an office and a clear end."""
    sounded = SOUNDED.match(ground.text, at)
    end = sounded.end() if sounded and len(sounded[0]) > 3 else at + 3
    after_sounded = offices_after(ground, end) if end - at > 3 else ()
    is_told = after_sounded or ENDS.match(ground.text, end) or len(_said(ground, end)) > 1
    if end - at > 3 and is_told:
        told = (*offices_before(ground, at, taken), *after_sounded)
        return Titled(at, end, told) if told else None
    transcribed = TRANSCRIBED.match(ground.text, at)
    if transcribed and (
        ENDS.match(ground.text, transcribed.end()) or _said(ground, transcribed.end())
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


def _may_begin(ground: Ground, at: int, surname: str) -> bool:
    """Whether a name may begin where no office stands before: 招商中心主任 is no 商中心."""
    if surname in COMMON_SURNAMES:
        return not _is_inside(ground, at)
    if APPOINTING.search(ground.text, max(0, at - 2), at):
        return True
    is_boundary = not _is_inside(ground, at) or ground.lexicon.words("cut").before(
        ground.text, at, 4
    )
    return bool(is_boundary or any(mark.end == at for mark in ground.places))


def _is_inside(ground: Ground, at: int) -> bool:
    """Whether a Chinese character stands right before, so that 曲先生 might begin elsewhere."""
    return at > 0 and "\u4e00" <= ground.text[at - 1] <= "\u9fff"


def _ends(ground: Ground, given_at: int) -> list[int]:
    """Where the name may end: after two characters of a given name, or one; the clear end first."""
    found: list[int] = []
    for size in (2, 1):
        given = ground.text[given_at : given_at + size]
        is_given = GIVEN.fullmatch(given) and not MANY.match(ground.text, given_at)
        if len(given) == size and is_given and not NO_GIVEN.search(given):
            found.append(given_at + size)
    if len(found) > 1 and _is_link(ground, found[0] - 1):
        return found[1:]
    if len(found) > 1 and not _is_clear(ground, found[0]) and _is_clear(ground, found[1]):
        found.reverse()
    return found


def _is_clear(ground: Ground, end: int) -> bool:
    """Whether a stop, or more than one character of what follows a person, stands there."""
    is_told = (
        len(_said(ground, end)) > 1 or _is_link(ground, end) or bool(offices_after(ground, end))
    )
    return is_told or bool(ENDS.match(ground.text, end))


def _said(ground: Ground, end: int) -> str:
    """What stands there of the words that follow a person: 介绍, 出席."""
    return ground.lexicon.words("afterperson").at(ground.text, end)


def _is_link(ground: Ground, at: int) -> bool:
    """Whether 为 or 任 stands there, with an office behind it."""
    return ground.text[at : at + 1] in ("为", "任") and bool(offices_changed(ground, at))


def _is_end(ground: Ground, end: int) -> bool:
    if ENDS.match(ground.text, end) or _said(ground, end):
        return True
    is_link = ground.text[end - 1] in MAY_LINK
    return not is_link and bool(ground.lexicon.words("cut").at(ground.text, end))
