"""A whole scheme, and judging by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext

from zhuchao.core.errors import Refused
from zhuchao.core.scoring.nodes import Facts, Node
from zhuchao.core.scoring.summing import taken
from zhuchao.core.scoring.wording import EXACT, plain
from zhuchao.core.vocabulary.scoring import Input, Kind, Level, Scored, Taken, Value

# Beyond any sum of money or count that a scheme is about.
LARGEST = Decimal(10) ** 15


@dataclass(frozen=True, slots=True)
class Scheme:
    """A versioned rule pack of scores in ``unit``; ``levels`` stand highest first, or are none.

    Divisions are rounded to ``digits`` decimals, halves up; everything else is exact. ``gaps`` says
    what the document leaves open.
    """

    key: str
    title: str
    issuer: str
    document: str
    issued_on: date
    version: str
    inputs: tuple[Input, ...]
    root: Node
    levels: tuple[Level, ...] = ()
    unit: str = "分"
    digits: int = 2
    gaps: str = ""

    def level_of(self, number: Decimal | None) -> Level | None:
        """The highest level that a score reaches; None for none, and for an unknown score."""
        if number is None:
            return None
        return next((each for each in self.levels if number >= each.at_least), None)

    def next_level(self, number: Decimal | None) -> Level | None:
        """The lowest level above a score; None above the highest."""
        above = [each for each in self.levels if number is None or number < each.at_least]
        return above[-1] if above else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What comes of the inputs: ``score`` is None where it is unknown, and so is its level.

    ``root`` explains the score node by node; ``taken`` are the inputs in the scheme's order.
    """

    score: Decimal | None
    level: Level | None
    root: Scored
    taken: tuple[Taken, ...]


def judge(scheme: Scheme, given: Mapping[str, object]) -> Verdict:
    """The verdict over these inputs, by key; what is not given is unknown.

    Numbers are ``int`` or ``Decimal``, flags ``bool``, marks a sequence of numbers, items a
    sequence of mappings.

    Raises: Refused, for an input that the scheme does not know, that is no exact number, or that
    lies outside its limits.
    """
    values = {each.key: value_of(each, given.get(each.key)) for each in scheme.inputs}
    if strange := [key for key in given if key not in values]:
        raise Refused(f"“{scheme.title}”没有“{'、'.join(strange)}”这样的输入")
    return judge_values(scheme, values)


def judge_values(scheme: Scheme, values: Mapping[str, Value]) -> Verdict:
    """As ``judge``, of values that ``value_of`` has proved."""
    with localcontext(EXACT):
        found = {each.key: taken(each, values.get(each.key)) for each in scheme.inputs}
        root = scheme.root.score(Facts(found, scheme.digits))
    return Verdict(root.number, scheme.level_of(root.number), root, tuple(found.values()))


def value_of(asked: Input, told: object) -> Value:
    """What was told of an input as the scheme reckons with it. Raises: Refused."""
    if told is None:
        return None
    match asked.kind:
        case Kind.MARKS:
            return tuple(_number(asked, each) for each in _listed(asked, told))
        case Kind.ITEMS:
            return tuple(_item(asked, each) for each in _listed(asked, told))
    return _number(asked, told)


def _listed(asked: Input, told: object) -> list[object]:
    if not isinstance(told, list | tuple):
        raise Refused(f"“{asked.title}”须是一列，每项一个")
    return [each for each in told if each is not None]


def _item(asked: Input, told: object) -> dict[str, Decimal | None]:
    if not isinstance(told, Mapping):
        raise Refused(f"“{asked.title}”的每一项须写明各项数据")
    known = {each.key: each for each in asked.fields}
    if strange := [str(key) for key in told if key not in known]:
        raise Refused(f"“{asked.title}”没有“{'、'.join(strange)}”这样的数据")
    given = ((key, told.get(key)) for key in known)
    return {key: None if each is None else _number(known[key], each) for key, each in given}


def _number(asked: Input, told: object) -> Decimal:
    if not isinstance(told, int | Decimal) or not (number := Decimal(told)).is_finite():
        raise Refused(f"“{asked.title}”须是数：收到的是“{told}”")
    if asked.kind is Kind.FLAG and number not in (0, 1):
        raise Refused(f"“{asked.title}”须是“是”或“否”")
    if abs(number) > LARGEST:
        raise Refused(f"“{asked.title}”太大：{plain(number)}")
    if asked.least is not None and number < asked.least:
        raise Refused(f"“{asked.title}”不能小于 {plain(asked.least)}：收到的是 {plain(number)}")
    if asked.most is not None and number > asked.most:
        raise Refused(f"“{asked.title}”不能大于 {plain(asked.most)}：收到的是 {plain(number)}")
    return number
