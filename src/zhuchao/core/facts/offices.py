"""The offices that stand beside a person's name: before it or behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhuchao.core.facts.marks import Ground, Mark, Titled
from zhuchao.core.facts.office_spans import LONGEST_TITLE, Offices, is_untitled, office_start
from zhuchao.core.facts.posts import NOMINEE, listed_posts, posts_after

JOINTS = re.compile(r"[、,，]|兼任?|、?[兼及暨]?")
LONGEST_BODY = 12
BODY = re.compile(r"[\u4e00-\u9fff]{0,9}(?<!公司)(?<!集团)(?<!企业)")
# 罗某(县委副书记、县长)
BRACKETED = re.compile(r"\((?P<posts>[^()]{2,40})\)")
# 副书记(主持工作)白某, 副县长(援疆)白某.
ASIDE = re.compile(r"\([\u4e00-\u9fff、,]{1,10}\)$")
# 联系人及电话:某某.
TELEPHONE = re.compile(r"[及和与、](?:联系)?(?:电话|方式|手机)$")
CALLED = re.compile(r"(?:^|[,，。;；:：“是对让请找向给把])(?![任原副代高总常])[\u4e00-\u9fff]$")
# 市招商局原局长、现任市政协副主席.
STILL = re.compile(r"(?:现任|时任|现|原任?|曾任|前)$")
ROSTER = re.compile(r"(?:\([^()]{1,6}\))?(?: +|\()(?P<post>[^,，。;；:()\s]{2,30})\)?\s*$")
AFTER_POST = re.compile(r"[,，、;；。)]|\s*$")
SPACES = re.compile(r" *")
CHANGE = re.compile(r"当选|[担出兼]任|任命|推选|选举|受聘")
BETWEEN = (":", "为", "是")


def offices_before(ground: Ground, at: int, taken: Sequence[Mark]) -> Offices:
    """The offices that stand before a name, the first first; empty where none does."""
    found: list[tuple[int, int]] = []
    end = at
    while end and ground.text[end - 1] == " ":
        end -= 1
    is_closed = end > 0 and ground.text[end - 1] == ")"
    aside = ASIDE.search(ground.text, max(0, end - 12), end) if is_closed else None
    end = aside.start() if aside else end
    nominee = NOMINEE.search(ground.text, max(0, end - 5), end)
    end = nominee.start() if nominee else end
    end -= ground.text[end - 1 : end] in BETWEEN if end == at and end else 0
    end = _label_end(ground, end, taken) or end
    telephone = TELEPHONE.search(ground.text, max(0, end - 6), end)
    end = telephone.start() if telephone else end
    while True:
        title = ground.lexicon.words("title").before(ground.text, end, LONGEST_TITLE)
        if not title or is_untitled(ground, end - len(title), end):
            break
        if _is_address(ground, end - len(title)):
            break
        start = office_start(ground, end - len(title))
        start = _segment_start(ground, start) or start
        if found and _is_anothers(ground, start):
            break
        found.insert(0, (start, end))
        end = _joint_before(ground, start, taken)
        if not end:
            break
    return tuple(found)


def offices_after(ground: Ground, end: int) -> Offices:
    """The offices behind a name: right behind it, or as a list of posts tells: ，现任…、…."""
    spaces = SPACES.match(ground.text, end)
    first = spaces.end() if spaces else end
    title = _title_behind(ground, first)
    stop = first + len(title)
    is_said = ground.lexicon.words("afterperson").at(ground.text, end).startswith(title)
    is_said = is_said and ground.text[stop : stop + 1] not in (":", "：")
    is_whole = first == end or bool(AFTER_POST.match(ground.text, stop))
    if title and is_whole and not is_said and not is_untitled(ground, first, stop):
        return ((first, stop), *_further(ground, stop))
    bracketed = BRACKETED.match(ground.text, end)
    listed = listed_posts(ground, *bracketed.span("posts")) if bracketed else []
    if listed:
        return tuple(listed)
    return posts_after(ground, end) or _rostered(ground, end)


def _title_behind(ground: Ground, at: int) -> str:
    """The office that begins there; 村民, 客商 stand before a name only."""
    titles = ground.lexicon.words("title")
    title = titles.at(ground.text, at)
    return "" if title and titles[title].key == "before" else title


def _is_address(ground: Ground, title_at: int) -> bool:
    """是卞主任连夜打的电话: with a surname right before, the office calls somebody."""
    called = CALLED.search(ground.text, max(0, title_at - 2), title_at)
    return called is not None and called[0][-1] in ground.lexicon.words("surname")


def _rostered(ground: Ground, end: int) -> Offices:
    """沐长风 昆山澄屿光电有限公司董事长: a line of a list, whose last words are the office."""
    found = ROSTER.match(ground.text, end)
    title = (
        ground.lexicon.words("title").before(ground.text, found.end("post"), 12) if found else ""
    )
    if found is None or not title:
        return ()
    start = office_start(ground, found.end("post") - len(title))
    return ((max(start, found.start("post")), found.end("post")),)


def _further(ground: Ground, at: int) -> Offices:
    """党组成员、副县长 behind a name: the offices that follow with but a pause."""
    found: list[tuple[int, int]] = []
    while ground.text[at : at + 1] == "、":
        title = ground.lexicon.words("title").at(ground.text, at + 1)
        stop = at + 1 + len(title)
        if not title or not (AFTER_POST.match(ground.text, stop) or ground.text[stop] == " "):
            break
        found.append((at + 1, stop))
        at = stop
    return tuple(found)


def _is_anothers(ground: Ground, start: int) -> bool:
    """甲当选理事长,总经理乙: the office before the comma was given to somebody else."""
    clause = max(ground.text.rfind(mark, 0, start) for mark in ",，;；") + 1
    return bool(CHANGE.search(ground.text, clause, start))


def _label_end(ground: Ground, end: int, taken: Sequence[Mark]) -> int:
    """Before the body that stands between a label and the name: 咨询人:区商务局王某."""
    body = next((mark for mark in taken if mark.end == end), None)
    if body is None or ground.text[body.start - 1 : body.start] != ":":
        return 0
    return body.start - 1


def _segment_start(ground: Ground, at: int) -> int:
    """Right behind the office before, where but a body's name stands between: 市招商委副主任."""
    text = ground.text
    joint = max(text.rfind(mark, max(0, at - LONGEST_BODY), at) for mark in "、兼及暨")
    if joint < 2 or not ground.lexicon.words("title").before(text, joint, LONGEST_TITLE):
        return 0
    is_plain = not any(True for _ in ground.lexicon.words("title").found(text[joint + 1 : at]))
    return joint + 1 if is_plain and BODY.fullmatch(text, joint + 1, at) else 0


def _joint_before(ground: Ground, start: int, taken: Sequence[Mark]) -> int:
    """Where an earlier office ends: before 、 or 兼, over the firm that the later one is of."""
    firm = next((mark for mark in taken if mark.end == start), None)
    start = firm.start if firm else start
    still = STILL.search(ground.text, max(0, start - 2), start)
    start = still.start() if still else start
    for size in (2, 1):
        if start > size and JOINTS.fullmatch(ground.text, start - size, start):
            return start - size
    return 0


def is_of_offices(mark: Mark, people: Sequence[Titled], *, is_level: bool) -> bool:
    """Whether it only tells what one of several offices is of (县商务局局长、招商中心主任), or the
    body of one without a name of its own (市商务局局长)."""
    return any(
        any(
            (len(person.titles) > 1 and start < mark.end <= end)
            or (is_level and start <= mark.end <= end)
            for start, end in person.titles
        )
        for person in people
    )
