"""The measures of admission: how each is worked out of a planned project's figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from zhuchao.core.matching.units import DECIMALS
from zhuchao.core.matching.wording import WAN, figure, plain, span_of
from zhuchao.core.vocabulary.admission import Figure, Measure, PlannedProject, Storey
from zhuchao.core.vocabulary.tables import M2_OF_A_MU
from zhuchao.core.vocabulary.term import Amount

PERCENT = "%"
MU = "亩"
# A storey higher than this counts twice in the floor-area ratio.
# Source: 工业项目建设用地控制指标, 容积率的计算.
DOUBLE_ABOVE_M = 8.0


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """How a figure is named and shown; areas of land stand in 亩."""

    label: str
    unit: str


@dataclass(frozen=True, slots=True)
class MeasureSpec:
    """How a measure is named, shown and worked out.

    ``over`` / ``under``, times ``scale``; without ``under`` the figure itself, without ``over`` by
    a rule of its own (floor-area ratio, share of floors).
    """

    label: str
    unit: str
    over: Figure | None = None
    under: Figure | None = None
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure's value with its working; None with what is ``missing`` to work it out."""

    amount: Amount | None
    working: str = ""
    missing: tuple[str, ...] = ()


FIGURES: Mapping[Figure, FigureSpec] = {
    Figure.LAND: FigureSpec("用地面积", MU),
    Figure.FIXED_INVESTMENT: FigureSpec("固定资产投资", "元"),
    Figure.OUTPUT: FigureSpec("年产值", "元"),
    Figure.TAX: FigureSpec("年税收", "元"),
    Figure.RESEARCH: FigureSpec("年研发投入", "元"),
    Figure.ENERGY: FigureSpec("年综合能耗", "吨标煤"),
    Figure.FOOTPRINT: FigureSpec("建筑物和堆场占地", "㎡"),
    Figure.GREEN: FigureSpec("绿地面积", "㎡"),
    Figure.ADMIN_LAND: FigureSpec("行政办公和生活服务用地", "㎡"),
    Figure.ADMIN_FLOOR: FigureSpec("行政办公和生活服务建筑面积", "㎡"),
}
MEASURES: Mapping[Measure, MeasureSpec] = {
    Measure.FIXED_INVESTMENT: MeasureSpec("固定资产投资", "元", Figure.FIXED_INVESTMENT),
    Measure.INTENSITY: MeasureSpec(
        "投资强度", "元/亩", Figure.FIXED_INVESTMENT, Figure.LAND, M2_OF_A_MU
    ),
    Measure.OUTPUT_PER_MU: MeasureSpec(
        "亩均产值", "元/亩", Figure.OUTPUT, Figure.LAND, M2_OF_A_MU
    ),
    Measure.TAX_PER_MU: MeasureSpec("亩均税收", "元/亩", Figure.TAX, Figure.LAND, M2_OF_A_MU),
    Measure.FAR: MeasureSpec("容积率", ""),
    Measure.BUILDING_FACTOR: MeasureSpec("建筑系数", PERCENT, Figure.FOOTPRINT, Figure.LAND),
    Measure.GREEN_SHARE: MeasureSpec("绿地率", PERCENT, Figure.GREEN, Figure.LAND),
    Measure.ADMIN_LAND_SHARE: MeasureSpec(
        "行政办公和生活服务用地占比", PERCENT, Figure.ADMIN_LAND, Figure.LAND
    ),
    Measure.ADMIN_FLOOR_SHARE: MeasureSpec("行政办公和生活服务建筑占比", PERCENT),
    Measure.ENERGY_PER_OUTPUT: MeasureSpec(
        "单位产值能耗", "吨标煤/万元", Figure.ENERGY, Figure.OUTPUT, 10_000
    ),
    Measure.RESEARCH_SHARE: MeasureSpec(
        "研发投入占比", PERCENT, Figure.RESEARCH, Figure.OUTPUT
    ),
}  # fmt: skip


def measured(measure: Measure, project: PlannedProject) -> Measured:
    """The measure of the project: told, or worked out, or what is missing for it."""
    told = project.measures.get(measure)
    if told is not None:
        return Measured(told)
    if measure is Measure.FAR:
        return _floor_area_ratio(project)
    if measure is Measure.ADMIN_FLOOR_SHARE:
        return _share_of_floors(project)
    return _ratio(MEASURES[measure], project)


def in_words(value: Amount, unit: str) -> str:
    """A measure's value as shown: shares as per cent, money in 万 or 亿."""
    if unit != PERCENT:
        return span_of(_rounded(value, unit), unit)
    hundredfold = _mapped(value, lambda bound: bound * 100)
    return span_of(_rounded(hundredfold), "").replace("–", "%–") + PERCENT


def bound_in_words(bound: float, unit: str) -> str:
    """A threshold as shown."""
    return f"{plain(bound * 100)}%" if unit == PERCENT else figure(bound, unit)


def _ratio(spec: MeasureSpec, project: PlannedProject) -> Measured:
    wanted = [each for each in (spec.over, spec.under) if each is not None]
    missing = tuple(FIGURES[each].label for each in wanted if each not in project.figures)
    if missing:
        return Measured(None, missing=missing)
    parts = [project.figures[each] for each in wanted]
    if len(parts) == 1:
        return Measured(parts[0], _whys(project, wanted))
    working = " ÷ ".join(_figure_in_words(each, project) for each in wanted)
    return Measured(_divided(parts[0], parts[1], spec.scale), working + _whys(project, wanted))


def _floor_area_ratio(project: PlannedProject) -> Measured:
    land = project.figures.get(Figure.LAND)
    missing = ("各层面积",) * (not project.storeys) + ("用地面积",) * (land is None)
    if missing or land is None:
        return Measured(None, missing=missing)
    storeys = project.storeys
    counted = Amount(_counted(storeys, is_most=False), _counted(storeys, is_most=True))
    parts = " + ".join(_storey_in_words(each) for each in project.storeys)
    words = _figure_in_words(Figure.LAND, project)
    return Measured(_divided(counted, land), f"计容面积（{parts}）÷ {words}")


def _share_of_floors(project: PlannedProject) -> Measured:
    admin = project.figures.get(Figure.ADMIN_FLOOR)
    whole = sum(each.area_m2 * each.count for each in project.storeys)
    label = FIGURES[Figure.ADMIN_FLOOR].label
    missing = (label,) * (admin is None) + ("各层面积",) * (not whole)
    if missing or admin is None:
        return Measured(None, missing=missing)
    words = _figure_in_words(Figure.ADMIN_FLOOR, project)
    return Measured(
        _divided(admin, Amount(whole, whole)), f"{words} ÷ 总建筑面积 {figure(whole, '㎡')}"
    )


def _counted(storeys: tuple[Storey, ...], *, is_most: bool) -> float:
    """The floor area that counts; a storey of unknown height may count once or twice."""
    return sum(each.area_m2 * each.count * _times(each, is_most=is_most) for each in storeys)


def _times(storey: Storey, *, is_most: bool) -> int:
    is_high = is_most if storey.height_m is None else storey.height_m > DOUBLE_ABOVE_M
    return 2 if is_high else 1


def _storey_in_words(storey: Storey) -> str:
    area = figure(storey.area_m2, "㎡") + (f" × {storey.count} 层" if storey.count > 1 else "")
    if storey.height_m is None:
        return f"{area}（层高未填，超过 {plain(DOUBLE_ABOVE_M)} m 则加倍）"
    if storey.height_m > DOUBLE_ABOVE_M:
        return f"{area} × 2（层高 {plain(storey.height_m)} m > {plain(DOUBLE_ABOVE_M)} m，加倍计）"
    return area


def _figure_in_words(each: Figure, project: PlannedProject) -> str:
    spec, value = FIGURES[each], project.figures[each]
    if spec.unit == MU:
        value = _rounded(_divided(value, Amount(M2_OF_A_MU, M2_OF_A_MU)))
    return f"{spec.label} {span_of(value, spec.unit)}"


def _whys(project: PlannedProject, figures: list[Figure]) -> str:
    told = "；".join(project.why[each] for each in figures if each in project.why)
    return f"（{told}）" if told else ""


def _divided(over: Amount, under: Amount, scale: float = 1.0) -> Amount:
    """The range of the quotient; a bound that is open above or below stays open."""
    low = over.low / under.high * scale if over.low is not None and under.high else None
    high = over.high / under.low * scale if over.high is not None and under.low else None
    if low is None and high is None:
        low = 0.0
    return _mapped(Amount(low, high), lambda bound: round(bound, DECIMALS))


def _rounded(value: Amount, unit: str = "") -> Amount:
    """Two decimals, of 万 where money is shown in it: more is not told by what was put in."""
    bounds = (value.low, value.high)
    is_large = unit.startswith("元") and any(each and each >= WAN for each in bounds)
    digits = -2 if is_large else 2
    return _mapped(value, lambda bound: round(bound, digits))


def _mapped(value: Amount, change: Callable[[float], float]) -> Amount:
    low = None if value.low is None else change(value.low)
    high = None if value.high is None else change(value.high)
    return Amount(low, high)
