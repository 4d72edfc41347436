"""The declaration form of a project as lines and tables, for the screen, paper and a workbook."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from zhuchao.apps.parties.selectors import can_reveal
from zhuchao.apps.parties.services import reveal_contact
from zhuchao.apps.projects.declared import Declaration, Told, answers
from zhuchao.core.vocabulary.tables import M2_OF_A_MU
from zhuchao.faces.hand.figures import plain
from zhuchao.faces.hand.moments import date_cn
from zhuchao.faces.hand.words import choices, word

if TYPE_CHECKING:
    from zhuchao.apps.people.viewer import Viewer
    from zhuchao.apps.projects.promised import PromiseSeen

WAN = 10_000
# How much of the base unit one of the form's unit is.
SCALES: dict[str, float] = {
    "万元": WAN, "万美元": WAN, "万元/亩": WAN, "亩": M2_OF_A_MU, "": 1, "人": 1,
}  # fmt: skip
# To the yuan in 万元; land as titles of land tell it.
DECIMALS, MU_DECIMALS = 4, 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``value`` is a bare figure or day where it is a single one, else a text.

    A blank line has an empty ``shown``; ``address`` is where it can be told, if anywhere.
    """

    label: str
    unit: str
    value: float | date | str
    shown: str
    basis: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Person:
    role: str
    name: str
    telephone: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole form; ``years`` are years with an amount of each measure in 万元 or None."""

    declaration: Declaration
    sections: tuple[Section, ...]
    measures: tuple[str, ...]
    years: tuple[tuple[int, tuple[float | None, ...]], ...]
    promises: tuple[tuple[str, str, str, str, str], ...]
    people: tuple[Person, ...]

    @property
    def blanks(self) -> tuple[int, int]:
        """How many lines are blank that the desk keeps, and how many that it does not."""
        blank = [line for part in self.sections for line in part.lines if not line.shown]
        kept = sum(1 for line in blank if line.address)
        return kept, len(blank) - kept


def sheet_of(viewer: Viewer, form: Declaration, *, is_open: bool) -> Sheet:
    """The form filled; with ``is_open`` names and telephones are opened, which is recorded."""
    told, places = answers(form), _places(form)
    return Sheet(
        declaration=form,
        sections=tuple(
            Section(part["title"], tuple(_line(each, told, places) for each in part["line"]))
            for part in _layout()
        ),
        measures=tuple(label for _, label in choices("measure")),
        years=_years(form),
        promises=tuple(_promise(each) for each in form.promises),
        people=tuple(_people(viewer, form, is_open=is_open)),
    )


@cache
def _layout() -> list[dict[str, Any]]:
    text = files("zhuchao.faces.desk").joinpath("declaration.toml").read_text("utf-8")
    sections: list[dict[str, Any]] = tomllib.loads(text)["section"]
    return sections


def _places(form: Declaration) -> dict[str, str]:
    """Where on the desk a line can be told."""
    project = form.project
    page = reverse("desk:project", args=[project.pk])
    firm = reverse("desk:company", args=[form.firm.pk]) if form.firm else ""
    return {
        "record": reverse("desk:project_edit", args=[project.pk]),
        "promises": reverse("desk:promise_new", args=[project.pk]),
        "firm": firm,
        "money": f"{page}#money",
        "stages": f"{page}#next",
        "papers": f"{page}#documents",
    }


def _line(
    spec: Mapping[str, str], told: Mapping[str, tuple[Told, ...]], places: Mapping[str, str]
) -> Line:
    unit, found = spec.get("unit", ""), told.get(spec.get("key", ""), ())
    basis = "；".join(dict.fromkeys(each.basis for each in found))
    shown = "；".join(_shown(each, unit, with_unit=len(found) > 1) for each in found)
    value = _bare(found[0], unit) if len(found) == 1 else shown
    return Line(spec["label"], unit, value, shown, basis, places.get(spec.get("from", ""), ""))


def _bare(told: Told, unit: str) -> float | date | str:
    if isinstance(told.value, Decimal) and told.due_on is None:
        return _scaled(told.value, unit)
    if isinstance(told.value, date) and not told.is_planned:
        return told.value
    return _shown(told, unit, with_unit=False)


def _scaled(number: Decimal, unit: str) -> float:
    return round(float(number) / SCALES[unit], MU_DECIMALS if unit == "亩" else DECIMALS)


def _shown(told: Told, unit: str, *, with_unit: bool) -> str:
    if isinstance(told.value, date):
        return f"计划 {date_cn(told.value)}" if told.is_planned else date_cn(told.value)
    if isinstance(told.value, str):
        return told.value
    figure = plain(_scaled(told.value, unit))
    by = f"（{date_cn(told.due_on)}前）" if told.due_on else ""
    return f"{figure} {unit}{by}".strip() if with_unit else f"{figure}{by}"


def _years(form: Declaration) -> tuple[tuple[int, tuple[float | None, ...]], ...]:
    sums: dict[int, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    for each in form.months:
        sums[each.month.year][each.measure] += each.amount
    return tuple(
        (year, tuple(_wan(told.get(key)) for key, _ in choices("measure")))
        for year, told in sorted(sums.items())
    )


def _wan(yuan: Decimal | None) -> float | None:
    return None if yuan is None else round(float(yuan) / WAN, DECIMALS)


def _promise(seen: PromiseSeen) -> tuple[str, str, str, str, str]:
    """Side and measure, words, figure, day, how it stands."""
    promise, measure = seen.promise, seen.measure
    is_money = measure.unit.startswith("元")
    amount = ""
    if promise.amount is not None:
        scaled = float(promise.amount) / (WAN if is_money else 1)
        amount = f"{plain(scaled)} {'万' if is_money else ''}{measure.unit}"
    return (
        f"{promise.get_side_display()}：{measure.name}",
        promise.words,
        amount,
        date_cn(promise.due_on),
        word("promise", seen.state.value).text,
    )


def _people(viewer: Viewer, form: Declaration, *, is_open: bool) -> list[Person]:
    officer = form.project.owner
    found = [Person("承办人", str(officer), "")] if officer else []
    for each in form.people:
        contact = each.contact
        if is_open and can_reveal(viewer, contact):
            opened = reveal_contact(viewer, contact.pk)
            found.append(Person(each.role, opened.name, opened.telephone))
        else:
            found.append(Person(each.role, str(contact.name), str(contact.telephone)))
    return found
