"""Matches arranged for the eye: what fits, and what misses by one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from zhuchao.core.vocabulary.match import Match, Reason, Standing, Verdict
from zhuchao.faces.desk.chatting import recommendation_text


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
class Recommendation:
    """Everything that an enquiry's page shows about its matches."""

    fitting: tuple[Card, ...]
    near: tuple[Card, ...]
    chat: str

    @property
    def cards(self) -> tuple[Card, ...]:
        """All of them, in the order of the matches: best first."""
        return (*self.fitting, *self.near)


def recommend(
    receipt: str, matches: Iterable[Match], places: Mapping[str, tuple[int, str]]
) -> Recommendation:
    """``places`` maps a property's key to its offer's id and address."""
    found = list(matches)
    fitting = [match for match in found if match.standing is not Standing.NEAR_MISS]
    near = [match for match in found if match.standing is Standing.NEAR_MISS]
    return Recommendation(
        tuple(_card(match, places) for match in fitting),
        tuple(_card(match, places) for match in near),
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
