"""Whether a message asks, offers, or does neither: its acts, and what they are done to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

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
)
from zhuchao.core.vocabulary.tables import Lexeme
from zhuchao.core.vocabulary.term import FieldKey, Stance

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

    ``act`` tells how firmly a message speaks of letting, selling or seeking a property, ``other``
    how much it speaks of something else; ``aside`` how much more in its asides, which count where
    it tells nothing of a property.
    """

    balance: int
    act: int
    other: int
    aside: int = 0

    def is_other(self, found: Iterable[Finding]) -> bool:
        """Whether the message is about something else, whatever it tells by the way."""
        keys = {each.key for each in found}
        told = 2 * bool(keys & SPACES) + len({FieldKey.KIND} & keys) + bool(keys & PRICES)
        meant = self.act + told + min(MOST_TRAITS, len(keys & TRAITS))
        other = self.other + (0 if told >= MUCH else self.aside)
        return meant < LEAST or (other > 0 and other >= meant)


@dataclass(frozen=True, slots=True)
class _Act:
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
    if IS_THERE.search(text) or any(_bars_a_place(part) for part in parts):
        acts.append(_Act("demand", ASKED_WEIGHT, OPEN, is_to_thing=False))
    strongest, total = Counter[str](), Counter[str]()
    for act in acts:
        if not act.is_to_thing:
            strongest[act.side] = max(strongest[act.side], act.weight)
            total[act.side] += act.weight
    has_thing = any(act.is_to_thing for act in acts) or SELLS_PIECES.search(text) is not None
    sides = total if strongest["demand"] == strongest["supply"] else strongest
    return Weighed(
        balance=sides["demand"] - sides["supply"],
        act=max((act.firmness for act in acts), default=0),
        other=weight_of(spoken, text) + DONE_TO_THING * has_thing,
        aside=_besides(text, whole, spoken, lexicon),
    )


def _besides(text: str, whole: str, spoken: Sequence[Mention], lexicon: Lexicon) -> int:
    if text == whole:
        return 0
    return weight_of(mentions(whole, lexicon), whole) - weight_of(spoken, text)


def _bars_a_place(part: Clause) -> bool:
    """不要昆山的: only who looks for something turns a place away."""
    return any(
        token.kind is Kind.PLACE and part.stance_at(token.start) is Stance.EXCLUDED
        for token in part.tokens
    )


def _premises(parts: Iterable[Clause]) -> Iterator[Mention]:
    """The kinds and sizes of property that the clauses tell."""
    for part in parts:
        for token in part.words:
            if "value" in token.roles and any(each.key in HOUSES for each in token.lexemes):
                yield Mention(token.start, token.end, PREMISES)
        for each in part.quantities:
            if each.dimension in SIZES:
                yield Mention(each.start, each.end, PREMISES)


def _acts(text: str, parts: Iterable[Clause], named: Sequence[Mention]) -> Iterator[_Act]:
    stops = [-1, *(found.start() for found in STOP.finditer(text)), len(text)]
    for token in (token for part in parts for token in part.words if "side" in token.roles):
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
