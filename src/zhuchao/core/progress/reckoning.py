"""From told figures to lights: what stands where on a day, what lacks, and the light that counts.

Figures are told by months, so a day is judged by the last month that has ended: what the running
month is to bring can not be due yet.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from zhuchao.core.progress.baselines import due_by, standing
from zhuchao.core.progress.lights import chosen, growth_gap, months_late, shine, value_of
from zhuchao.core.vocabulary.figures import Asked, Figures
from zhuchao.core.vocabulary.progress import (
    BaselineCurve,
    Colour,
    Light,
    LightPack,
    LightRule,
    Standing,
    Test,
)

# The rules on time that figures of a project can answer, by their keys.
START, STATISTICS = "start", "statistics"


def reported_until(today: date) -> date:
    """The last day of the last month that has ended: by then lights are reckoned."""
    return today.replace(day=1) - timedelta(days=1)


def done_share(figures: Figures) -> float | None:
    """The share of the target that is done, above 1 as it is; None where either is not told."""
    if figures.done is None or not figures.target:
        return None
    return float(figures.done / figures.target)


def due_share(figures: Figures, curve: BaselineCurve | None) -> float | None:
    """The share that is due by the day; None without a curve."""
    return None if curve is None else due_by(curve, figures.as_of)


def standing_of(figures: Figures, curve: BaselineCurve | None) -> Standing | None:
    """What is done of the target beside what is due; None where one of the three is not told."""
    done = done_share(figures)
    return None if curve is None or done is None else standing(done, curve, figures.as_of)


def growth_of(figures: Figures) -> float | None:
    """How much more than in the same months of the year before, a share; None without both."""
    return _growth(figures.done, figures.done_before)


def gap_of(figures: Figures) -> float | None:
    """The growth less the greater of one's own plan's and the city's mean; None without all."""
    growth = growth_of(figures)
    planned = _growth(figures.target, figures.whole_before)
    if growth is None or planned is None or figures.mean_growth is None:
        return None
    return growth_gap(growth, planned, figures.mean_growth)


def asked(rule: LightRule, figures: Figures, curve: BaselineCurve | None, today: date) -> Asked:
    """The number that the rule is about, or why there is none."""
    match rule.test:
        case Test.POINTS | Test.RATIO:
            value = value_of(rule.test, standing_of(figures, curve))
            return Asked(value, "" if value is not None else _lacking(figures, curve))
        case Test.GROWTH:
            return Asked(growth_of(figures), "没有上年同期数")
        case Test.GROWTH_GAP:
            return Asked(gap_of(figures), "缺上年数、本年目标或全市平均增速")
    return late(rule.key, figures, today)


def late(key: str, figures: Figures, today: date) -> Asked:
    """Months late of a rule by its key; moot once the step is done, or before it can be due."""
    started = figures.started_on
    if key == START:
        if started is not None:
            return Asked(None, f"已于 {started} 开工", is_moot=True)
        if figures.start_planned is None:
            return Asked(None, "没有记约定的开工时间")
        return Asked(float(months_late(figures.start_planned, None, today)))
    if key == STATISTICS:
        if started is None or figures.counted_from is not None:
            entered = figures.counted_from
            said = f"已于 {entered:%Y-%m} 入统" if entered else "还没有开工，不看入统"
            return Asked(None, said, is_moot=True)
        return Asked(float(months_late(started, None, today)))
    return Asked(None, "台账里没有这一项数据")


def lights_on(
    pack: LightPack, figures: Figures, curve: BaselineCurve | None, today: date
) -> tuple[Light, ...]:
    """One light a rule, or the one of a chain; of what rests no rule says a colour."""
    if figures.rests:
        rule = pack.rules[0]
        return (Light(Colour.NONE, rule, None, f"{rule.title}：{figures.rests}"),)
    return chosen(
        pack, tuple(_light(rule, asked(rule, figures, curve, today)) for rule in pack.rules)
    )


def headline(lights: tuple[Light, ...]) -> Light:
    """The light that counts where one is shown: the first red, else the first amber, else the
    first rule's. ``lights`` are at least one."""
    for colour in (Colour.RED, Colour.AMBER):
        found = next((light for light in lights if light.colour is colour), None)
        if found is not None:
            return found
    return lights[0]


def _light(rule: LightRule, told: Asked) -> Light:
    if told.is_moot:
        return Light(Colour.NONE, rule, None, f"{rule.title}：{told.why}，这一条不亮灯")
    if told.value is None:
        return Light(Colour.NO_DATA, rule, None, f"{rule.title}：{told.why}，无数据")
    return shine(rule, told.value)


def _lacking(figures: Figures, curve: BaselineCurve | None) -> str:
    year = figures.as_of.year
    if not figures.target:
        return f"没有定 {year} 年目标"
    if curve is None:
        return f"没有定 {year} 年序时基线"
    if figures.done is None:
        return f"{year} 年 1 至 {figures.as_of.month} 月没有记数"
    return "这时还没有应完成数"


def _growth(now: Decimal | None, before: Decimal | None) -> float | None:
    if now is None or not before:
        return None
    return float(now / before) - 1
