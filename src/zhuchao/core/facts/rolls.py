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
# What a list is of, where those on it follow in lines of their own.
LIST = "名单"
LEAD_LIST = re.compile(
    r"(?:公布|发布|印发|评定|评选|认定|下发|揭晓)(?:[^,，。“”\d]{0,4}?)(?:20\d\d年度?)?(?:第[一二三四五六七八九十\d]+批)?(?P<what>[\u4e00-\u9fff“”]{4,24}?)名单"
)
NAMED_IN = re.compile(
    r"(?:上榜|入选|入围|获评|榜上有名|位列其中|获此殊荣)[:：]|(?:分别(?:是|为)|(?:其中|我市)(?:包括|有)|包括|(?<!共)(?<!还)有[:：]|它们是)[:：]?"
)
LEAD_TITLE = re.compile(r"(?:授予|评为|命名为|认定为|荣获)[^。“”]{0,24}“(?P<what>[^“”]{3,20})”")
BARE_NAME = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])")
LONGEST_LINE = 120
SENTENCE = re.compile(r"[。;；]|表示|指出|要求|希望")
NAMED_AS = re.compile(
    r"(?:(?<![颁获评发])奖|奖个人奖|称号|企业|工厂|园区|对象|单位|个人|集体|名城|之都|企业家|工匠|基地|中心|示范|培育|集群|百强|十强|车间|县|区|市|镇|平台|品牌|劳模|模范|冠军|巨人|小镇|孵化器|实验室|工作站|项目|案例|产品|标杆|名牌|精品|先锋|人物|榜样|之星|百佳|十佳|金牌|奖章|奖状|基准|星级|品牌|之乡|强镇|强县|强村|名镇|乡镇|街区|社区|驿站|中心镇|总部|新锐|先行区|试点|试验区|孵化载体|众创空间|骨干|领军人才|专家|首台套|装备|称谓)[”\"]?$"
)
CALLED = re.compile(r"(?:是|被誉为|素有|享有|被称为)(?P<names>(?:“[^“”]{3,20}”[、和]?)+)")
QUOTES = re.compile(r"“([^“”]+)”")
# 获评“十强企业”的甲、乙: who bears it stands behind.
OF_THOSE = re.compile(
    r"(?:获评|荣获|获得?|被评为|入选)(?:20\d\d年度?)?(?:的)?“(?P<what>[^“”]{3,20})”的"
)
# 授予:甲公司“质量奖”;乙公司“提名奖”.
GRANTED = re.compile(r"(?:授予|表彰|颁发|评定)[:：]")
DIRECT = re.compile(r"“(?P<what>[^“”]{3,20})”")


def rolls_of(page: Sequence[Marked], page_text: str, by: Read[str] | None) -> Iterator[Honour]:
    """The honours of the page's rolls, each by whoever decides on them all."""
    is_roll = any(DECISION.search(each.text) for each in page[:4])
    is_roll = is_roll and not any(PROPOSED.search(each.text) for each in page[:2])
    heading: Read[str] | None = None
    for marked in page:
        yield from _of_those(marked, page_text)
        yield from _listed_behind(marked, page_text, by)
        lead = _lead(marked, page_text) if is_roll else None
        told = _heading(marked, page_text) if is_roll else None
        if told is not None:
            heading, start = told
        elif lead is not None:
            heading, start = lead, len(marked.text)
        else:
            start = 0
            heading = heading if heading is not None and _is_line(marked) else None
        if heading is not None:
            for bearer in _bearers(marked, start, heading):
                yield Honour(_quoted(marked, bearer, page_text), heading, by, marked.span)


def _listed_behind(marked: Marked, page_text: str, by: Read[str] | None) -> Iterator[Honour]:
    """公布…名单，4家企业上榜，分别是甲、乙和丙: those behind, each."""
    lead = LEAD_LIST.search(marked.text) if LIST in marked.text else None
    behind = NAMED_IN.search(marked.text, lead.end()) if lead else None
    if lead is None or behind is None or "拟" in lead["what"]:
        return
    what = said(marked.sentence, page_text, *lead.span("what"))
    reach = behind.end()
    for each in [o for o in marked.organisations if o.start >= reach]:
        if not re.fullmatch(r"[、和及与]?", marked.text[reach : each.start]):
            break
        reach = each.end
        yield Honour(_quoted(marked, each, page_text), what, by, marked.span)


def _is_line(marked: Marked) -> bool:
    """A line of a roll: short, and no sentence."""
    text = marked.text
    return len(text) <= LONGEST_LINE and not SENTENCE.search(text)


def _lead(marked: Marked, page_text: str) -> Read[str] | None:
    """公布…绿色工厂名单，我市4家企业上榜, 授予以下单位“…”称号: what the lines below bear."""
    found = LEAD_LIST.search(marked.text) or LEAD_TITLE.search(marked.text)
    if found is None or "拟" in found["what"]:
        return None
    return said(marked.sentence, page_text, *found.span("what"))


def _heading(marked: Marked, page_text: str) -> tuple[Read[str], int] | None:
    """A numbered or counted heading that names an honour, and where its members begin."""
    found = HEADING.match(marked.text)
    if found is None or not (found["number"] or found["count"] or found["colon"]):
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
    if not marked.organisations:
        return
    for found in OF_THOSE.finditer(marked.text):
        what = said(marked.sentence, page_text, *found.span("what"))
        reach = found.end()
        for each in [o for o in marked.organisations if o.start >= reach]:
            if not re.fullmatch(r"[、和及与]?", marked.text[reach : each.start]):
                break
            reach = each.end
            yield Honour(_quoted(marked, each, page_text), what, None, marked.span)
    yield from _granted(marked, page_text)


def _granted(marked: Marked, page_text: str) -> Iterator[Honour]:
    for each in marked.organisations if GRANTED.search(marked.text) else ():
        told = DIRECT.match(marked.text, each.end)
        if told and each.kind not in PUBLIC:
            what = said(marked.sentence, page_text, *told.span("what"))
            yield Honour(_quoted(marked, each, page_text), what, None, marked.span)


def _quoted(marked: Marked, mark: Mark, page_text: str) -> Read[str]:
    return said(marked.sentence, page_text, mark.start, mark.end)


def called_of(marked: Marked, page_text: str) -> Iterator[Honour]:
    """长垣是“中国起重机械名城”: what a place or firm is called, where that is an honour's name."""
    for found in CALLED.finditer(marked.text) if "“" in marked.text else ():
        marks: list[Mark] = [*marked.places, *marked.organisations]
        who = next((each for each in marks if each.end == found.start()), None)
        names = list(QUOTES.finditer(marked.text, *found.span("names")))
        if who is None or not all(NAMED_AS.search(each[1]) for each in names):
            continue
        for each in names:
            what = _quoted(marked, Mark(*each.span(1)), page_text)
            yield Honour(_quoted(marked, who, page_text), what, None, marked.span)
