"""Matches are arranged: fitting first, the failing line on top."""

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
