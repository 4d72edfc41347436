"""What a page calls its organisations for short, and where those short forms stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from zhuchao.core.facts.lexicon import Words
from zhuchao.core.facts.marks import Ground, Named
from zhuchao.core.vocabulary.fact import OrganisationKind

BRACKETED = re.compile(
    r"\(\s*(?:(?:证券|股票)?代码[^()]{4,24}[,，;；、]\s*)?(?:以下|下|证券|股票|公司)?(?:统|合)?(?:简称|称)(?:为|作)?\s*[:：]?\s*(?P<names>[^()]{2,30})\)"
)
QUOTED = re.compile(r"[“\"'‘「]?(?P<name>[^“”\"'‘’「」、,，;；:：或和\d]{2,16})[”\"'’」]?")
CALLED_BY_ROLE = frozenset(
    [
        "公司",
        "本公司",
        "甲方",
        "乙方",
        "丙方",
        "双方",
        "集团",
        "上市公司",
        "发行人",
        "标的公司",
        "该项目",
        "本项目",
        "协议",
        "合同",
        "本协议",
        "项目公司",
        "目标公司",
        "项目",
        "全资子公司",
        "子公司",
        "证券代码",
        "股票代码",
    ]
)
# A short form that the page does not introduce has at least so many characters.
SHORTEST_SHORT = 4
# 技术 of 技术总监 goes on with a firm's name, the office does not.
LONGEST_PART = 2
TITLED = re.compile(r"(?P<name>[\u4e00-\u9fff]{3,5})(?::|关于)")
# 江苏, 黑龙江省 before a firm's own name.
LONGEST_PLACE = 4
SHORT_FOR = "文中的简称"
LEGAL_FORM = re.compile(r"(?:集团|控股)?(?:股份|责任)?有限(?:责任)?公司$|\(有限合伙\)$|公司$|集团$")
IN_BRACKETS = re.compile(r"[(（][\u4e00-\u9fff]{2,6}[)）].*$")


@dataclass(frozen=True, slots=True)
class Alias:
    """What a short form stands for."""

    name: str
    kind: OrganisationKind
    is_introduced: bool = False


def aliases_of(
    ground: Ground, marks: Sequence[Named], places: Iterable[str]
) -> Mapping[str, Alias]:
    """The short forms that a folded sentence gives in brackets, and those that leave out the
    place, the legal form, or a common end: 盛织纤维 for 江苏盛织纤维科技有限公司."""
    found: dict[str, Alias] = {}
    known = tuple(sorted(places, key=lambda each: (len(each), each), reverse=True))
    for mark in marks:
        for short in _bracketed(ground.text, mark.end):
            found[short] = Alias(mark.name, mark.kind, is_introduced=True)
        if mark.kind is OrganisationKind.COMPANY and not mark.why:
            for short in _shortened(mark.name, known, ground.lexicon.words("namepart")):
                found.setdefault(short, Alias(mark.name, mark.kind))
    return found


def titled_alias(headline: Ground, marks: Sequence[Named]) -> Mapping[str, Alias]:
    """华砾新材：关于…的公告: a headline's short form of the only firm whose name begins so."""
    short = TITLED.match(headline.text)
    if short is None or any(place.start == 0 for place in headline.places):
        return {}
    meant = {m.name: m for m in marks if m.kind is OrganisationKind.COMPANY and not m.why}
    firms = [m for name, m in meant.items() if 0 <= name.find(short["name"]) <= LONGEST_PLACE]
    if len(firms) != 1 or firms[0].name == short["name"]:
        return {}
    return {short["name"]: Alias(firms[0].name, firms[0].kind, is_introduced=True)}


def _shortened(name: str, places: Sequence[str], parts: Words) -> Iterator[str]:
    core = LEGAL_FORM.sub("", name)
    branded = IN_BRACKETS.sub("", core)
    if branded != core:
        yield from _brands(branded, places, parts)
    local = core
    for place in (*places, "省", "市", "县"):
        local = local.removeprefix(place) or local
    for form in dict.fromkeys((core, local)):
        for end in range(len(form), SHORTEST_SHORT - 1, -1):
            is_common = parts.is_made_of(form[end:])
            if is_common and form[:end] != name and form[:end] not in places:
                yield form[:end]


def _brands(core: str, places: Sequence[str], parts: Words) -> Iterator[str]:
    """海晏储能 of 海晏储能(苏州): what stands before the bracket, with less and less behind it."""
    for end in range(len(core), SHORTEST_SHORT - 1, -1):
        if (end == len(core) or parts.is_made_of(core[end:])) and core[:end] not in places:
            yield core[:end]


def _bracketed(text: str, end: int) -> Iterator[str]:
    bracket = BRACKETED.match(text, end)
    if bracket is None:
        return
    for found in QUOTED.finditer(bracket["names"]):
        if found["name"] not in CALLED_BY_ROLE:
            yield found["name"]


def aliased(ground: Ground, aliases: Mapping[str, Alias], taken: Sequence[Named]) -> list[Named]:
    """The places where a short form stands that no longer name covers."""
    covered = {at for mark in taken for at in range(mark.start, mark.end)}
    found = []
    for short in sorted((each for each in aliases if each in ground.text), key=len, reverse=True):
        alias = aliases[short]
        for start in _places_of(ground.text, short):
            end = start + len(short)
            if covered.isdisjoint(range(start, end)) and _ends(ground, end, alias):
                found.append(Named(start, end, alias.name, alias.kind, SHORT_FOR))
                covered.update(range(start, end))
    return sorted([*taken, *found], key=lambda mark: mark.start)


def _places_of(text: str, short: str) -> Iterator[int]:
    at = text.find(short)
    while at >= 0:
        yield at
        at = text.find(short, at + len(short))


def _ends(ground: Ground, end: int, alias: Alias) -> bool:
    """恒瑞达智能 is no short form in 恒瑞达智能装备产业园, unless the page introduced it."""
    title = ground.lexicon.words("title").at(ground.text, end)
    if len(title) > LONGEST_PART:
        return True  # 舜耕车桥技术总监
    words = (ground.lexicon.words(role).at(ground.text, end) for role in ("namepart", "ending"))
    return alias.is_introduced or not any(len(word) > 1 for word in words)
