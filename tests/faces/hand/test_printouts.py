"""How an offer's fields are laid out on paper, and which figures carry a note."""

from __future__ import annotations

import pytest

from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.term import Amount, FieldKey, Term
from zhuchao.faces.hand.codes import qr
from zhuchao.faces.hand.printouts import in_columns
from zhuchao.faces.hand.sheets import Group, Row, note_of


def group(title: str, rows: int) -> Group:
    return Group(title, tuple(Row(f"{title}{at}", None) for at in range(rows)))


@pytest.mark.parametrize(
    ("rows", "left"),
    [((), 0), ((3,), 1), ((5, 1, 4, 3, 4), 3), ((1, 1, 1, 9), 3), ((9, 1, 1, 1), 1)],
)
def test_groups_are_cut_into_even_columns(rows: tuple[int, ...], left: int) -> None:
    groups = [group(str(at), count) for at, count in enumerate(rows)]

    first, second = in_columns(groups)

    assert first + second == groups
    assert len(first) == left


@pytest.mark.parametrize(
    ("key", "amount", "unit", "note"),
    [
        (FieldKey.LAND_AREA, 20_000, "㎡", "即 20,000 ㎡（1 亩 = 10000/15 ㎡）"),
        (FieldKey.LAND_AREA, 30, "亩", "折合 20,000 ㎡（1 亩 = 10000/15 ㎡）"),
        (FieldKey.RENT, 0.5, "元/㎡/天", "折合 15 元/㎡/月（按每月 30 天计）"),
        (FieldKey.RENT, 15, "元/㎡/月", ""),
        (FieldKey.AREA, 2000, "㎡", ""),
    ],
)
def test_a_turned_figure_carries_its_convention(
    key: FieldKey, amount: float, unit: str, note: str
) -> None:
    assert note_of(Term(key, Read(Amount(amount, amount), State.GIVEN, None, unit))) == note


def test_a_code_is_drawn_in_the_page_and_named() -> None:
    drawn = qr("https://park.example/offers/F2026-00001/", "房源<网页>")

    assert drawn.startswith('<span class="qr" role="img" aria-label="房源&lt;网页&gt;"><svg ')
    assert "http" not in drawn
    assert drawn != qr("https://park.example/offers/F2026-00002/", "房源<网页>")
