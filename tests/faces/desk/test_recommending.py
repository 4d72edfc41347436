"""Matches are arranged: fitting first, the failing line on top, side by side by condition."""

from zhuchao.core.vocabulary.match import Match, Reason, Standing, Verdict
from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.term import FieldKey, Stance
from zhuchao.faces.desk.recommending import recommend


def found(key: str, standing: Standing, *verdicts: Verdict) -> Match:
    keys = (FieldKey.AREA, FieldKey.HEIGHT, FieldKey.RENT)
    reasons = tuple(
        Reason(each, verdict, Stance.HARD, each.value, 10)
        for each, verdict in zip(keys, verdicts, strict=False)
    )
    return Match(Property(key, key, ()), standing, 50, reasons)


def test_near_misses_stand_apart_with_the_failing_line_first() -> None:
    matches = [
        found("F1", Standing.FITS, Verdict.MEETS, Verdict.MEETS),
        found("F2", Standing.NEAR_MISS, Verdict.MEETS, Verdict.FAILS),
    ]

    shown = recommend("X1", matches, {"F1": (1, "/desk/offers/1/")})

    assert [card.title for card in shown.fitting] == ["F1"]
    assert [reason.key for reason in shown.near[0].lead] == [FieldKey.HEIGHT]


def test_a_comparison_has_a_cell_for_every_offer() -> None:
    matches = [
        found("F1", Standing.FITS, Verdict.MEETS),
        found("F2", Standing.ASK, Verdict.MEETS, Verdict.ASK),
    ]

    shown = recommend("X1", matches, {})

    assert [row.label for row in shown.comparison.rows] == ["面积", "层高"]
    assert shown.comparison.rows[1].cells[0] is None


def test_one_offer_is_not_compared_with_itself() -> None:
    shown = recommend("X1", [found("F1", Standing.FITS, Verdict.MEETS)], {})

    assert not shown.comparison.rows
