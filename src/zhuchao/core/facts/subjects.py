"""Whose figure it is: the project, firm, park or county that a sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from zhuchao.core.facts.marks import Mark, Marked, Placed
from zhuchao.core.facts.projects import Project, names_of
from zhuchao.core.facts.sentences import said
from zhuchao.core.vocabulary.fact import OrganisationKind
from zhuchao.core.vocabulary.read import Read, Span, State
from zhuchao.core.vocabulary.tables import Region

WHOLE_IS_PAGE = "按全文所说的地方理解"
BY_CONTEXT = "按上文所说的理解"
BY_PROJECT = "按这一段所说的项目理解"
# What stands for a place, park, firm or project that was named before.
REFERRING = re.compile(
    r"(?P<place>全(?P<level>[市县区省镇州旗乡])(?!平均|同期)|[我该本](?P<own>[市县区镇州旗乡]))"
    r"|(?P<park>(?<![\u4e00-\u9fff])(?:该|本|整个)?(?:园区|开发区|高新区|经开区|产业园|基地|新区|小镇|示范区)|(?<=[年月度后来前,，])(?:园区|开发区|高新区|经开区))"
    r"|(?P<firm>(?:该|本|上市)?公司(?!股份|总股本)|该企业|该集团|该厂)"
    r"|(?P<project>(?:该|本|此|上述)?项目(?=[总建达预计满可全投将年设用占规新一二三])|该工厂|该基地)"
)
# 占全市, 快于全省, 距南京: compared with, or near to.
BESIDE = re.compile(
    r"(?:占|占到|快于|高于|低于|慢于|好于|优于|高出|领先|超|比|较|居|位居|列|位列|位于|地处|坐落于?|毗邻|紧邻|邻近|距离?|隶属于?|与|同|和|对|向|从|来自|辐射|面向|据|经|获|被|由|赴|前往|在|输往|销往|出口)$"
)
# What will be is the project's, whoever is named beside it.
TO_COME = re.compile(r"达产|投产后|建成后|投用后|满产|投运后|预计|可实现|可新增|可带动|将实现|将新增")
WORKING = re.compile(r"达产|投产后|建成后|投用后|满产|投运后")
SPEAKS = re.compile(r"[,，:：]")
LOCAL = ("开发区", "园区", "镇", "乡", "园", "城", "谷", "港", "街道", "基地", "新城", "岛")
# 与高淳接壤: what lies beside.
NEIGHBOUR = re.compile(r"[^,，。;；]{0,14}(?:相邻|接壤|交界|毗连|毗邻|为邻|相望|相连|相接)")
# 三个项目总投资63亿元, 3家企业拨付资金: of these as counted.
COUNTED = re.compile(
    r"(?:[两三四五六七八九十]|\d+)[个家](?:[\u4e00-\u9fff]{0,4}项目|企业)(?=[,，]?(?:计划|协议|合计|累计)?总投资|拨付|[^,，。;；]{0,6}(?:拟安排|安排|奖补|奖励|补助|惠企)(?:资金)?)"
)
OF_SEVERAL = re.compile(r"总投资$|资金$|奖励$|补助$")
# Told of firms alone.
OF_FIRMS = re.compile(r"注册资(?:本|金)$|持股|股权|资产负债率|货币资金|净资产|总资产")
CALLED_FIRM = re.compile(r"(?:简称|下称|称)[^()]{0,12}“?(?:本)?公司”?")
PROFILE = re.compile(r"简介|概[况览]|手册|指南|[县市区]情|推介|走进|名片|一览")
NO_SUBJECT = frozenset({OrganisationKind.BUREAU, OrganisationKind.SOCIETY})
Words = tuple[int, int]
LONGEST_GAP = 8


@dataclass
class Scene:
    """What the page has told so far of whom it speaks.

    ``home`` is whom the headline of a profile names, ``fullest`` the longest form of each division,
    ``names`` the firms by their full names, ``firm`` the one that an announcement calls 公司.
    """

    regions: Mapping[str, Region]
    fullest: Mapping[str, Read[str]]
    names: Mapping[str, Read[str]]
    owned: Mapping[Span, Sequence[tuple[Words, Read[str]]]]
    places: list[tuple[Read[str], str]] = field(default_factory=list)
    home: Read[str] | None = None
    park: Read[str] | None = None
    firm: Read[str] | None = None
    last_firm: Read[str] | None = None
    last: Read[str] | None = None
    paragraph: int = -1

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

    def project_at(self, marked: Marked, at: int) -> Read[str] | None:
        """The project whose stretch the place lies in."""
        owners = self.owned.get(marked.span, ())
        return next((name for (start, end), name in owners if start <= at < end), None)


@dataclass(frozen=True, slots=True)
class Token:
    """Somebody or something that a figure can be of, where the sentence speaks of it."""

    start: int
    end: int
    read: Read[str]
    is_project: bool = False
    is_firm: bool = False
    is_park: bool = False


def scene_of(page: Sequence[Marked], projects: Iterable[Project], page_text: str) -> Scene:
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
    return scene


def _full_names(page: Sequence[Marked], page_text: str) -> dict[str, Read[str]]:
    """The firms and parks by their full names, where the page first tells them."""
    found: dict[str, Read[str]] = {}
    for marked in page:
        for each in marked.organisations:
            is_full = marked.text[each.start : each.end] == each.name
            if each.kind not in NO_SUBJECT and is_full:
                found.setdefault(each.name, _quoted(marked, each, page_text))
    return found


def _divisions(marked: Marked, page_text: str, scene: Scene) -> Iterator[tuple[Read[str], str]]:
    """The last of each chain of divisions, those of bureaus too; none that only lies beside."""
    bodies = {each.start for each in marked.organisations if each.kind in NO_SUBJECT}
    own = [each for each in marked.ground.places if each.start in bodies]
    told = sorted([*marked.places, *own], key=lambda each: each.start)
    for place, after in zip_longest(told, told[1:]):
        is_above = after is not None and after.start == place.end
        if len(place.codes) == 1 and not is_above and not _is_beside(marked, place.start):
            code = place.codes[0]
            yield scene.fullest.get(code) or _quoted(marked, place, page_text), code


def _fullest(page: Sequence[Marked], page_text: str) -> dict[str, Read[str]]:
    found: dict[str, Read[str]] = {}
    for marked in page:
        for place in (each for each in marked.places if len(each.codes) == 1):
            known = found.get(place.codes[0])
            if known is None or len(known.value or "") < place.end - place.start:
                found[place.codes[0]] = _quoted(marked, place, page_text)
    return found


def _owned(
    projects: Iterable[Project], page_text: str
) -> dict[Span, list[tuple[Words, Read[str]]]]:
    owned: dict[Span, list[tuple[Words, Read[str]]]] = {}
    for project in (each for each in projects if each.name is not None):
        marked, mark = project.name or (None, None)
        if marked is None or mark is None:
            continue
        name = _quoted(marked, mark, page_text)
        read = Read(name.value, State.INFERRED, name.span, why=BY_PROJECT)
        for stretch in project.stretches:
            own = owned.setdefault(stretch.marked.span, [])
            own.append(((stretch.start, stretch.end), read))
    return owned


def subject_of(
    marked: Marked, metric: Mark, page_text: str, scene: Scene, *, is_dated: bool
) -> Read[str] | None:
    """Whose figure the metric tells; None where the page names nobody.

    What is dated in a project's sentences is told of who is named there, not of the project.
    """
    at, name = metric.start, marked.text[metric.start : metric.end]
    counted = _counted(marked, at, name, page_text)
    told = [each for each in tokens_of(marked, page_text, scene) if each.end <= at]
    if OF_FIRMS.search(name):
        told = [each for each in told if each.is_firm] or told
    owner = scene.project_at(marked, at)
    nearest = told[-1] if told else None
    is_own = nearest and (nearest.is_firm and OF_FIRMS.search(name))
    is_own = is_own or (nearest and _is_own(marked, nearest, at, is_dated=is_dated))
    if counted is not None:
        return counted
    if owner is not None and not is_own:
        return owner
    if nearest is not None:
        return nearest.read
    if scene.home is not None:
        return scene.home
    if scene.last is not None and scene.paragraph == marked.sentence.paragraph:
        return scene.last
    return scene.park or scene.place("") or scene.firm or scene.last_firm


def _counted(marked: Marked, at: int, name: str, page_text: str) -> Read[str] | None:
    """三个项目 of 三个项目总投资63亿元."""
    several = [m for m in COUNTED.finditer(marked.text, 0, at + len(name)) if m.end() <= at]
    if not several or not OF_SEVERAL.search(name):
        return None
    gap = marked.text[several[-1].end() : at]
    mark = Mark(*several[-1].span())
    return _quoted(marked, mark, page_text) if len(gap) <= LONGEST_GAP else None


def _is_own(marked: Marked, token: Token, at: int, *, is_dated: bool) -> bool:
    """Whether what stands in a project's stretch is told of somebody else: right before it, and
    not of what is to come."""
    between = marked.text[token.end : at]
    is_near = not SPEAKS.search(between) and not re.search("投资|建设|项目", between)
    is_told = is_near or is_dated
    to_come = WORKING if is_dated else TO_COME
    return is_told and not token.is_project and not to_come.search(marked.text, 0, at)


def tokens_of(marked: Marked, page_text: str, scene: Scene) -> list[Token]:
    """Those that the sentence names or refers to, in order."""
    found = [*_places(marked, page_text, scene), *_organisations(marked, page_text, scene)]
    found += [
        Token(each.start, each.end, _quoted(marked, each, page_text), is_project=True)
        for each in names_of(marked)
    ]
    taken = [(each.start, each.end) for each in found]
    for match in REFERRING.finditer(marked.text):
        read = _referred(marked, match, scene)
        is_free = all(match.end() <= start or end <= match.start() for start, end in taken)
        if read is not None and is_free and not _is_beside(marked, match.start()):
            found.append(Token(*match.span(), read, is_firm=bool(match["firm"])))
    return sorted(found, key=lambda each: each.end)


def _referred(marked: Marked, match: re.Match[str], scene: Scene) -> Read[str] | None:
    if match["place"]:
        meant = scene.place(match["level"] or match["own"] or "")
    elif match["park"]:
        meant = scene.park
    elif match["firm"]:
        is_last = match[0].startswith("该") or scene.firm is None
        meant = scene.last_firm if is_last else scene.firm
    else:
        meant = scene.project_at(marked, match.start())
    if meant is None:
        return None
    span = marked.sentence.span_of(*match.span())
    why = WHOLE_IS_PAGE if match["place"] else BY_CONTEXT
    return Read(meant.value, State.INFERRED, span, why=why)


def _places(marked: Marked, page_text: str, scene: Scene) -> Iterator[Token]:
    """The last of each chain of divisions, unless something only lies there or beside it."""
    chain: list[Placed] = []
    for place in [*marked.places, None]:
        if chain and (place is None or place.start != chain[-1].end):
            last = chain[-1]
            is_local = last.codes or last.name.endswith(LOCAL)
            is_beside = NEIGHBOUR.match(marked.text, last.end)
            fullest = scene.fullest.get(last.codes[0]) if len(last.codes) == 1 else None
            read = fullest or _quoted(marked, last, page_text)
            is_foreign = scene.home is not None and read.value != scene.home.value
            if is_local and not (is_beside or is_foreign or _is_beside(marked, chain[0].start)):
                yield Token(last.start, last.end, read)
            chain = []
        chain += [place] if place is not None else []


def _organisations(marked: Marked, page_text: str, scene: Scene) -> Iterator[Token]:
    for each in marked.organisations:
        if each.kind in NO_SUBJECT or _is_beside(marked, each.start):
            continue
        quoted, full = _quoted(marked, each, page_text), scene.names.get(each.name)
        if full is not None and each.why:
            quoted = Read(full.value, State.INFERRED, quoted.span, why=each.why)
        is_park = each.kind is OrganisationKind.PARK
        yield Token(each.start, each.end, quoted, is_firm=not is_park, is_park=is_park)


def _is_beside(marked: Marked, at: int) -> bool:
    return bool(BESIDE.search(marked.text, max(0, at - 4), at))


def _quoted(marked: Marked, mark: Mark, page_text: str) -> Read[str]:
    return said(marked.sentence, page_text, mark.start, mark.end)


def remember(marked: Marked, page_text: str, scene: Scene) -> None:
    """What the sentence leaves for later ones: places, the park, the firm, who was spoken of."""
    for each in marked.organisations:
        if each.kind is OrganisationKind.PARK:
            scene.park = scene.park or _quoted(marked, each, page_text)
        elif each.kind not in NO_SUBJECT:
            span = marked.sentence.span_of(each.start, each.end)
            name = scene.names.get(each.name)
            value = name.value if name else each.name
            scene.last_firm = Read(value, State.INFERRED, span, why=BY_CONTEXT)
    told = tokens_of(marked, page_text, scene)
    if scene.paragraph < 0 and told and PROFILE.search(marked.text):
        parks = [each for each in told if each.is_park]
        scene.home = (parks or told)[0].read
    scene.paragraph = marked.sentence.paragraph
    scene.last = told[-1].read if told else scene.last
