"""The posts that a sentence tells of a person behind the name: held, given or taken away."""

from __future__ import annotations

import re

from zhuchao.core.facts.marks import Ground
from zhuchao.core.facts.office_spans import LONGEST_TITLE, Offices, is_untitled, office_start

POSTS = re.compile(
    r"(?:(?:今年|现年)?\d\d岁)?(?:[,，][^,，;；。()]{1,16}){0,5}?[,，](?:男|女)?(?:现任|时任|原任|历任|曾任|系|任(?![务期何职免]))(?P<posts>[^,，;；。()]{2,40})"
)
# 韩某为副县长, 李某当选理事长; 卢某的主任职务.
GIVEN_OFFICE = re.compile(
    r"(?:\((?:女|男|[\u4e00-\u9fff]{1,4}族|[男女][,，、][\u4e00-\u9fff]{1,4}族)\))?(?:同志|先生|女士)?(?:此前|之前|曾经?|先后|历任|同时|一直|目前|现|将|还|已|并)*(?:当选为?|被?任命为|被?选举为|被?推举为|拟任|担任|出任|获任|兼任|转任|改任|升任|续任|连任|调任|提任|接任|就任|挂职(?:任|担任)?|任|为)"
    r"(?P<posts>[^,，。;；()]{2,40})"
)
TAKEN_OFFICE = re.compile(
    r"(?:同志|先生|女士)?(?:的|原?任|不再[担兼]?任|辞去(?:其)?)(?P<posts>[^,，。;；()]{2,40}?)(?:等?职务|一职)"
)
# 滕某先生因到龄退休,于近日辞去总经理职务.
LEAVES = re.compile(
    r"(?:同志|先生|女士)?因[^,，。;；]{1,16}[,，](?:于?(?:近日|日前|\d+月\d+日))?(?:申请|请求|提出)?辞去(?:公司|其)?(?P<posts>[^,，。;；()]{2,40}?)(?:等?职务|一职|[,，。;；]|$)"
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
    r"[,，][^;；。\n]{0,60}?(?:现任|免去其|不再担任|同时免去其|辞去|拟?(?:提名|推荐)为?|拟(?:任|为)|拟提任|兼任?|同时担任|并?担任)(?!正?副?[厅县处科]级)(?P<posts>[^,，。;；()]{2,24}?)(?:候选人|人选|职务)?(?=[,，。;；()]|$)"
)
TOLD_BEFORE = {
    LOST: re.compile(r"免去[\u4e00-\u9fff]{2,4}$"),
    # 引进人才:某某,某公司总工程师;…: each of a list with the office behind it.
    NAMED_TO: re.compile(
        r"(?:任命|免去|聘任|提名)(?:名单)?[:：][^。]*$|(?:^|[:：;；]|\d[.、])[\u4e00-\u9fff]{2,4}$"
    ),
}
# 副市长提名人选容某; 为第六届董事会董事候选人.
NOMINEE = re.compile(r"(?:提名|推荐)?(?:候选人|人选)$")
CLAUSE = re.compile(r"(?<=[,，])[^,，]+(?=[,，])")
SEGMENT = re.compile(r"[^、兼]+")
ANOTHER = re.compile(r"[\u4e00-\u9fff]{2,4}为")


def posts_after(ground: Ground, end: int) -> Offices:
    """The offices of what is told of a person behind the name: ，男，…，现任…."""
    posts = POSTS.match(ground.text, end)
    if posts is None:
        return ()
    titles = ground.lexicon.words("title").found(posts["posts"])
    first = posts.start("posts")
    marks = [(first + at, first + at + len(word)) for at, word in titles]
    marks = [each for each in marks if not is_untitled(ground, *each)]
    own = tuple((office_start(ground, start), stop) for start, stop in marks)
    own = (*_ranks(ground, end, posts.start("posts")), *own) if own else ()
    return (*own, *_told_further(ground, posts.end())) if own else ()


def _ranks(ground: Ground, start: int, end: int) -> Offices:
    """,男,…,高级工程师,现任…: the clauses before that are an office and nothing else."""
    titles = ground.lexicon.words("title")
    clauses = CLAUSE.finditer(ground.text, start, end)
    return tuple(each.span() for each in clauses if each[0] in titles)


def _told_further(ground: Ground, at: int) -> Offices:
    """What the person of a list is to be, or is besides, later in the same entry."""
    found = FURTHER.match(ground.text, at)
    return tuple(listed_posts(ground, *found.span("posts"))) if found else ()


def offices_changed(ground: Ground, end: int) -> Offices:
    """The offices that the person is given, or loses: each of the list ends with a title."""
    for pattern in (TAKEN_OFFICE, LEAVES, NO_LONGER, LOST, GIVEN_OFFICE, NAMED_TO):
        found = pattern.match(ground.text, end)
        before = TOLD_BEFORE.get(pattern) if found else None
        if before is not None and not before.search(ground.text, 0, end):
            continue
        marks = listed_posts(ground, *found.span("posts")) if found else []
        if marks and pattern is NAMED_TO and found:
            return (*marks, *_named_further(ground, found.end()))
        if marks and found:
            replaced = REPLACED.match(ground.text, found.end())
            lost = listed_posts(ground, *replaced.span("posts")) if replaced else []
            return (*marks, *lost)
    return ()


def _named_further(ground: Ground, at: int) -> Offices:
    """江某,中国科学院院士,某大学教授;…: each clause that is an office, then what is told."""
    found = NAMED_TO.match(ground.text, at)
    marks = listed_posts(ground, *found.span("posts")) if found else []
    if marks and found:
        return (*marks, *_named_further(ground, found.end()))
    return _told_further(ground, at)


def listed_posts(ground: Ground, start: int, end: int) -> list[tuple[int, int]]:
    """The offices of a list, which may go on as what tells of a body: 任董事长的某公司."""
    of = ground.text.find("的", start, end)
    return _each_listed(ground, start, end) or (_each_listed(ground, start, of) if of > 0 else [])


def _each_listed(ground: Ground, start: int, end: int) -> list[tuple[int, int]]:
    marks: list[tuple[int, int]] = []
    for segment in SEGMENT.finditer(ground.text, start, end):
        if marks and ANOTHER.match(segment[0]):
            break  # 甲为总经理、乙为财务总监
        nominee = NOMINEE.search(ground.text, *segment.span())
        stop = nominee.start() if nominee else segment.end()
        title = ground.lexicon.words("title").before(ground.text, stop, LONGEST_TITLE)
        if not title or len(title) > stop - segment.start():
            return []
        marks += _first_of_two(ground, segment.start(), stop - len(title))
        marks.append((office_start(ground, stop - len(title)), stop))
    return marks


def _first_of_two(ground: Ground, start: int, end: int) -> Offices:
    """总经理及董事: the office before the conjunction."""
    at = max(ground.text.rfind(mark, start, end) for mark in "及和")
    title = ground.lexicon.words("title").before(ground.text, at, LONGEST_TITLE) if at > 0 else ""
    first = at - len(title)
    return ((office_start(ground, first), at),) if title and first >= start else ()
