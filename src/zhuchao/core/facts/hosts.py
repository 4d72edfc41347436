"""Who a page tells of beside firms and places: a delegation, works, projects as counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from zhuchao.core.facts.marks import Mark, Marked
from zhuchao.core.facts.scenes import (
    NO_SUBJECT,
    Scene,
    Token,
    is_beside,
    organisation_read,
    quoted,
)
from zhuchao.core.vocabulary.fact import OrganisationKind
from zhuchao.core.vocabulary.read import Read, State

FULL_ELSEWHERE = "全称取自文中别处"
DELEGATION = re.compile(
    r"(?:党政|经贸|政府|招商引资|招商|企业家|商务|经济|工商|产业|友好|学习|考察|访问|调研|交流|对接)*"
    r"(?:代表团|考察团|考察组|招商团|招商组|招商小分队|小分队|访问团|学习团|推介团|经贸团)"
)
# What a delegation does itself; what it signs is its county's.
VISITS = re.compile(
    r"考察|走访|拜访|座谈|洽谈|对接|行程|参观|参访|调研|学习|交流|商协?会|推介|会见"
)
# 据了解，智慧口岸(一期)工程总投资11.8亿元
WORKS = re.compile(
    r"(?:^|[,，。;；:：])(?P<works>[\u4e00-\u9fff()“”]{3,20}?(?:工程|大桥|公路|高速|铁路|水库|枢纽|电站|码头))"
    r"(?=(?:计划|预计|概算|估算)?总投资|概算|全长)"
)
OF_WORKS = re.compile("总投资|概算|全长")
# 13个项目全部达产后，年可新增产值96亿元: of these as counted.
COUNTED_AFTER = re.compile(
    r"(?:^|[,，。;；:：])(?:这|上述|以上)?(?P<counted>(?:[两三四五六七八九十]|\d+)个[\u4e00-\u9fff]{0,6}项目)"
    r"(?:全部|均|都|全面|陆续|建成|正式|顺利|签约)*(?:达产|投产|建成|投用|满产)[^,，。;；]{0,6}后"
)
# 供电公司 for 国网如东县供电公司, which the page has named.
TAIL = re.compile(
    r"(?:^|(?<=[,，。;；:：“]))[\u4e00-\u9fff]{2,4}(?:公司|集团|银行|农商行|电厂|海关|医院|学院)(?=[\u4e00-\u9fff])"
)
TAILS = re.compile("公司|集团|银行|农商行|电厂|海关|医院|学院")
SHORTEST_REST = 2
LONGEST_TOTAL = 3
OFFICIAL = re.compile(r"书记|[市县区镇]长|局长|主任(?!工程师)|园区|管委会")
# “我们的毛利率…”，董事长说
OFFICER = re.compile(
    r"董事长|总经理|厂长|总裁|创始人|首席|总监|车间主任|负责人|总工程师|(?:公司|企业|集团)[^,，。;；]{0,6}经理"
)


def set_out(scene: Scene, page: Sequence[Marked], page_text: str) -> Scene:
    """The scene with the delegation and the association that the page tells of, and what
    officers of firms say."""
    scene.delegation = _delegation_of(page, page_text)
    scene.host = _host_of(page, page_text, scene) if scene.hosts else None
    scene.quotes = {
        each.span: _officers_firm(each, after, page_text, scene)
        for each, after in zip_longest(page, page[1:])
        if each.text.startswith("“") and _is_officers(each.text + (after.text if after else ""))
    }
    return scene


def _is_officers(text: str) -> bool:
    return OFFICER.search(text) is not None and OFFICIAL.search(text) is None


def _officers_firm(
    marked: Marked, after: Marked | None, page_text: str, scene: Scene
) -> Read[str] | None:
    """The firm whose officer speaks, where it is named beside him."""
    for each in (marked, after):
        for firm in each.organisations if each else ():
            if each and firm.kind is OrganisationKind.COMPANY:
                return organisation_read(each, firm, page_text, scene)
    return None


def _delegation_of(page: Sequence[Marked], page_text: str) -> Read[str] | None:
    """The delegation by the longest name that the page gives it."""
    told = [quoted(marked, mark, page_text) for marked in page for mark in _delegations(marked)]
    return max(told, key=lambda read: len(read.value or ""), default=None)


def _delegations(marked: Marked) -> Iterator[Mark]:
    """民勤县党政代表团, 代表团: with the division right before it."""
    if not ("团" in marked.text or "组" in marked.text or "小分队" in marked.text):
        return
    for found in DELEGATION.finditer(marked.text):
        start = found.start()
        while place := next((p for p in marked.ground.places if p.end == start), None):
            start = place.start
        yield Mark(start, found.end())


def hosts_of(marked: Marked, page_text: str, scene: Scene) -> Iterator[Token]:
    """The delegations and works that a sentence names, and firms called by their names' ends."""
    for each in _delegations(marked):
        if not is_beside(marked, each.start):
            read = _in_full(marked, each, page_text, scene)
            yield Token(each.start, each.end, read, is_visitor=True)
    for found in WORKS.finditer(marked.text) if OF_WORKS.search(marked.text) else ():
        mark = Mark(*found.span("works"))
        yield Token(mark.start, mark.end, quoted(marked, mark, page_text), is_project=True)
    yield from _by_tail(marked, page_text, scene)


def _in_full(marked: Marked, mark: Mark, page_text: str, scene: Scene) -> Read[str]:
    told, full = quoted(marked, mark, page_text), scene.delegation
    is_short = full is not None and (full.value or "").endswith((told.value or "")[-3:])
    if full is None or not is_short or any(p.start == mark.start for p in marked.ground.places):
        return told
    return Read(full.value, State.INFERRED, told.span, why=FULL_ELSEWHERE)


def _by_tail(marked: Marked, page_text: str, scene: Scene) -> Iterator[Token]:
    for found in TAIL.finditer(marked.text) if TAILS.search(marked.text) else ():
        name, least = found[0], len(found[0]) + SHORTEST_REST
        fuller = [each for each in scene.names if each.endswith(name) and len(each) >= least]
        is_own = any(o.start <= found.start() < o.end for o in marked.organisations)
        if len(fuller) == 1 and not is_own:
            span = marked.sentence.span_of(*found.span())
            read = Read(scene.names[fuller[0]].value, State.INFERRED, span, why=FULL_ELSEWHERE)
            yield Token(*found.span(), read, is_firm=True)


def is_of_works(text: str, at: int) -> bool:
    """Whether the total that stands there is that of works: 智慧口岸工程总投资11.8亿元."""
    return any(found.end() == at for found in WORKS.finditer(text, 0, at + LONGEST_TOTAL))


def counted_after(text: str, at: int) -> Mark | None:
    """The projects as counted whose expected figures stand at the place."""
    told = list(COUNTED_AFTER.finditer(text, 0, at)) if "项目" in text else []
    return Mark(*told[-1].span("counted")) if told else None


def _host_of(page: Sequence[Marked], page_text: str, scene: Scene) -> Read[str] | None:
    """The association that the headline names, as the page first tells it."""
    told = [
        quoted(marked, each, page_text)
        for marked in page
        for each in marked.organisations
        if each.kind in NO_SUBJECT and each.name.endswith(tuple(scene.hosts))
    ]
    return max(told, key=lambda read: len(read.value or ""), default=None)
