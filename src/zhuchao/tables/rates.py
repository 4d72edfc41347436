"""Rates of projects: rule packs of the kind "rates"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.rate import RatePack, RateSpec, SetSpec, Sum, Window
from zhuchao.core.vocabulary.stage import Milestone
from zhuchao.tables.files import refuse_repeated
from zhuchao.tables.packs import HEADINGS, Pack, load_pack
from zhuchao.tables.promising import promise_measures

KIND = "rates"


@cache
def rate_pack(key: str = "standard") -> RatePack:
    """The rates of that key.

    Raises: NotFound, when there is none; BrokenTable, when it does not hold together.
    """
    return rates_of(load_pack(KIND, key))


def rates_of(pack: Pack) -> RatePack:
    """The pack as rates. Raises: BrokenTable, when it does not hold together."""
    name = f"{KIND}/{pack.key}"
    try:
        rates = tuple(_rate(entry) for entry in pack.body["rate"])
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenTable(f"规则包 {name} 的比率定义不完整：{error}") from error
    refuse_repeated((each.key for each in rates), name)
    _refuse_loose(rates, name)
    headings = {heading: getattr(pack, heading) for heading in HEADINGS}
    return RatePack(**headings, rates=rates)


def _rate(entry: Mapping[str, Any]) -> RateSpec:
    sides = {side: _set(entry[side]) for side in ("numerator", "denominator")}
    return RateSpec(**{**entry, **sides})


def _set(entry: Mapping[str, Any]) -> SetSpec:
    told = dict(entry)
    if not isinstance(told.get("reached", []), list):
        raise TypeError("reached 须是里程碑的列表")
    told["reached"] = tuple(Milestone(each) for each in told.get("reached", ()))
    for window in ("window", "promised_in", "sum_in"):
        told[window] = Window(told.get(window, Window.EVER))
    told["sum"] = None if "sum" not in told else Sum(told["sum"])
    return SetSpec(**told)


def _refuse_loose(rates: tuple[RateSpec, ...], name: str) -> None:
    if not rates:
        raise BrokenTable(f"规则包 {name} 没有比率：至少写一个 [[rate]]")
    known = {measure.key for measure in promise_measures()}
    for each in rates:
        for side in (each.numerator, each.denominator):
            if not (side.reached or side.promised):
                raise BrokenTable(f"规则包 {name} 的 {each.key} 须写明 reached 或 promised")
            if side.promised and side.promised not in known:
                raise BrokenTable(f"规则包 {name} 的 {each.key} 用到未定义的承诺：{side.promised}")
