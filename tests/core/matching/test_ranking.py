"""Where a property stands: fits, to be asked, one line short, or out."""

from tests.core.matching.cases import KUNSHAN, LIYANG, at_least, exactly, on_offer, term

from zhuchao.core.matching import match
from zhuchao.core.vocabulary.match import Standing
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, Stance

K = FieldKey
ENQUIRY = [
    term(K.INTENT, "rent"),
    term(K.KIND, "factory"),
    term(K.PLACE, (LIYANG,)),
    term(K.HEIGHT, at_least(8)),
    term(K.CRANE, Machines(None, 10)),
    term(K.EIA, True, stance=Stance.SOFT),
]
FITTING = [
    term(K.INTENT, "rent"),
    term(K.KIND, "factory"),
    term(K.PLACE, (LIYANG,)),
    term(K.HEIGHT, exactly(9)),
    term(K.CRANE, Machines(2, 10)),
    term(K.EIA, True),
]


def test_all_met_is_a_hundred(tables: Tables) -> None:
    (found,) = match(ENQUIRY, [on_offer(*FITTING)], tables)

    assert (found.standing, found.score) == (Standing.FITS, 100.0)


def test_an_unknown_ranks_between_a_fit_and_a_near_miss(tables: Tables) -> None:
    low = [t for t in FITTING if t.key is not K.HEIGHT] + [term(K.HEIGHT, exactly(7.8))]
    untold = [t for t in FITTING if t.key is not K.HEIGHT]
    offers = [on_offer(*low, key="a"), on_offer(*untold, key="b"), on_offer(*FITTING, key="c")]

    found = match(ENQUIRY, offers, tables)

    assert [m.offered.key for m in found] == ["c", "b", "a"]
    assert [m.standing for m in found] == [Standing.FITS, Standing.ASK, Standing.NEAR_MISS]
    assert [r.sentence for r in found[1].unknowns] == ["层高待问（需要 8 m 起）"]
    assert [r.sentence for r in found[2].failing] == ["层高 7.8 m < 8 m"]


def test_two_hard_failures_drop_out(tables: Tables) -> None:
    kept = [t for t in FITTING if t.key not in {K.HEIGHT, K.PLACE}]
    offer = on_offer(*kept, term(K.HEIGHT, exactly(5)), term(K.PLACE, (KUNSHAN,)))

    assert match(ENQUIRY, [offer], tables) == ()


def test_a_soft_failure_loses_only_its_own_points(tables: Tables) -> None:
    kept = [t for t in FITTING if t.key is not K.EIA]
    (found,) = match(ENQUIRY, [on_offer(*kept, term(K.EIA, False))], tables)

    assert found.standing is Standing.FITS
    (failing,) = found.failing
    assert failing.points == 0
    assert 80 < found.score < 100


def test_a_condition_of_a_floor_is_held_against_that_floor(tables: Tables) -> None:
    enquiry = [term(K.LOAD, at_least(2), floor="1"), term(K.AREA, exactly(2600), floor="1")]
    by_floor = on_offer(
        term(K.LOAD, exactly(2), floor="1"),
        term(K.LOAD, exactly(1), floor="2-4"),
        term(K.AREA, exactly(2600), floor="1"),
        key="floors",
    )
    whole = on_offer(term(K.LOAD, exactly(1)), term(K.AREA, exactly(2600)), key="whole")

    first, second = match(enquiry, [whole, by_floor], tables)

    assert (first.offered.key, first.standing) == ("floors", Standing.FITS)
    assert (second.offered.key, second.standing) == ("whole", Standing.NEAR_MISS)


def test_one_floor_has_to_answer_the_whole_enquiry(tables: Tables) -> None:
    enquiry = [term(K.HEIGHT, at_least(6)), term(K.LOAD, at_least(2))]
    high_then_strong = on_offer(
        term(K.HEIGHT, exactly(7), floor="1"),
        term(K.LOAD, exactly(1), floor="1"),
        term(K.HEIGHT, exactly(4), floor="2"),
        term(K.LOAD, exactly(3), floor="2"),
    )

    (found,) = match(enquiry, [high_then_strong], tables)

    assert found.standing is Standing.NEAR_MISS
    assert found.failing[0].sentence == "承重（1 层） 1 t/㎡ < 2 t/㎡"


def test_a_rent_that_includes_the_fee_is_compared_with_the_fee_added(tables: Tables) -> None:
    enquiry = [
        term(K.RENT, Amount(None, 2.5), unit="元/㎡/天"),
        term(K.PROPERTY_FEE, "included", stance=Stance.SOFT),
    ]
    offer = on_offer(term(K.RENT, exactly(66)), term(K.PROPERTY_FEE, exactly(15)))

    (found,) = match(enquiry, [offer], tables)

    assert [reason.sentence for reason in found.reasons] == [
        "租金 66 元/㎡/月（加物业费为 81 元/㎡/月） > 75 元/㎡/月（按每月 30 天计）",
        "物业费 15 元/㎡/月 另收，已并入租金比较",
    ]
    assert found.standing is Standing.NEAR_MISS


def test_nothing_to_compare_matches_nothing(tables: Tables) -> None:
    enquiry = [term(K.PERSON, "王先生"), term(K.HEIGHT, None), term(K.RENT, "negotiable")]

    assert match(enquiry, [on_offer(*FITTING)], tables) == ()


def test_the_limit_keeps_the_best(tables: Tables) -> None:
    offers = [on_offer(*FITTING, key=str(n)) for n in range(5)]

    assert [m.offered.key for m in match(ENQUIRY, offers, tables, limit=2)] == ["0", "1"]
    assert match(ENQUIRY, offers, tables, limit=0) == ()
