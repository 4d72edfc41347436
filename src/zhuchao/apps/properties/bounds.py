"""What a carrier's figures can be at all: a slip of the hand is refused with a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from zhuchao.core.errors import Refused


class Bound(NamedTuple):
    """The least and the most that a column can hold, in its own unit."""

    label: str
    low: float
    high: float
    unit: str = ""

    def sentence(self) -> str:
        unit = f" {self.unit}" if self.unit else ""
        return f"{self.label}应在 {self.low:.10g} 到 {self.high:.10g}{unit} 之间，请核对"


BOUNDS: Mapping[str, Bound] = {
    "latitude": Bound("纬度", -90, 90),
    "longitude": Bound("经度", -180, 180),
    "motorway_km": Bound("距高速出入口", 0, 1000, "公里"),
    "port_km": Bound("距港口", 0, 5000, "公里"),
    "rail_km": Bound("距铁路站", 0, 1000, "公里"),
    "built_year": Bound("建成年份", 1900, 2100),
    "under_beam_m": Bound("梁下净高", 1, 100, "米"),
    "height_m": Bound("层高", 1, 100, "米"),
    "height_limit_m": Bound("限高", 1, 1000, "米"),
    "load_t_m2": Bound("承重", 0.01, 100, "吨/㎡"),
    "area_m2": Bound("面积", 0.1, 100_000_000, "㎡"),
    "minimum_let_m2": Bound("起租面积", 0.1, 10_000_000, "㎡"),
    "yard_m2": Bound("空地", 0, 10_000_000, "㎡"),
    "power_kva": Bound("配电", 0, 1_000_000, "kVA"),
    "lift_count": Bound("货梯台数", 0, 200),
    "lift_tonnes": Bound("货梯吨位", 0.1, 100, "吨"),
    "crane_count": Bound("行车台数", 0, 200),
    "crane_tonnes": Bound("行车吨位", 0.1, 1000, "吨"),
    "dock_count": Bound("月台个数", 0, 1000),
    "tenure_years": Bound("年限", 0, 100, "年"),
    "far_low": Bound("容积率下限", 0, 30),
    "far_high": Bound("容积率上限", 0, 30),
    "coverage_low": Bound("建筑系数下限", 0, 1),
    "coverage_high": Bound("建筑系数上限", 0, 1),
    "green_high": Bound("绿地率上限", 0, 1),
    "intensity_yuan_mu": Bound("投资强度", 0, 10_000_000_000, "元/亩"),
    "output_yuan_mu": Bound("产值", 0, 10_000_000_000, "元/亩"),
    "tax_yuan_mu": Bound("税收", 0, 10_000_000_000, "元/亩"),
    "start_price_yuan_mu": Bound("起始价", 0, 10_000_000_000, "元/亩"),
    "number": Bound("楼层", -9, 200),
    "top_floor": Bound("到第几层", -9, 200),
}
PAIRS = (("far_low", "far_high", "容积率"), ("coverage_low", "coverage_high", "建筑系数"))


def require_within(columns: Mapping[str, object]) -> None:
    """Raises: Refused, for a figure out of its bounds, and for a low end above the high one."""
    for name, value in columns.items():
        bound = BOUNDS.get(name)
        if bound is None or not isinstance(value, int | float):
            continue
        if not bound.low <= value <= bound.high:
            raise Refused(bound.sentence())
    for low, high, label in PAIRS:
        least, most = columns.get(low), columns.get(high)
        if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
            raise Refused(f"{label}的下限 {least:g} 大于上限 {most:g}，请核对")
