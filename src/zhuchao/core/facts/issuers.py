"""Who awards an honour: the body that publishes or decides in the sentence, or stands beside it."""

from __future__ import annotations

import re

from zhuchao.core.facts.bearers import PUBLIC
from zhuchao.core.facts.marks import Mark, Marked, Named
from zhuchao.core.facts.sentences import said
from zhuchao.core.vocabulary.fact import OrganisationKind
from zhuchao.core.vocabulary.read import Read

LEADERS = re.compile(
    r"(?:^|[,，、\s经由日被得])(?P<by>(?![经由据])(?:中共)?"
    r"[\u4e00-\u9fff]{0,4}?[县市区省镇]委(?:员会)?[、 ]"
    r"[\u4e00-\u9fff]{0,4}?[县市区省镇](?:人民)?政府)"
    r"(?=[向给]|研究|决定|联合|表彰|授予|召开|印发|命名|关于|[^,，。;；]{0,24}(?:表彰|通报))"
)
GOVERNMENT = "政府"
ISSUING = re.compile(
    r"公布|发布|公示|授予|表彰|认定|命名|印发|通报|联合|决定|确定|评定|评选|揭晓|公告|发文"
)
PASSIVE = re.compile(r"(?:被|[,，]由|均由|并由|获得?|荣获)(?:[^,，。;；]{1,16}[、和])?$")
ISSUER = re.compile(r"(?:颁奖单位|授予单位|认定单位|发证单位|评定单位|表彰单位)(?:为|是|:)?$")
# 从省经信厅传来喜讯: what it tells, it has decided.
GOOD_NEWS = re.compile(
    r"(?:传来|发来)(?:喜讯|好消息|喜报|捷报|消息|贺电|贺信)|(?:最新)?(?:消息|通报|通知)[,，:：]"
)
# 县商务局被授予…: it is given what others award.
RECEIVES = re.compile(
    r"(?:也|还|同时|均|分别|先后|再次)*(?:被|荣?获(?![悉知])|喜获|当选|入选|上榜)"
)
PARTED = re.compile("[;；]")
SHORTEST_TITLE = 2
BEHIND = re.compile(r"[”\"]?(?:等?(?:荣誉)?称号)?[,，](?:均|并|分别)?由$")
Said = tuple[Marked, Mark]
Issuer = tuple[Marked, Named]


def issuers_of(marked: Marked) -> list[Issuer]:
    """The bodies that publish or award in the sentence, for all that it tells."""
    leaders = LEADERS.search(marked.text) if GOVERNMENT in marked.text else None
    if leaders and not PASSIVE.search(marked.text, 0, leaders.start("by")):
        name = Named(*leaders.span("by"), leaders["by"], OrganisationKind.BUREAU)
        return [(marked, name)]
    if not marked.organisations:
        return []
    titles = marked.ground.lexicon.words("title")
    # 某局局长某某被授予…: the body of an office awards nothing.
    bodies = [
        o
        for o in marked.organisations
        if o.kind in PUBLIC and len(titles.at(marked.text, o.end)) < SHORTEST_TITLE
    ]
    return [(marked, o) for o in bodies if _issues(marked.text, o)]


def _issues(text: str, mark: Named) -> bool:
    """Whether it awards in its own clause; 被某厅认定 tells of one honour alone."""
    if RECEIVES.match(text, mark.end):
        return False
    after = re.match(r"[^,，。;；]{0,24}", text[mark.end :])
    is_passive = bool(PASSIVE.search(text, 0, mark.start))
    is_issuing = bool(after and ISSUING.search(after[0])) and not is_passive
    is_issuing = is_issuing or bool(GOOD_NEWS.match(text, mark.end))
    return is_issuing or bool(ISSUER.search(text, 0, mark.start))


def by_of(marked: Marked, gap: tuple[int, int], what: Said, page_text: str) -> Read[str] | None:
    """被…认定为 tells it between the two, 由…授予 behind."""
    leaders = LEADERS.search(marked.text, *gap) if GOVERNMENT in marked.text else None
    if leaders:
        return said(marked.sentence, page_text, *leaders.span("by"))
    offices = [start for each in marked.people for start, _ in each.titles]
    public = [
        o
        for o in marked.organisations
        if o.kind in PUBLIC and not any(o.start <= start <= o.end for start in offices)
    ]
    own = [o for o in public if gap[0] <= o.start and o.end <= gap[1] + 1]
    own = own or [
        o
        for o in public
        if what[0] is marked and BEHIND.fullmatch(marked.text, what[1].end, o.start)
    ]
    return first_of([(marked, o) for o in own], page_text)


def first_of(found: list[Issuer], page_text: str) -> Read[str] | None:
    """The first body, with those that stand right behind it."""
    if not found:
        return None
    first = found[0]
    same = [mark for each, mark in found if each is first[0]]
    end = same[0].end
    for each in same[1:]:
        end = each.end if 0 <= each.start - end <= 1 else end
    return said(first[0].sentence, page_text, same[0].start, end)


def before_it(issuers: list[Issuer], marked: Marked, at: int) -> list[Issuer]:
    """Without those that only a later part of the sentence names: …；11月，县政府命名…"""
    return [
        (each, mark)
        for each, mark in issuers
        if each is not marked or mark.start < at or not PARTED.search(marked.text, at, mark.start)
    ]
