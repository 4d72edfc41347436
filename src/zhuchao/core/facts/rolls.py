"""Honours told as a roll: a heading with those who bear it below, 获评“…”的某公司, 通过…认定."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhuchao.core.facts.bearers import PUBLIC
from zhuchao.core.facts.marks import Mark, Marked
from zhuchao.core.facts.sentences import said
from zhuchao.core.vocabulary.fact import Honour
from zhuchao.core.vocabulary.read import Read

DECISION = re.compile(
    r"表彰|表扬|授予|光荣榜|获奖|评选结果|先进|命名|(?:公布|认定|评定)[^,，。]*名单|名单揭晓"
)
PROPOSED = re.compile(r"拟|公示|推荐|申报|征集")
HEADING = re.compile(
    r"\s*(?P<number>[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|\d{1,2}[.、])?\s*“?(?:20\d\d年度?)?"
    r"(?P<what>[\u4e00-\u9fff“”\d.]{3,24}?)”?(?P<count>\(共?\d+[家名个位人项]\))?(?:(?P<colon>:)|\s*$)\s*"
)
HONOURED = re.compile(
    r"(?:奖|企业|集体|个人|单位|企业家|工匠|标兵|模范|能手|园区|十强|百强|大户|功臣|示范|项目|工厂|车间|小镇|乡镇|平台|团队|之星|新锐|先锋|称号)$"
)
PERSONAL = re.compile(r"个人|企业家|工匠|标兵|模范|能手|人才|功臣")
BARE_NAME = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])")
LONGEST_LINE = 120
# 获评“十强企业”的甲、乙: who bears it stands behind.
OF_THOSE = re.compile(
    r"(?:获评|荣获|获得?|被评为|入选)(?:20\d\d年度?)?(?:的)?“(?P<what>[^“”]{3,20})”的"
)
PASSED = re.compile(
    r"通过(?:了)?(?P<what>[\u4e00-\u9fff]{4,20}?)(?:的)?(?:认定|评审认定|复核)(?=[,，。;；]|$)"
)


def rolls_of(page: Sequence[Marked], page_text: str, by: Read[str] | None) -> Iterator[Honour]:
    """The honours of the page's rolls, each by whoever decides on them all."""
    is_roll = any(DECISION.search(each.text) for each in page[:4])
    is_roll = is_roll and not any(PROPOSED.search(each.text) for each in page[:1])
    heading: Read[str] | None = None
    for marked in page:
        yield from _of_those(marked, page_text)
        told = _heading(marked, page_text) if is_roll else None
        heading, start = told if told else (heading, 0)
        is_line = len(marked.text) <= LONGEST_LINE and not re.search(r"[。;；].", marked.text)
        if heading is None or not is_line or "。" in marked.text[:-1]:
            heading = heading if told else None
            continue
        for bearer in _bearers(marked, start, heading):
            yield Honour(_quoted(marked, bearer, page_text), heading, by, marked.span)


def _heading(marked: Marked, page_text: str) -> tuple[Read[str], int] | None:
    """A numbered or counted heading that names an honour, and where its members begin."""
    found = HEADING.match(marked.text)
    if found is None or not (found["number"] or found["count"]):
        return None
    if not HONOURED.search(found["what"].strip("”“")):
        return None
    start, end = found.span("what")
    end -= marked.text[end - 1] == "”"
    return said(marked.sentence, page_text, start, end), found.end()


def _bearers(marked: Marked, start: int, heading: Read[str]) -> list[Mark]:
    """The firms, parks, towns or people of a line of the roll."""
    people: list[Mark] = [p for p in marked.people if p.start >= start]
    if PERSONAL.search(heading.value or ""):
        taken = [*marked.organisations, *marked.places]
        bare = [Mark(*m.span()) for m in BARE_NAME.finditer(marked.text, start)]
        free = [m for m in bare if all(m.end <= t.start or t.end <= m.start for t in taken)]
        return people or free
    named = [o for o in marked.organisations if o.kind not in PUBLIC and o.start >= start]
    return [*named]


def _of_those(marked: Marked, page_text: str) -> Iterator[Honour]:
    for found in OF_THOSE.finditer(marked.text):
        what = said(marked.sentence, page_text, *found.span("what"))
        reach = found.end()
        for each in [o for o in marked.organisations if o.start >= reach]:
            if not re.fullmatch(r"[、和及与]?", marked.text[reach : each.start]):
                break
            reach = each.end
            yield Honour(_quoted(marked, each, page_text), what, None, marked.span)
    for found in PASSED.finditer(marked.text):
        before = [o for o in marked.organisations if o.end <= found.start()]
        if before and before[-1].kind not in PUBLIC:
            what = said(marked.sentence, page_text, *found.span("what"))
            yield Honour(_quoted(marked, before[-1], page_text), what, None, marked.span)


def _quoted(marked: Marked, mark: Mark, page_text: str) -> Read[str]:
    return said(marked.sentence, page_text, mark.start, mark.end)
