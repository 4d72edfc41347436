"""What a page tells, sentence by sentence, of whom it speaks: its places, firms and projects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from zhuchao.core.facts.marks import Mark, Marked, Named
from zhuchao.core.facts.projects import Project
from zhuchao.core.facts.sentences import said
from zhuchao.core.vocabulary.fact import OrganisationKind
from zhuchao.core.vocabulary.read import Read, Span, State
from zhuchao.core.vocabulary.tables import Region

WHOLE_IS_PAGE = "按全文所说的地方理解"
SHORT_PARK = "按文中的全称写"
ZONES = (
    (re.compile(r"经济(?:技术)?开发区"), "经开区"),
    (re.compile(r"高新技术(?:产业)?(?:开发)?区"), "高新区"),
)
BY_PROJECT = "按这一段所说的项目理解"
# 占全市, 快于全省, 距南京: compared with, or near to.
BESIDE = re.compile(
    r"(?:占|占到|快于|高于|低于|慢于|好于|优于|高出|领先|超|比|较|居|位居|列|位列|位于|地处|坐落于?|毗邻|紧邻|邻近|距离?|隶属于?|与|同|和|对|向|从|来自|辐射|面向|据|经|获|被|由|赴|前往|承接|引自|在|是|落户|扎根|入驻|进驻|选址|落子|迁入|迁至|输往|销往|出口|发往|运往|送往|销至|远销|拿到|获得|取得|得到|收到|(?:招标|采购|业主|建设|代理|监理|施工|设计|评估|编制|主办|承办)(?:人|机构|单位|方)?(?:为|是|[:：]))$"
)
# 赴深圳、东莞: the further stops of a journey.
ROUTE = re.compile(r"(?:赴|前往|远赴|奔赴|转赴)(?:[\u4e00-\u9fff]{2,5}[、和与及])+$")
CALLED_FIRM = re.compile(r"(?:简称|下称|称)[^()]{0,12}“?(?:本)?公司”?")
PARK = re.compile(r"[园区港城谷](?![县市政])")
OPENING = 3
TOWN = re.compile(r"(?:镇|乡|街道)$")
PROFILE = re.compile(r"简介|概[况览]|手册|指南|[县市区]情|推介|走进|名片|一览")
NO_SUBJECT = frozenset({OrganisationKind.BUREAU, OrganisationKind.SOCIETY})
# What a listed firm puts out: 公司 is the one that it names first.
ANNOUNCED = re.compile(r"公告|快报|年度报告|季度报告|半年报|年报|招股|预案|提示性")
FIRM = re.compile(r"公司$|集团$")
Words = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Token:
    """Somebody or something that a figure can be of, where the sentence speaks of it."""

    start: int
    end: int
    read: Read[str]
    is_project: bool = False
    is_firm: bool = False
    is_parcel: bool = False
    is_park: bool = False
    is_visitor: bool = False


@dataclass
class Scene:
    """What the page has told so far of whom it speaks.

    ``home`` is whom the headline of a profile names, ``fullest`` the longest form of each division,
    ``names`` the firms by their full names, ``firm`` the one that an announcement calls 公司,
    ``town`` the first one, if any.
    """

    regions: Mapping[str, Region]
    fullest: Mapping[str, Read[str]]
    names: Mapping[str, Read[str]]
    owned: Mapping[Span, Sequence[tuple[Words, Read[str]]]]
    places: list[tuple[Read[str], str]] = field(default_factory=list)
    home: Read[str] | None = None
    park: Read[str] | None = None
    # The park whose committee was named, for 该区.
    zone: Read[str] | None = None
    town: Read[str] | None = None
    firm: Read[str] | None = None
    last_firm: Read[str] | None = None
    last: Read[str] | None = None
    last_is_park: bool = False
    parcel: Read[str] | None = None
    paragraph: int = -1
    told: tuple[Marked, list[Token]] | None = None
    # The two firms that were named last in one sentence.
    pair: Sequence[Read[str]] = ()
    # The associations that the headline names: the page tells of them.
    hosts: frozenset[str] = frozenset()
    host: Read[str] | None = None
    delegation: Read[str] | None = None
    # What officers of a firm say, without naming it.
    quotes: Mapping[Span, Read[str] | None] = field(default_factory=dict)
    # The firm that was told of last before the sentence, and the first one of its paragraph.
    firm_before: Read[str] | None = None
    lead_firm: Read[str] | None = None
    lead_paragraph: int = -1
    last_project: Read[str] | None = None
    # The headline names a division and no park.
    is_of_county: bool = False
    # Its town is named in the headline or where the page begins.
    is_of_town: bool = False
    last_is_firm: bool = False

    def place(self, level: str) -> Read[str] | None:
        """The first place of the page that bears the level (全区: a district), or lies in one."""
        for read, code in self.places:
            if self.regions[code].name.endswith(level):
                return read
        for _, code in self.places:
            above = self.regions.get(f"{code[:4]}00")
            if level and above is not None and above.name.endswith(level):
                return Read(above.name, State.INFERRED, why=WHOLE_IS_PAGE)
        return self.places[0][0] if self.places else None

    def default(self) -> Read[str] | None:
        """Whom the page tells of where nobody is named."""
        county = self.place("") if self.is_of_county else None
        return (
            self.firm
            or county
            or self.park
            or self.place("")
            or (self.town if self.is_of_town else None)
        )

    def has_district(self) -> bool:
        """Whether the page names one: then 该区 is that."""
        return any(self.regions[code].name.endswith("区") for _, code in self.places)

    def project_in(self, marked: Marked) -> Read[str] | None:
        """The last project that the sentence tells of."""
        owners = self.owned.get(marked.span, ()) if self.owned else ()
        return owners[-1][1] if owners else None

    def project_at(self, marked: Marked, at: int) -> Read[str] | None:
        """The project whose stretch the place lies in."""
        if not self.owned:
            return None
        owners = self.owned.get(marked.span, ())
        return next((name for (start, end), name in owners if start <= at < end), None)


def scene_of(
    page: Sequence[Marked],
    headline: Sequence[Marked],
    projects: Iterable[Project],
    page_text: str,
) -> Scene:
    """The scene before the first sentence: which stretches are whose."""
    scene = Scene(
        page[0].ground.lexicon.tables.regions if page else {},
        _fullest(page, page_text),
        _full_names(page, page_text),
        _owned(projects, page_text),
    )
    for marked in page:
        scene.places += _divisions(marked, page_text, scene)
    if any(CALLED_FIRM.search(marked.text) for marked in page):
        whole = [name for name in scene.names if name.endswith("公司")]
        scene.firm = scene.names[whole[0]] if whole else None
    elif any(ANNOUNCED.search(each.text) for each in headline):
        scene.firm = next((read for name, read in scene.names.items() if FIRM.search(name)), None)
    scene.hosts = frozenset(
        o.name for m in headline for o in m.organisations if o.kind is OrganisationKind.SOCIETY
    )
    scene.home = _home(headline, page_text, scene)
    is_of_park = any(PARK.search(m.text) for m in headline)
    scene.is_of_county = not is_of_park and any(p.codes for m in headline for p in m.places)
    towns = list(_towns((*headline, *page)))
    scene.town = quoted(*towns[0], page_text) if towns else None
    scene.is_of_town = any(_towns((*headline, *page[:OPENING])))
    return scene


def _towns(page: Iterable[Marked]) -> Iterator[tuple[Marked, Mark]]:
    """The towns that are named, with where."""
    for marked in page:
        for place in marked.places:
            if not place.codes and TOWN.search(place.name):
                yield marked, place


def _home(headline: Sequence[Marked], page_text: str, scene: Scene) -> Read[str] | None:
    """The park, else the division, that the headline of a profile names."""
    for marked in headline:
        town = next((p for p in marked.places if not p.codes and TOWN.search(p.name)), None)
        if town is not None and PROFILE.search(marked.text):
            return quoted(marked, town, page_text)
        parks = [o for o in marked.organisations if o.kind is OrganisationKind.PARK]
        named: list[Mark] = [*parks, *(each for each in marked.places if each.codes)]
        if named and PROFILE.search(marked.text):
            place = next((p for p in marked.places if p is named[0] and len(p.codes) == 1), None)
            full = scene.fullest.get(place.codes[0]) if place else None
            return full or quoted(marked, named[0], page_text)
    return None


def _full_names(page: Sequence[Marked], page_text: str) -> dict[str, Read[str]]:
    """The firms and parks by their full names, where the page first tells them."""
    found: dict[str, Read[str]] = {}
    for marked in page:
        for each in marked.organisations:
            is_full = marked.text[each.start : each.end] == each.name
            if each.kind not in NO_SUBJECT and is_full:
                found.setdefault(each.name, quoted(marked, each, page_text))
    return found


def _divisions(marked: Marked, page_text: str, scene: Scene) -> Iterator[tuple[Read[str], str]]:
    """The last of each chain of divisions, those of bureaus too; none that only lies beside."""
    bodies = {each.start for each in marked.organisations if each.kind in NO_SUBJECT}
    own = [each for each in marked.ground.places if each.start in bodies]
    told = sorted([*marked.places, *own], key=lambda each: each.start)
    for place, after in zip_longest(told, told[1:]):
        is_above = after is not None and after.start == place.end
        is_aside = place.start not in bodies and is_beside(marked, place.start)
        if len(place.codes) == 1 and not is_above and not is_aside:
            code = place.codes[0]
            yield scene.fullest.get(code) or quoted(marked, place, page_text), code


def _fullest(page: Sequence[Marked], page_text: str) -> dict[str, Read[str]]:
    found: dict[str, Read[str]] = {}
    for marked in page:
        for place in (each for each in marked.places if len(each.codes) == 1):
            known = found.get(place.codes[0])
            if known is None or len(known.value or "") < place.end - place.start:
                found[place.codes[0]] = quoted(marked, place, page_text)
    return found


def _owned(
    projects: Iterable[Project], page_text: str
) -> dict[Span, list[tuple[Words, Read[str]]]]:
    owned: dict[Span, list[tuple[Words, Read[str]]]] = {}
    for project in (each for each in projects if each.name is not None):
        marked, mark = project.name or (None, None)
        if marked is None or mark is None:
            continue
        name = quoted(marked, mark, page_text)
        read = Read(name.value, State.INFERRED, name.span, why=BY_PROJECT)
        for stretch in project.stretches:
            own = owned.setdefault(stretch.marked.span, [])
            own.append(((stretch.start, stretch.end), read))
    return owned


def organisation_read(marked: Marked, mark: Named, page_text: str, scene: Scene) -> Read[str]:
    """An organisation by the full name that the page gives for a short form."""
    told, full = quoted(marked, mark, page_text), scene.names.get(mark.name)
    if mark.kind is OrganisationKind.PARK:
        return park_read(told, scene)
    if full is not None and mark.why:
        return Read(full.value, State.INFERRED, told.span, why=mark.why)
    return told


def park_read(told: Read[str], scene: Scene) -> Read[str]:
    """东台经济开发区 for 东台经开区, where the page names it so, too."""
    short = _shortened(told.value or "")
    fuller = [n for n in scene.names if len(n) > len(told.value or "") and _shortened(n) == short]
    full = scene.names[max(fuller, key=len)].value if fuller else None
    return Read(full, State.INFERRED, told.span, why=SHORT_PARK) if full else told


def _shortened(name: str) -> str:
    for full, short in ZONES:
        name = full.sub(short, name)
    return name


def is_beside(marked: Marked, at: int) -> bool:
    """Whether what stands at the place is only compared with, or near to."""
    return bool(
        BESIDE.search(marked.text, max(0, at - 4), at)
        or ROUTE.search(marked.text, max(0, at - 20), at)
    )


def quoted(marked: Marked, mark: Mark, page_text: str) -> Read[str]:
    """The mark's words as the page has them."""
    return said(marked.sentence, page_text, mark.start, mark.end)
