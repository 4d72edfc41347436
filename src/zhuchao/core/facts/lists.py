"""Counted slogans with their members."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.facts.clusters import CLAUSE, CLUSTER, parts_of, slogan_of
from zhuchao.core.facts.lexicon import Lexicon
from zhuchao.core.facts.marks import Mark, Marked
from zhuchao.core.vocabulary.fact import Slogan

COUNTED = re.compile(
    r"(?P<count>[两二三四五六七八九十]|\d{1,2})(?:大|项|个|类|条|种|张|场|座|支|道|化|位一体)?(?P<head>一批|一(?=[”\s])|[\u4e00-\u9fff]{2,6})"
)
QUOTED = re.compile(r"“([^“”]{1,20})”")
MEMBERS_BEFORE = re.compile(r"(?:“[^“”]{1,60}”[、和及与]?)+(?:等|这)?$")
BARE_BEFORE = re.compile(r"[^,，。;；:：“”()]{3,60}$")
AFTER = re.compile(
    r"”?[\u4e00-\u9fff]{0,6}\s*(?:[:：]|\(|——?|[,，]?即|[,，]?分别(?:是|为)|[,，]?包括"
    r"|[^,，。;；:：、“”\d]{0,6}[,，](?:紧紧|重点|着力|全力)?(?:围绕|聚焦|抓好|打好|推进|实施|突出))\s*(?P<members>[^。;；()]{3,90})"
)
NUMBERS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}


def slogans_of(marked: Marked, page_text: str, lexicon: Lexicon) -> Iterator[Slogan]:
    """Slogans whose members the sentence names, exactly as many as it counts."""
    cluster = CLUSTER.search(marked.text)
    end = cluster.start() if cluster else len(marked.text)  # what follows is the cluster's own
    for found in COUNTED.finditer(marked.text, 0, end):
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
            yield slogan_of(marked, page_text, Mark(found.start(), end), members)


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
    region = BARE_BEFORE.search(text, 0, start)
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
