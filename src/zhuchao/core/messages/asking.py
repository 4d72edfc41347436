"""What is missing and matters, and the sentence that asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from zhuchao.core.messages.findings import Finding
from zhuchao.core.vocabulary.term import FieldKey

MOST_QUESTIONS = 3
SIZES = frozenset({FieldKey.AREA, FieldKey.LAND_AREA})
PRICES = frozenset({FieldKey.RENT, FieldKey.SALE_PRICE, FieldKey.TOTAL_PRICE, FieldKey.LAND_PRICE})
_FACTORY = frozenset({"factory", "warehouse", "whole_plant"})

# In the order in which a good agent asks.
QUESTIONS: dict[FieldKey, tuple[str, str]] = {
    FieldKey.KIND: ("需要厂房、仓库、办公还是土地", "这是厂房、仓库、办公还是土地"),
    FieldKey.PLACE: ("意向在哪个区县", "房源在哪个区县"),
    FieldKey.AREA: ("大概需要多大面积", "可租售的面积是多少"),
    FieldKey.LAND_AREA: ("大概需要多少亩", "地块有多少亩"),
    FieldKey.RENT: ("租金预算大概多少", "租金怎么报"),
    FieldKey.TOTAL_PRICE: ("总价预算大概多少", "价格怎么报"),
    FieldKey.TRADE: ("主要生产或存放什么", ""),
    FieldKey.HEIGHT: ("层高有没有要求", "层高是多少"),
    FieldKey.EIA: ("", "能不能做环评"),
    FieldKey.TELEPHONE: ("方便留一个联系电话吗", "看房怎么联系"),
}


def missing(findings: Sequence[Finding], *, is_demand: bool) -> tuple[FieldKey, ...]:
    """The fields that matter and are not told, most important first."""
    told = {each.key for each in findings}
    values = {each.key: each.value for each in findings if not each.floor}
    kind, intent = values.get(FieldKey.KIND), values.get(FieldKey.INTENT)
    wanted = [FieldKey.KIND, FieldKey.PLACE]
    if not told & SIZES:
        wanted.append(FieldKey.LAND_AREA if kind == "land" else FieldKey.AREA)
    if not told & PRICES:
        is_bought = kind == "land" or intent in ("sale", "transfer")
        wanted.append(FieldKey.TOTAL_PRICE if is_bought else FieldKey.RENT)
    if is_demand and kind in _FACTORY:
        wanted.append(FieldKey.TRADE)
    if not is_demand and kind in _FACTORY:
        wanted += [FieldKey.HEIGHT, FieldKey.EIA]
    wanted.append(FieldKey.TELEPHONE)
    return tuple(key for key in wanted if key not in told)


def ask_back(keys: Sequence[FieldKey], *, is_demand: bool) -> str:
    """A polite message with at most three questions; empty when there is nothing to ask."""
    side = 0 if is_demand else 1
    asked = [QUESTIONS[key][side] for key in keys if QUESTIONS[key][side]][:MOST_QUESTIONS]
    if not asked:
        return ""
    opening = "您好，需求收到了" if is_demand else "您好，房源收到了"
    return f"{opening}。为了尽快帮您对接，再请教一下：{'；'.join(asked)}？谢谢。"
