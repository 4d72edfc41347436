"""The nine families of scoring rules, on numbers that were worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from zhuchao.core.scoring import Scheme, judge
from zhuchao.tables.packs import pack_of
from zhuchao.tables.scoring import scheme_of

FAMILIES = Path(__file__).parents[2] / "fixtures" / "scores"


def scheme(name: str) -> Scheme:
    text = (FAMILIES / f"{name}.toml").read_text("utf-8")
    return scheme_of(pack_of("scores", text))


COMPLETION = {
    "outside_done": 46, "outside_plan": 50, "foreign_done": 1200, "foreign_plan": 1000,
    "started": 18, "to_start": 24, "large_missing": 2, "overdue": 3, "falsified": 1,
}  # fmt: skip
DAILY = {"done": 63, "plan": 70, "reports_missed": 3, "news_missed": 12, "other": 4}
GROUP = {
    "foreign": 500, "foreign_min": 200, "foreign_max": 800,
    "outside": 30, "outside_min": 10, "outside_max": 40,
    "signed": 12, "signed_min": 12, "signed_max": 20,
    "online": 9, "online_min": 3, "online_max": 9,
    "trips": 4, "trips_min": 4, "trips_max": 4,
}  # fmt: skip
PROJECTS = [
    {"is_manufacturing": True, "is_same_year": True, "is_late": False},
    {"is_manufacturing": False, "is_same_year": True, "is_late": True},
    {"is_manufacturing": True, "is_same_year": False},
    {"is_manufacturing": False, "is_same_year": False, "is_late": True},
]
TEAM = {
    "signed": 4, "baseline": 5, "funds": Decimal("3.3"), "funds_plan": 3, "fit": 17,
    "park_research": 4, "park_information": 5, "park_coordination": 3,
    "town_research": 5, "town_information": 4, "town_coordination": 4,
    "team": Decimal("13.5"), "bonus_projects": 4,
}  # fmt: skip
BLOCKS = {
    "basics": 9, "met": 17, "plan": 20, "started": 7, "start_plan": 10,
    "produced": 3, "produce_plan": 4,
}  # fmt: skip
GOOD = {"done": 12, "plan": 12, "projects": 2, "is_false": False}


@pytest.mark.parametrize(
    ("family", "given", "score"),
    [
        # 92 × 0.5 + 120 × 0.3 + 75 × 0.2 = 46 + 36 + 15 = 97; less 0.2 + 0.3 + 0.2
        ("completion", COMPLETION, "96.3"),
        # nobody was found out: the scheme says that this is none
        ("completion", COMPLETION | {"falsified": None}, "96.5"),
        # 63/70 × 80 = 72; 10 − 3 × 0.5 = 8.5; 5 − 12 × 0.5 < 0, so 0; 4
        ("daily", DAILY, "84.5"),
        # 80 × 0.3; (20/30 × 40 = 26.67) + 60 = 86.67, × 0.3 = 26.001; 60 × 0.1; 100 × 0.05 twice
        ("coefficient", GROUP, "66.001"),
        # 10 × 1.2 × 1.5 = 18; 10 × 1.5 − 1 = 14; 10 × 1.2 = 12; 10 − 1 = 9
        ("projects", {"projects": PROJECTS}, "53"),
        ("projects", {"projects": []}, "0"),
        # 4/5 × 30 = 24; 22 capped at 20; 17; 0.7 × 12 + 0.3 × 13 = 12.3; 13.5; 8 capped at 5
        ("team", TEAM, "91.8"),
        # 60 capped at 50; 24; 26 capped at 20
        ("buckets", {"signed": 6, "leading": 3, "other": 26}, "94"),
        # 9 + 17/20 × 20 + 7/10 × 30 + 3/4 × 40
        ("blocks", BLOCKS, "77"),
        ("conditions", GOOD, "1"),
        ("conditions", GOOD | {"done": 11}, "0"),
        ("conditions", GOOD | {"is_false": True, "done": None}, "0"),
        # without 95 and 79: (88 + 92 + 90) / 3
        ("jury", {"marks": [88, 92, 95, 79, 90]}, "90"),
        # without 91 and 80: (85 + 85 + 90) / 3 = 86.666…
        ("jury", {"marks": [85, 91, 80, 85, 90]}, "86.67"),
    ],
)
def test_a_family_is_scored(family: str, given: dict[str, Any], score: str) -> None:
    assert judge(scheme(family), given).score == Decimal(score)


@pytest.mark.parametrize(
    ("family", "given", "why"),
    [
        ("completion", COMPLETION | {"overdue": None}, "缺逾期开工扣分，不计算"),
        ("completion", COMPLETION | {"outside_plan": 0}, "缺完成率加权，不计算"),
        ("coefficient", GROUP | {"foreign": 900}, "缺外资功效分，不计算"),
        ("projects", {"projects": [{"is_manufacturing": True}]}, "1 个缺数据，不计算"),
        ("projects", {}, "没有项目的数据"),
        ("conditions", GOOD | {"is_false": None}, "不知道是否弄虚作假，不计算"),
        ("jury", {"marks": [88, 92, 95]}, "3 位评委打了分，不足 5 位"),
    ],
)
def test_what_lacks_is_unknown_and_said(family: str, given: dict[str, Any], why: str) -> None:
    found = judge(scheme(family), given)

    assert found.score is None
    assert found.level is None
    assert found.root.working == why


def test_conditions_name_a_level() -> None:
    named, not_named = (
        judge(scheme("conditions"), GOOD),
        judge(scheme("conditions"), GOOD | {"projects": 0}),
    )

    assert named.level is not None
    assert named.level.title == "先进单位"
    assert not_named.level is None
    assert not_named.root.working == "没有引进项目，记 0"


def test_the_rule_stands_in_words() -> None:
    found = judge(scheme("completion"), COMPLETION)

    assert found.root.rule == "完成率加权 − 缺大项目扣分 − 逾期开工扣分 − 弄虚作假扣分"
    assert found.root.working == "97 − 0.2 − 0.3 − 0.2 = 96.3"
    rates = found.root.parts[0]
    assert rates.rule == "省外资金到位率 × 0.5 + 外资到位率 × 0.3 + 开工率 × 0.2"
    assert rates.parts[0].working == "46 ÷ 50 × 100 = 92"
