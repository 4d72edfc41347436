"""What in a message speaks for a demand, an offer, or neither, as features that can be weighed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from zhuchao.core.messages.fielding import fields_shown
from zhuchao.core.messages.findings import Finding
from zhuchao.core.messages.gathering import Heard
from zhuchao.core.messages.outlines import outline
from zhuchao.core.messages.sides import PRICES, SPACES, TRAITS, Weighed
from zhuchao.core.messages.topics import MOST_OF_TOPIC
from zhuchao.core.messages.wordings import (
    first_word,
    plain,
    runs_of,
    strength_of,
    words_of,
)
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey

SIDES = ("demand", "supply", "neither")
# What the others of a list are counts so much.
LEANING = 2.0
BY_THE_WAY = 0.5
# Of what arrives a tenth is neither, of what the weights are fitted on nearly a half.
SELDOM = 0.3
NOTHING = (0.0, 0.0, 0.0)
# A message whose first characters are an aside goes on as one.
OPENING = 4
# The strongest word for a side, and how firmly an act speaks of a property.
STRONGEST, FIRMEST = 5, 4
# So much that speaks of something else is as good as certain.
MUCH_ELSE = 8
MOST_TRAITS, MOST_FIELDS = 4, 10
# What only somebody says who has or wants premises himself.
SPOKEN = frozenset({"appeal", "asks_for", "wants", "own_use", "gives", "whose"})
BRIEF, LONG = 22, 100
TERMS_OF_LEASE = frozenset({FieldKey.DEPOSIT, FieldKey.TERM, FieldKey.RENT_FREE, FieldKey.MOVE_IN})
CONTACT = frozenset({FieldKey.PERSON, FieldKey.TELEPHONE, FieldKey.RELATION, FieldKey.COMPANY})
TOLD = (
    ("kind", frozenset({FieldKey.KIND})),
    ("place", frozenset({FieldKey.PLACE})),
    ("trade", frozenset({FieldKey.TRADE})),
    ("telephone", frozenset({FieldKey.TELEPHONE})),
    ("lease", TERMS_OF_LEASE),
)


def evidence(
    told: str, whole: str, found: Sequence[Finding], weighed: Weighed, tables: Tables
) -> Iterator[tuple[str, float]]:
    """Each feature that the message shows with its strength, 0 to 1; "always" is 1 for any.

    ``whole`` is the text with the asides that ``told`` leaves out: a cue in one of them is weak.
    """
    yield "always", 1.0
    yield from _of_acts(weighed)
    yield from _of_fields(found, weighed)
    written = sum(map(str.isalnum, whole))
    yield "dense", _density(whole, written, found)
    start = first_word(whole)
    begun = told[start:]
    shown = {name for name, pattern in tables.cues.items() if pattern.search(begun)}
    yield from ((name, 1.0) for name in sorted(shown))
    if not shown & SPOKEN and not any(each.key in CONTACT for each in found):
        yield "unaddressed", 1.0
    if told is not whole:
        if not begun[:OPENING].strip():
            yield "opens_aside", 1.0
        begun = whole[start:]
        others = (name for name in tables.cues if name not in shown)
        yield from ((name, BY_THE_WAY) for name in others if tables.cues[name].search(begun))
    if written <= BRIEF:
        yield "brief", 1.0
    if written > LONG:
        yield "long", 1.0
    yield from words_of(plain(whole), tables.cue_words)
    yield from fields_shown(found).items()


def _density(whole: str, written: int, found: Iterable[Finding]) -> float:
    """The share of the text that is told by fields: a list of facts is no story."""
    covered, reached = [], 0
    for start, end in sorted([(each.start, each.end) for each in found]):
        if end > reached:
            covered.append(whole[max(start, reached) : end])
            reached = end
    return sum(map(str.isalnum, "".join(covered))) / max(1, written)


def wording(heard: Heard, found: Sequence[Finding], weighed: Weighed) -> set[str]:
    """The runs of its outline by which a message is judged beside its features."""
    return runs_of(plain(outline(heard.text, found, weighed.spoken, heard.parts)))


def judged(
    shown: Iterable[tuple[str, float]], runs: Collection[str], tables: Tables, *, leaning: int
) -> str:
    """ "demand", "supply" or "neither": for which all features and runs together speak most.

    ``leaning`` tells which of the first two the others of a list are, as ``parse`` takes it.
    """
    side_weights, strength = tables.side_weights, strength_of(runs)
    said = [(side_weights[name], each) for name, each in shown if name in side_weights]
    # All runs say equally much, so that they are added up before that is reckoned with.
    of_runs = zip(NOTHING, *filter(None, map(tables.run_weights.get, runs)), strict=True)
    demand, supply, neither = map(sum, of_runs)
    said.append(((demand, supply, neither), strength))
    scores = (
        LEANING * (leaning > 0) + sum([weights[0] * each for weights, each in said]),
        LEANING * (leaning < 0) + sum([weights[1] * each for weights, each in said]),
        sum([weights[2] * each for weights, each in said]) - SELDOM,
    )
    return SIDES[scores.index(max(scores))]


def _of_acts(weighed: Weighed) -> Iterator[tuple[str, float]]:
    yield "demand_said", min(1.0, weighed.demand / STRONGEST)
    yield "supply_said", min(1.0, weighed.supply / STRONGEST)
    yield "demand_firm", weighed.firm_demand / FIRMEST
    yield "supply_firm", weighed.firm_supply / FIRMEST
    if bool(weighed.firm_demand) is not bool(weighed.firm_supply):
        yield f"only_{'demand' if weighed.firm_demand else 'supply'}_firm", 1.0
    if weighed.balance:
        yield ("more_demand" if weighed.balance > 0 else "more_supply"), 1.0
    yield "act", weighed.act / FIRMEST
    yield "else", min(1.0, weighed.other / MUCH_ELSE)
    if weighed.has_thing:
        yield "to_thing", 1.0
    if weighed.has_service:
        yield "to_service", 1.0
    for topic, weight in weighed.topics.items():
        yield f"topic_{topic}", weight / MOST_OF_TOPIC
    if weighed.aside > 0:
        yield "else_aside", min(1.0, weighed.aside / MUCH_ELSE)


def _of_fields(found: Sequence[Finding], weighed: Weighed) -> Iterator[tuple[str, float]]:
    keys = {each.key for each in found}
    for name, some in TOLD:
        if keys & some:
            yield name, 1.0
    if weighed.is_other(found):
        yield "about_else", 1.0
    yield "traits", min(1.0, len(keys & TRAITS) / MOST_TRAITS)
    yield "fields", min(1.0, len(keys - CONTACT) / MOST_FIELDS)
    for name, some in (("size", SPACES), ("price", PRICES)):
        told = [each.value for each in found if each.key in some]
        amounts = [each for each in told if isinstance(each, Amount)]
        if told and not amounts:
            yield f"open_{name}", 1.0
        elif amounts:
            is_exact = any(each.low == each.high for each in amounts)
            yield f"{'exact' if is_exact else 'loose'}_{name}", 1.0
