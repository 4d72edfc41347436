"""Where a project stands: its county or city, and the park or town in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhuchao.core.facts.cutting import Stretch
from zhuchao.core.facts.marks import Mark, Marked, Named, Placed
from zhuchao.core.facts.stretches import inside
from zhuchao.core.vocabulary.fact import OrganisationKind

# Where the project itself is said to be.
LOCATED = re.compile(
    r"(?:在|于|位于|地处|选址|落户|落地|落子|变更至|迁至|地点[:：]|入驻)(?:[\u4e00-\u9fff]{0,4})$"
)
# In 深圳 a meeting is held, to 上海 a delegation goes: no project stands there.
VENUE = re.compile(
    r"签[订署]|签下|举行(?![^,，。;；]{0,8}(?:开工|奠基|竣工|投产|揭牌|启用|落成))|举办|召开|开展|签约|考察|招商|推介|拜访|走访|调研|参加|与[^,，]{2,20}签|[,，](?=[^,，。;；]{0,14}(?:政府|代表团|考察团|一行|书记|[区市县]长)[^,，。;；]{0,24}(?:与|签|走访|考察|拜访|参观|座谈|对接))|[,，](?=[\u4e00-\u9fff]{2,8}(?:走访|考察|拜访|参观|看到|了解))"
)
ALL_STAND = re.compile(
    r"(?:[两三四五六七八九十]|\d{1,2})个项目[^,，。;；]{0,6}?(?:全部|均|都|集中|统一|同时|一起)(?:将|已|选址|规划)*(?:落户|位于|选址|落地|布局|入驻|建在|坐落于?|落子)[于在到]?"
)
NEAR = 24
RANKED = re.compile(r"(?:居|列|位居|位列|名列|来自|销往|出口|距离?|据)$")
GOES = re.compile(
    r"(?:赴|前往|奔赴|走进|远赴|到访|参观|抵达|转赴)(?:[\u4e00-\u9fff]{0,12}[、和])?$"
)
Found = tuple[Marked, Mark]


def place_of(
    stretches: Sequence[Stretch], earlier: Sequence[Marked], *, is_away: bool
) -> Found | None:
    """The narrowest division where the project is said to be, else of its sentences, else of the
    sentences before; of talks held on a journey only the first."""
    for is_located in (True,) if is_away else (True, False):
        for stretch in stretches:
            for place in _narrowest(stretch, is_located=is_located):
                return stretch.marked, place
    for marked in () if is_away else reversed(earlier):
        own = [each.start for each in stretches if each.marked is marked]
        whole = Stretch(marked, 0, min(own, default=len(marked.text)))
        told = (*_narrowest(whole, is_located=True), *_narrowest(whole, is_located=False))
        for place in (each for each in told if not _is_province(each)):
            return marked, place
    return None


def place_of_set(earlier: Sequence[Marked]) -> Found | None:
    """Of one project of a set: the only park, else division, that the headline names."""
    for marked in (each for each in earlier if not each.sentence.paragraph):
        parks = [each for each in marked.organisations if each.kind is OrganisationKind.PARK]
        if len(parks) == 1:
            return marked, parks[0]
        told = [place for place in marked.places if place.codes and not _is_province(place)]
        if len(told) == 1:
            return marked, told[0]
    return None


def site_of_all(page: Sequence[Marked]) -> Found | None:
    """三个项目全部落户某园区: the park, town or division where all of them are said to stand."""
    for marked in page:
        for found in ALL_STAND.finditer(marked.text) if "项目" in marked.text else ():
            behind = Stretch(marked, found.end(), min(found.end() + NEAR, len(marked.text)))
            site = next((each for each in sites_of(behind) if each.start <= found.end() + 4), None)
            place = site or next(_narrowest(behind, is_located=False), None)
            if place is not None:
                return marked, place
    return None


def place_of_body(body: tuple[Marked, Named] | None) -> Found | None:
    """The county whose government signs, for where the project will stand."""
    if body is None or body[1].kind is not OrganisationKind.BUREAU:
        return None
    marked, mark = body
    for place in marked.ground.places:
        if place.start == mark.start and place.end < mark.end and not _is_province(place):
            return marked, place
    return None


def sites_of(stretch: Stretch) -> Iterator[Mark]:
    """The parks named, then the towns and regions without a code."""
    yield from (each for each in inside(stretch) if each.kind is OrganisationKind.PARK)
    inner = [p for p in stretch.marked.places if stretch.start <= p.start < stretch.end]
    yield from (each for each in inner if not each.codes)


def site_before(earlier: Sequence[Marked]) -> Found | None:
    """What the last sentence that names a park or town names."""
    for marked in reversed(earlier):
        for mark in sites_of(Stretch(marked, 0, len(marked.text))):
            return marked, mark
    return None


def _narrowest(stretch: Stretch, *, is_located: bool) -> Iterator[Placed]:
    """The last of each chain of divisions (湖北省襄阳市襄州区)."""
    chain: list[Placed] = []
    for place in (each for each in _places(stretch) if each.codes):
        if chain and chain[-1].end != place.start:
            yield from _last(stretch, chain, is_located=is_located)
            chain = []
        chain.append(place)
    yield from _last(stretch, chain, is_located=is_located)


def _last(stretch: Stretch, chain: Sequence[Placed], *, is_located: bool) -> Iterator[Placed]:
    if chain and _names_a_body(stretch, chain[-1]):
        return
    if chain and (not is_located or LOCATED.search(stretch.marked.text, 0, chain[0].start)):
        yield chain[-1]


def _places(stretch: Stretch) -> list[Placed]:
    inner = [p for p in stretch.marked.places if stretch.start <= p.start < stretch.end]
    return [p for p in inner if not _is_venue(stretch.marked.text, p)]


def _names_a_body(stretch: Stretch, place: Placed) -> bool:
    """宜宾市 before 叙州区人民政府 tells the body's name, not the project's place."""
    body = next((o for o in stretch.marked.organisations if o.start == place.end), None)
    if body is None:
        return False
    is_province = all(code.endswith("0000") for code in place.codes)
    return is_province or body.kind is not OrganisationKind.PARK


def _is_province(place: Placed) -> bool:
    return bool(place.codes) and all(code.endswith("0000") for code in place.codes)


def _is_venue(text: str, place: Placed) -> bool:
    if RANKED.search(text, max(0, place.start - 3), place.start):
        return True
    if text[place.start] in "来赴" or GOES.search(text, 0, place.start):
        return True
    is_former = text[place.start - 1 : place.start] in ("原", "老")
    is_in = text[place.start - 1 : place.start] == "在"
    return is_former or (is_in and bool(VENUE.match(text, place.end)))
