"""The admission calculator's form: figures as people type them, in any unit of their measure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from zhuchao import tables as reference
from zhuchao.core.errors import NotFound
from zhuchao.core.matching import planned_of
from zhuchao.core.matching.measures import FIGURES, MEASURES
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.admission import Figure, Measure, PlannedProject, Storey
from zhuchao.core.vocabulary.tables import M2_OF_A_MU
from zhuchao.core.vocabulary.term import Amount, Term
from zhuchao.faces.hand.entry import TextField
from zhuchao.faces.hand.written import figure_of

AREA = {"亩": M2_OF_A_MU, "公顷": 10_000.0, "平方千米": 1e6, "平方公里": 1e6} | dict.fromkeys(
    ("㎡", "m2", "平", "平米", "平方", "平方米", "方"), 1.0
)
MONEY = {"元": 1.0, "块": 1.0}
COAL = {"吨标煤": 1.0, "吨标准煤": 1.0, "吨": 1.0, "tce": 1.0}
METRES = {"m": 1.0, "米": 1.0}
COUNT = {"层": 1.0, "": 1.0}
# By figure: the units that are understood, and what a bare number is counted in.
UNITS: Mapping[Figure, tuple[Mapping[str, float], str]] = {
    Figure.LAND: (AREA, "亩"),
    Figure.FIXED_INVESTMENT: (MONEY, "万元"),
    Figure.OUTPUT: (MONEY, "万元"),
    Figure.TAX: (MONEY, "万元"),
    Figure.RESEARCH: (MONEY, "万元"),
    Figure.ENERGY: (COAL, "吨标煤"),
    Figure.FOOTPRINT: (AREA, "㎡"),
    Figure.GREEN: (AREA, "㎡"),
    Figure.ADMIN_LAND: (AREA, "㎡"),
    Figure.ADMIN_FLOOR: (AREA, "㎡"),
}
WAN = "万元"
# 1.2亿 and 6000万 say their size themselves.
POWERS = frozenset("万亿千百w")
STOREYS = range(1, 5)
STOREY_PARTS = (("area", AREA, "㎡"), ("height", METRES, "m"), ("count", COUNT, "层"))
MOST = 1e13


class QuantityField(TextField):
    """A positive number with its unit ("1.2亿", "２０００㎡"); without one in ``bare``."""

    def __init__(self, *, units: Mapping[str, float], bare: str, **kwargs: Any) -> None:
        self.units, self.bare = units, bare
        widget = forms.TextInput(attrs={"class": "input", "autocomplete": "off"})
        super().__init__(required=False, max_length=40, widget=widget, **kwargs)

    def clean(self, value: Any) -> float | None:
        typed = super().clean(value)
        if not typed:
            return None
        number = read_quantity(typed, self.units, self.bare)
        if number is None or not 0 < number < MOST:
            units = "、".join(unit for unit in list(self.units)[:4] if unit)
            raise forms.ValidationError(
                f"没有读懂“{typed}”：请写成数字加单位，如 {self._example()}（单位可用 {units}）。"
            )
        return number

    def _example(self) -> str:
        return {"万元": "1.2亿元", "亩": "60亩", "m": "8.5米", "层": "3"}.get(
            self.bare, f"4000{self.bare}"
        )


def read_quantity(typed: str, units: Mapping[str, float], bare: str) -> float | None:
    """What was typed in the base unit; None where it is no number with one of the units."""
    found = figure_of(typed)
    if found is None:
        return None
    value, unit = found
    if unit:
        return value * units[unit] if unit in units else None
    if bare == WAN:
        return value if set(typed) & POWERS else value * 10_000
    return value * units[bare]


class PlanForm(forms.Form):
    """What is known of the project: a sentence, figures, floors; all may be left out."""

    say = TextField(
        label="项目一句话",
        help_text="可粘贴原话，例如：储能项目拿地60亩，亩均税收30万；下面填写的优先。",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"class": "textarea", "rows": 3}),
    )

    def __init__(self, asked: QueryDict) -> None:
        super().__init__(asked)
        for figure, (units, bare) in UNITS.items():
            label = f"{FIGURES[figure].label}（{bare}）"
            self.fields[figure.value] = QuantityField(units=units, bare=bare, label=label)
        for number in STOREYS:
            for part, units, bare in STOREY_PARTS:
                self.fields[f"{part}{number}"] = QuantityField(units=units, bare=bare, label=bare)

    @property
    def figure_fields(self) -> list[forms.BoundField]:
        return [self[figure.value] for figure in UNITS]

    @property
    def storey_rows(self) -> list[list[forms.BoundField]]:
        return [[self[f"{part}{number}"] for part, _, _ in STOREY_PARTS] for number in STOREYS]

    def planned(self) -> PlannedProject:
        """The project by the sentence, and over it what was filled in."""
        told, cleaned = planned_of(self.terms()), self.cleaned_data
        storeys = tuple(self._storeys())
        filled = {
            figure: Amount(cleaned[figure.value], cleaned[figure.value])
            for figure in UNITS
            if cleaned.get(figure.value)
        }
        gives_way = {measure for measure, spec in MEASURES.items() if spec.over in filled}
        gives_way |= {Measure.FAR} if storeys else set()
        return PlannedProject(
            figures={**told.figures, **filled},
            measures={each: v for each, v in told.measures.items() if each not in gives_way},
            storeys=storeys,
            trades=told.trades,
            why={each: why for each, why in told.why.items() if each not in filled},
        )

    def terms(self) -> tuple[Term, ...]:
        """What the sentence tells."""
        said = self.cleaned_data.get("say", "")
        return parse(said, reference.load()).terms if said else ()

    def _storeys(self) -> list[Storey]:
        cleaned = self.cleaned_data
        return [
            Storey(
                cleaned[f"area{number}"],
                cleaned.get(f"height{number}"),
                max(1, round(cleaned.get(f"count{number}") or 1)),
            )
            for number in STOREYS
            if cleaned.get(f"area{number}")
        ]


def chosen_key(wanted: str, keys: list[str]) -> str:
    """The pack that is asked for, else the first. Raises: NotFound, for an unknown one."""
    if wanted and wanted not in keys:
        raise NotFound("没有这个规则包：请从列表中选择")
    return wanted or keys[0]
