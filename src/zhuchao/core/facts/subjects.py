"""Whose figure it is: the project, firm, park or county that a sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from zhuchao.core.facts.facilities import facilities_of
from zhuchao.core.facts.hosts import VISITS, counted_after, hosts_of
from zhuchao.core.facts.marks import Mark, Marked, Named, Placed
from zhuchao.core.facts.parcels import parcels_of
from zhuchao.core.facts.project_names import names_of
from zhuchao.core.facts.referring import BY_CONTEXT, REFERRING, SIGN, referred
from zhuchao.core.facts.respective import pair_of
from zhuchao.core.facts.scenes import (
    NO_SUBJECT,
    Scene,
    Token,
    is_beside,
    organisation_read,
    park_read,
    quoted,
)
from zhuchao.core.vocabulary.fact import OrganisationKind
from zhuchao.core.vocabulary.read import Read, State

TO_COME = re.compile(
    r"达产|投产后|建成后|投用后|满产|投运后|预计|可实现|可新增|可带动|将实现|将新增"
)
WORKING = re.compile(r"达产|投产后|建成后|投用后|满产|投运后")
SPEAKS = re.compile(r"[,，:：]")
LOCAL = ("开发区", "园区", "镇", "乡", "园", "城", "谷", "港", "街道", "基地", "新城", "岛")
# 与高淳接壤: what lies beside.
NEIGHBOUR = re.compile(r"[^,，。;；]{0,14}(?:相邻|接壤|交界|毗连|毗邻|为邻|相望|相连|相接)")
# 三个项目总投资63亿元, 3家企业拨付资金: of these as counted.
COUNTED = re.compile(
    r"(?:[两三四五六七八九十]|\d+)[个家](?:[\u4e00-\u9fff]{0,4}项目|企业)(?=(?:集中|集体|现场|正式|同日|同时)?(?:签约|开工|竣工|投产)?[,，]?(?:计划|协议|合计|累计|意向)?(?:总投资|投资总额|投资额|引资)|(?:共|合计)?(?:实现|完成)|拨付|[^,，。;；]{0,6}(?:拟安排|安排|奖补|奖励|补助|惠企)(?:资金)?)"
)
LOTS = re.compile(r"(?:[两三四五六七八九十]|\d+)宗[\u4e00-\u9fff]{0,6}(?:用地|土地|地块|宗地)")
OF_SEVERAL = re.compile(
    r"总投资$|投资总额$|投资额$|引资额?$|资金$|奖励$|补助$|产值$|税收$|营业收入$|营收$|销售(?:额|收入)?$"
)
OF_PARCELS = re.compile(
    r"成交|起始|起拍|保证金|溢价|加价|增价|竞买|出让|容积率|建筑密度|绿地率|绿化率|亩均|强度|楼面|底价|挂牌|面积|单价|总价"
)
# Told of firms alone.
OF_FIRMS = re.compile(
    r"注册资(?:本|金)$|持股|股权|资产负债率|货币资金|净资产|总资产"
    r"|(?:补助|补贴|奖励|奖补|资助|扶持)(?:资金|金额|款)?$"
)
# What stands on a firm's books is no project's.
OF_WHOLE_FIRM = re.compile(r"总资产|净资产|资产总额|负债总额|资产负债率|货币资金|合同负债")
# 其中一期固定资产投资2.6亿元.
PHASE = re.compile(r"(?<![分的])(?P<phase>[一二三四五]期|首期)(?:项目|工程|计划|预计|拟|已)*$")
# 一期已于11月投产，完成投资5.3亿元.
LEAD_PHASE = re.compile(
    r"(?:其中[,，]?|目前[,，]?)?(?P<phase>[一二三四五]期|首期)(?=[^,，。;；]{0,24}[,，])(?!项目)"
)
COMMITTEE = re.compile(
    r"(?P<park>.{2,}(?:区|园|城|港|谷|基地|小镇))(?:党工委)?(?:管理委员会|管委会)"
)
LONGEST_GAP, PAIR = 8, 2
# A firm that a sentence begins with is what it tells of.
LATEST_TOPIC = 2
FOUNDED = re.compile("成立|设立|创办|创建|始建|落户|注册")
OF_PROJECTS = re.compile("投资|建设|项目|达产|投产")
# 三、要素保障: what was told of before is over.
SECTION = re.compile(r"\s*【|\s*[（(]?[一二三四五六七八九十]{1,2}[)）]?[、.]")


def subject_of(
    marked: Marked, metric: Mark, page_text: str, scene: Scene, *, is_dated: bool
) -> Read[str] | None:
    """Whose figure the metric tells; None where the page names nobody.

    What is dated in a project's sentences is told of who is named there, not of the project.
    """
    at, name = metric.start, marked.text[metric.start : metric.end]
    is_visit = VISITS.search(name) is not None
    told = _told_before(marked, at, page_text, scene, is_visit=is_visit)
    owner = scene.project_at(marked, at)
    narrow = _narrow(marked, at, name, (page_text, told, owner is not None))
    if narrow is not None:
        return narrow
    if OF_FIRMS.search(name):
        told = [each for each in told if each.is_firm] or told
    nearest = told[-1] if told else None
    is_own = nearest is not None and (
        (nearest.is_firm and OF_FIRMS.search(name) is not None)
        or _is_own(marked, nearest, at, is_dated=is_dated)
    )
    if owner is not None and not is_own:
        return scene.firm if scene.firm and OF_WHOLE_FIRM.search(name) else owner
    visitor = scene.delegation if is_visit else None
    return nearest.read if nearest is not None else visitor or _unnamed(marked, at, scene)


def _told_before(
    marked: Marked, at: int, page_text: str, scene: Scene, *, is_visit: bool
) -> list[Token]:
    """Who is named before the place, those in closed brackets only where nobody else is."""
    told = [each for each in tokens_of(marked, page_text, scene) if each.end <= at]
    told = [each for each in told if not _is_bracketed(marked.text, each, at)] or told
    return told if is_visit else [each for each in told if not each.is_visitor]


def _unnamed(marked: Marked, at: int, scene: Scene) -> Read[str] | None:
    """Whose figure it is where the sentence names nobody before it."""
    is_near = scene.last is not None and scene.paragraph == marked.sentence.paragraph
    if spoken := _said_of(marked, at, scene):
        return spoken
    if is_near and (scene.last_is_park or scene.home is None):
        return scene.last
    return scene.home or scene.default() or scene.last_firm


def _said_of(marked: Marked, at: int, scene: Scene) -> Read[str] | None:
    """满产后年产值8.5亿元: of the project told last; “在手订单2.3亿元”: of the officer's firm."""
    if scene.last_project is not None and WORKING.search(marked.text, 0, at):
        return scene.last_project
    is_quoted = marked.span in scene.quotes
    return scene.quotes[marked.span] or scene.lead_firm if is_quoted else None


def _narrow(
    marked: Marked, at: int, name: str, told: tuple[str, Sequence[Token], bool]
) -> Read[str] | None:
    """What is less than a firm or project: a parcel, a phase, projects as counted."""
    page_text, tokens, is_of_project = told
    lots = LOTS.search(marked.text, 0, at) if OF_PARCELS.search(name) else None
    parcels = [each for each in tokens if each.is_parcel]
    if lots and not parcels:
        return quoted(marked, Mark(*lots.span()), page_text)
    if parcels and OF_PARCELS.search(name):
        return parcels[-1].read
    counted = counted_after(marked.text, at)
    if counted is not None and all(each.end <= counted.end for each in tokens):
        return quoted(marked, counted, page_text)
    phase = PHASE.search(marked.text, max(0, at - 8), at) if is_of_project else None
    phase = phase or (LEAD_PHASE.match(marked.text, 0, at) if is_of_project else None)
    if phase is not None:
        return quoted(marked, Mark(*phase.span("phase")), page_text)
    return _counted(marked, at, name, (page_text, tokens))


def _is_bracketed(text: str, token: Token, at: int) -> bool:
    """Whether it stands in a bracket that is closed before the metric: (联合体成员:乙公司)."""
    opened = text.rfind("(", 0, token.start)
    closed = text.find(")", token.end, at)
    return opened >= 0 and closed >= 0 and ")" not in text[opened : token.start]


def _counted(
    marked: Marked, at: int, name: str, told: tuple[str, Sequence[Token]]
) -> Read[str] | None:
    """三个项目 of 三个项目总投资63亿元."""
    page_text, tokens = told
    if not OF_SEVERAL.search(name):
        return None
    several = [m for m in COUNTED.finditer(marked.text, 0, at + len(name)) if m.end() <= at]
    if not several:
        return None
    gap = marked.text[several[-1].end() : at]
    mark = Mark(*several[-1].span())
    is_named = any(mark.end <= each.end for each in tokens)
    is_near = len(gap) <= LONGEST_GAP or (WORKING.search(gap) and not is_named)
    return quoted(marked, mark, page_text) if is_near else None


def _is_own(marked: Marked, token: Token, at: int, *, is_dated: bool) -> bool:
    """Whether what stands in a project's stretch is told of somebody else: right before it, and
    not of what is to come."""
    between = marked.text[token.end : at]
    is_topic = token.is_firm and token.start <= LATEST_TOPIC and FOUNDED.search(between)
    if is_topic and not OF_PROJECTS.search(between):
        return True
    is_near = not SPEAKS.search(between) and not re.search("投资|建设|项目", between)
    is_told = is_near or is_dated
    to_come = WORKING if is_dated else TO_COME
    return is_told and not token.is_project and not to_come.search(marked.text, 0, at)


def tokens_of(marked: Marked, page_text: str, scene: Scene) -> list[Token]:
    """Those that the sentence names or refers to, in order."""
    if scene.told is None or scene.told[0] is not marked:
        scene.told = (marked, _tokens(marked, page_text, scene))
    return scene.told[1]


def _tokens(marked: Marked, page_text: str, scene: Scene) -> list[Token]:
    found = [*_places(marked, page_text, scene), *_organisations(marked, page_text, scene)]
    found += [
        Token(each.start, each.end, quoted(marked, each, page_text), is_project=True)
        for each in names_of(marked)
    ]
    found += hosts_of(marked, page_text, scene)
    if "地块" in marked.text or "宗地" in marked.text:
        found += parcels_of(marked, page_text, scene)
    found += [
        Token(each.start, each.end, quoted(marked, each, page_text))
        for each in facilities_of(marked.text)
    ]
    taken = [(each.start, each.end) for each in found]
    taken += [(each.start, each.end) for each in marked.organisations]
    for match in REFERRING.finditer(marked.text) if SIGN.search(marked.text) else ():
        read = referred(marked, match, scene)
        is_free = all(match.end() <= start or end <= match.start() for start, end in taken)
        if read is not None and is_free and not is_beside(marked, match.start()):
            is_firm = bool(match["firm"] or match["child"] or match["we"])
            found.append(Token(*match.span(), read, is_firm=is_firm))
    return sorted(found, key=attrgetter("end"))


def _places(marked: Marked, page_text: str, scene: Scene) -> Iterator[Token]:
    """The last of each chain of divisions, unless something only lies there or beside it."""
    chain: list[Placed] = []
    for place in [*marked.places, None]:
        if chain and (place is None or place.start != chain[-1].end):
            last = chain[-1]
            is_local = last.codes or last.name.endswith(LOCAL)
            is_near = NEIGHBOUR.match(marked.text, last.end)
            fullest = scene.fullest.get(last.codes[0]) if len(last.codes) == 1 else None
            read = fullest or quoted(marked, last, page_text)
            is_foreign = scene.home is not None and read.value != scene.home.value
            if is_local and not (is_near or is_foreign or is_beside(marked, chain[0].start)):
                yield Token(last.start, last.end, read)
            chain = []
        chain += [place] if place is not None else []


def _organisations(marked: Marked, page_text: str, scene: Scene) -> Iterator[Token]:
    for each in marked.organisations:
        is_none = each.kind in NO_SUBJECT and each.name not in scene.hosts
        if is_none or is_beside(marked, each.start):
            continue
        read = organisation_read(marked, each, page_text, scene)
        is_park = each.kind is OrganisationKind.PARK
        yield Token(each.start, each.end, read, is_firm=not is_park, is_park=is_park)


def _may_be_told_of(firm: Named, scene: Scene) -> bool:
    is_none = firm.kind in NO_SUBJECT and firm.name not in scene.hosts
    return not is_none and firm.kind is not OrganisationKind.PARK


def enter(marked: Marked, page_text: str, scene: Scene) -> None:
    """What the sentence names before anything is told of it: the park, the firm, who is meant."""
    scene.firm_before = scene.last_firm
    is_new = scene.paragraph != marked.sentence.paragraph
    if is_new and SECTION.match(marked.text) and scene.default() is not None:
        scene.last, scene.last_is_park = None, False
    named = [each for each in marked.organisations if _may_be_told_of(each, scene)]
    free = [each for each in named if not marked.text.endswith("由", 0, each.start)]
    for each in marked.organisations:
        committee = COMMITTEE.fullmatch(marked.text, each.start, each.end)
        if committee is not None:
            park = Mark(each.start, committee.end("park"))
            scene.zone = quoted(marked, park, page_text)
        if each.kind is OrganisationKind.PARK:
            scene.park = scene.park or park_read(quoted(marked, each, page_text), scene)
        elif each in (free or named):
            span = marked.sentence.span_of(each.start, each.end)
            name = scene.names.get(each.name)
            value = name.value if name else each.name
            scene.last_firm = Read(value, State.INFERRED, span, why=BY_CONTEXT)


def leave(marked: Marked, page_text: str, scene: Scene) -> None:
    """Who was spoken of last, for the sentences that name nobody."""
    told = tokens_of(marked, page_text, scene)
    told = [each for each in told if not (each.is_parcel or each.is_visitor)]
    pair = pair_of(marked, page_text, scene)
    scene.pair = pair if len(pair) == PAIR else scene.pair
    is_new = scene.paragraph != marked.sentence.paragraph
    firms = [each for each in told if each.is_firm]
    if firms and (is_new or scene.lead_paragraph != marked.sentence.paragraph):
        scene.lead_firm, scene.lead_paragraph = firms[0].read, marked.sentence.paragraph
    scene.last_project = scene.project_in(marked) or scene.last_project
    scene.paragraph = marked.sentence.paragraph
    scene.last = told[-1].read if told else scene.last
    scene.last_is_firm = told[-1].is_firm if told else scene.last_is_firm
    scene.last_is_park = told[-1].is_park if told else scene.last_is_park
