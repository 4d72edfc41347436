"""Charts as SVG: drawn from figures, with Chinese labels, without script."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from importlib import import_module
from typing import Any, NamedTuple

FONT = "Noto Sans CJK SC"
# Hues that stay apart in print and for the colour-blind; the table beneath says the same.
COLOURS = ("#8a9a99", "#0b5c63", "#c47f17", "#7a4f9a")
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
