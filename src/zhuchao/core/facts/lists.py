"""Counted slogans with their members."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.facts.clusters import BY_NUMBER, CLAUSE, CLUSTER, SIGN, parts_of, slogan_of
from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Mark, Marked
from zhuchao.core.vocabulary.fact import Slogan

COUNTED = re.compile(
    r"(?<!第)(?P<count>[两二三四五六七八九十]|\d{1,2})(?:大|项|个|类|条|种|张|场|座|支|道|化|位一体)?(?P<head>一批|一(?=[”\s])|[\u4e00-\u9fff]{2,6})"
)
# 四个一, 三个一批.
OWN = re.compile(r"一(?:批|[”\s])")
QUOTED = re.compile(r"“([^“”]{1,20})”")
MEMBERS_BEFORE = re.compile(r"(?:“[^“”]{1,60}”[、和及与]?)+(?:等|这)?$")
LONGEST_BARE = 60
BARE_BEFORE = re.compile(rf"[^,，。;；:：“”()]{{3,{LONGEST_BARE}}}$")
AFTER = re.compile(
    r"”?[\u4e00-\u9fff]{0,6}\s*(?:[:：]|\(|——?|[,，]?即|[,，]?分别(?:是|为)|[,，]?包括"
    r"|[^,，。;；:：、“”\d]{0,6}[,，](?:紧紧|重点|着力|全力)?(?:围绕|聚焦|抓好|打好|推进|实施|突出))\s*(?P<members>[^。;；()]{3,90})"
)
NUMBERS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}


QUOTED_HEAD = re.compile(r"“(?P<count>[双两二三四五六七八九十])(?P<rest>[^“”\d+]{1,7})”")
# “双百会战”，就是…; “三链融合”(种植链、…); “三张图”:….
UNFOLDED = re.compile(
    r"[^,，。;；:：“”]{0,8}?\s*(?:[:：]|\(|——?|[,，]?(?:也)?(?:就是|即|指的是|是指|分别[是为]|包括|主要是))(?:指|是)?(?P<members>[^。;；()]{3,90})"
)


def _unfolded(marked: Marked, page_text: str, known: set[int]) -> Iterator[Slogan]:
    """What stands in quotes with a number, and is told by exactly so many members behind."""
    for found in QUOTED_HEAD.finditer(marked.text) if "“" in marked.text else ():
        region = UNFOLDED.match(marked.text, found.end())
        is_cluster = CLUSTER.fullmatch(found[0]) and SIGN.search(found[0])
        if region is None or is_cluster or found.start() + 1 in known:
            continue
        count = NUMBERS.get(found["count"], 2)
        start, end = region.span("members")
        clause = CLAUSE.match(marked.text, start)
        for last in {clause.end() if clause else end, end}:
            members = list(parts_of(marked.text, start, last))
            if len(members) == count:
                head = Mark(found.start() + 1, found.end() - 1)
                yield slogan_of(marked, page_text, head, members)
                break


def slogans_of(marked: Marked, page_text: str, lexicon: Lexicon) -> Iterator[Slogan]:
    """Slogans whose members the sentence names, exactly as many as it counts."""
    known: set[int] = set()
    cluster = CLUSTER.search(marked.text) if SIGN.search(marked.text) else None
    parts = list(BY_NUMBER.finditer(marked.text)) if "“" in marked.text else []
    cluster = cluster or (parts[0] if len(parts) > 1 else None)
    end = cluster.start() if cluster else len(marked.text)  # what follows is the cluster's own
    is_counted = lexicon.words("listhead").starts(marked.text) or OWN.search(marked.text)
    for found in COUNTED.finditer(marked.text, 0, end) if is_counted else ():
        count = NUMBERS.get(found["count"]) or int(
            found["count"] if found["count"].isdigit() else 0
        )
        is_own = found["head"].startswith("一")  # 四个一, 三个一批
        head = found["head"] if is_own else lexicon.words("listhead").at(found["head"], 0)
        if not head or count < 2:
            continue
        end = found.start("head") + len(head)
        members = _members(marked.text, found.start(), end, count)
        if members:
            known.add(found.start())
            members = _with_head(marked.text, members, head)
            yield slogan_of(marked, page_text, Mark(found.start(), end), members)
    yield from _unfolded(marked, page_text, known)


def _with_head(text: str, members: list[Mark], head: str) -> list[Mark]:
    """聚焦产业攀高 of 五个聚焦: each member begins with the word that is counted."""
    size = len(head)
    if all(text[each.start - size : each.start] == head for each in members):
        return [Mark(each.start - size, each.end) for each in members]
    return members


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
        yield list(parts_of(text, quoted[0].start, quoted[0].end))


def _bare_before(text: str, start: int) -> Iterator[list[Mark]]:
    start -= text[start - 1 : start] == "“"  # 海上风电、临港装备“两张名片”
    region = BARE_BEFORE.search(text, max(0, start - LONGEST_BARE), start)
    if region is not None:
        yield list(parts_of(text, region.start(), start))


def _after(text: str, end: int) -> Iterator[list[Mark]]:
    region = AFTER.match(text, end)
    if region is not None:
        quoted = [Mark(*found.span(1)) for found in QUOTED.finditer(text, *region.span("members"))]
        yield quoted
        start, end = region.span("members")
        clause = CLAUSE.match(text, start)
        yield list(parts_of(text, start, clause.end() if clause else end))
        yield list(parts_of(text, start, end))
