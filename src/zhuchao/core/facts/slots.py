"""What a project's stretches tell of it: parties, sums, land, place, trade."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from zhuchao.core.facts.cutting import Stretch
from zhuchao.core.facts.marks import Amount, Mark, Marked, Named
from zhuchao.core.facts.parties import Parties, Setting, parties_of
from zhuchao.core.facts.projects import Project
from zhuchao.core.facts.rows import LAND, TOTAL
from zhuchao.core.facts.sentences import Sentence, said
from zhuchao.core.facts.sites import (
    place_of,
    place_of_body,
    place_of_set,
    site_before,
    site_of_all,
    sites_of,
)
from zhuchao.core.facts.step import Phase
from zhuchao.core.facts.stretches import before, first_of
from zhuchao.core.vocabulary.fact import Dimension, OrganisationKind, ProjectStep
from zhuchao.core.vocabulary.read import Read, State

MONEY_HEAD = re.compile(
    r"(?:增资|(?:自有|自筹)资金|总投资额?|投资总额|投资金额|投资额|投资规模|投资|投入|总规模|规模|斥资|出资|投)(?:约|近|超过?|达|为|预计|人民币|不低于|不超过|合计)*[^,，。;；、\d]{0,3}$|拟以(?:不超过|约)?$"
)
WHOLE = re.compile(r"总投资|投资总额|投资金额|总规模")
PART = re.compile(
    r"(?:固定资产|固定|设备|一期|首期|二期|注册资本|累计|完成|环保|年度|已|技改|研发|科研|其中|首批|前期|募集)[^,，。;；]{0,6}$"
)
LAND_HEAD = re.compile(
    r"(?:^|[;；])(?:出让|宗地|地块|土地|用地)?面积[:：](?:约)?$|(?:用地|地块|土地|宗地)[^。;；]{0,14}[,，](?:总|土地|宗地|出让)?面积(?:为|约|:)*$|(?:用地|占地|土地|地块|征地|供地|出让面积|净地)[^,，。;；、]{0,8}$"
)
# 地块一:坐落某镇，面积32000平方米.
PARCEL = re.compile(r"地块|宗地|竞得|摘牌|成交价|出让")
AREA_HEAD = re.compile(r"[,，;；:：、(](?:总|土地|宗地|出让|实际|净)?面积(?:为|约|:)*$")
FLOOR = re.compile(r"(?:建筑|厂房|租赁|租用|车间|建成)[^,，。;；、]{0,8}$")
# 年产6万吨, 50万千瓦 before what is made.
PRODUCES = re.compile(
    r"^(?:[百千万]+(?:头|羽|只|亩|吨|套|台|辆|架|尾|张|床)级?)?(?:年产能?|年加工|年处理)?(?:[\d.,百万亿]+(?:(?<=[\d万亿])(?:多|余))?(?:万|亿)?(?:吨|套|台套|台|件|辆|个|gwh|mwh|mw|gw|兆瓦时|兆瓦|吉瓦时|吉瓦|千瓦时|千瓦|平方米|立方米|公斤|条|张|块|枚|架|艘|副|双|部|标准箱|kwh|片|只|支|米|颗|瓶|盒|打|箱|头|羽|亩|桶|袋|包|卷|根|套件|标箱|户|床|锭|kw)*(?:/年|/a)?)?"
)
# A delegation abroad: where it talks says nothing of where the project will stand.
AWAY = re.compile(r"(?<!来)(?:赴|率队|前往|小分队)")
# 沭阳经济开发区管委会: the park that the committee is of.
COMMITTEE = re.compile(
    r"(?P<park>.{3,}(?:区|园|城|港|谷|基地|新城|小镇))(?:党工委)?(?:管理委员会|管委会)"
)
PHASE = re.compile(r"[一二三四五六]期|首期")
INVEST_TOGETHER = "文中说的是共同投资"
BOTH = re.compile(r"(?:平方米|㎡|公顷)\((?:约|合|折合)*$")
TAIL = re.compile(
    r"(?:中央|增资扩能|增资扩股|技改扩能|技改扩产|扩产提质|提质扩能|提质增效|改造提升|升级改造|提标改造|改造|扩能|中试平台|中试|智造园|智能制造园|配套|联合实验室|重点实验室|实验室|研究院|产线|产业(?=基地|园|总部)|智能化|数字化|生产|(?<!再)制造|智能制造|产业化|研发|总部|物流|运营|智造|产业园|科技园|物流园|建设|一期|二期|三期|新建|扩建|改扩建|扩产|技改|技术改造|迁建|增资扩产|综合|总装|(?:智能|数字|数智|智慧|未来|灯塔|超级|绿色)(?=工厂)|智能工厂|生产线|产业园|华东|华南|华北|西北|西南|东北|华中|区域|亚太|全球|中国|的|及|\([^)]*\))*(?:项目(?=[一二三四五六]期|首期))?(?:[一二三四五六]期|首期)?(?:项目|工程|基地|基金|工厂|厂|总部|中心)*$"
)
NO_TRADE = re.compile(r"^(?:扩建|二期|一期|三期|技改|新建|科创|产业|投资)*$")


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots of a project; None where its stretches do not tell."""

    investor: Read[str] | None
    company: Read[str] | None
    counterparty: Read[str] | None
    project: Read[str] | None
    total: Read[float] | None
    land: Read[float] | None
    place: Read[str] | None
    site: Read[str] | None
    trade: Read[str] | None
    # Who sold the land, where another signed.
    seller: Read[str] | None = None
    called: str = ""

    def of_phase(self, phase: Phase, sentence: Sentence, page_text: str) -> Slots:
        """Those of a part of the project, which has a sum and land of its own or none."""
        named = said(sentence, page_text, phase.start, phase.end)
        rest = None if self.project else self.total
        total = phase.total.read(sentence) if phase.total else rest
        land = phase.land.read(sentence) if phase.land else None
        return replace(self, project=named, total=total, land=land)


def slots_of(project: Project, setting: Setting, page_text: str) -> Slots:
    """What the stretches tell, the first first; investor and place may be told right before."""
    parties = parties_of(project, setting)
    earlier = setting.earlier
    is_talk = setting.main is ProjectStep.TALK
    is_away = is_talk and any(AWAY.search(each.text) for each in earlier)
    total = _total(project)
    land = _land(project)
    # A headline tells of the text, not where each of its projects stands.
    earlier = [each for each in earlier if each.sentence.paragraph]
    site = _site(project, parties, earlier, setting)
    place = place_of(project.stretches, earlier, is_away=is_away)
    if place is None and site is None and not is_away:
        place = place_of_set(setting.earlier) if setting.others else None
        place = place or (place_of_body(parties.counterparty) if project.name else None)
    return Slots(
        investor=_together(
            _named(parties.investor, page_text, setting.names),
            _named(parties.joint, page_text, setting.names),
        ),
        company=_named(parties.company, page_text, setting.names),
        counterparty=_named(parties.counterparty, page_text, setting.names),
        project=_said(project.name, page_text),
        total=total[1].read(total[0].sentence) if total else None,
        land=land[1].read(land[0].sentence) if land else None,
        place=_said(place, page_text),
        site=_said(site, page_text),
        trade=_trade(project, page_text),
        seller=_named(parties.seller, page_text, setting.names),
        called=project.called,
    )


def _site(
    project: Project, parties: Parties, earlier: Sequence[Marked], setting: Setting
) -> tuple[Marked, Mark] | None:
    """The park or town of the stretches, of all projects, of who signs, else told before."""
    before_it = [each for each in earlier if each is not project.stretches[0].marked]
    site = first_of(project.stretches, sites_of)
    site = site or (site_of_all(setting.page) if setting.others else None)
    site = site or _site_of(parties.counterparty)
    return site or site_before(before_it)


def _site_of(counterparty: tuple[Marked, Named] | None) -> tuple[Marked, Mark] | None:
    """The park that signs, or whose committee does: it lets the land in its own bounds."""
    if counterparty is None:
        return None
    marked, mark = counterparty
    committee = COMMITTEE.fullmatch(marked.text, mark.start, mark.end)
    if committee is None and mark.kind is not OrganisationKind.PARK:
        return None
    return marked, Mark(mark.start, committee.end("park") if committee else mark.end)


def _named(
    found: tuple[Marked, Named] | None, page_text: str, names: Mapping[str, str]
) -> Read[str] | None:
    """An organisation by its full name, as the page writes it, wherever a short form stands."""
    if found is None:
        return None
    marked, mark = found
    quoted = said(marked.sentence, page_text, mark.start, mark.end)
    if not mark.why:
        return quoted
    name = names.get(mark.name, mark.name)
    return Read(name, State.INFERRED, quoted.span, why=mark.why)


def _together(first: Read[str] | None, second: Read[str] | None) -> Read[str] | None:
    """Two who put money in together: 甲、乙."""
    if first is None or second is None:
        return first
    name = f"{first.value}、{second.value}"
    return Read(name, State.INFERRED, first.span, why=INVEST_TOGETHER)


def _said(found: tuple[Marked, Mark] | None, page_text: str) -> Read[str] | None:
    if found is None:
        return None
    return said(found[0].sentence, page_text, found[1].start, found[1].end)


def _total(project: Project) -> tuple[Marked, Amount] | None:
    """What is called the total, else the first sum invested; a phase's where the name is of it."""
    phase = PHASE.search(project.called)
    own = phase[0] if phase else ""
    told = first_of(project.stretches, lambda s: _whole_totals(s, own))
    shared = project.shared.get(TOTAL)
    if shared is not None and isinstance(shared[1], Amount):
        return shared[0], shared[1]
    return told or first_of(project.stretches, lambda s: _totals(s, own))


def _land(project: Project) -> tuple[Marked, Amount] | None:
    shared = project.shared.get(LAND)
    if shared is not None and isinstance(shared[1], Amount):
        return shared[0], shared[1]
    return first_of(project.stretches, _mu) or first_of(project.stretches, _lands)


def _totals(stretch: Stretch, phase: str) -> Iterator[Amount]:
    for each in stretch.marked.amounts:
        if each.dimension is Dimension.MONEY and stretch.start <= each.start < stretch.end:
            words = before(stretch, each)
            part = PART.search(words)
            is_own = bool(phase and part and part[0].startswith(phase))
            if MONEY_HEAD.search(words) and (is_own or not part):
                yield each


def _whole_totals(stretch: Stretch, phase: str) -> Iterator[Amount]:
    """Those that are called the total."""
    for each in _totals(stretch, phase):
        if WHOLE.search(before(stretch, each)):
            yield each


def _mu(stretch: Stretch) -> Iterator[Amount]:
    """33335平方米(约50亩): the land in 亩 where it is told in both."""
    for each in _lands(stretch):
        if BOTH.search(stretch.marked.text, 0, each.start):
            yield each


def _lands(stretch: Stretch) -> Iterator[Amount]:
    for each in stretch.marked.amounts:
        if each.dimension is Dimension.AREA and stretch.start <= each.start < stretch.end:
            words = before(stretch, each)
            is_mu = stretch.marked.text[each.start : each.end].endswith("亩")
            is_land = LAND_HEAD.search(words) or (
                PARCEL.search(stretch.text) and AREA_HEAD.search(words)
            )
            if (is_mu or is_land) and not FLOOR.search(words):
                yield each


def _trade(project: Project, page_text: str) -> Read[str] | None:
    """What the project makes: its name without amount and 生产项目."""
    if project.name is None or project.called.endswith("基金"):
        return None
    marked, mark = project.name
    name = project.called
    head, tail = PRODUCES.match(name), TAIL.search(name)
    start = head.end() if head else 0
    end = tail.start() if tail else len(name)
    if end - start < 2 or NO_TRADE.match(name[start:end]):
        return None
    return said(marked.sentence, page_text, mark.start + start, mark.start + end)
