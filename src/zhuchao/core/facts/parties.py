"""Who is behind a project: whose money, the firm that runs it, who stands on the other side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from zhuchao.core.facts.cutting import Stretch
from zhuchao.core.facts.marks import Marked, Named
from zhuchao.core.facts.mothers import mother_of
from zhuchao.core.facts.projects import APART_SIGNED, PRIVATE, Project
from zhuchao.core.facts.rows import COMPANY, INVESTOR
from zhuchao.core.facts.stretches import before, firms_in, first_of, inside
from zhuchao.core.vocabulary.fact import OrganisationKind, ProjectStep

SUBSIDIARY = re.compile(
    r"(?:子公司|合资公司(?:名为|取名|定名|命名|名叫|叫)?|公司(?:名为|取名为?|定名为?|命名为)|实施主体[:：]|由(?:其)?旗下(?:的)?|下属企业|所属企业|关联公司|关联企业|承建单位|孙公司|项目公司|设立|成立|实施主体|建设主体|注册|组建|由新设立的|项目主体|实施单位|名称|建设单位|项目单位|项目业主|业主单位)(?:的|为|是|[:：]|[“\"])?$"
)
EXECUTES = re.compile(
    r"^[^,，。;；]{0,4}(?:作为|负责)(?:本项目|项目|该项目)?(?:的)?(?:具体)?(?:实施|建设|运营|承建|运作|经营)|^(?:具体|全权|承接|负责|专门)+(?:实施|建设|运营|承建|承接|落实|经营)|^(?:承接|承担)[^,，。;；]{0,6}(?:运营|建设|实施|任务)|^[^,，。;；]{0,3}(?:为|作为)(?:项目)?(?:实施|建设)主体"
)
# 由某公司运营: the local firm that runs it.
RUNS = re.compile(r"(?:具体|负责|全权)*(?:运营|实施|承担|承建|经营|运作|组织实施)")
WITH = re.compile(r"(?:与|同|和|及|由)(?:[\u4e00-\u9fff]{1,8}(?:省|市|县|区|旗|州))*$")
INVESTS = re.compile(
    r"^(?:计划|拟|共同|独家|全额|全资|独资|单独|联合|再次?)*(?:投资|出资|投建|兴建|增资|注资|追加投资|斥资|投入)"
)
SIGNING = re.compile(r"签|达成|合作|意向|出让|挂牌|委托|洽谈|商谈|磋商|交换了?意见|对接")
SELLS = re.compile(
    r"(?:组织|举办|实施|发布)?的?(?:国有建设用地使用权)?(?:公开)?(?:网上)?(?:挂牌|拍卖|协议|招拍挂)?出让|批准[,，]?拟?(?:同意)?将|(?:拟|已)?将[^。;；]{0,48}?出让给"
)
SIGNS = re.compile(r"[^,，。;；与]{0,10}签")
WITH_ANOTHER = re.compile(r"[;；,，]?(?:并|还|又|同时)?与[^,，。;；]{4,40}签")
# 某市政府11月23日与某公司签署…
THEN_WITH = re.compile(
    r"(?:[今去]年)?(?:\d{1,2}月)?\d{1,2}日(?:上午|下午)?与|(?:近日|日前|当日|当天|昨日|今日|同日|正式|现场|分别)与"
)
SELLER = re.compile(r"(?:从|由|出让人|出让方)[^,，。;；]{0,4}$")
# A firm alone invests where it is said to; what stands or is built in its name is its own.
PUTS_MONEY = re.compile(
    r"^(?:\([^()]*\))?(?:(?!项目)[^,，。;；]){0,24}?(?<!总)(?:投资|投建|出资|斥资|注资|落户)"
)
FIRM_INVESTS = re.compile(
    r"(?:该?公司|该?企业|该?集团|其|双方)(?:还|将|拟|计划|决定|同意|已|共同|在[^,，。;；]{2,16})*共?(?:投资|出资|斥资)"
    r"|用于投资|[,，](?:拟|将|计划)在[^,，。;；]{2,12}投资|[,，](?:拟|将|计划)(?:投入|投(?!资)|斥资)[^,，。;；]{0,4}\d"
)
COMES = re.compile(r"签约|签[订署]|洽谈|董事会|股东大?会|审议|议案|(?<![,，])落户")
STANDING = re.compile(r"再投资|增资|[二三四五]期|扩建|技改|技术改造|改扩建")
THE_CHILD = re.compile(r"[,，]?该(?:子公司|公司|合资公司)")
AND = re.compile(r"[、与和及]|联合|携手")
TOGETHER = re.compile(
    r"^[^。;；]{0,24}(?:共同|联合|合资|合作|合伙|携手)(?:出资|投资|设立|成立|组建|建设|兴建|新建|投建|打造|创办|开办|开发|筹建|兴办)"
)
COUNTY = ("县", "市", "区", "旗")
WITH_WHOM = re.compile(r"(?:正|已|还|又|将)?(?:与|同)")
LAND_OFFICE = re.compile(r"自然资源|国土资源|土地储备|公共资源交易|规划和?自然")
SELLING = re.compile(r"出让|挂牌|拍卖|招拍挂|成交")
INCREASED = re.compile(r"(?:追加)?(?:增资|注资|追加投资|投资)")
CALLED_INVESTOR = re.compile(r"投资(?:方|主体|人|商|企业|单位)(?:是|为|系|:|“)*$")
# 去年引进了某集团的某项目
BROUGHT = re.compile(r"(?:引进|招引|引入|引来|招来)了?[^,，。;；]{0,8}$")
IN_BRACKETS = re.compile(r"\([^()]*\)")
THE_FIRM = re.compile(r"公司|企业|集团|双方|其")
Told = tuple[Marked, Named]


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties, each with its sentence; None where the text does not tell."""

    investor: Told | None
    company: Told | None
    counterparty: Told | None
    # The second of two who put money in together.
    joint: Told | None = None
    seller: Told | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a project: the sentences up to its first, its steps, the firms of others."""

    earlier: Sequence[Marked]
    main: ProjectStep
    steps: frozenset[ProjectStep]
    others: frozenset[str]
    page: Sequence[Marked] = ()
    # What each folded full name looks like on the page.
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_coming(self) -> bool:
        """Signed or talked of: its lone firm is the one who invests."""
        return bool(self.steps & {ProjectStep.SIGN, ProjectStep.TALK})


def parties_of(project: Project, setting: Setting) -> Parties:
    """The parties, with who sold the land."""
    return replace(_parties(project, setting), seller=_seller(project, setting))


def _parties(project: Project, setting: Setting) -> Parties:
    """Those that a row of firms gives it, else those of its stretches."""
    given = {
        key: (told[0], told[1])
        for key, told in project.shared.items()
        if isinstance(told[1], Named)
    }
    if not given:
        return _told_parties(project, setting)
    partner = first_of(project.stretches, _public_partners)
    return Parties(given.get(INVESTOR), given.get(COMPANY), partner)


def _told_parties(project: Project, setting: Setting) -> Parties:
    """From the project's stretches; the investor may be told right before them."""
    company = first_of(project.stretches, lambda s: (o for o in firms_in(s) if _is_founded(s, o)))
    partner = first_of(project.stretches, _partners) or _seller(project, setting)
    taken = {each[1].name for each in (company, partner) if each}
    investor = first_of(
        project.stretches, lambda s: (o for o in firms_in(s) if o.name not in taken)
    ) or _investor_before(project, setting, taken)
    partner = partner or _partner_of_several(investor, setting.page)
    if investor is None and company is not None:
        investor = mother_of(company[1].name, setting.page)
    joint = _joint(project, investor, taken)
    if joint is not None:
        public = first_of(project.stretches, _public_partners)
        return Parties(investor, company, partner if _is_public(partner) else public, joint)
    if company is None and investor is not None:
        sponsor = first_of(project.stretches, _sponsors)
        if sponsor is not None and sponsor[1].name != investor[1].name:
            both = _joint(project, sponsor, {investor[1].name})
            return Parties(sponsor, investor, partner, both)
        mother = mother_of(investor[1].name, setting.page)
        if mother is not None:
            return Parties(mother, investor, partner)
        if not (setting.is_coming or _invests(project, investor)):
            return Parties(None, investor, partner)
    return Parties(investor, company, partner)


def _joint(project: Project, investor: Told | None, taken: set[str]) -> Told | None:
    """甲与乙共同出资设立丙: the second of two that invest together."""
    if investor is None:
        return None
    for stretch in project.stretches:
        firms = [] if THE_CHILD.match(stretch.text) else list(firms_in(stretch))
        pairs = [(a, b) for a in firms for b in firms if a.name == investor[1].name]
        for first, second in pairs:
            between = stretch.marked.text[first.end : second.start]
            after = stretch.marked.text[second.end : stretch.end]
            if AND.fullmatch(IN_BRACKETS.sub("", between)) and TOGETHER.search(after):
                return stretch.marked, second
    return None


def _is_public(told: Told | None) -> bool:
    return told is not None and told[1].kind not in PRIVATE


def _invests(project: Project, firm: Told) -> bool:
    """Whether the lone firm puts the money in or comes; else the project is its own."""
    told = "".join(each.text for each in project.stretches)
    named = [
        (each, o) for each in project.stretches for o in firms_in(each) if o.name == firm[1].name
    ]
    named = named or [(Stretch(firm[0], 0, len(firm[0].text)), firm[1])]
    if any(
        CALLED_INVESTOR.search(before(each, o)) or BROUGHT.search(before(each, o))
        for each, o in named
    ):
        return True
    if any(PUTS_MONEY.search(each.marked.text[o.end :]) for each, o in named):
        return not re.search("再投资|增资", told)
    if COMES.search(told):
        return not (STANDING.search(project.called) and not re.search("董事会|审议|签约", told))
    return bool(FIRM_INVESTS.search(told)) and not STANDING.search(told)


def _is_founded(stretch: Stretch, mark: Named) -> bool:
    after = stretch.marked.text[mark.end : mark.end + 16]
    if before(stretch, mark).endswith(("对", "向")) and INCREASED.match(after):
        return True
    if before(stretch, mark).endswith("由") and RUNS.match(after):
        return True
    return bool(SUBSIDIARY.search(before(stretch, mark)) or EXECUTES.search(after))


def _sponsors(stretch: Stretch) -> Iterator[Named]:
    """由X投资建设: whose money it is, where another firm builds."""
    for each in firms_in(stretch):
        after = stretch.marked.text[each.end : each.end + 8]
        is_led = before(stretch, each).endswith("由")
        if is_led and (INVESTS.match(after) or _is_of_two(stretch, each)):
            yield each


def _is_of_two(stretch: Stretch, first: Named) -> bool:
    """由甲与乙合资建设: whether the firm is the first of two that invest together."""
    text = stretch.marked.text
    after = (o for o in firms_in(stretch) if o.start > first.end)
    second = next((o for o in after if AND.fullmatch(text, first.end, o.start)), None)
    return second is not None and TOGETHER.search(text[second.end : stretch.end]) is not None


def _partners(stretch: Stretch) -> Iterator[Named]:
    """Who signs for the place, or sells the land; of two firms the second."""
    if not SIGNING.search(stretch.text):
        return
    named = list(inside(stretch))
    public = [o for o in named if o.kind in (OrganisationKind.BUREAU, OrganisationKind.PARK)]
    yield from (o for o in public if _is_party(stretch, o))
    yield from _counties(stretch)
    private = [o for o in named if o.kind in PRIVATE]
    yield from (o for o in private[1:2] if not public and _is_second(stretch, private[0], o))
    yield from _partner_before(stretch)


def _public_partners(stretch: Stretch) -> Iterator[Named]:
    yield from (each for each in _partners(stretch) if each.kind not in PRIVATE)


def _partner_of_several(investor: Told | None, page: Sequence[Marked]) -> Told | None:
    """管委会分别与甲、乙签约: who signs with each of them."""
    for marked in page if investor else ():
        found = APART_SIGNED.search(marked.text)
        names = {each.name for each in marked.organisations}
        if found and investor and investor[1].name in names:
            for each in marked.organisations:
                if each.end == found.start() and each.kind not in PRIVATE:
                    return marked, each
    return None


def _seller(project: Project, setting: Setting) -> Told | None:
    """The land office that the page named before, where land was bought."""
    if ProjectStep.LAND not in setting.steps:
        return None
    pages = [*(each.marked for each in project.stretches), *setting.page]
    for marked in pages:
        for each in marked.organisations:
            is_signed = each.end - each.start == len(marked.text.strip(" 。"))
            if LAND_OFFICE.search(each.name) and (is_signed or SELLING.search(marked.text)):
                return marked, each
    return None


def _counties(stretch: Stretch) -> Iterator[Named]:
    """桃源县正与甲洽谈: the county that stands for its government."""
    text = stretch.marked.text
    for place in stretch.marked.places:
        if place.codes and stretch.start <= place.start and place.name.endswith(COUNTY):
            with_whom = WITH_WHOM.match(text, place.end, stretch.end)
            firm = with_whom and any(o.start == with_whom.end() for o in inside(stretch))
            is_with = text[place.start - 1 : place.start] == "与" and SIGNS.match(text, place.end)
            if firm or (is_with and len(place.codes) == 1):
                name = text[place.start : place.end]
                yield Named(place.start, place.end, name, OrganisationKind.BUREAU)


def _is_second(stretch: Stretch, first: Named, second: Named) -> bool:
    """甲与乙签约, 甲就某项目与乙签约: of two firms the second."""
    between = IN_BRACKETS.sub("", stretch.marked.text[first.end : second.start])
    return between == "与" or bool(
        between.endswith("与") and SIGNS.match(stretch.marked.text, second.end)
    )


def _partner_before(stretch: Stretch) -> Iterator[Named]:
    """县政府与甲签订…；与乙签署…: the body that the sentence began with."""
    if not stretch.start or not WITH_ANOTHER.match(stretch.text):
        return
    for each in stretch.marked.organisations:
        if each.end <= stretch.start and stretch.marked.text.startswith("与", each.end):
            yield each
            return


def _is_party(stretch: Stretch, mark: Named) -> bool:
    after = stretch.marked.text[mark.end : mark.end + 1]
    words = before(stretch, mark)
    following = next((o for o in stretch.marked.organisations if o.start == mark.end + 1), None)
    if after in ("、", "和") and following is not None:
        return following.kind not in PRIVATE and _is_party(stretch, following)
    sells = SELLS.match(stretch.marked.text, mark.end)
    is_with = after == "与" or THEN_WITH.match(stretch.marked.text, mark.end)
    return bool(is_with or sells or WITH.search(words) or SELLER.search(words))


def _investor_before(project: Project, setting: Setting, taken: Iterable[str]) -> Told | None:
    """The firm that the text began with, unless it is another project's and 公司 is not said."""
    is_meant = any(THE_FIRM.search(each.text) for each in project.stretches)
    known = {*taken, *(() if is_meant else setting.others)}
    for marked in setting.earlier:
        for each in marked.organisations:
            if each.kind in PRIVATE and each.name not in known:
                return marked, each
    return None
