"""Projects: opened once, moved by evidence, their history never rewritten."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from tests.apps.stored import everything_stored

from zhuchao import tables as reference
from zhuchao.apps.enquiries import selectors as enquiry_reads
from zhuchao.apps.enquiries import services as enquiry_acts
from zhuchao.apps.enquiries.mapping import EnquiryForm
from zhuchao.apps.enquiries.models import Enquiry
from zhuchao.apps.people.viewer import PUBLIC, Viewer
from zhuchao.apps.projects import selectors, services
from zhuchao.apps.projects.mapping import DocumentForm, StageEntry
from zhuchao.apps.projects.models import Project, StageEvent
from zhuchao.apps.projects.services.opening import Opening
from zhuchao.core.errors import NotAllowed, NotFound, Refused

TODAY = date(2026, 11, 23)
STAGES = [stage.key for stage in reference.stage_ladder().stages]


@pytest.fixture
def enquiry(park: Any) -> Enquiry:
    form = EnquiryForm(demand="求租溧阳厂房", telephone="13800000001", company="甲公司")
    return enquiry_acts.receive(PUBLIC, form=form, idempotency_key="k1")


def from_enquiry(viewer: Viewer, enquiry_id: int, **told: Any) -> Project:
    return services.open_from_enquiry(
        viewer, enquiry_id, opening=opening({"title": "甲公司精密加工"} | told), today=TODAY
    )


def opening(told: dict[str, Any]) -> Opening:
    evidence = DocumentForm("visit", told.pop("evidence", "来访记录"))
    return Opening(**{"title": "乙项目", "occurred_on": TODAY, "evidence": evidence} | told)


def opened(viewer: Viewer, **told: Any) -> Project:
    return services.open_project(viewer, opening=opening(told), today=TODAY)


def enter(viewer: Viewer, project: Project, stage: str, **told: Any) -> Project:
    known = reference.stage_ladder().stage(stage)
    kind = known.evidence[0] if known is not None else "other"
    document = DocumentForm(kind, told.pop("evidence", "会议纪要"))
    entry = StageEntry(**{"stage": stage, "occurred_on": TODAY, "documents": (document,)} | told)
    return services.enter_stage(viewer, project.pk, entry=entry, today=TODAY)


def test_an_enquiry_becomes_a_project_with_its_first_event(
    officer_a: Viewer, enquiry: Enquiry
) -> None:
    project = from_enquiry(officer_a, enquiry.pk)

    assert project.code == f"P{project.created_at.year}-{project.pk:05d}"
    assert (project.stage, str(project.company)) == (STAGES[0], "甲公司")
    assert project.owner_id == officer_a.person_id
    event = selectors.events(officer_a, project.pk).get()
    assert (event.stage, str(event.documents.get()), event.recorded_by_id) == (
        STAGES[0], "来访记录", officer_a.person_id,
    )  # fmt: skip
    after = enquiry_reads.enquiry(officer_a, enquiry.pk)
    assert (after.state, after.owner_id) == ("dealt", officer_a.person_id)


def test_an_enquiry_becomes_one_project_only(officer_a: Viewer, enquiry: Enquiry) -> None:
    first = from_enquiry(officer_a, enquiry.pk)

    assert from_enquiry(officer_a, enquiry.pk, title="又一次") == first
    assert selectors.project_of_enquiry(officer_a, enquiry.pk) == first
    assert StageEvent.objects.count() == 1


@pytest.mark.parametrize(
    "wrong", [{"title": " "}, {"evidence": " "}, {"occurred_on": TODAY + timedelta(days=1)}]
)
def test_what_is_refused_leaves_nothing_behind(
    officer_a: Viewer, enquiry: Enquiry, wrong: dict[str, Any]
) -> None:
    with pytest.raises(Refused):
        from_enquiry(officer_a, enquiry.pk, **wrong)

    assert not Project.objects.exists()
    assert enquiry_reads.enquiry(officer_a, enquiry.pk).owner is None


def test_an_ended_enquiry_becomes_no_project(officer_a: Viewer, enquiry: Enquiry) -> None:
    enquiry_acts.take(officer_a, enquiry.pk)
    enquiry_acts.close(officer_a, enquiry.pk)

    with pytest.raises(Refused, match="可改为：已澄清"):
        from_enquiry(officer_a, enquiry.pk)
    assert not Project.objects.exists()


def test_the_enquiry_of_a_colleague_is_theirs_to_turn(
    officer_a: Viewer, teammate: Viewer, officer_b: Viewer, enquiry: Enquiry
) -> None:
    enquiry_acts.take(officer_a, enquiry.pk)

    with pytest.raises(Refused, match="已有同事承办"):
        from_enquiry(teammate, enquiry.pk)
    with pytest.raises(NotFound):
        from_enquiry(officer_b, enquiry.pk)


def test_an_offer_out_of_sight_is_not_found(officer_a: Viewer) -> None:
    with pytest.raises(NotFound):
        opened(officer_a, offer_id=1)


def test_a_project_climbs_by_evidence(officer_a: Viewer) -> None:
    project = opened(officer_a, occurred_on=TODAY - timedelta(days=9))

    for ago, stage in ((5, STAGES[1]), (2, STAGES[2])):
        project = enter(officer_a, project, stage, occurred_on=TODAY - timedelta(days=ago))

    assert (project.stage, project.stage_on) == (STAGES[2], TODAY - timedelta(days=2))
    assert [each.stage for each in selectors.events(officer_a, project.pk)] == STAGES[:3]


@pytest.mark.parametrize(
    "wrong",
    [
        {"stage": "nonsense"},
        {"stage": STAGES[0]},
        {"evidence": ""},
        {"occurred_on": TODAY + timedelta(days=1)},
        {"occurred_on": TODAY - timedelta(days=1)},
        {"documents": ()},
    ],
)
def test_a_step_that_cannot_be_is_refused(officer_a: Viewer, wrong: dict[str, Any]) -> None:
    project = opened(officer_a)

    with pytest.raises(Refused):
        enter(officer_a, project, **({"stage": STAGES[1]} | wrong))
    assert selectors.events(officer_a, project.pk).count() == 1


def test_history_is_not_rewritten(officer_a: Viewer) -> None:
    events = selectors.events(officer_a, opened(officer_a).pk)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        StageEvent.objects.update(occurred_on=TODAY - timedelta(days=400))
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        StageEvent.objects.all()._raw_delete("default")
    assert events.get().occurred_on == TODAY


def test_telephones_are_covered_in_what_is_written_about_a_project(officer_a: Viewer) -> None:
    project = opened(officer_a, title="王总13800000001的项目", evidence="来电 13800000001")
    enter(officer_a, project, STAGES[1], note="回电 138-0000-0001")

    assert "13800000001" not in everything_stored()
    assert "138-0000-0001" not in everything_stored()


def test_who_sees_and_moves_a_project(
    officer_a: Viewer, teammate: Viewer, officer_b: Viewer, section_head: Viewer, leader: Viewer
) -> None:
    project = opened(officer_a)

    assert enter(teammate, project, STAGES[1])
    assert enter(section_head, project, STAGES[2])
    assert selectors.project(leader, project.pk) == project
    for viewer in (leader, officer_b):
        with pytest.raises(NotFound):
            enter(viewer, project, STAGES[3])
    with pytest.raises(NotFound):
        selectors.events(officer_b, project.pk)
    with pytest.raises(NotAllowed):
        opened(leader)


def test_lists_are_filtered(officer_a: Viewer, teammate: Viewer, officer_b: Viewer) -> None:
    mine, theirs = opened(officer_a, title="甲"), opened(teammate, title="乙")
    opened(officer_b, title="别组")
    enter(officer_a, mine, STAGES[1])

    def found(**filters: Any) -> list[Project]:
        return list(selectors.projects(officer_a, **filters))

    assert found() == [theirs, mine]
    assert found(stages=[STAGES[1]]) == [mine]
    assert found(owner_id=teammate.person_id) == [theirs]
    assert found(q="乙") == [theirs]
    assert found(q=mine.code) == [mine]
    assert selectors.stage_counts(officer_a) == {STAGES[0]: 1, STAGES[1]: 1}
