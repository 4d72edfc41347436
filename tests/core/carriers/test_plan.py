"""A park's plan: read with errors that say what to do, and drawn with north above."""

from __future__ import annotations

from typing import Any

import pytest

from zhuchao.core.carriers.plan import drawn, read_plan
from zhuchao.core.errors import Refused

SQUARE = [[[0, 0], [400, 0], [400, 200], [0, 200], [0, 0]]]


def feature(geometry: Any = None, **properties: Any) -> dict[str, Any]:
    told = {"type": "Polygon", "coordinates": SQUARE} if geometry is None else geometry
    return {"type": "Feature", "properties": properties, "geometry": told}


def collection(*features: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def test_names_and_grounds_are_read_in_either_language() -> None:
    shapes = read_plan(
        collection(feature(name="A1号 厂房"), feature(名称="B1"), feature(kind="道路"))
    )

    assert [(each.name, each.ground) for each in shapes] == [
        ("A1号 厂房", ""),
        ("B1", ""),
        ("", "road"),
    ]
    assert shapes[0].rings == (((0, 0), (400, 0), (400, 200), (0, 200)),)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ([], "FeatureCollection"),
        (collection(), "没有图形"),
        (collection(feature()), "第 1 个图形没有名称"),
        (collection(feature(name="甲", geometry={"type": "LineString"})), "“甲”不是面"),
        (
            collection(feature(name="甲", geometry={"type": "Polygon", "coordinates": []})),
            "没有坐标",
        ),
        (
            collection(feature(name="甲", geometry={"type": "Polygon", "coordinates": [[[0, 0]]]})),
            "少于三个点",
        ),
        (
            collection(
                feature(name="甲", geometry={"type": "Polygon", "coordinates": [[["a", 0]]]})
            ),
            "不是数字",
        ),
        (
            collection(feature(name="甲", geometry={"type": "Polygon", "coordinates": [[[1]]]})),
            "经度, 纬度",
        ),
        (collection(3), "Feature"),
        (collection(feature(name="长" * 81)), "名称太长"),
        (collection(*[feature(name="甲")] * 501), "最多 500 个"),
    ],
)
def test_what_is_wrong_is_said_of_the_shape(told: Any, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        read_plan(told)


def test_degrees_turned_round_are_refused() -> None:
    here = {"type": "Polygon", "coordinates": [[[119.4, 31.4], [119.41, 31.4], [119.4, 31.41]]]}
    turned = {"type": "Polygon", "coordinates": [[[31.4, 89.4], [31.41, 89.4], [31.4, 89.41]]]}

    with pytest.raises(Refused, match="写反"):
        read_plan(
            collection(feature(name="甲", geometry=here), feature(name="乙", geometry=turned))
        )


def test_it_is_drawn_to_scale_with_north_above_and_the_ground_first() -> None:
    upper = [[[0, 240], [400, 240], [400, 400], [0, 400]]]
    shapes = read_plan(
        collection(
            feature(name="南"),
            feature(name="北", geometry={"type": "Polygon", "coordinates": upper}),
            feature(kind="green"),
        )
    )

    drawing = drawn(shapes)

    ground, south, north = drawing.outlines
    assert ground.ground == "green"
    assert north.y < south.y
    assert (drawing.width, drawing.height) == (1000.0, 1000.0)
    assert (south.x, south.wide, south.tall) == (500.0, 968.0, 484.0)
    assert south.path.startswith("M16.0 984.0L984.0 984.0")
