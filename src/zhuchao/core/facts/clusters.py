"""Clusters of industries by their formula (2+2+X, 一核两翼) with what the text names for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhuchao.core.facts.marks import Mark, Marked
from zhuchao.core.facts.sentences import said
from zhuchao.core.vocabulary.fact import Slogan

SPLIT = re.compile(r"[、,，]|和|及|与|以及")
CLUSTER = re.compile(
    r"“?(?P<name>\d(?:\+\d){1,4}(?:\+[xn])?|\d\+[xn](?:\+\d)?"
    r"|[一二两三四五六\d](?:主|核|体|极|轴)[一二两三四五六多\dnx](?:特|翼|辅|副|支|新|配|元|从|带|优|强)(?:[一二两三四五六多\dnx](?:特|翼|辅|副|支|新|配套|配|元|从|带|优|强|点|片|园|极|基地))?)”?"
)
# What every formula holds.
SIGN = re.compile(r"[一二两三四五六\d][+主核体极轴]")
OPENING = re.compile(
    r"[^。;；:：]{0,12}?(?:[:：(]|[,，]?即|[,，]?包括|[,，]?聚焦)(?P<members>[^。;；()]{4,90})"
)
# 以甲为主导, 发展乙、丙两个特色产业: the parts of a cluster, clause by clause.
CLAUSE = re.compile(r"[^,，。;；:：()]+")
ROLE = re.compile(r"(?:即|包括|其中)?以?(?P<members>[^,，。;；]{2,60}?)为[^,，。;；、]{1,8}")
GROWN = re.compile(
    r"(?:并|同时)?(?:积极|重点|大力|配套|协同|加快|着力|同步|前瞻|做优做强|做强做大|做优|做精|巩固|提升|集聚|孵化|谋划|推动|加速|培育|发展|壮大|布局|做强|打造|做大|抢占|拓展)+"
    r"(?P<members>[^,，。;；]{2,60})"
)
ROLED_BEFORE = re.compile(
    r"(?:以|[,，])(?P<members>[^,，。;；以]{2,60}?)为(?:[^,，。;；、以]{1,6})"
)
# “2”指甲、乙，“X”为丙: the parts by their number.
BY_NUMBER = re.compile(
    r"“(?:\d(?:\+\d)*|[xn]|[一二三四五六]|[主特核翼])”(?:个?[^,，。“”为指是:：]{0,8})?[,，]?(?:则|就|也|即|分别|主要|重点)*(?:为|指|是|即|代表|:|：|聚焦|涵盖|囊括|包括|包含|涉及|覆盖|瞄准|对应|锚定|主攻|围绕|培育|发展|布局)(?:的是|了|着|向|到)?"
    r"(?P<members>[^。;；“”]{2,60}?)(?=[,，]?(?:其中)?(?:[前后另]|第[一二三四])(?:[一二两三]?个)?“|[。;；“”]|$)"
)
COUNTED_END = re.compile(
    r"(?:(?:这[一个些]+)?等?(?:[一两二三n四五六七八九\d]+[大个])?(?:若干|一批|多个|首位|首要|基础|富民|主导|特色|新兴|优势|支柱|未来|先导|传统|重点|战略性新兴|培育|新)*(?:产业|集群|行业)?|等[^、]{1,8})$"
)
# 延链补链: what is done for them.
CHAINED = re.compile(r"(?:[延补强建固畅]链)+")
# 做强甲、乙两大主导产业 begins a cluster's parts.
COUNTED_ROLE = re.compile(
    r"[一两二三四五六七八九十\d]+[大个](?:主导|特色|新兴|优势|支柱|未来|先导|传统|战略性|重点)+(?:产业|集群)$"
)
# 围绕“三个不让”，即…、…等结果抓落实: what is done with all of them.
CLOSES = re.compile(
    r"(?<=[\u4e00-\u9fff]{4})(?:抓(?:好)?落实|推进工作|开展工作|精准发力|持续发力)$"
)
LONGEST_GAP, LONGEST_LEAD = 16, 2
# 主要集中在精密模具、…; 园区聚焦智能装备、…: what leads up to the first member.
LED = re.compile(
    r"[^、“”]{0,12}(?:(?:形成|构建|培育|打造|确立|建立)了|(?:园区|全[市县区镇]|我[市县区]|当地|开发区|初步)(?:已|初步|逐步|基本|着力|重点)*(?:形成|构建|培育|打造|确立|建立)|集中[在于]|覆盖|涵盖|聚焦|围绕|锚定|主攻|深耕|现场设|设有|抓好|打好|抓实|擦亮|打响|唱响|叫响)(?=[^、]{2})"
)
VERBS = re.compile(
    r"^(?:要|将|就是|为|则是|是指|是|指)?(?:全力|着力|扎实|坚决|持续|大力|突出)*(?:擦亮|打响|叫响|唱响|打好|打赢|抓好|办好|做到|抓牢|守牢|形成了?|拥有|现有|具有|构建了?|打造|发展|聚焦|围绕|做强做优|做优做强|做强做大|做强|做优|做大|做精|壮大|布局|抢占|发展壮大|即|以(?![商企链侨资赛会情才文旅投]\S?[招引促])|包括|培育|实施|落实|推进|开展|建立|坚持|突出|做好)"
)

# 一主即甲，两辅为乙、丙.
BY_PART = re.compile(
    r"(?:^|[:：,，;；“])[一二两三四五六多](?:个[^,，。;；、是为]{1,6}|主|核|体|极|轴|特|翼|辅|副|支|新|配套|配|元|从|带|优|强|点|片|园|极|基地)”?[,，]?(?:则|就|也|分别|主要|重点)*(?:即|为|是|指|包括|聚焦|涵盖|:|：)(?:的是)?(?P<members>[^,，。;；“”]{2,60})"
)


def clusters_of(marked: Marked, after: Marked | None, page_text: str) -> Iterator[Slogan]:
    """2+2+X with the industries that the sentence names for it, or the one behind by number;
    without any it says nothing."""
    for found in CLUSTER.finditer(marked.text) if SIGN.search(marked.text) else ():
        heading = said(marked.sentence, page_text, *found.span("name"))
        regions = _regions(marked.text, found.start(), found.end())
        told = _named(marked, regions)
        if len(told) < 2 and after is not None:
            marked_after = [each.span("members") for each in BY_NUMBER.finditer(after.text)]
            told = _named(after, marked_after)
            members = [said(after.sentence, page_text, m.start, m.end) for m in told]
        else:
            members = [said(marked.sentence, page_text, m.start, m.end) for m in told]
        if len(members) > 1:
            yield Slogan(heading, tuple(members), marked.span)


def _named(marked: Marked, regions: list[tuple[int, int]]) -> list[Mark]:
    members = [_plain(marked.text, m) for each in regions for m in parts_of(marked.text, *each)]
    told = [each for each in members if each.end > each.start]
    return [each for each in told if not CHAINED.fullmatch(marked.text, each.start, each.end)]


def _regions(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges that list members: by their roles behind or before the formula, else one list."""
    by_number = [each.span("members") for each in BY_NUMBER.finditer(text, end)]
    by_number = by_number or [each.span("members") for each in BY_PART.finditer(text, end)]
    if len(by_number) > 1:
        return by_number
    behind = _by_role(text, end)
    before = [each.span("members") for each in ROLED_BEFORE.finditer(text, 0, start)]
    if behind or (before and text[:start].rstrip("“").endswith("的")):
        return behind or before
    opening = OPENING.match(text, end)
    return [opening.span("members")] if opening else []


def _by_role(text: str, end: int) -> list[tuple[int, int]]:
    """The clauses 以甲为主导, 发展乙 that follow each other behind the formula."""
    found: list[tuple[int, int]] = []
    for clause in CLAUSE.finditer(text, end):
        is_first = not found
        told = ROLE.fullmatch(text, *clause.span()) or (
            GROWN.fullmatch(text, *clause.span())
            if found or COUNTED_ROLE.search(text, *clause.span())
            else None
        )
        if told is not None:
            found.append(told.span("members"))
        elif not is_first or clause.start() > end + LONGEST_GAP:
            break
    return found


def _plain(text: str, mark: Mark) -> Mark:
    """新材料 for 新材料三大新兴产业."""
    end = COUNTED_END.search(text, mark.start, mark.end)
    return Mark(mark.start, end.start() if end else mark.end)


def slogan_of(marked: Marked, page_text: str, heading: Mark, members: list[Mark]) -> Slogan:
    """The heading with its members, each with its place."""
    return Slogan(
        said(marked.sentence, page_text, heading.start, heading.end),
        tuple(said(marked.sentence, page_text, each.start, each.end) for each in members),
        marked.span,
    )


def parts_of(text: str, start: int, end: int) -> Iterator[Mark]:
    """The range cut at pauses, without quotes, leading verbs and closing 等."""
    at = start
    for gap in [*SPLIT.finditer(text, start, end), None]:
        stop = gap.start() if gap else end
        while at < stop and text[at] in "“ ":
            at += 1
        verb = VERBS.match(text[at:stop])
        at += verb.end() if verb else 0
        led = LED.match(text, at, stop) if at < start + LONGEST_LEAD else None
        at = led.end() if led else at
        last = at + len(CLOSES.sub("", text[at:stop]).rstrip("” 等"))
        if last > at:
            yield Mark(at, last)
        at = gap.end() if gap else end
