"""A park's plan: read from GeoJSON, and drawn as outlines of one size."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zhuchao.core.errors import Refused

MOST_SHAPES, MOST_POINTS = 500, 20_000
LONGEST_NAME = 80
# A park is some kilometres wide; more is a slip: places of two cities, or degrees turned round.
WIDEST_DEGREES = 0.5
WIDEST_M = 50_000.0
# How drawing programs call what a shape is.
NAMES = ("name", "名称", "Name", "NAME", "编号", "number")
KINDS = ("kind", "类型", "Kind", "KIND")
# What lies around and is no carrier, in the words of either language.
GROUNDS = {
    "road": "road", "道路": "road", "green": "green", "绿地": "green", "water": "water",
    "水面": "water", "border": "border", "边界": "border", "other": "other", "其他": "other",
}  # fmt: skip
SIZE, MARGIN = 1000.0, 16.0

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A carrier by its name, or a piece of ``ground`` around; rings, the outer of each first."""

    name: str
    ground: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A shape as it is drawn; its label stands at ``x`` and ``y``, ``wide`` and ``tall`` it is."""

    name: str
    ground: str
    path: str
    x: float
    y: float
    wide: float
    tall: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Outlines in a field of that size, in the order told, ground first."""

    width: float
    height: float
    outlines: tuple[Outline, ...]


def read_plan(told: Any) -> tuple[Shape, ...]:
    """The shapes of a FeatureCollection, in its order.

    Raises: Refused, with a sentence that names the shape and what is wrong with it.
    """
    if not isinstance(told, Mapping) or told.get("type") != "FeatureCollection":
        raise Refused('这不是 GeoJSON 图形集：文件最外层应有 "type": "FeatureCollection"')
    features = told.get("features")
    if not isinstance(features, list) or not features:
        raise Refused("文件里没有图形：请在绘图软件里选中楼栋和地块，再导出 GeoJSON")
    if len(features) > MOST_SHAPES:
        raise Refused(f"图形太多：最多 {MOST_SHAPES} 个，这里有 {len(features)} 个")
    shapes = tuple(_shape(each, number) for number, each in enumerate(features, 1))
    _require_near(shapes)
    return shapes


def drawn(shapes: Sequence[Shape]) -> Drawing:
    """North above; degrees are drawn as wide as they are at that latitude."""
    points = [point for shape in shapes for ring in shape.rings for point in ring]
    across = _across(points)
    west, east = (edge(x * across for x, _ in points) for edge in (min, max))
    south, north = (edge(y for _, y in points) for edge in (min, max))
    scale = (SIZE - 2 * MARGIN) / (max(east - west, north - south) or 1.0)

    def at(point: Point) -> Point:
        x, y = point
        return MARGIN + (x * across - west) * scale, MARGIN + (north - y) * scale

    in_order = sorted(shapes, key=lambda shape: not shape.ground)
    outlines = (_outline(s, [[at(point) for point in ring] for ring in s.rings]) for s in in_order)
    width, height = ((edge * scale + 2 * MARGIN) for edge in (east - west, north - south))
    return Drawing(round(width, 1), round(height, 1), tuple(outlines))


def _shape(feature: Any, number: int) -> Shape:
    place = f"第 {number} 个图形"
    if not isinstance(feature, Mapping):
        raise Refused(f"{place}不是 GeoJSON 的 Feature，请重新导出")
    properties = feature.get("properties")
    properties = properties if isinstance(properties, Mapping) else {}
    name = " ".join(_first(properties, NAMES).split())
    ground = GROUNDS.get(_first(properties, KINDS).strip().lower(), "")
    if not name and not ground:
        raise Refused(
            f"{place}没有名称：请在属性里加“name”，写楼栋、单元或地块的名称；"
            "道路、绿地、水面、边界请加“kind”"
        )
    if len(name) > LONGEST_NAME:
        raise Refused(f"{place}的名称太长：最多 {LONGEST_NAME} 字")
    titled = f"{place}“{name}”" if name else place
    return Shape(name, ground, tuple(_rings(feature.get("geometry"), titled)))


def _first(properties: Mapping[str, Any], keys: Sequence[str]) -> str:
    return next((str(properties[key]) for key in keys if properties.get(key)), "")


def _rings(geometry: Any, titled: str) -> Iterator[Ring]:
    kind = geometry.get("type") if isinstance(geometry, Mapping) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise Refused(f"{titled}不是面：请画成封闭的多边形（Polygon），现在是 {kind or '空'}")
    told = geometry.get("coordinates")
    polygons = [told] if kind == "Polygon" else told
    if not isinstance(polygons, list) or not polygons:
        raise Refused(f"{titled}没有坐标，请重新画一次")
    for polygon in polygons:
        if not isinstance(polygon, list) or not polygon:
            raise Refused(f"{titled}没有坐标，请重新画一次")
        yield from (_ring(ring, titled) for ring in polygon)


def _ring(told: Any, titled: str) -> Ring:
    points = [_point(each, titled) for each in told] if isinstance(told, list) else []
    if len(points) > 1 and points[0] == points[-1]:
        points.pop()
    if len(set(points)) < 3:
        raise Refused(f"{titled}少于三个点，围不成面")
    return tuple(points)


def _point(told: Any, titled: str) -> Point:
    if not isinstance(told, list) or len(told) < 2:
        raise Refused(f"{titled}的坐标写法有误：每个点应为 [经度, 纬度]")
    x, y = told[0], told[1]
    for each in (x, y):
        is_number = isinstance(each, int | float) and not isinstance(each, bool)
        if not is_number or not math.isfinite(each):
            raise Refused(f"{titled}的坐标不是数字：{each}")
    return float(x), float(y)


def _require_near(shapes: Sequence[Shape]) -> None:
    points = [point for shape in shapes for ring in shape.rings for point in ring]
    if len(points) > MOST_POINTS:
        raise Refused(f"点太多：最多 {MOST_POINTS:,} 个，这里有 {len(points):,} 个；请先简化图形")
    widest = WIDEST_DEGREES if _is_degrees(points) else WIDEST_M
    for at in (0, 1):
        edges = [point[at] for point in points]
        if max(edges) - min(edges) > widest:
            raise Refused(
                "图形相距太远，不像同一个园区：请检查是否有一个图形的经度和纬度写反，或坐标系不同"
            )


def _is_degrees(points: Sequence[Point]) -> bool:
    return all(abs(x) <= 180 and abs(y) <= 90 for x, y in points)


def _across(points: Sequence[Point]) -> float:
    """How wide a step to the east is beside one to the north."""
    if not _is_degrees(points):
        return 1.0
    return math.cos(math.radians(sum(y for _, y in points) / len(points)))


def _outline(shape: Shape, rings: list[list[Point]]) -> Outline:
    path = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z" for ring in rings)
    largest = max(rings, key=lambda ring: abs(_area(ring)))
    x, y = _middle(largest)
    wide, tall = (max(edges) - min(edges) for edges in zip(*largest, strict=True))
    return Outline(shape.name, shape.ground, path, round(x, 1), round(y, 1), wide, tall)


def _area(ring: Sequence[Point]) -> float:
    """Twice the area, below nought where the ring runs the other way round."""
    return sum(one[0] * other[1] - other[0] * one[1] for one, other in _sides(ring))


def _middle(ring: Sequence[Point]) -> Point:
    """The centre of gravity; the middle of the edges where the ring has no area."""
    area = _area(ring)
    if not area:
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    x = y = 0.0
    for one, other in _sides(ring):
        share = one[0] * other[1] - other[0] * one[1]
        x += (one[0] + other[0]) * share
        y += (one[1] + other[1]) * share
    return x / (3 * area), y / (3 * area)


def _sides(ring: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)
