"""People, where a name stands beside an office: 县委书记张明远, 李强董事长, and lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhuchao.core.facts.marks import Ground, Mark, Titled

RARE = re.compile(
    r"(?![会局组部处室办委等一二三四在对和与就还到来说要将并也先第各])[\u4e00-\u9fff]{3}"
)
GIVEN = re.compile(r"[\u4e00-\u9fff]{1,2}")
NO_GIVEN = re.compile(
    r"[的了在等及是有对将被把副司过前社、]|[说称道讲算]$|^[和与为于省市县区镇局委会]"
)
# Surnames that are everyday words begin a name before its office behind a stop only.
COMMON_SURNAMES = frozenset("和于关来车华有安成向时经公")
MAY_LINK = "和与为于"
JOINTS = re.compile(r"[、,，]|兼任?|、?兼?")
LABEL = re.compile(r"(?:联系人|联络人|负责人|经办人|法定代表人)\s?[:：为是]?\s?$")
LONGEST_TITLE, LONGEST_BODY = 12, 12
BODY = re.compile(r"[\u4e00-\u9fff]{0,9}(?<!公司)(?<!集团)(?<!企业)")
ENDS = re.compile(r"[,，。、;；:：!！?？()（）“”《》\s]|$")
# The body that an office belongs to: 县商务局 of 局长, 智造城 of 党工委书记.
LOCAL = "省市县区州镇乡旗"
LISTED = ("、", "和", "与", "及", "以及")
POSTS = re.compile(
    r"(?:[,，][^,，;；。()]{1,16}){0,5}?[,，](?:男|女)?(?:现任|时任|原任|系)(?P<posts>[^,，;；。()]{2,40})"
)


def people_of(ground: Ground, taken: Sequence[Mark]) -> tuple[Titled, ...]:
    """The people of a folded text in order."""
    covered = {at for mark in taken for at in range(mark.start, mark.end)}
    covered |= {mark.start for mark in ground.places if mark.end > mark.start + 1}
    covered |= {
        at
        for start, word in ground.lexicon.words("title").found(ground.text)
        for at in range(start, start + len(word))
    }
    found: list[Titled] = []
    at = 0
    while at < len(ground.text):
        person = None if at in covered else _person_at(ground, at, found, taken)
        if person is not None and _is_word(ground, person):
            person = None
        if person is not None:
            found.append(person)
        at = person.end if person else at + 1
    return tuple(found)


def _is_word(ground: Ground, person: Titled) -> bool:
    """公司创始人, 干部: what stands beside the office is an everyday word."""
    name = ground.text[person.start : person.end]
    roles = ("generic", "cut", "metric", "whole", "title", "ending")
    return any(name in ground.lexicon.words(role) for role in roles)


def is_of_offices(mark: Mark, people: Sequence[Titled]) -> bool:
    """Whether it only tells what one of several offices is of: 县商务局局长、招商中心主任."""
    return any(
        len(person.titles) > 1 and any(start < mark.end <= end for start, end in person.titles)
        for person in people
    )


def _person_at(
    ground: Ground, at: int, earlier: Sequence[Titled], taken: Sequence[Mark]
) -> Titled | None:
    surname = ground.lexicon.words("surname").at(ground.text, at)
    if not surname:
        return _rare(ground, at, taken)
    before = _offices_before(ground, at, taken)
    is_labelled = bool(LABEL.search(ground.text, max(0, at - LONGEST_TITLE), at))
    shared = _shared(ground, at, earlier) if not before else ()
    for end in _ends(ground, at + len(surname)):
        addressed = ground.lexicon.words("address").at(ground.text, end)
        after = _offices_after(ground, end)
        if after and (before or _may_begin(ground, at, surname)):
            return Titled(at, end, (*before, *after))
        if (before or shared or addressed or is_labelled) and _is_end(ground, end):
            return Titled(at, end, before or shared)
    addressed = ground.lexicon.words("address").at(ground.text, at + len(surname))
    if addressed and not before and not _is_inside(ground, at):
        return Titled(at, at + len(surname) + len(addressed))
    ends = list(_ends(ground, at + len(surname))) if before else []
    return Titled(at, ends[0], before) if ends else None


def _rare(ground: Ground, at: int, taken: Sequence[Mark]) -> Titled | None:
    """A surname that the table lacks: three characters between an office and a clear end."""
    end = at + 3
    if not RARE.fullmatch(ground.text[at:end]) or NO_GIVEN.search(ground.text[at + 1 : end]):
        return None
    after = ground.lexicon.words("afterperson").at(ground.text, end)
    inner = (ground.lexicon.words(r).at(ground.text, at) for r in ("cut", "afterperson", "generic"))
    if any(inner) or not (len(after) > 1 or ENDS.match(ground.text, end)):
        return None
    before = _offices_before(ground, at, taken)
    return Titled(at, end, before) if before else None


def _may_begin(ground: Ground, at: int, surname: str) -> bool:
    """Whether a name may begin where no office stands before: 招商中心主任 is no 商中心."""
    if surname in COMMON_SURNAMES:
        return not _is_inside(ground, at)
    is_boundary = not _is_inside(ground, at) or ground.lexicon.words("cut").before(
        ground.text, at, 4
    )
    return bool(is_boundary or any(mark.end == at for mark in ground.places))


def _is_inside(ground: Ground, at: int) -> bool:
    """Whether a Chinese character stands right before, so that 曲先生 might begin elsewhere."""
    return bool(re.match(r"[\u4e00-\u9fff]", ground.text[at - 1 : at] if at else ""))


def _ends(ground: Ground, given_at: int) -> Iterator[int]:
    """Where the name may end: after two characters of a given name, or one."""
    for size in (2, 1):
        given = ground.text[given_at : given_at + size]
        if len(given) == size and GIVEN.fullmatch(given) and not NO_GIVEN.search(given):
            yield given_at + size


def _is_end(ground: Ground, end: int) -> bool:
    words = ground.lexicon
    if ground.text[end - 1] in MAY_LINK and not words.words("afterperson").at(ground.text, end):
        return bool(ENDS.match(ground.text, end))
    return bool(
        ENDS.match(ground.text, end)
        or words.words("afterperson").at(ground.text, end)
        or words.words("cut").at(ground.text, end)
    )


def _offices_before(ground: Ground, at: int, taken: Sequence[Mark]) -> tuple[tuple[int, int], ...]:
    """The offices that stand before a name, the first first; empty where none does."""
    found: list[tuple[int, int]] = []
    end = at - 1 if at and ground.text[at - 1] in ":为是" else at
    while True:
        title = ground.lexicon.words("title").before(ground.text, end, LONGEST_TITLE)
        if not title:
            break
        start = _office_start(ground, end - len(title))
        start = _segment_start(ground, start) or start
        found.insert(0, (start, end))
        end = _joint_before(ground, start, taken)
        if not end:
            break
    return tuple(found)


def _office_start(ground: Ground, title_at: int) -> int:
    """With the body that the office belongs to where the sentence names it right before."""
    start = title_at
    while ending := _body_before(ground, start):
        start -= len(ending)
        if start and ground.text[start - 1] in LOCAL:
            start -= 1
    return start


def _segment_start(ground: Ground, at: int) -> int:
    """Right behind the office before, where but a body's name stands between: 市招商委副主任."""
    text = ground.text
    joint = max(text.rfind(mark, max(0, at - LONGEST_BODY), at) for mark in "、兼")
    if joint < 2 or not ground.lexicon.words("title").before(text, joint, LONGEST_TITLE):
        return 0
    return joint + 1 if BODY.fullmatch(text, joint + 1, at) else 0


def _joint_before(ground: Ground, start: int, taken: Sequence[Mark]) -> int:
    """Where an earlier office ends: before 、 or 兼, over the firm that the later one is of."""
    firm = next((mark for mark in taken if mark.end == start), None)
    start = firm.start if firm else start
    for size in (2, 1):
        if start > size and JOINTS.fullmatch(ground.text, start - size, start):
            return start - size
    return 0


def _body_before(ground: Ground, at: int) -> str:
    endings = ground.lexicon.words("ending")
    word = endings.before(ground.text, at, 10)
    return "" if not word or endings[word].key in ("company", "bank", "fund") else word


def _offices_after(ground: Ground, end: int) -> tuple[tuple[int, int], ...]:
    """The offices behind a name: right behind it, or as a list of posts tells: ，现任…、…."""
    title = ground.lexicon.words("title").at(ground.text, end)
    if title and not ground.lexicon.words("afterperson").at(ground.text, end).startswith(title):
        return ((end, end + len(title)),)
    posts = POSTS.match(ground.text, end)
    if posts is None:
        return ()
    titles = ground.lexicon.words("title").found(posts["posts"])
    first = posts.start("posts")
    marks = [(first + at, first + at + len(word)) for at, word in titles]
    return tuple((_office_start(ground, start), stop) for start, stop in marks)


def _shared(ground: Ground, at: int, earlier: Sequence[Titled]) -> tuple[tuple[int, int], ...]:
    """In a list each bears the office of the one before: 副县长王刚、赵敏."""
    if not earlier or ground.text[earlier[-1].end : at] not in LISTED:
        return ()
    return earlier[-1].titles
