"""Baseline curves and light packs: rule packs of the kinds "baselines" and "lights"."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise
from typing import Any

from zhuchao.core.errors import BrokenTable
from zhuchao.core.vocabulary.figures import Indicator
from zhuchao.core.vocabulary.progress import (
    Band,
    BaselineCurve,
    Colour,
    CurveKind,
    LightPack,
    LightRule,
    Test,
)
from zhuchao.tables.files import Folder, refuse_repeated
from zhuchao.tables.packs import HEADINGS, Pack, load_pack, pack_keys

MONTHS = 12
SHOWN = (Colour.GREEN, Colour.AMBER, Colour.RED)


@cache
def indicators() -> tuple[Indicator, ...]:
    """What targets and baselines may be about, in the order in which it is offered."""
    name = "projects/indicators.csv"
    told = tuple(Indicator(**row) for row in Folder().own_rows(name))
    refuse_repeated((each.key for each in told), name)
    return told


def indicator(key: str) -> Indicator | None:
    """The indicator of that key; None where there is none."""
    return next((each for each in indicators() if each.key == key), None)


@cache
def baseline_curve(key: str) -> BaselineCurve:
    """Raises: NotFound, when there is none; BrokenTable, when it does not hold together."""
    return curve_of(load_pack("baselines", key))


def baseline_curves() -> tuple[BaselineCurve, ...]:
    """Every curve that is shipped."""
    return tuple(baseline_curve(key) for key in pack_keys("baselines"))


@cache
def light_pack(key: str) -> LightPack:
    """Raises: NotFound, when there is none; BrokenTable, when it does not hold together."""
    return lights_of(load_pack("lights", key))


def light_packs() -> tuple[LightPack, ...]:
    """Every pack of lights that is shipped."""
    return tuple(light_pack(key) for key in pack_keys("lights"))


def curve_of(pack: Pack) -> BaselineCurve:
    """The pack as a curve. Raises: BrokenTable, when it does not rise to the whole by December."""
    name, body = f"baselines/{pack.key}", pack.body
    if body.get("kind") not in set(CurveKind) or set(body) - {"kind", "shares"}:
        kinds = "、".join(CurveKind)
        raise BrokenTable(f"规则包 {name} 的 kind 须是 {kinds} 之一，另只可有 shares")
    kind, shares = CurveKind(body["kind"]), tuple(body.get("shares", ()))
    if (kind is CurveKind.TWELVE) != bool(shares):
        raise BrokenTable(f"规则包 {name}：只有 twelve 写 shares，而且必须写")
    if shares and not _rises(shares):
        raise BrokenTable(f"规则包 {name} 的 shares 须是 12 个逐月不降的累计数，末月为 1")
    return BaselineCurve(**_heading(pack), kind=kind, shares=tuple(map(float, shares)))


def lights_of(pack: Pack) -> LightPack:
    """The pack as lights. Raises: BrokenTable, when two bands of a rule overlap, or parts lack."""
    name, body = f"lights/{pack.key}", pack.body
    listed = body.get("rule", [])
    if not listed or set(body) - {"rule", "gaps", "is_chain"}:
        raise BrokenTable(f"规则包 {name} 须有 rule，另只可有 gaps 和 is_chain")
    rules = tuple(_rule(entry, name) for entry in listed)
    refuse_repeated((rule.key for rule in rules), name)
    is_chain = bool(body.get("is_chain", False))
    gaps = str(body.get("gaps", ""))
    return LightPack(**_heading(pack), rules=rules, gaps=gaps, is_chain=is_chain)


def _heading(pack: Pack) -> dict[str, Any]:
    return {name: getattr(pack, name) for name in HEADINGS}


def _rises(shares: tuple[object, ...]) -> bool:
    told = [float(each) for each in shares if isinstance(each, int | float)]
    steps = all(before <= after for before, after in pairwise(told))
    return len(told) == len(shares) == MONTHS and steps and told[0] >= 0 and told[-1] == 1


def _rule(entry: dict[str, Any], name: str) -> LightRule:
    try:
        bands = tuple(_band(each) for each in entry["band"])
        rule = LightRule(entry["key"], entry["title"], Test(entry["test"]), bands)
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenTable(f"规则包 {name} 的一条规则不完整：{error}") from error
    if any(_meet(one, other) for one, other in combinations(bands, 2)):
        raise BrokenTable(f"规则包 {name} 的“{rule.title}”有两段重叠：同一个数不能亮两种灯")
    return rule


def _band(entry: dict[str, Any]) -> Band:
    """``from`` and ``to`` are part of the band, ``above`` and ``below`` are not."""
    colour = Colour(entry["colour"])
    if colour not in SHOWN or {"from", "above"} <= set(entry) or {"to", "below"} <= set(entry):
        raise ValueError(entry["says"])
    low = entry.get("from", entry.get("above"))
    high = entry.get("to", entry.get("below"))
    if low is None and high is None:
        raise ValueError(entry["says"])
    return Band(colour, low, high, "from" in entry, "to" in entry, str(entry["says"]))


def _meet(one: Band, other: Band) -> bool:
    return _begins_within(one, other) and _begins_within(other, one)


def _begins_within(one: Band, other: Band) -> bool:
    """Whether ``one`` begins before ``other`` ends."""
    if one.low is None or other.high is None or one.low < other.high:
        return True
    return one.low == other.high and one.low_in and other.high_in
