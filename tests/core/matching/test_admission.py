"""Admission: thresholds held against a planned project, with both numbers and the working."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhuchao import tables as reference
from zhuchao.core.matching import assess, planned_of
from zhuchao.core.messages import parse
from zhuchao.core.vocabulary.admission import (
    AdmissionLine,
    Figure,
    Measure,
    PlannedProject,
    Storey,
    Threshold,
)
from zhuchao.core.vocabulary.match import Verdict
from zhuchao.core.vocabulary.tables import M2_OF_A_MU
from zhuchao.core.vocabulary.term import Amount, TradeRef
from zhuchao.tables.admission import admission_pack

TABLES = reference.load()
EXAMPLE = admission_pack("example")
LAND = {Figure.LAND: Amount(20 * M2_OF_A_MU, 20 * M2_OF_A_MU)}


def line(project: PlannedProject, measure: Measure, least: float | None, most: float | None = None):
    pack = type(EXAMPLE)(
        "k", "t", "i", "d", EXAMPLE.issued_on, "1", (Threshold(measure, least, most),)
    )
    (only,) = assess(project, pack).lines
    return only


def exactly(value: float) -> Amount:
    return Amount(value, value)


@pytest.mark.parametrize(
    ("fixed_yuan", "verdict", "sentence"),
    [
        (60_000_000, Verdict.FAILS, "投资强度 300 万元/亩 < 350 万元/亩"),
        (70_000_000, Verdict.MEETS, "投资强度 350 万元/亩，符合 ≥ 350 万元/亩"),
    ],
)
def test_intensity_is_fixed_investment_by_land(
    fixed_yuan: float, verdict: Verdict, sentence: str
) -> None:
    project = PlannedProject(LAND | {Figure.FIXED_INVESTMENT: exactly(fixed_yuan)})

    found = line(project, Measure.INTENSITY, 3_500_000)

    assert (found.verdict, found.sentence) == (verdict, sentence)
    assert found.working.endswith("÷ 用地面积 20 亩")


def test_a_floor_above_eight_metres_counts_twice() -> None:
    high = PlannedProject(LAND, storeys=(Storey(4000, 8.1), Storey(4000, 4.5, 2)))
    low = PlannedProject(LAND, storeys=(Storey(4000, 8.0), Storey(4000, 4.5, 2)))

    assert line(high, Measure.FAR, 1.0).sentence == "容积率 1.2，符合 ≥ 1"
    assert "加倍计" in line(high, Measure.FAR, 1.0).working
    assert line(low, Measure.FAR, 1.0).sentence == "容积率 0.9 < 1"


def test_a_floor_of_unknown_height_may_count_once_or_twice() -> None:
    project = PlannedProject(LAND, storeys=(Storey(8000),))

    assert line(project, Measure.FAR, 1.0).verdict is Verdict.ASK
    assert line(project, Measure.FAR, 0.5).verdict is Verdict.MEETS
    assert line(project, Measure.FAR, 1.3).verdict is Verdict.FAILS


def test_shares_are_shown_as_per_cent() -> None:
    project = PlannedProject(LAND | {Figure.FOOTPRINT: exactly(4000)})

    assert line(project, Measure.BUILDING_FACTOR, 0.35, 0.65).sentence == "建筑系数 30% < 35%"


def test_offices_are_held_against_all_floors() -> None:
    project = PlannedProject(
        LAND | {Figure.ADMIN_FLOOR: exactly(1800)}, storeys=(Storey(5000, 4.5, 2),)
    )

    found = line(project, Measure.ADMIN_FLOOR_SHARE, None, 0.15)

    assert found.sentence == "行政办公和生活服务建筑占比 18% > 15%"


def test_what_is_missing_is_asked_by_name() -> None:
    found = line(PlannedProject(LAND), Measure.TAX_PER_MU, 200_000)

    assert found.verdict is Verdict.ASK
    assert found.sentence == "亩均税收待问：缺年税收（要求 ≥ 20 万元/亩）"


def test_a_range_over_the_threshold_is_asked() -> None:
    project = PlannedProject(LAND | {Figure.OUTPUT: Amount(80_000_000, 100_000_000)})

    assert line(project, Measure.OUTPUT_PER_MU, 4_500_000).verdict is Verdict.ASK


def test_a_total_investment_can_refute_an_intensity_but_not_prove_it() -> None:
    rich = parse("拿地60亩，总投资5亿元，做储能", TABLES)
    poor = parse("拿地60亩，总投资5000万元，做储能", TABLES)

    lines = [line(planned_of(m.terms), Measure.INTENSITY, 3_500_000) for m in (rich, poor)]

    assert [each.verdict for each in lines] == [Verdict.ASK, Verdict.FAILS]
    assert "只知总投资" in lines[0].working


def test_what_a_message_tells_by_the_mu_is_taken_as_told() -> None:
    message = parse("拿地60-80亩，达产产值8亿，亩均税收30万，固投强度400万/亩", TABLES)
    project = planned_of(message.terms)

    assert project.measures[Measure.TAX_PER_MU] == exactly(300_000)
    assert project.measures[Measure.INTENSITY] == exactly(4_000_000)
    assert line(project, Measure.OUTPUT_PER_MU, 4_500_000).verdict is Verdict.MEETS


@pytest.mark.parametrize(
    ("trade", "code", "verdict"),
    [
        ("电镀", "336", Verdict.FAILS),
        ("储能PACK", "3841", Verdict.MEETS),
        ("金属制品", "33", Verdict.ASK),
    ],
)
def test_excluded_trades_come_first(trade: str, code: str, verdict: Verdict) -> None:
    project = PlannedProject(trades=(TradeRef(trade, code),))

    first = assess(project, EXAMPLE).lines[0]

    assert (first.label, first.verdict) == ("行业准入", verdict)


def test_one_failing_line_fails_the_whole() -> None:
    project = PlannedProject(LAND | {Figure.FIXED_INVESTMENT: exactly(10_000_000)})

    assessment = assess(project, EXAMPLE)

    assert assessment.verdict is Verdict.FAILS
    assert len(assessment.lines) == len(EXAMPLE.thresholds) + 1
    assert {each.label for each in assessment.by(Verdict.FAILS)} == {"固定资产投资", "投资强度"}


AMOUNTS = st.tuples(st.floats(1, 1e10), st.floats(1, 1e10)).map(lambda pair: Amount(*sorted(pair)))


@given(land=AMOUNTS, fixed=AMOUNTS, least=st.floats(1, 1e8))
def test_a_verdict_holds_for_every_value_of_the_ranges(
    land: Amount, fixed: Amount, least: float
) -> None:
    project = PlannedProject({Figure.LAND: land, Figure.FIXED_INVESTMENT: fixed})
    verdict = line(project, Measure.INTENSITY, least).verdict

    for one in (fixed.low, fixed.high):
        for other in (land.low, land.high):
            single = PlannedProject(
                {Figure.LAND: exactly(other or 0), Figure.FIXED_INVESTMENT: exactly(one or 0)}
            )
            told: AdmissionLine = line(single, Measure.INTENSITY, least)
            assert verdict in (told.verdict, Verdict.ASK)
