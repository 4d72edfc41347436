"""Laws of matching that hold for any enquiry and any properties."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.matching.cases import CHANGZHOU, JIANGSU, KUNSHAN, LIYANG, on_offer, term

from zhuchao.core.matching import match
from zhuchao.core.matching.points import STEPS, shares
from zhuchao.core.vocabulary.match import Standing, Verdict
from zhuchao.core.vocabulary.property import Property
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, Stance, Term
from zhuchao.tables import load

K = FieldKey
TABLES = load()
numbers = st.integers(1, 40).map(float)
values = {
    K.INTENT: st.sampled_from(["rent", "sale", "transfer"]),
    K.KIND: st.sampled_from(["factory", "warehouse", "whole_plant"]),
    K.PLACE: st.sampled_from([(LIYANG,), (KUNSHAN,), (CHANGZHOU,), (JIANGSU, KUNSHAN)]),
    K.AREA: st.builds(lambda a, b: Amount(min(a, b), max(a, b)), numbers, numbers),
    K.HEIGHT: st.builds(lambda n: Amount(n, None), numbers) | st.builds(Amount, numbers, numbers),
    K.RENT: st.builds(lambda n: Amount(None, n), numbers) | st.just("negotiable"),
    K.CRANE: st.builds(Machines, st.none() | st.integers(0, 4), st.none() | numbers),
    K.EIA: st.booleans(),
    K.TRADE: st.sampled_from([("喷涂",), ("机加工", "喷涂")]),
    K.EXCLUDED_TRADE: st.sampled_from([("喷涂",), ("电镀",)]),
}


@st.composite
def terms(draw: st.DrawFn) -> Term:
    key = draw(st.sampled_from(list(values)))
    value = draw(st.none() | values[key])
    return term(
        key,
        value,
        stance=draw(st.sampled_from([Stance.HARD, Stance.SOFT])),
        floor=draw(st.sampled_from(["", "", "1", "2-4"])),
    )


enquiries = st.lists(terms(), max_size=8)
offers = st.lists(st.lists(terms(), max_size=8), max_size=6).map(
    lambda many: [on_offer(*one, key=str(n)) for n, one in enumerate(many)]
)


@settings(deadline=None)
@given(enquiries, offers)
def test_the_score_is_the_sum_of_the_reasons(enquiry: list[Term], offered: list[Property]) -> None:
    for found in match(enquiry, offered, TABLES):
        assert found.score == sum(reason.points for reason in found.reasons)
        assert 0 <= found.score <= 100


@settings(deadline=None)
@given(enquiries, offers, st.randoms(use_true_random=False))
def test_the_order_of_the_properties_does_not_matter(
    enquiry: list[Term], offered: list[Property], random: Random
) -> None:
    shuffled = list(offered)
    random.shuffle(shuffled)

    assert match(enquiry, shuffled, TABLES) == match(enquiry, offered, TABLES)


@settings(deadline=None)
@given(enquiries)
def test_what_is_unknown_never_fails(enquiry: list[Term]) -> None:
    for found in match(enquiry, [on_offer()], TABLES):
        assert {reason.verdict for reason in found.reasons} == {Verdict.ASK}


@settings(deadline=None)
@given(enquiries, st.lists(terms(), max_size=8))
def test_a_further_condition_that_is_met_keeps_a_fit(
    enquiry: list[Term], offered: list[Term]
) -> None:
    power = term(K.POWER, Amount(250, 250))
    before = match(enquiry, [on_offer(*offered)], TABLES)
    after = match([*enquiry, power], [on_offer(*offered, power)], TABLES)

    if before and before[0].standing is Standing.FITS:
        assert after[0].standing is Standing.FITS


@settings(deadline=None)
@given(enquiries, st.lists(terms(), max_size=8))
def test_softening_a_condition_never_ranks_lower(enquiry: list[Term], offered: list[Term]) -> None:
    order = [Standing.FITS, Standing.ASK, Standing.NEAR_MISS]
    softened = [replace(t, stance=Stance.SOFT) for t in enquiry]

    before = match(enquiry, [on_offer(*offered)], TABLES)
    after = match(softened, [on_offer(*offered)], TABLES)

    if before:
        assert order.index(after[0].standing) <= order.index(before[0].standing)


@settings(deadline=None)
@given(st.lists(st.floats(0.5, 20), min_size=1, max_size=55))
def test_the_shares_of_any_weights_are_the_whole(weights: list[float]) -> None:
    steps = shares(weights)

    assert sum(steps) == STEPS
    assert min(steps) >= 0


def test_every_comparator_of_the_tables_has_a_rule(tables: Tables) -> None:
    every = [term(key, "negotiable") for key in FieldKey]

    assert isinstance(match(every, [on_offer(*every)], tables), tuple)
