"""The offices that stand beside a person's name: before it, behind it, or given and taken away."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhuchao.core.facts.marks import Ground, Mark, Titled

Offices = tuple[tuple[int, int], ...]
JOINTS = re.compile(r"[、,，]|兼任?|、?兼?")
LONGEST_TITLE, LONGEST_BODY = 12, 12
BODY = re.compile(r"[\u4e00-\u9fff]{0,9}(?<!公司)(?<!集团)(?<!企业)")
# The body that an office belongs to: 县商务局 of 局长, 智造城 of 党工委书记.
LOCAL = "省市县区州镇乡旗"
# 市行政审批服务管理局 of 局长: a body by its level and its end.
LONG_BODY = re.compile(
    r"[省市县区州旗](?:(?![的为任和与、省市县区州旗]|同志|书记|[市县区局]长|主任|[兼师长])[\u4e00-\u9fff]){2,12}(?:局|中心|支队|大队|办公室|委员会)$"
)
POSTS = re.compile(
    r"(?:[,，][^,，;；。()]{1,16}){0,5}?[,，](?:男|女)?(?:现任|时任|原任|系|任(?![务期何职免]))(?P<posts>[^,，;；。()]{2,40})"
)
# 韩某为副县长, 李某当选理事长; 卢某的主任职务.
GIVEN_OFFICE = re.compile(
    r"(?:\((?:女|男|[\u4e00-\u9fff]{1,4}族|女,[\u4e00-\u9fff]{1,4}族)\))?(?:同志|先生|女士)?(?:此前|之前|曾经?|先后|历任|同时|一直|目前|现|将|还|已|并)*(?:当选为?|被?任命为|被?选举为|被?推举为|拟任|担任|出任|获任|兼任|转任|改任|升任|续任|连任|调任|提任|接任|就任|挂职(?:任|担任)?|任|为)"
    r"(?P<posts>[^,，。;；()]{2,40})"
)
TAKEN_OFFICE = re.compile(
    r"(?:同志|先生|女士)?(?:的|原?任|不再[担兼]?任|辞去(?:其)?)(?P<posts>[^,，。;；()]{2,40}?)(?:等?职务|一职)"
)
NO_LONGER = re.compile(r"(?:同志|先生|女士)?不再[担兼]?任(?P<posts>[^,，。;；()]{2,40})")
# 免去某某县商务局局长职务; 决定任命:某某,县民政局局长.
LOST = re.compile(r"(?P<posts>[^,，。;；()的]{2,24}?)(?:等?职务|一职)")
NAMED_TO = re.compile(r"(?:同志)?[,，](?P<posts>[^,，。;；()]{2,24})(?=[,，;；。()]|$)")
# …，免去其县商务局局长职务.
REPLACED = re.compile(
    r"[,，](?:同时|并|且)?(?:免去其|不再担任|不再兼任|不再任|提名为?|推荐为|兼任)(?P<posts>[^,，。;；()]{2,40}?)(?=等?职务|一职|候?选?人选?|[,，。;；(]|$)"
)
# …，拟任县商务局局长; …，兼任招商中心主任: what is told of the same person further on.
FURTHER = re.compile(
    r"[,，][^;；。\n]{0,60}?(?:免去其|不再担任|同时免去其|辞去|拟?(?:提名|推荐)为?|拟(?:任|为)|拟提任|兼任?|同时担任|并?担任)(?!正?副?[厅县处科]级)(?P<posts>[^,，。;；()]{2,24}?)(?:候选人|人选|职务)?(?=[,，。;；()]|$)"
)
TOLD_BEFORE = {
    LOST: re.compile(r"免去[\u4e00-\u9fff]{2,4}$"),
    # 引进人才:某某,某公司总工程师;…: each of a list with the office behind it.
    NAMED_TO: re.compile(
        r"(?:任命|免去|聘任|提名)(?:名单)?[:：][^。]*$|(?:^|[:：;；]|\d[.、])[\u4e00-\u9fff]{2,4}$"
    ),
}
# 罗某(县委副书记、县长)
BRACKETED = re.compile(r"\((?P<posts>[^()]{2,40})\)")
# 副书记(主持工作)白某, 副县长(援疆)白某.
ASIDE = re.compile(r"\([\u4e00-\u9fff、,]{1,10}\)$")
# 副市长提名人选容某.
NOMINEE = re.compile(r"(?:提名|推荐)?(?:候选人|人选)$")
# 市招商局原局长、现任市政协副主席.
STILL = re.compile(r"(?:现任|时任|现|原任?|曾任|前)$")
ROSTER = re.compile(r"(?:\([^()]{1,6}\))?(?: +|\()(?P<post>[^,，。;；:()\s]{2,30})\)?\s*$")
AFTER_POST = re.compile(r"[,，、;；。)]|\s*$")
SPACES = re.compile(r" *")
CHANGE = re.compile(r"当选|[担出兼]任|任命|推选|选举|受聘")
SEGMENT = re.compile(r"[^、兼]+")
ANOTHER = re.compile(r"[\u4e00-\u9fff]{2,4}为")
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
    while True:
        title = ground.lexicon.words("title").before(ground.text, end, LONGEST_TITLE)
        if not title or _is_untitled(ground, end - len(title), end):
            break
        start = _office_start(ground, end - len(title))
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
    if title and is_whole and not is_said and not _is_untitled(ground, first, stop):
        return ((first, stop), *_further(ground, stop))
    bracketed = BRACKETED.match(ground.text, end)
    listed = _listed(ground, *bracketed.span("posts")) if bracketed else []
    if listed:
        return tuple(listed)
    return posts_after(ground, end) or _rostered(ground, end)


def _title_behind(ground: Ground, at: int) -> str:
    """The office that begins there; 村民, 客商 stand before a name only."""
    titles = ground.lexicon.words("title")
    title = titles.at(ground.text, at)
    return "" if title and titles[title].key == "before" else title


def _rostered(ground: Ground, end: int) -> Offices:
    """沐长风 昆山澄屿光电有限公司董事长: a line of a list, whose last words are the office."""
    found = ROSTER.match(ground.text, end)
    title = (
        ground.lexicon.words("title").before(ground.text, found.end("post"), 12) if found else ""
    )
    if found is None or not title:
        return ()
    start = _office_start(ground, found.end("post") - len(title))
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


def posts_after(ground: Ground, end: int) -> Offices:
    """The offices of what is told of a person behind the name: ，男，…，现任…."""
    posts = POSTS.match(ground.text, end)
    if posts is None:
        return ()
    titles = ground.lexicon.words("title").found(posts["posts"])
    first = posts.start("posts")
    marks = [(first + at, first + at + len(word)) for at, word in titles]
    marks = [each for each in marks if not _is_untitled(ground, *each)]
    own = tuple((_office_start(ground, start), stop) for start, stop in marks)
    return (*own, *_told_further(ground, posts.end())) if own else ()


def _told_further(ground: Ground, at: int) -> Offices:
    """What the person of a list is to be, or is besides, later in the same entry."""
    found = FURTHER.match(ground.text, at)
    return tuple(_listed(ground, *found.span("posts"))) if found else ()


def offices_changed(ground: Ground, end: int) -> Offices:
    """The offices that the person is given, or loses: each of the list ends with a title."""
    for pattern in (TAKEN_OFFICE, NO_LONGER, LOST, GIVEN_OFFICE, NAMED_TO):
        found = pattern.match(ground.text, end)
        before = TOLD_BEFORE.get(pattern) if found else None
        if before is not None and not before.search(ground.text, 0, end):
            continue
        marks = _listed(ground, *found.span("posts")) if found else []
        if marks and pattern is NAMED_TO and found:
            return (*marks, *_told_further(ground, found.end()))
        if marks and found:
            replaced = REPLACED.match(ground.text, found.end())
            lost = _listed(ground, *replaced.span("posts")) if replaced else []
            return (*marks, *lost)
    return ()


def _listed(ground: Ground, start: int, end: int) -> list[tuple[int, int]]:
    """The offices of a list, which may go on as what tells of a body: 任董事长的某公司."""
    of = ground.text.find("的", start, end)
    return _each_listed(ground, start, end) or (_each_listed(ground, start, of) if of > 0 else [])


def _each_listed(ground: Ground, start: int, end: int) -> list[tuple[int, int]]:
    marks: list[tuple[int, int]] = []
    for segment in SEGMENT.finditer(ground.text, start, end):
        if marks and ANOTHER.match(segment[0]):
            break  # 甲为总经理、乙为财务总监
        title = ground.lexicon.words("title").before(ground.text, segment.end(), LONGEST_TITLE)
        if not title or len(title) > segment.end() - segment.start():
            return []
        marks.append((_office_start(ground, segment.end() - len(title)), segment.end()))
    return marks


def _is_anothers(ground: Ground, start: int) -> bool:
    """甲当选理事长,总经理乙: the office before the comma was given to somebody else."""
    clause = max(ground.text.rfind(mark, 0, start) for mark in ",，;；") + 1
    return bool(CHANGE.search(ground.text, clause, start))


def _is_untitled(ground: Ground, start: int, end: int) -> bool:
    """代表团, 领导班子: a word that only begins like an office."""
    return len(ground.lexicon.words("untitled").at(ground.text, start)) > end - start


def _label_end(ground: Ground, end: int, taken: Sequence[Mark]) -> int:
    """Before the body that stands between a label and the name: 咨询人:区商务局王某."""
    body = next((mark for mark in taken if mark.end == end), None)
    if body is None or ground.text[body.start - 1 : body.start] != ":":
        return 0
    return body.start - 1


def _office_start(ground: Ground, title_at: int) -> int:
    """With the body that the office belongs to where the sentence names it right before."""
    start = title_at
    while ending := _body_before(ground, start):
        start -= len(ending)
        if start and ground.text[start - 1] in LOCAL:
            start -= 1
    body = LONG_BODY.search(ground.text, max(0, title_at - 16), title_at)
    return min(start, body.start()) if body else start


def _segment_start(ground: Ground, at: int) -> int:
    """Right behind the office before, where but a body's name stands between: 市招商委副主任."""
    text = ground.text
    joint = max(text.rfind(mark, max(0, at - LONGEST_BODY), at) for mark in "、兼")
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


def _body_before(ground: Ground, at: int) -> str:
    endings = ground.lexicon.words("ending")
    word = endings.before(ground.text, at, 10)
    return "" if not word or endings[word].key in ("company", "bank", "fund") else word


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
