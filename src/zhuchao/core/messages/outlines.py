"""The outline of a message: its wording, with one sign for each that is named or measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zhuchao.core.messages.clauses import Clause
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.topics import Mention
from zhuchao.core.vocabulary.term import FieldKey

# Folded text has small letters alone, so that capitals stand for what is told. Which town or trade,
# how many and how much say nothing of the side; that they are told, and between which words, does.
OTHER_FIELD, OTHER_TOPIC, OTHER_DIMENSION = "F", "Θ", "Q"
FIELDS = {
    FieldKey.INTENT: "",  # 出租, 求购: the word itself
    FieldKey.PLACE: "P",
    FieldKey.TRADE: "T",
    FieldKey.EXCLUDED_TRADE: "X",
    FieldKey.AREA: "A",
    FieldKey.LAND_AREA: "A",
    FieldKey.YARD_AREA: "A",
    FieldKey.MINIMUM_LET: "A",
    FieldKey.KIND: "K",
    FieldKey.LAYOUT: "L",
    FieldKey.RENT: "R",
    FieldKey.TOTAL_PRICE: "R",
    FieldKey.SALE_PRICE: "R",
    FieldKey.LAND_PRICE: "R",
    FieldKey.MOVE_IN: "V",
    FieldKey.TERM: "V",
    FieldKey.DEPOSIT: "V",
    FieldKey.RENT_FREE: "V",
    FieldKey.PERSON: "C",
    FieldKey.TELEPHONE: "C",
    FieldKey.COMPANY: "C",
    FieldKey.RELATION: "W",
}
TOPICS = {
    "premises": "K",
    "farming": "Α",
    "finance": "Γ",
    "freight": "Φ",
    "goods": "Ω",
    "housing": "Η",
    "machine": "Μ",
    "news": "Ν",
    "notice": "Β",
    "orders": "Ψ",
    "question": "Ξ",
    "recycling": "Ρ",
    "service": "Σ",
    "talk": "Λ",
    "thing": "Τ",
    "work": "Π",
}
DIMENSIONS = {
    "area": "G",
    "mu": "G",
    "bare": "N",
    "money": "M",
    "jiao": "M",
    "dollars": "M",
    "cheaper": "M",
    "dearer": "M",
    "years": "D",
    "months": "D",
    "days": "D",
    "hours": "D",
    "moment": "D",
    "count": "B",
    "count_any": "B",
    "people": "H",
    "share": "S",
}
# Several names told apart are one finding, with all that stands between them.
LONGEST = 30


def outline(
    text: str, found: Iterable[Finding], spoken: Iterable[Mention], parts: Iterable[Clause]
) -> str:
    """The text with a sign each for fields, words of topics and quantities: P做T的找A, 急招ΠB."""
    kept, at = [], 0
    signs = [*_fields(found), *_topics(spoken), *_quantities(text, parts)]
    # Of those that begin together the longest counts, as it stands first.
    for start, before_end, sign in sorted(signs):
        if start >= at:
            kept += [text[at:start], sign]
            at = -before_end
    return "".join([*kept, text[at:]]) if kept else text


def _fields(found: Iterable[Finding]) -> Iterator[tuple[int, int, str]]:
    for each in found:
        sign = FIELDS.get(each.key, OTHER_FIELD)
        if sign and 0 < each.end - each.start <= LONGEST:
            yield each.start, -each.end, sign


def _topics(spoken: Iterable[Mention]) -> Iterator[tuple[int, int, str]]:
    for each in spoken:
        yield each.start, -each.end, TOPICS.get(each.topic, OTHER_TOPIC)


def _quantities(text: str, parts: Iterable[Clause]) -> Iterator[tuple[int, int, str]]:
    for part in parts:
        for each in part.quantities:
            # The 一 of 一起 is a word.
            if each.end - each.start > 1 or text[each.start].isdigit():
                yield each.start, -each.end, DIMENSIONS.get(each.dimension, OTHER_DIMENSION)
