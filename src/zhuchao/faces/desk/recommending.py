"""Matches arranged for the eye: what fits, what misses by one line, and both side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from zhuchao.core.vocabulary.match import Match, Reason, Standing, Verdict
from zhuchao.faces.desk.chatting import recommendation_text
from zhuchao.faces.hand.terms import label_of

# Four columns beside the conditions still fit a laptop's screen without scrolling.
COMPARED = 4


@dataclass(frozen=True, slots=True)
class Card:
    """A match as a card: ``lead`` fails or asks, ``rest`` is met."""

    offer_id: int | None
    address: str
    title: str
    standing: str
    score: float
    confirmed_on: date | None
    lead: tuple[Reason, ...]
    rest: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One condition across the compared offers; a cell is None where it was not compared."""

    label: str
    cells: tuple[Reason | None, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The first fitting offers as columns."""

    offers: tuple[Card, ...]
    rows: tuple[ComparedRow, ...]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Everything that an enquiry's page shows about its matches."""

    fitting: tuple[Card, ...]
    near: tuple[Card, ...]
    comparison: Comparison
    chat: str


def recommend(
    receipt: str, matches: Iterable[Match], places: Mapping[str, tuple[int, str]]
) -> Recommendation:
    """``places`` maps a property's key to its offer's id and address."""
    found = list(matches)
    fitting = [match for match in found if match.standing is not Standing.NEAR_MISS]
    near = [match for match in found if match.standing is Standing.NEAR_MISS]
    cards = tuple(_card(match, places) for match in fitting)
    return Recommendation(
        cards,
        tuple(_card(match, places) for match in near),
        _compare(fitting[:COMPARED], cards[:COMPARED]),
        recommendation_text(receipt, fitting),
    )


def _card(match: Match, places: Mapping[str, tuple[int, str]]) -> Card:
    offer_id, address = places.get(match.offered.key, (None, ""))
    order = {Verdict.FAILS: 0, Verdict.ASK: 1, Verdict.MEETS: 2}
    reasons = sorted(match.reasons, key=lambda reason: order[reason.verdict])
    return Card(
        offer_id=offer_id,
        address=address,
        title=match.offered.title,
        standing=match.standing.value,
        score=match.score,
        confirmed_on=match.offered.confirmed_on,
        lead=tuple(r for r in reasons if r.verdict is not Verdict.MEETS),
        rest=tuple(r for r in reasons if r.verdict is Verdict.MEETS),
    )


def _compare(matches: list[Match], cards: tuple[Card, ...]) -> Comparison:
    keys = dict.fromkeys(reason.key for match in matches for reason in match.reasons)
    tables = [{reason.key: reason for reason in match.reasons} for match in matches]
    rows = tuple(
        ComparedRow(label_of(key), tuple(table.get(key) for table in tables)) for key in keys
    )
    return Comparison(cards, rows if len(cards) > 1 else ())
