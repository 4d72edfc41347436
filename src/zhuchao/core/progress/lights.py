"""Lights by rule packs: a colour with its rule and number, or the plain word that none applies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from zhuchao.core.vocabulary.progress import (
    Band,
    Colour,
    Light,
    LightPack,
    LightRule,
    Standing,
    Test,
)

COLOURS = {
    Colour.GREEN: "绿灯",
    Colour.AMBER: "黄灯",
    Colour.RED: "红灯",
    Colour.NONE: "无灯",
    Colour.NO_DATA: "无数据",
}
# Figures are held against a rule as they are read, to a ten-thousandth of a point.
DIGITS = 6


def shine(rule: LightRule, value: float | None) -> Light:
    """The light of a number by a rule; without a number it is "no data", never green.

    ``value`` is in the unit of the rule's test: see ``Test``.
    """
    if value is None:
        return Light(Colour.NO_DATA, rule, None, f"{rule.title}：没有数据，不亮灯")
    told = round(value, DIGITS)
    band = next((band for band in rule.bands if _holds(band, told)), None)
    number = in_words(rule.test, told)
    if band is None:
        return Light(Colour.NONE, rule, told, f"{rule.title}：{number}，规则没有写到这一段，不亮灯")
    sentence = f"{rule.title}：{number}，{band.says}，{COLOURS[band.colour]}"
    return Light(band.colour, rule, told, sentence)


def shine_all(pack: LightPack, values: Mapping[str, float | None]) -> tuple[Light, ...]:
    """The lights of a pack by the numbers of its rules, by key: one a rule, or one of a chain."""
    return chosen(pack, tuple(shine(rule, values.get(rule.key)) for rule in pack.rules))


def chosen(pack: LightPack, lights: tuple[Light, ...]) -> tuple[Light, ...]:
    """All of the lights of a pack's rules, in their order, or the one of a chain."""
    if not pack.is_chain:
        return lights
    coloured = [light for light in lights if light.colour not in (Colour.NONE, Colour.NO_DATA)]
    dark = next((light for light in lights if light.colour is Colour.NO_DATA), lights[0])
    return (coloured[0] if coloured else dark,)


def value_of(test: Test, found: Standing | None) -> float | None:
    """What a standing gives to a test of points or ratio; None for what it does not tell."""
    if found is None:
        return None
    return {Test.POINTS: -found.points, Test.RATIO: found.ratio}.get(test)


def months_late(planned: date, done: date | None, today: date) -> int:
    """Whole months from the month planned to the month done, or to today's while it is not."""
    until = done or today
    return max((until.year - planned.year) * 12 + until.month - planned.month, 0)


def growth_gap(growth: float, *references: float) -> float:
    """The growth less the greatest of the references: at least nought where it reaches them all."""
    return growth - max(references)


def in_words(test: Test, value: float) -> str:
    """The number as an officer says it."""
    match test:
        case Test.POINTS:
            side = "落后" if value > 0 else "领先"
            return f"{side}序时 {abs(value):.4g} 个百分点"
        case Test.RATIO:
            return f"为序时的 {value:.4g} 倍" if value > 1 else f"为序时的 {value:.1%}"
        case Test.MONTHS_LATE:
            return f"已过计划月份 {value:.0f} 个月"
        case Test.GROWTH:
            return f"增速 {value:+.1%}"
    return f"比参照增速 {'高' if value >= 0 else '低'} {abs(value) * 100:.4g} 个百分点"


def _holds(band: Band, value: float) -> bool:
    above = band.low is None or value > band.low or (band.low_in and value == band.low)
    below = band.high is None or value < band.high or (band.high_in and value == band.high)
    return above and below
