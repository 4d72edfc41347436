"""An enquiry's conditions and some offers side by side, one row a condition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from zhuchao.core.vocabulary.match import Match, Reason, Verdict
from zhuchao.core.vocabulary.term import FieldKey, Stance, Term
from zhuchao.faces.desk.recommending import Card
from zhuchao.faces.hand.terms import floor_of, in_order, label_of, show_term

# Four columns beside the conditions still fit a laptop's screen and a sheet of A4 on its side.
COMPARED = 4
# A trade is held against what the offer excludes.
ANSWERED_BY = {FieldKey.TRADE: FieldKey.EXCLUDED_TRADE}
UNTOLD = "未写明"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one offer tells about a condition; ``sentence`` says by what a failing one fails."""

    value: str
    verdict: str
    sentence: str

    @property
    def is_failing(self) -> bool:
        return self.verdict == Verdict.FAILS


@dataclass(frozen=True, slots=True)
class Row:
    """One condition: what is asked for, and each column's answer."""

    label: str
    wanted: str
    stance: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A compared offer; ``without`` is the address's query for the table without it."""

    card: Card
    without: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The chosen offers, best first; ``others`` may be added while there is room."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    others: tuple[Card, ...]

    @property
    def has_room(self) -> bool:
        return len(self.columns) < COMPARED and bool(self.others)


def compare(
    conditions: Sequence[Term],
    matches: Sequence[Match],
    cards: Sequence[Card],
    chosen: Iterable[int] = (),
) -> Comparison:
    """``cards`` are those of ``matches``, in their order; nothing chosen means the best ones."""
    wanted = set(chosen)
    places = [at for at, card in enumerate(cards) if card.offer_id in wanted]
    places = (places or list(range(len(cards))))[:COMPARED]
    shown = [cards[at] for at in places]
    numbers = [conditions.index(term) for term in in_order(conditions)]
    rows = tuple(
        Row(
            _label(term),
            str(show_term(term)),
            term.stance.value if term.stance is not Stance.HARD else "",
            tuple(_cell(term, matches[at], matches[at].reasons[number]) for at in places),
        )
        for number, term in ((each, conditions[each]) for each in numbers)
    )
    others = tuple(card for card in cards if card not in shown and card.offer_id is not None)
    return Comparison(tuple(_columns(shown)), rows if places else (), others)


def _columns(shown: Sequence[Card]) -> Iterable[Column]:
    for card in shown:
        rest = [("compare", each.offer_id) for each in shown if each is not card]
        yield Column(card, urlencode(rest))


def _label(term: Term) -> str:
    floor = floor_of(term)
    return f"{label_of(term.key)}（{floor}）" if floor else label_of(term.key)


def _cell(wanted: Term, match: Match, reason: Reason) -> Cell:
    key = ANSWERED_BY.get(wanted.key, wanted.key)
    told = [term for term in match.offered.terms if term.key is key and term.read.is_known]
    value = "；".join(dict.fromkeys(_value(term) for term in told))
    if value and key is FieldKey.EXCLUDED_TRADE:
        value = f"不接{value}"
    return Cell(value or UNTOLD, reason.verdict.value, reason.sentence)


def _value(term: Term) -> str:
    floor = floor_of(term)
    return f"{floor} {show_term(term)}" if floor else str(show_term(term))
