"""Each comparator: what is asked, what is offered, the verdict and the sentence."""

import pytest
from tests.core.matching.cases import (
    CHANGZHOU,
    JIANGSU,
    KUNSHAN,
    LIYANG,
    at_least,
    at_most,
    exactly,
    on_offer,
    term,
)  # fmt: skip

from zhuchao.core.matching.conditions import judge
from zhuchao.core.matching.outcome import offered_of
from zhuchao.core.vocabulary.match import Verdict
from zhuchao.core.vocabulary.tables import Tables
from zhuchao.core.vocabulary.term import Amount, FieldKey, Machines, PlaceRef, Stance, Term, Value

MEETS, FAILS, ASK = Verdict.MEETS, Verdict.FAILS, Verdict.ASK
K = FieldKey
MU = 10_000 / 15


@pytest.mark.parametrize(
    ("key", "wanted", "offered", "verdict", "sentence"),
    [
        (K.HEIGHT, at_least(8), exactly(7.8), FAILS, "层高 7.8 m < 8 m"),
        (K.HEIGHT, at_least(8), exactly(9), MEETS, "层高 9 m ≥ 8 m"),
        (K.HEIGHT, at_least(8), Amount(7, 9), ASK, "层高待核（7–9 m，需要 8 m 起）"),
        (K.LOAD, exactly(0.8), exactly(1), MEETS, "承重 1 t/㎡ ≥ 0.8 t/㎡"),
        (K.POWER, at_least(250), exactly(800), MEETS, "配电 800 kVA ≥ 250 kVA"),
        (K.RENT, at_most(26), exactly(27), FAILS, "租金 27 元/㎡/月 > 26 元/㎡/月"),
        (K.RENT, at_most(26), exactly(20), MEETS, "租金 20 元/㎡/月 ≤ 26 元/㎡/月"),
        (K.RENT, at_most(26), "negotiable", ASK, "租金待问（面议，需要 26 元/㎡/月 以内）"),
        (K.TOTAL_PRICE, at_most(2e7), exactly(4.5e7), FAILS, "总价 4,500 万元 > 2,000 万元"),
        (K.PROPERTY_FEE, "included", exactly(2), FAILS, "物业费 2 元/㎡/月，不是 含物业费"),
        (K.TERM, exactly(36), exactly(14), FAILS, "租期 14 月，不在 36 月 之内"),
        (K.TERM, exactly(36), at_least(12), MEETS, "租期 12 月 起，在 36 月 之内"),
        (K.CRANE, Machines(None, 10), Machines(2, 10), MEETS, "行车 10 t × 2 台 ≥ 10 t"),
        (K.CRANE, Machines(None, 10), Machines(2, 5), FAILS, "行车 5 t < 10 t"),
        (K.CRANE, Machines(3, None), Machines(2, 10), FAILS, "行车 2 台 < 3 台"),
        (K.CRANE, Machines(None, 10), Machines(2, None), ASK, "行车待核（2 台，需要 10 t）"),
        (K.DOCK, Machines(None, None), Machines(8, None), MEETS, "月台 8 台"),
        (K.INTENT, "rent", "sale", FAILS, "交易方式 买卖，不是租赁"),
        (K.INTENT, "sale", "transfer", ASK, "交易方式 转让，能否按买卖谈待问"),
        (K.KIND, "factory", "factory", MEETS, "类型 厂房"),
        (K.LAYOUT, ("single",), ("single", "detached"), MEETS, "楼型 单层、独栋"),
        (K.LAYOUT, ("single",), ("multi",), FAILS, "楼型 多层，不是单层"),
        (K.LAYOUT, ("detached",), ("single",), ASK, "楼型待核（单层，需要 独栋）"),
        (K.FIRE_CLASS, "丙二", "丙一", MEETS, "消防等级 丙一类，满足丙二类"),
        (K.FIRE_CLASS, "丙二", "丁", FAILS, "消防等级 丁类，低于丙二类"),
        (K.FIRE_CLASS, "丙一", "丙", ASK, "消防等级 丙类，是否达到丙一类待问"),
        (K.FIRE_CLASS, "丙", "丙二", MEETS, "消防等级 丙二类，满足丙类"),
        (K.EIA, True, False, FAILS, "不可做环评，需要可做环评"),
        (K.EIA, True, True, MEETS, "可做环评"),
        (K.TAX, exactly(3e5, "mu"), exactly(2e5, "mu"), MEETS,
         "税收 30 万元/亩 ≥ 要求 20 万元/亩"),
        (K.TAX, exactly(3e5, "mu"), exactly(4e5, "mu"), FAILS,
         "税收 30 万元/亩 < 要求 40 万元/亩"),
        (K.TAX, exactly(3e5, "mu"), exactly(2e5, "1000m2"), ASK,
         "税收口径待问（要求 20 万元/千㎡，企业 30 万元/亩）"),
        (K.TAX, exactly(3e5, "mu"), "none", MEETS, "税收：不要求税收"),
    ],
)  # fmt: skip
def test_a_condition_is_judged_with_its_figures(
    tables: Tables, key: FieldKey, wanted: Value, offered: Value, verdict: Verdict, sentence: str
) -> None:
    offer = offered_of(on_offer(term(key, offered)))

    outcome = judge(term(key, wanted), offer, tables, "")

    assert (outcome.verdict, outcome.sentence) == (verdict, sentence)


@pytest.mark.parametrize(
    ("wanted", "terms", "verdict", "sentence"),
    [
        (Amount(2000, 2500), [term(K.AREA, exactly(2200))], MEETS,
         "面积 2,200 ㎡，合 2,000–2,500 ㎡"),
        (Amount(2000, 2500), [term(K.AREA, exactly(1800))], FAILS, "面积 1,800 ㎡ < 2,000 ㎡"),
        (Amount(2000, 2500), [term(K.AREA, exactly(6800))], ASK,
         "面积 6,800 ㎡，大于 2,500 ㎡，能否分割待问"),
        (Amount(2000, 2500), [term(K.AREA, exactly(6800)), term(K.MINIMUM_LET, at_least(2000))],
         MEETS, "面积 6,800 ㎡，2,000 ㎡ 起分，合 2,000–2,500 ㎡"),
        (Amount(2000, 2500), [term(K.AREA, exactly(6800)), term(K.MINIMUM_LET, exactly(3000))],
         FAILS, "起租面积 3,000 ㎡ > 2,500 ㎡"),
        (exactly(500), [term(K.AREA, exactly(540))], MEETS, "面积 540 ㎡，合 500 ㎡"),
        (Amount(1500, 2000), [term(K.AREA, Amount(1200, 3600))], MEETS,
         "面积 1,200–3,600 ㎡，合 1,500–2,000 ㎡"),
    ],
)  # fmt: skip
def test_floor_space_is_held_against_what_can_be_let(
    tables: Tables, wanted: Amount, terms: list[Term], verdict: Verdict, sentence: str
) -> None:
    outcome = judge(term(K.AREA, wanted), offered_of(on_offer(*terms)), tables, "")

    assert (outcome.verdict, outcome.sentence) == (verdict, sentence)


def test_land_is_spoken_of_in_mu(tables: Tables) -> None:
    offer = offered_of(on_offer(term(K.LAND_AREA, exactly(46.8 * MU))))

    outcome = judge(term(K.LAND_AREA, Amount(60 * MU, 80 * MU)), offer, tables, "")

    assert (outcome.verdict, outcome.sentence) == (FAILS, "用地面积 46.8 亩 < 60 亩")


@pytest.mark.parametrize(
    ("wanted", "offered", "verdict"),
    [
        ((KUNSHAN, LIYANG), (LIYANG,), MEETS),
        ((JIANGSU,), (LIYANG,), MEETS),
        ((KUNSHAN,), (LIYANG,), FAILS),
        ((LIYANG,), (CHANGZHOU,), ASK),
        ((PlaceRef("某新城", ""),), (LIYANG,), ASK),
        ((PlaceRef("某新城", ""),), (PlaceRef("某新城", ""),), MEETS),
    ],
)
def test_a_county_lies_within_its_city_and_province(
    tables: Tables,
    wanted: tuple[PlaceRef, ...],
    offered: tuple[PlaceRef, ...],
    verdict: Verdict,
) -> None:
    offer = offered_of(on_offer(term(K.PLACE, offered)))

    assert judge(term(K.PLACE, wanted), offer, tables, "").verdict is verdict


@pytest.mark.parametrize(
    ("terms", "verdict"),
    [
        ([term(K.EXCLUDED_TRADE, ("喷涂", "电镀"))], FAILS),
        ([term(K.EXCLUDED_TRADE, ("粉末喷涂",))], ASK),
        ([term(K.EXCLUDED_TRADE, ("电镀",))], ASK),
        ([term(K.EXCLUDED_TRADE, ("家具",))], MEETS),
        ([term(K.TRADE, ("喷涂",))], MEETS),
        ([], ASK),
    ],
)
def test_a_trade_is_held_against_those_that_are_excluded(
    tables: Tables, terms: list[Term], verdict: Verdict
) -> None:
    outcome = judge(term(K.TRADE, ("喷涂",)), offered_of(on_offer(*terms)), tables, "")

    assert outcome.verdict is verdict


def test_an_open_question_names_what_is_excluded(tables: Tables) -> None:
    wanted = term(K.RELATION, "agent", stance=Stance.EXCLUDED)

    outcome = judge(wanted, offered_of(on_offer()), tables, "")

    assert (outcome.verdict, outcome.sentence) == (ASK, "身份待问（不考虑 中介）")


@pytest.mark.parametrize(
    ("key", "excluded", "offered", "verdict"),
    [
        (K.LAND_OWNERSHIP, "collective", "collective", FAILS),
        (K.LAND_OWNERSHIP, "collective", "state", MEETS),
        (K.RELATION, "agent", "agent", FAILS),
        (K.RELATION, "agent", "owner", MEETS),
        (K.PLACE, (LIYANG,), (LIYANG,), FAILS),
    ],
)
def test_what_the_demand_excludes_fails_where_it_is_found(
    tables: Tables, key: FieldKey, excluded: Value, offered: Value, verdict: Verdict
) -> None:
    wanted = term(key, excluded, stance=Stance.EXCLUDED)

    assert judge(wanted, offered_of(on_offer(term(key, offered))), tables, "").verdict is verdict
