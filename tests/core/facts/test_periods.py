"""Dates and periods: what is written, and what the page's day tells."""

from __future__ import annotations

from datetime import date

import pytest
from tests.core.facts.pages import facts_of


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026年4月18日", "2026-04-18"),
        ("二〇二六年四月十八日", "2026-04-18"),
        ("2026-04-18", "2026-04-18"),
        ("4月18日", "2026-04-18"),
        ("昨日", "2026-05-07"),
        ("去年12月", "2025-12"),
        ("上月", "2026-04"),
        ("今年1-4月", "2026-01..2026-04"),
        ("前三季度", "2026-01..2026-09"),
        ("2025年上半年", "2025-01..2025-06"),
        ("2021—2025年", "2021..2025"),
        ("5月8日至14日", "2026-05-08..2026-05-14"),
        ("2025年12月1日至2026年1月15日", "2025-12-01..2026-01-15"),
        ("截至4月底", "..2026-04"),
        ("过去一年", "2025-05-08..2026-05-08"),
        ("“十五五”", "2026..2030"),
    ],
)
def test_a_date_is_read_against_the_day_of_the_page(written: str, meant: str) -> None:
    found = facts_of(f"据了解，{written}，园区有了变化。").dates

    assert [str(each.value.value) for each in found] == [meant]


def test_without_the_day_of_the_page_no_year_is_invented() -> None:
    found = facts_of("4月18日签约，去年开工。", published=None).dates

    assert [str(each.value.value) for each in found] == ["--04-18", "None"]
    assert found[1].value.why


def test_a_year_in_the_sentence_holds_for_what_follows() -> None:
    found = facts_of("项目2024年11月摘牌，次月备案，12月开工。").dates

    assert [str(each.value.value) for each in found] == ["2024-11", "2024-12"]


def test_a_month_that_is_announced_lies_ahead() -> None:
    found = facts_of("项目预计3月投产。", published=date(2026, 5, 8)).dates

    assert [str(each.value.value) for each in found] == ["2027-03"]
