"""A project's ladder: what proves a stage, and in which order stages follow each other."""

from datetime import UTC, date, datetime, timedelta

import pytest

from zhuchao.core.errors import Refused
from zhuchao.core.projects.stages import first_stage, require_evidence, require_order
from zhuchao.core.vocabulary.stage import StageEvent
from zhuchao.tables import document_kinds, stage_ladder

TODAY = date(2026, 11, 23)
LADDER = stage_ladder()
NAMES = {kind.key: kind.name for kind in document_kinds()}


def event(stage: str, day: int, number: int = 0) -> StageEvent:
    moment = datetime(2026, 11, 23, 12, tzinfo=UTC) + timedelta(minutes=number)
    return StageEvent(number, stage, date(2026, 11, day), moment, moment)


def test_a_project_begins_at_the_foot_of_the_ladder() -> None:
    assert first_stage(LADDER).name == "线索"


@pytest.mark.parametrize(
    "stages",
    [
        (),
        (event("lead", 1),),
        (event("lead", 1), event("talk", 20)),
        (event("lead", 1), event("paused", 10), event("talk", 12)),
        (event("lead", 1), event("talk", 5), event("paused", 10), event("talk", 12)),
        (event("lead", 1), event("talk", 5), event("ended", 10)),
    ],
)
def test_what_climbs_holds(stages: tuple[StageEvent, ...]) -> None:
    require_order(LADDER, stages, TODAY)


@pytest.mark.parametrize(
    ("stages", "sentence"),
    [
        ((event("harvest", 20),), "没有阶段“harvest”"),
        ((event("lead", 1), event("talk", 24)), "在今天之后"),
        ((event("lead", 1), event("lead", 2)), "已处于“线索”阶段"),
        ((event("talk", 1), event("lead", 2)), "排在“在谈”之后"),
        ((event("talk", 1), event("paused", 2), event("lead", 3)), "排在“在谈”之后"),
        ((event("talk", 1), event("ended", 2), event("sign", 3)), "项目已“终止”"),
    ],
)
def test_what_does_not_follow_is_refused(stages: tuple[StageEvent, ...], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        require_order(LADDER, stages, TODAY)


def test_a_moment_without_zone_is_refused() -> None:
    moment = datetime(2026, 11, 20)  # noqa: DTZ001
    with pytest.raises(Refused, match="缺少时区"):
        require_order(LADDER, (StageEvent(1, "lead", date(2026, 11, 1), moment, moment),), TODAY)


@pytest.mark.parametrize(
    ("stage", "kinds"), [("sign", ("agreement",)), ("land", ("lease", "other"))]
)
def test_one_fitting_document_proves_a_stage(stage: str, kinds: tuple[str, ...]) -> None:
    found = LADDER.stage(stage)
    assert found is not None
    require_evidence(found, kinds, NAMES)


@pytest.mark.parametrize(
    ("stage", "kinds", "sentence"),
    [
        ("sign", (), "正式投资协议"),
        ("sign", ("framework",), "框架协议或意向书不能证明“签约”"),
        ("start", ("photo",), "施工许可证"),
    ],
)
def test_what_proves_nothing_is_refused(stage: str, kinds: tuple[str, ...], sentence: str) -> None:
    found = LADDER.stage(stage)
    assert found is not None
    with pytest.raises(Refused, match=sentence):
        require_evidence(found, kinds, NAMES)
