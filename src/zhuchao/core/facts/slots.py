"""What a project's stretches tell of it: parties, sums, land, place, trade."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from zhuchao.core.facts.marks import Amount, M, Mark, Marked, Named, Placed
from zhuchao.core.facts.projects import PRIVATE, Project, Stretch
from zhuchao.core.facts.sentences import said
from zhuchao.core.vocabulary.fact import Dimension, OrganisationKind
from zhuchao.core.vocabulary.read import Read, State

SUBSIDIARY = re.compile(
    r"(?:子公司|孙公司|项目公司|设立|成立|实施主体|建设主体|注册|组建|由新设立的|项目主体|实施单位|名称)(?:的|为|是|[“\"])?$"
)
EXECUTES = re.compile(
    r"^[^,，。;；]{0,4}(?:作为|负责)(?:本项目|项目|该项目)?(?:的)?(?:实施|建设)|^[^,，。;；]{0,3}(?:为|作为)(?:项目)?(?:实施|建设)主体"
)
WITH = re.compile(r"(?:与|同|和|及|由)(?:[\u4e00-\u9fff]{1,8}(?:省|市|县|区|旗|州))*$")
INVESTS = re.compile(r"^(?:计划|拟|共同|独家)?(?:投资|出资)")
SIGNING = re.compile(r"签|达成|合作|意向|出让|挂牌|委托")
SELLS = re.compile(r"(?:公开)?(?:挂牌|拍卖|协议)?出让")
SELLER = re.compile(r"(?:从|由|出让人|出让方)[^,，。;；]{0,4}$")
MONEY_HEAD = re.compile(
    r"(?:总投资额?|投资总额|投资额|投资规模|投资|投入|总规模|规模|斥资|出资|投)(?:约|近|超过?|达|为|预计|人民币|不低于|不超过|合计)*[^,，。;；、\d]{0,3}$"
)
WHOLE = re.compile(r"总投资|投资总额|总规模")
PART = re.compile(
    r"(?:固定资产|固定|设备|一期|首期|二期|注册资本|累计|完成|环保|年度|已|技改|其中|首批|前期|募集)[^,，。;；]{0,6}$"
)
LAND_HEAD = re.compile(r"(?:用地|占地|土地|地块|征地|供地|出让面积|净地)[^,，。;；、]{0,8}$")
FLOOR = re.compile(r"(?:建筑|厂房|租赁|租用|车间|建成)[^,，。;；、]{0,8}$")
# 年产6万吨, 50万千瓦 before what is made.
PRODUCES = re.compile(
    r"^(?:年产能?|年加工|年处理)?[\d.,万亿]*(?:多|余)?(?:万|亿)?(?:吨|套|台套|台|件|辆|个|gwh|mwh|mw|gw|千瓦时|千瓦|平方米|片|只|支|米|颗|瓶|盒|kw)*"
)
TAIL = re.compile(
    r"(?:智能化|数字化|生产|制造|智能制造|产业化|研发|总部|物流|运营|产业园|科技园|物流园|建设|一期|二期|三期|新建|扩建|改扩建|扩产|技改|技术改造|迁建|增资扩产|综合|总装|智能工厂|生产线|产业园|华东|华南|华北|区域|亚太|全球|中国|的|及|\([^)]*\))*(?:项目|基地|基金|工厂|总部|中心)*$"
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
    trade: Read[str] | None


def slots_of(project: Project, earlier: Sequence[Marked], page_text: str) -> Slots:
    """What the stretches tell, the first first; investor and place may be told right before."""
    company = _first(project.stretches, lambda s: (o for o in _firms(s) if _is_founded(s, o)))
    partner = _first(project.stretches, _partners)
    taken = {each[1].name for each in (company, partner) if each}
    investor = _first(
        project.stretches, lambda s: (o for o in _firms(s) if o.name not in taken)
    ) or _investor_before(earlier, taken)
    if company is None and investor is not None:
        sponsor = _first(project.stretches, _sponsors)
        if sponsor is not None and sponsor[1].name != investor[1].name:
            investor, company = sponsor, investor
    total = _first(project.stretches, _whole_totals) or _first(project.stretches, _totals)
    land = _first(project.stretches, _lands)
    place = (
        _first(project.stretches, _parks)
        or _first(project.stretches, _sites)
        or _place_before(earlier)
    )
    return Slots(
        investor=_named(investor, page_text),
        company=_named(company, page_text),
        counterparty=_named(partner, page_text),
        project=_said(project.name, page_text),
        total=total[1].read(total[0].sentence) if total else None,
        land=land[1].read(land[0].sentence) if land else None,
        place=_said(place, page_text),
        trade=_trade(project, page_text),
    )


def _first(
    stretches: Iterable[Stretch], find: Callable[[Stretch], Iterable[M]]
) -> tuple[Marked, M] | None:
    for stretch in stretches:
        for mark in find(stretch):
            return stretch.marked, mark
    return None


def _named(found: tuple[Marked, Named] | None, page_text: str) -> Read[str] | None:
    """An organisation by its full name, wherever a short form stands for it."""
    if found is None:
        return None
    marked, mark = found
    quoted = said(marked.sentence, page_text, mark.start, mark.end)
    if not mark.why:
        return quoted
    return Read(mark.name, State.INFERRED, quoted.span, why=mark.why)


def _said(found: tuple[Marked, Mark] | None, page_text: str) -> Read[str] | None:
    if found is None:
        return None
    return said(found[0].sentence, page_text, found[1].start, found[1].end)


def _inside(stretch: Stretch) -> Iterator[Named]:
    for each in stretch.marked.organisations:
        if stretch.start <= each.start < stretch.end:
            yield each


def _firms(stretch: Stretch) -> Iterator[Named]:
    yield from (each for each in _inside(stretch) if each.kind in PRIVATE)


def _before(stretch: Stretch, mark: Mark) -> str:
    return stretch.marked.text[max(0, mark.start - 24) : mark.start]


def _is_founded(stretch: Stretch, mark: Named) -> bool:
    after = stretch.marked.text[mark.end : mark.end + 16]
    return bool(SUBSIDIARY.search(_before(stretch, mark)) or EXECUTES.search(after))


def _sponsors(stretch: Stretch) -> Iterator[Named]:
    """由X投资建设: whose money it is, where another firm builds."""
    for each in _firms(stretch):
        after = stretch.marked.text[each.end : each.end + 8]
        if _before(stretch, each).endswith("由") and INVESTS.match(after):
            yield each


def _partners(stretch: Stretch) -> Iterator[Named]:
    """Who signs for the place, or sells the land; of two firms the second."""
    if not SIGNING.search(stretch.text):
        return
    named = list(_inside(stretch))
    public = [o for o in named if o.kind in (OrganisationKind.BUREAU, OrganisationKind.PARK)]
    yield from (o for o in public if _is_party(stretch, o))
    private = [o for o in named if o.kind in PRIVATE]
    if (
        not public
        and len(private) > 1
        and stretch.marked.text[private[0].end : private[1].start] == "与"
    ):
        yield private[1]


def _is_party(stretch: Stretch, mark: Named) -> bool:
    after = stretch.marked.text[mark.end : mark.end + 1]
    before = _before(stretch, mark)
    following = next((o for o in stretch.marked.organisations if o.start == mark.end + 1), None)
    if after in ("、", "和") and following is not None:
        return following.kind not in PRIVATE and _is_party(stretch, following)
    sells = SELLS.match(stretch.marked.text, mark.end)
    return bool(after == "与" or sells or WITH.search(before) or SELLER.search(before))


def _investor_before(
    earlier: Sequence[Marked], taken: Iterable[str]
) -> tuple[Marked, Named] | None:
    """The firm that the text began with."""
    known = set(taken)
    for marked in earlier:
        for each in marked.organisations:
            if each.kind in PRIVATE and each.name not in known:
                return marked, each
    return None


def _totals(stretch: Stretch) -> Iterator[Amount]:
    for each in stretch.marked.amounts:
        if each.dimension is Dimension.MONEY and stretch.start <= each.start < stretch.end:
            before = _before(stretch, each)
            if MONEY_HEAD.search(before) and not PART.search(before):
                yield each


def _whole_totals(stretch: Stretch) -> Iterator[Amount]:
    """Those that are called the total."""
    for each in _totals(stretch):
        if WHOLE.search(_before(stretch, each)):
            yield each


def _lands(stretch: Stretch) -> Iterator[Amount]:
    for each in stretch.marked.amounts:
        if each.dimension is Dimension.AREA and stretch.start <= each.start < stretch.end:
            before = _before(stretch, each)
            is_mu = stretch.marked.text[each.start : each.end].endswith("亩")
            if (is_mu or LAND_HEAD.search(before)) and not FLOOR.search(before):
                yield each


def _sites(stretch: Stretch) -> Iterator[Mark]:
    """The park named, else the narrowest division."""
    yield from _parks(stretch)
    yield from reversed(_places(stretch))


def _parks(stretch: Stretch) -> Iterator[Mark]:
    yield from (each for each in _inside(stretch) if each.kind is OrganisationKind.PARK)


def _places(stretch: Stretch) -> list[Placed]:
    inside = [p for p in stretch.marked.places if stretch.start <= p.start < stretch.end]
    return [p for p in inside if stretch.marked.text[p.start] not in "来赴"]


def _place_before(earlier: Sequence[Marked]) -> tuple[Marked, Mark] | None:
    """Where the sentences up to the project's own place it."""
    for marked in reversed(earlier):
        whole = Stretch(marked, 0, len(marked.text))
        for mark in _sites(whole):
            return marked, mark
    return None


def _trade(project: Project, page_text: str) -> Read[str] | None:
    """What the project makes: its name without amount and 生产项目."""
    if project.name is None:
        return None
    marked, mark = project.name
    name = project.called
    head, tail = PRODUCES.match(name), TAIL.search(name)
    start = head.end() if head else 0
    end = tail.start() if tail else len(name)
    if end - start < 2 or NO_TRADE.match(name[start:end]):
        return None
    return said(marked.sentence, page_text, mark.start + start, mark.start + end)
