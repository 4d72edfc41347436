"""Charts as SVG: drawn from figures, with Chinese labels, without script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from importlib import import_module
from typing import Any, NamedTuple

FONT = "Noto Sans CJK SC"
# Hues that stay apart in print and for the colour-blind; the table beneath says the same.
COLOURS = ("#8a9a99", "#0b5c63", "#c47f17", "#7a4f9a")
LINES = ("#0b5c63", "#c47f17", "#7a4f9a", "#8a9a99", "#2f6fb0")
WIDTH, HEIGHT = 640, 260
WAN = 10_000


class Bar(NamedTuple):
    """One amount of a month, in yuan, under the word of its measure."""

    month: date
    measure: str
    yuan: float


def money_svg(bars: Iterable[Bar], measures: Iterable[str]) -> str:
    """Bars by month in 万元, the measures side by side; an empty frame without bars."""
    # Both are heavy; only who looks at a chart waits for them.
    import vl_convert  # noqa: PLC0415

    alt: Any = import_module("altair")
    names = list(measures)
    rows = [
        {"月份": f"{bar.month:%Y-%m}", "口径": bar.measure, "万元": bar.yuan / WAN} for bar in bars
    ]
    colour = alt.Scale(domain=names, range=list(COLOURS[: len(names)]))
    chart = (
        alt.Chart(alt.Data(values=rows), width=WIDTH, height=HEIGHT)
        .mark_bar()
        .encode(
            x=alt.X("月份:O", axis=alt.Axis(labelAngle=0, labelOverlap=True, title=None)),
            xOffset=alt.XOffset("口径:N", sort=names),
            y=alt.Y(
                "万元:Q", axis=alt.Axis(title="万元", titleAngle=0, titleAlign="left", titleY=-10)
            ),
            color=alt.Color("口径:N", sort=names, scale=colour, legend=_legend(alt)),
        )
        .configure(font=FONT, background="#ffffff")
        .configure_axis(labelFontSize=15, titleFontSize=15)
        .configure_view(strokeWidth=0)
    )
    svg: str = vl_convert.vegalite_to_svg(chart.to_json())
    return svg


def _legend(alt: Any) -> Any:
    return alt.Legend(orient="bottom", title=None, labelFontSize=15, symbolType="square")


class Line(NamedTuple):
    """A line over the months of a year, in percent of the whole; None where it is not told."""

    title: str
    percents: tuple[float | None, ...]
    is_dashed: bool = False


def lines_svg(lines: Sequence[Line]) -> str:
    """Lines by month, each named at its end; an empty frame without lines."""
    # Both are heavy; only who looks at a chart waits for them.
    import vl_convert  # noqa: PLC0415

    alt: Any = import_module("altair")
    chart = (
        alt.Chart(alt.Data(values=_points(lines)), width=WIDTH, height=HEIGHT)
        .mark_line(strokeWidth=2.5, point=True)
        .encode(**_line_channels(alt, [each.title for each in lines]))
        .configure(font=FONT, background="#ffffff")
        .configure_axis(labelFontSize=15, titleFontSize=15)
        .configure_view(strokeWidth=0)
    )
    svg: str = vl_convert.vegalite_to_svg(chart.to_json())
    return svg


def _line_channels(alt: Any, titles: list[str]) -> dict[str, Any]:
    """Months across, percent upwards, a colour a line; what is no figure is dashed."""
    colour = alt.Scale(domain=titles, range=[LINES[at % len(LINES)] for at in range(len(titles))])
    dash = alt.Scale(domain=[False, True], range=[[1, 0], [6, 4]])
    months = alt.Axis(title="月底", tickCount=12, titleAlign="right", titleAnchor="end")
    percent = alt.Axis(title="%", titleAngle=0, titleAlign="left", titleY=-10)
    return {
        "x": alt.X("月:Q", scale=alt.Scale(domain=[1, 12]), axis=months),
        "y": alt.Y("百分比:Q", axis=percent),
        "color": alt.Color("线:N", sort=titles, scale=colour, legend=_line_legend(alt)),
        "strokeDash": alt.StrokeDash("虚:N", scale=dash, legend=None),
    }


def _points(lines: Sequence[Line]) -> list[dict[str, object]]:
    return [
        {"月": month, "百分比": round(percent, 4), "线": each.title, "虚": each.is_dashed}
        for each in lines
        for month, percent in enumerate(each.percents, 1)
        if percent is not None
    ]


def _line_legend(alt: Any) -> Any:
    return alt.Legend(
        orient="bottom",
        title=None,
        labelFontSize=15,
        symbolType="stroke",
        columns=2,
        labelLimit=320,
    )
