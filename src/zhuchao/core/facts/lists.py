"""Counted slogans with their members, clusters of industries, named rhythms of work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Mark, Marked
from zhuchao.core.facts.sentences import said
from zhuchao.core.vocabulary.fact import Rhythm, Slogan

COUNTED = re.compile(
    r"(?P<count>[两二三四五六七八九十]|\d{1,2})(?:大|项|个|类|条|种|张|场|座|支|道|化|位一体)?(?P<head>[\u4e00-\u9fff]{2,6})"
)
QUOTED = re.compile(r"“([^“”]{1,20})”")
MEMBERS_BEFORE = re.compile(r"(?:“[^“”]{1,60}”[、和及与]?)+(?:等|这)?$")
BARE_BEFORE = re.compile(r"[^,，。;；:：“”()]{3,60}$")
AFTER = re.compile(
    r"”?\s*(?:[:：]|\(|——?|，?即|，?分别(?:是|为)|，?包括)\s*(?P<members>[^。;；()]{3,90})"
)
SPLIT = re.compile(r"[、,，]|和|及|与|以及")
NUMBERS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
CLUSTER = re.compile(r"“?(?P<name>\d(?:\+\d){1,4}(?:\+[xn])?|\d\+[xn](?:\+\d)?)”?")
OPENING = re.compile(
    r"[^。;；]{0,12}?(?:[:：(]|[,，]?即|[,，]?包括|[,，]?聚焦)(?P<members>[^。;；()]{4,90})"
)
COUNTED_END = re.compile(
    r"等?(?:[两二三四五六七八九\d]+[大个])?(?:主导|特色|新兴|优势|支柱|未来|先导|传统|重点|战略性新兴|培育)*(?:产业|集群|行业)?$"
)
VERBS = re.compile(
    r"^(?:形成了?|拥有|现有|具有|构建了?|打造|发展|聚焦|围绕|做强|做大|壮大|即|以|包括|培育|实施|落实|推进|开展|建立|坚持|突出|做好)"
)


def slogans_of(marked: Marked, page_text: str, lexicon: Lexicon) -> Iterator[Slogan]:
    """Slogans whose members the sentence names, exactly as many as it counts."""
    cluster = CLUSTER.search(marked.text)
    end = cluster.start() if cluster else len(marked.text)  # what follows is the cluster's own
    for found in COUNTED.finditer(marked.text, 0, end):
        count = NUMBERS.get(found["count"]) or int(
            found["count"] if found["count"].isdigit() else 0
        )
        head = lexicon.words("listhead").at(found["head"], 0)
        if not head or count < 2:
            continue
        end = found.start("head") + len(head)
        members = _members(marked.text, found.start(), end, count)
        if members:
            yield _slogan(marked, page_text, Mark(found.start(), end), members)


def _slogan(marked: Marked, page_text: str, heading: Mark, members: list[Mark]) -> Slogan:
    return Slogan(
        said(marked.sentence, page_text, heading.start, heading.end),
        tuple(said(marked.sentence, page_text, each.start, each.end) for each in members),
        marked.span,
    )


def _members(text: str, start: int, end: int, count: int) -> list[Mark]:
    """The counted members, quoted or listed right before the heading, or listed behind it."""
    for candidates in (_quoted_before(text, start), _bare_before(text, start), _after(text, end)):
        for members in candidates:
            if len(members) == count:
                return members
    return []


def _quoted_before(text: str, start: int) -> Iterator[list[Mark]]:
    region = MEMBERS_BEFORE.search(text, 0, start)
    if region is None:
        return
    quoted = [Mark(*found.span(1)) for found in QUOTED.finditer(text, region.start(), start)]
    yield quoted
    if len(quoted) == 1:
        yield list(_parts(text, quoted[0].start, quoted[0].end))


def _bare_before(text: str, start: int) -> Iterator[list[Mark]]:
    region = BARE_BEFORE.search(text, 0, start)
    if region is not None:
        yield list(_parts(text, region.start(), start))


def _after(text: str, end: int) -> Iterator[list[Mark]]:
    region = AFTER.match(text, end)
    if region is not None:
        quoted = [Mark(*found.span(1)) for found in QUOTED.finditer(text, *region.span("members"))]
        yield quoted
        yield list(_parts(text, *region.span("members")))


def _parts(text: str, start: int, end: int) -> Iterator[Mark]:
    """The range cut at pauses, without quotes, leading verbs and closing 等."""
    at = start
    for gap in [*SPLIT.finditer(text, start, end), None]:
        stop = gap.start() if gap else end
        while at < stop and text[at] in "“ ":
            at += 1
        verb = VERBS.match(text[at:stop])
        at += verb.end() if verb else 0
        last = at + len(text[at:stop].rstrip("” 等"))
        if last > at:
            yield Mark(at, last)
        at = gap.end() if gap else end


def rhythms_of(marked: Marked, page_text: str, lexicon: Lexicon) -> Iterator[Rhythm]:
    """月度巡查, 一月一调度: how often, and what is done."""
    for at, word in lexicon.words("rhythm").found(marked.text):
        act = lexicon.words("rhythmic").at(marked.text, at + len(word))
        if act:
            end = at + len(word) + len(act)
            yield Rhythm(said(marked.sentence, page_text, at, end), marked.span)


def clusters_of(marked: Marked, page_text: str) -> Iterator[Slogan]:
    """2+2+X with the industries that the sentence names behind it; without any it says nothing."""
    for found in CLUSTER.finditer(marked.text):
        region = OPENING.match(marked.text, found.end())
        if region is not None:
            members = [_plain(marked.text, m) for m in _parts(marked.text, *region.span("members"))]
            named = [each for each in members if each.end > each.start]
            yield _slogan(marked, page_text, Mark(*found.span("name")), named)


def _plain(text: str, mark: Mark) -> Mark:
    """新材料 for 新材料三大新兴产业."""
    end = COUNTED_END.search(text, mark.start, mark.end)
    return Mark(mark.start, end.start() if end else mark.end)
