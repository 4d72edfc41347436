"""Marks, weights and periods of inspections."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao.core.errors import Refused
from zhuchao.core.projects import inspections
from zhuchao.core.vocabulary.inspection import Every, InspectionState, Quarter
from zhuchao.tables import inspection_template, inspection_templates

YUZHOU = inspection_template("yuzhou")
MARKS = {"progress": 80.0, "money": 90.0, "permits": 100.0, "solved": 50.0}


def test_a_mark_tells_how_it_was_made() -> None:
    mark = inspections.mark_of(YUZHOU, MARKS)

    assert mark.points == pytest.approx(84)
    assert mark.formula == "40% × 80 + 30% × 90 + 20% × 100 + 10% × 50 = 84.00"


def test_marks_of_other_full_marks_are_brought_to_a_hundred() -> None:
    mark = inspections.mark_of(
        inspection_template("quarterly"), {"progress": 8, "promises": 10, "safety": 4}
    )

    assert mark.points == pytest.approx(86)
    assert mark.formula.startswith("50% × 8/10 × 100 + ")


def test_what_is_not_marked_leaves_the_whole_unknown() -> None:
    mark = inspections.mark_of(YUZHOU, {"progress": 80.0})

    assert mark.points is None
    assert "30% × 未评" in mark.formula


@pytest.mark.parametrize("marks", [{"progress": 101.0}, {"progress": -1.0}, {"luck": 1.0}])
def test_a_mark_outside_its_item_is_refused(marks: dict[str, float]) -> None:
    with pytest.raises(Refused):
        inspections.mark_of(YUZHOU, marks)


def test_a_quarter_by_the_rule_of_yuzhou() -> None:
    rule = YUZHOU.quarter
    assert rule == Quarter(0.3, 0.1)

    mark = inspections.quarter_mark(rule, [80, 90, 85], 92)

    assert mark.points == pytest.approx(0.3 * 80 + 0.3 * 90 + 0.3 * 85 + 0.1 * 92)
    assert mark.formula == "30% × 80 + 30% × 90 + 30% × 85 + 10% × 92 = 85.70"
    assert inspections.quarter_mark(rule, [80, None, 85], 92).points is None
    with pytest.raises(Refused):
        inspections.quarter_mark(rule, [80, 90], 92)


@given(st.data())
def test_full_marks_give_a_hundred_and_none_more(data: st.DataObject) -> None:
    for template in inspection_templates():
        full = {item.key: item.full for item in template.items}
        marks = {key: data.draw(st.floats(0, most)) for key, most in full.items()}

        assert inspections.mark_of(template, full).points == pytest.approx(100)
        points = inspections.mark_of(template, marks).points
        plain = sum(i.weight * marks[i.key] / i.full for i in template.items) * 100
        assert points == pytest.approx(plain)


@pytest.mark.parametrize(
    ("every", "day", "title", "first", "last", "due_on"),
    [
        (Every.MONTH, date(2026, 2, 10), "2026年2月", (2, 1), (2, 28), (2, 28)),
        (Every.MONTH, date(2026, 10, 31), "2026年10月", (10, 1), (10, 31), (10, 30)),
        (Every.QUARTER, date(2026, 5, 1), "2026年第二季度", (4, 1), (6, 30), (6, 30)),
        (Every.QUARTER, date(2026, 12, 31), "2026年第四季度", (10, 1), (12, 31), (12, 31)),
    ],
)
def test_a_period_ends_with_its_last_working_day(
    every: Every, day: date, title: str, first: tuple[int, int], last: tuple[int, int],
    due_on: tuple[int, int],
) -> None:  # fmt: skip
    found = inspections.period_of(every, day)

    assert found.title == title
    assert (found.first, found.last) == (date(2026, *first), date(2026, *last))
    assert found.due_on == date(2026, *due_on)


def test_no_rule_plans_a_tour() -> None:
    with pytest.raises(Refused, match="观摩"):
        inspections.period_of(Every.TOUR, date(2026, 11, 1))


def test_what_is_published_is_not_changed() -> None:
    for then in InspectionState:
        with pytest.raises(Refused):
            inspections.require_next(InspectionState.PUBLISHED, then)
    inspections.require_next(InspectionState.ON_SITE, InspectionState.SIGNED)
