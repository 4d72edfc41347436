"""A finding: what will be a term, with its place in the folded text."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple, cast

from zhuchao.core.text.folding import Folded
from zhuchao.core.vocabulary.read import Read, Span, State
from zhuchao.core.vocabulary.tables import FieldSpec, Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Stance, Term, Value

# Looked up in a dict, which is quicker than to ask the enumeration.
INFERRED, GIVEN = State.INFERRED, State.GIVEN
HARD, EXCLUDED = Stance.HARD, Stance.EXCLUDED
STANCES = {each.value: each for each in Stance}
# Fields of which a message may say several, in several places.
SEVERAL = frozenset({FieldKey.LAYOUT, FieldKey.TRADE, FieldKey.EXCLUDED_TRADE})


class Finding(NamedTuple):
    """``why`` is empty for what is given; ``stance`` is None where nothing was said of it."""

    key: FieldKey
    value: Value
    start: int
    end: int
    unit: str = ""
    why: str = ""
    stance: Stance | None = None
    floor: str = ""


_place_of = attrgetter("start", "key")


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """One finding a field and floor: the first, except words of which several are told."""
    kept: dict[tuple[FieldKey, str, bool], Finding] = {}
    excluded = EXCLUDED
    for each in findings:
        place = (each.key, each.floor, each.stance is excluded)
        known = kept.get(place)
        if known is None:
            kept[place] = each
        elif each.key in SEVERAL and known.value != each.value:
            kept[place] = _all_said(known, each)
        elif known.why and not each.why and known.key is each.key:
            kept[place] = each
    return sorted(kept.values(), key=_place_of)


def _all_said(first: Finding, second: Finding) -> Finding:
    one, other = first.value, second.value
    if not isinstance(one, tuple) or not isinstance(other, tuple):
        return first
    # Both are of one field, so both hold the same kind of thing.
    both = cast("Value", tuple(dict.fromkeys((*one, *other))))
    return first._replace(value=both, end=max(first.end, second.end))


def to_term(finding: Finding, folded: Folded, tables: Tables, *, is_demand: bool) -> Term:
    """The finding as a term of the original text."""
    spec = tables.fields[finding.key]
    span = Span(*folded.range_of(finding.start, max(finding.end, finding.start)))
    state = INFERRED if finding.why else GIVEN
    read: Read[Value] = Read(finding.value, state, span, finding.unit, finding.why)
    stance = finding.stance or (_usual(finding, spec) if is_demand else HARD)
    return Term(finding.key, read, stance, finding.floor)


def _usual(finding: Finding, spec: FieldSpec) -> Stance:
    """How firmly a demand means what it says nothing more of."""
    is_about = isinstance(finding.value, Amount) and finding.value.about
    return Stance.SOFT if is_about else STANCES[spec.default_stance]
