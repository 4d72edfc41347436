"""Whether a message asks, offers, or does neither: its acts, and what they are done to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from zhuchao.core.messages.clauses import STOPS, Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.lexicon import Lexicon
from zhuchao.core.messages.tokens import Kind, Token
from zhuchao.core.messages.topics import (
    MACHINE,
    PREMISES,
    THING,
    Mention,
    mentions,
    nearest,
    weight_of,
    weights_of,
)
from zhuchao.core.messages.whereabouts import is_turned_away
from zhuchao.core.vocabulary.tables import Lexeme
from zhuchao.core.vocabulary.term import FieldKey

# 你们有30亩的地吗 asks for it.
IS_THERE = re.compile(r"有[^,，。;；!！?？\n]{1,24}(?:吗|没有?|么)(?=$|[\s,，。;；!！?？\n])")
ASKED_WEIGHT = 3
# What somebody does and what he does it to stand so near each other.
REACH = 16
# How firmly an act speaks of a property: done to one, naming one itself (求租), done to anything.
DONE, NAMED, OPEN = 4, 3, 1
NAMES_ONE = re.compile("[租厂房仓库楼地]")
# What only goes with an act (可分, 预算) is none.
SIGN = "sign"
# What deals in a thing; a machine goes with its house, unless it is what is sold.
DEALS, SELLS = re.compile("[租找寻求收转售购卖买]"), re.compile("[转售购卖买]")
# 出两台行车: pieces of what is sold are no houses.
SELLS_PIECES = re.compile(
    r"(?:出|卖|转|甩|处理|转让)[一二两三四五六七八九十几\d]{1,3}(?:台|组|批|辆)"
)
DONE_TO_THING = 5
# 找施工队做厂房地坪: a message that opens so seeks a service, whatever house it is for.
SERVICES = (
    r"施工队|工程队|队伍|装修公司|装修队|保洁|物流公司|货代|搬家公司|代工|代加工|厂家|供应商|合作|合伙|贴牌|投资(?!额|强度|总|[\d一二两三四五六七八九])"
    r"|律师|会计|代账|评估|鉴定|检测|设计院|图纸|模板|范本|验收标准|资料|联系方式|师傅|师父|做环评|办环评|做消防|办房产证|办产证|办证"
    r"|货梯一部|拆下来|屋顶光伏|租赁合同"
)
SOUGHT = re.compile(
    rf"^[^{''.join(sorted(STOPS))}]{{0,6}}?(?:找|寻|求|需要|哪里有|哪位有|谁家能|谁能|帮忙问|收购|回收|想学)"
    rf"[^{''.join(sorted(STOPS))}]{{0,14}}?(?:{SERVICES})(?!的|直租)"
)
OWN_ACT = re.compile(
    "求租|出租|招租|租厂|租仓|租库|租办公|租个|租一|买厂|买地|拿地|转租|整租|分租|出售|直租|找厂房|找仓|求厂|找地|找办公|求购厂"
)
SEEKS_SERVICE = 12
# Words of this weight name an act of one side alone: 求租, 出租.
PLAIN = 4
SPACES = frozenset({FieldKey.AREA, FieldKey.LAND_AREA})
PRICES = frozenset(
    {FieldKey.RENT, FieldKey.SALE_PRICE, FieldKey.TOTAL_PRICE, FieldKey.LAND_PRICE}
)  # fmt: skip
TRAITS = frozenset(
    {
        FieldKey.HEIGHT, FieldKey.LOAD, FieldKey.LAYOUT, FieldKey.FIRE_CLASS, FieldKey.EIA,
        FieldKey.TITLE, FieldKey.DOCK, FieldKey.CRANE, FieldKey.LIFT, FieldKey.POWER,
        FieldKey.MINIMUM_LET, FieldKey.FAR, FieldKey.REGISTERABLE, FieldKey.DUAL_FEED,
        FieldKey.GAS, FieldKey.STEAM, FieldKey.SEWAGE, FieldKey.SPRINKLER, FieldKey.DORMITORY,
    }
)  # fmt: skip
MOST_TRAITS = 2
LEAST = 3
# A space with its kind or price, or all of them.
MUCH = 2
HOUSES = frozenset({FieldKey.KIND, FieldKey.LAYOUT})
SIZES = frozenset({"area", "mu"})
STOP = re.compile(f"[{''.join(sorted(STOPS))}]")


@dataclass(frozen=True, slots=True)
class Weighed:
    """``balance`` is above zero for a demand, below for a supply.

    ``demand`` and ``supply`` are the strongest words for each, ``firm_demand`` and ``firm_supply``
    how firmly plain words for them speak of a property. ``has_thing`` tells that something else is
    let, sold or sought, ``has_service`` that a service is, ``topics`` what the words of each other
    topic weigh, ``spoken`` where they stand. ``act`` tells how firmly a message speaks of letting,
    selling or seeking a property, ``other`` how much it speaks of something else, ``aside`` how
    much more in its asides, which count where it tells nothing of a property.
    """

    balance: int
    act: int
    other: int
    aside: int = 0
    demand: int = 0
    supply: int = 0
    firm_demand: int = 0
    firm_supply: int = 0
    has_thing: bool = False
    has_service: bool = False
    topics: Mapping[str, int] = field(default_factory=dict)
    spoken: Sequence[Mention] = ()

    def is_other(self, found: Iterable[Finding]) -> bool:
        """Whether the message is about something else, whatever it tells by the way."""
        keys = {each.key for each in found}
        told = 2 * bool(keys & SPACES) + len({FieldKey.KIND} & keys) + bool(keys & PRICES)
        meant = self.act + told + min(MOST_TRAITS, len(keys & TRAITS))
        other = self.other + (0 if told >= MUCH else self.aside)
        return meant < LEAST or (other > 0 and other >= meant)


class _Act(NamedTuple):
    """A word for a side: which, how strong, and how firmly it speaks of a property."""

    side: str
    weight: int
    firmness: int
    is_to_thing: bool


def weigh(text: str, parts: Sequence[Clause], lexicon: Lexicon, *, whole: str) -> Weighed:
    """What the words of a message say for each side, and for neither.

    ``whole`` is the text with the asides that ``text`` leaves out.
    """
    spoken = list(mentions(text, lexicon))
    named = sorted([*spoken, *_premises(parts)])
    acts = list(_acts(text, parts, named))
    if IS_THERE.search(text) or any(_bars_a_place(text, part) for part in parts):
        acts.append(_Act("demand", ASKED_WEIGHT, OPEN, is_to_thing=False))
    strongest: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for act in acts:
        if not act.is_to_thing:
            strongest[act.side] = max(strongest[act.side], act.weight)
            total[act.side] += act.weight
    has_thing = any(act.is_to_thing for act in acts) or SELLS_PIECES.search(text) is not None
    topics, of_service = weights_of(spoken, text), _of_service(text)
    sides = total if strongest["demand"] == strongest["supply"] else strongest
    return Weighed(
        balance=sides["demand"] - sides["supply"],
        act=max((act.firmness for act in acts), default=0),
        other=sum(topics.values()) + DONE_TO_THING * has_thing + of_service,
        aside=_besides(text, whole, spoken, lexicon),
        demand=strongest["demand"],
        supply=strongest["supply"],
        firm_demand=_firmest(acts, "demand"),
        firm_supply=_firmest(acts, "supply"),
        has_thing=has_thing,
        has_service=of_service > 0,
        topics=topics,
        spoken=spoken,
    )


def _firmest(acts: Iterable[_Act], side: str) -> int:
    meant = (act for act in acts if act.side == side and not act.is_to_thing)
    return max((act.firmness for act in meant if act.weight >= PLAIN), default=0)


def _of_service(text: str) -> int:
    is_sought = SOUGHT.match(text) is not None and OWN_ACT.search(text) is None
    return SEEKS_SERVICE * is_sought


def _besides(text: str, whole: str, spoken: Sequence[Mention], lexicon: Lexicon) -> int:
    if text == whole:
        return 0
    return weight_of(mentions(whole, lexicon), whole) - weight_of(spoken, text)


def _bars_a_place(text: str, part: Clause) -> bool:
    """不要昆山的: only who looks for something turns a place away."""
    return any(
        is_turned_away(text, token.start, token.end)
        for token in part.tokens
        if token.kind is Kind.PLACE or token.kind is Kind.TOWN
    )


def _premises(parts: Iterable[Clause]) -> Iterator[Mention]:
    """The kinds and sizes of property that the clauses tell."""
    for part in parts:
        for token in part.words if "value" in part.roles else ():
            if "value" in token.roles and any(each.key in HOUSES for each in token.lexemes):
                yield Mention(token.start, token.end, PREMISES)
        for each in part.quantities:
            if each.dimension in SIZES:
                yield Mention(each.start, each.end, PREMISES)


def _acts(text: str, parts: Iterable[Clause], named: Sequence[Mention]) -> Iterator[_Act]:
    stops = [-1, *(found.start() for found in STOP.finditer(text)), len(text)]
    acting = [part for part in parts if "side" in part.roles]
    for token in (token for part in acting for token in part.words if "side" in token.roles):
        done_to = nearest(named, token.start, *_around(token, stops))
        if done_to is not None and done_to.weight and done_to.start <= token.start < done_to.end:
            continue  # 空置 inside of 空置率 is no act
        for each in token.lexemes:
            side, _, weight = each.value.partition(":")
            if each.role == "side" and weight != "0":
                firmness = _firmness(text, token, each, done_to)
                yield _Act(side, int(weight), firmness, _is_to_thing(token, done_to))


def _around(token: Token, stops: Sequence[int]) -> tuple[int, int]:
    """From where to where something stands that the act may be done to."""
    at = bisect_left(stops, token.start)
    return max(stops[at - 1], token.start - REACH), min(stops[at], token.end + REACH)


def _is_to_thing(token: Token, done_to: Mention | None) -> bool:
    deals = {THING: DEALS, MACHINE: SELLS}.get(done_to.topic) if done_to is not None else None
    return deals is not None and deals.search(token.text) is not None


def _firmness(text: str, token: Token, said: Lexeme, done_to: Mention | None) -> int:
    if said.key == SIGN or said.value.endswith(":1"):
        return OPEN
    if done_to is not None:
        return DONE if done_to.topic == PREMISES else OPEN
    # 求租, 找房: the act names it itself, with the character behind it.
    return NAMED if NAMES_ONE.search(text, token.start, token.end + 1) else OPEN
