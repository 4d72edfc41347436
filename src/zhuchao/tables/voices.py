"""What readers' voices are judged by, from ``publishing/``: grounds, credits, promotions."""

from __future__ import annotations

from functools import cache
from itertools import product

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.voice import (
    CreditRule,
    Promotion,
    Provenance,
    TakedownGround,
    credit_of,
)
from zhuchao.tables.files import Folder, refuse_repeated

ANSWERS = {"yes": True, "no": False, "any": None}
# Gone, or unavailable because a law or an order says so.
STATUSES = (410, 451)


@cache
def takedown_grounds() -> tuple[TakedownGround, ...]:
    """In the order in which they are offered. Raises: BrokenTable."""
    name = "publishing/takedown_grounds.csv"
    found = tuple(_ground(row, name) for row in Folder().own_rows(name))
    refuse_repeated((each.key for each in found), name)
    return found


def takedown_ground(key: str) -> TakedownGround:
    """Raises: KeyError, for a ground that there is not."""
    return {each.key: each for each in takedown_grounds()}[key]


def _ground(row: dict[str, str], name: str) -> TakedownGround:
    hides = ANSWERS.get(row["hides"])
    days, status = int(row["days"]), int(row["status"])
    if hides is None or days < 1 or status not in STATUSES:
        raise BrokenTable(
            f"{name} 的 {row['key']}：hides 写 yes 或 no，days 至少 1，status 410 或 451"
        )
    return TakedownGround(row["key"], row["name"], row["help"], hides, days, status)


@cache
def credit_rules() -> tuple[CreditRule, ...]:
    """In the order in which they are tried. Raises: BrokenTable, where a provenance has no line."""
    name = "publishing/credits.csv"
    rules = tuple(_credit(row, name) for row in Folder().own_rows(name))
    keys = ["", *dict.fromkeys(each.key for each in rules)]
    sides = (True, False)
    known = [
        Provenance(official, "x" if source else "", address)
        for official, source, address in product(sides, sides, sides)
    ]
    for key, each in product(keys, known):
        try:
            credit_of(rules, each, chosen=key)
        except LookupError:
            raise BrokenTable(f"{name} 有出处没有对应的版权说明：{key or '按出处'}") from None
    return rules


def _credit(row: dict[str, str], name: str) -> CreditRule:
    if any(row[each] not in ANSWERS for each in ("official", "source", "address")):
        raise BrokenTable(f"{name} 的条件只写 yes、no 或 any")
    asked = {each: ANSWERS[row[each]] for each in ("official", "source", "address")}
    return CreditRule(row["key"], row["line"], **asked)


@cache
def promotions() -> tuple[Promotion, ...]:
    """Raises: BrokenTable, where a word stands twice."""
    name = "publishing/promotions.csv"
    found = tuple(Promotion(**row) for row in Folder().own_rows(name))
    refuse_repeated((each.word for each in found), name)
    return found
