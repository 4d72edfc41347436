"""Who bears an honour: one or a list, before the verb or behind it."""

from __future__ import annotations

import re

from zhuchao.core.facts.marks import Mark, Marked, Named, Placed, Titled
from zhuchao.core.vocabulary.fact import OrganisationKind

PUBLIC = frozenset({OrganisationKind.BUREAU, OrganisationKind.SOCIETY})
IN_LIST = re.compile(r"(?:\([^()]*\))?[、和及与]?")
LINK = re.compile(
    r"(?:[、和及与]|等?\d*[家个名]?企业|的[^,，。;；]{1,12}|均|双双|成功|喜|已|分别|还|也|又|再次|于|被|董事长|总经理|总工程师|"
    r"工程师|等|先后|[,，])*"
)
DIRECT = re.compile(r"(?:先后|成功|已|再次|还|也|又|连续[^,，]{1,6}|、|首次|荣|喜)*")
PEOPLE_GRANTED = re.compile(
    r"(?P<names>(?!下列|以下|上述|同志|全体|其|为)[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})*)(?:等\d{1,3}[名位个人](?:同志|企业家)?)?(?:同志)?(?=“)"
)
LEVELLED = ("国家", "全国", "省级", "市级", "中国")
# 被授予, 荣获: the verb tells what is received.
RECEIVING = re.compile("被|[荣喜再]?获(?![悉知利准])|荣[膺登]|当选|入选|上榜|捧回|摘得|斩获|跻身")
# 授予市招商局孔某、某公司卢某等30人“…”: whom a body or firm only tells apart.
OWN_NAME = re.compile(r"[\u4e00-\u9fff]{2,3}?(?=、|等\d|等?同志|“|为)")
NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
GOES_ON = re.compile(r"(?:被[^,，]{0,20}|还|并|先后|也|又|再次|成功|荣)*")
LISTED = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{2,6}(?:、[\u4e00-\u9fff]{2,6})+)(?:等\d*[个名位人]?)?(?:同志)?(?:分别|均|荣|被)*"
)
MEMBER = re.compile(r"[\u4e00-\u9fff]{2,6}?(?=、|等|同志|分别|均|荣|被|$)")
LONGEST_GAP = 24
SHORT_FORM = re.compile(r"^\([^()]*[简下以]?称[^()]*\)")


def bearers_before(marked: Marked, at: int) -> list[Mark]:
    """Those that stand right before the verb: one, or a list of them."""
    told = [mark for mark in _bearers(marked) if mark.end <= at]
    # A short form in brackets stands for the name before it, unless it is all there is.
    names = [_name_of(m) for m in told]
    before = [
        m
        for n, m in enumerate(told)
        if not marked.text.startswith("”)", m.end)
        or (m is told[-1] and (not names[n] or names[n] not in names[:n]))
    ]
    found: list[Mark] = []
    reach = at
    for mark in reversed(before):
        gap = marked.text[mark.end : reach]
        gap = gap if found else SHORT_FORM.sub("", gap)
        is_near = LINK.fullmatch(gap) or ("。" not in gap and len(gap) <= LONGEST_GAP)
        is_near = is_near or _is_without_subject(marked, at)
        if not (IN_LIST.fullmatch(gap) if found else is_near):
            break
        found.insert(0, mark)
        reach = _begin(marked, mark)
    town = [place for place in _place_before(marked, at) if found and place.start >= found[-1].end]
    return (
        _named_before(marked, at)
        or town
        or _body_before(marked, at)
        or found
        or _place_before(marked, at)
    )


def _name_of(mark: Mark) -> str:
    return mark.name if isinstance(mark, Named) else ""


def _named_before(marked: Marked, at: int) -> list[Mark]:
    """葛青竹、陶一鸣获…, 灵峰街道、天荒坪镇获…: bare names, or towns, that fill the clause."""
    clause = max(marked.text.rfind(mark, 0, at) for mark in ",，;；。:：") + 1
    told = LISTED.fullmatch(marked.text, clause, at)
    if told is None:
        return []
    members = [Mark(*each.span()) for each in MEMBER.finditer(marked.text, *told.span("names"))]
    surnames = marked.ground.lexicon.words("surname")
    known = [o for o in marked.organisations if clause <= o.start < at]
    is_all = all(
        _ends_as_town(marked.text[m.start : m.end])
        or (m.end - m.start <= 3 and surnames.at(marked.text, m.start))
        for m in members
    )
    return members if is_all and not known else []


def _ends_as_town(name: str) -> bool:
    return len(name) > 2 and name.endswith(("镇", "乡", "街道"))


def _is_without_subject(marked: Marked, at: int) -> bool:
    """…位列第八，被省科技厅授予: the clause goes on with whom the sentence began."""
    clause = max(marked.text.rfind(mark, 0, at) for mark in ",，") + 1
    return clause > 0 and bool(GOES_ON.fullmatch(marked.text, clause, at))


def _place_before(marked: Marked, at: int) -> list[Mark]:
    """溧阳获评全国文明城市: a division, where nothing but 先后 and the like lies between."""
    places = [each for each in marked.places if each.end <= at and (each.codes or _is_town(each))]
    near = [each for each in places if DIRECT.fullmatch(marked.text, each.end, at)]
    return list(near[-1:])


def _body_before(marked: Marked, at: int) -> list[Mark]:
    """县商务局被授予…: a public body that receives, right before the verb."""
    if not RECEIVING.match(marked.text, at):
        return []
    bodies = [o for o in marked.organisations if o.kind in PUBLIC and o.end <= at]
    return [o for o in bodies[-1:] if DIRECT.fullmatch(marked.text, o.end, at)]


def _is_town(place: Placed) -> bool:
    return place.name.endswith(("镇", "乡", "街道", "村", "社区"))


def granted_to(marked: Marked, reach: int) -> tuple[list[Mark], int]:
    """授予甲、乙…: who stands behind the verb, and where that list ends."""
    who: list[Mark] = []
    first = reach
    people = {_begin(marked, each) for each in marked.people}
    public: list[Mark] = [
        o for o in marked.organisations if o.kind in PUBLIC and o.start not in people
    ]
    for mark in sorted([*_bearers(marked), *public], key=lambda each: each.start):
        begin = _begin(marked, mark)
        if begin >= reach and IN_LIST.fullmatch(marked.text, reach, begin):
            own = _named_of(marked, mark)
            who.append(own)
            reach = own.end
    bare = PEOPLE_GRANTED.match(marked.text, first) if not who else None
    if bare is None:
        return who, reach
    names = [Mark(*each.span()) for each in NAME.finditer(marked.text, *bare.span("names"))]
    return names, bare.end("names")


def _named_of(marked: Marked, mark: Mark) -> Mark:
    """The person whose name stands right behind a body or firm, else that itself."""
    named = OWN_NAME.match(marked.text, mark.end) if not isinstance(mark, Titled) else None
    is_name = named and marked.ground.lexicon.words("surname").at(marked.text, mark.end)
    return Mark(*named.span()) if named and is_name else mark


def _bearers(marked: Marked) -> list[Mark]:
    """Firms, parks and people in order; the firm of somebody's office is not meant itself."""
    people = {_begin(marked, each) for each in marked.people}
    named: list[Mark] = [
        o
        for o in marked.organisations
        if o.kind not in PUBLIC and o.start not in people and not _is_honour(o)
    ]
    return sorted([*named, *marked.people], key=lambda mark: mark.start)


def _is_honour(named: Named) -> bool:
    """国家现代农业产业园 is what a park is named, no park."""
    return named.kind is OrganisationKind.PARK and named.name.startswith(LEVELLED)


def _begin(marked: Marked, mark: Mark) -> int:
    """Where the member of a list begins: a person with the office and its firm."""
    if not isinstance(mark, Titled):
        return mark.start
    start = min([mark.start, *(start for start, _ in mark.titles)])
    return next((o.start for o in marked.organisations if o.start <= start <= o.end), start)
