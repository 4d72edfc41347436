"""What is due is recorded once, for whom it concerns, and called off when it is due no more."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.apps.projects.lit import book, lit_project
from tests.apps.projects.test_projects import enter, opened
from tests.apps.reminders.conftest import DUE, Post, at, choose

from zhuchao.apps.enquiries import services as enquiries
from zhuchao.apps.people import services as people
from zhuchao.apps.people.viewer import SYSTEM, Viewer, within
from zhuchao.apps.projects import services as projects
from zhuchao.apps.projects.models import LightChange, Problem, Project
from zhuchao.apps.projects.services import AssignForm, PromiseForm
from zhuchao.apps.reminders import services
from zhuchao.apps.reminders.models import Reminder
from zhuchao.apps.reminders.sources import SOURCES
from zhuchao.tables import reminder_kinds, reminder_rule

_S = Reminder.State


def plan(day: int, hour: int = 9, month: int = 11) -> int:
    return services.plan_reminders(SYSTEM, now=at(day, hour, month))


def occasions(**where: Any) -> list[str]:
    found = Reminder.objects.filter(**where).order_by("pk")
    return [f"{each.kind} {each.occasion}" for each in found]


def test_every_kind_has_its_source_and_its_days() -> None:
    assert set(SOURCES) == set(reminder_kinds()) == set(reminder_rule().steps)


def test_each_step_of_a_problem_is_recorded_once(mailbox: Viewer, problem: Problem) -> None:
    counts = [plan(day) for day in (23, 24, 24, 26, 27, 30)]

    assert counts == [0, 1, 0, 1, 1, 1]
    assert occasions() == [
        f"problem_due {DUE}/-3",
        f"problem_due {DUE}/-1",
        f"problem_due {DUE}/0",
        f"problem_overdue {DUE}/1",
    ]


def test_the_same_reminder_is_refused_by_the_database(mailbox: Viewer, problem: Problem) -> None:
    plan(24)
    again = Reminder.objects.get()
    again.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        again.save(force_insert=True)


def test_each_person_and_channel_has_its_own(
    mailbox: Viewer, problem: Problem, section_head: Viewer
) -> None:
    choose(mailbox, email="shen@park.example", wecom="ShenZhihe")
    choose(section_head, email="gu@park.example")
    projects.escalate_problems(SYSTEM, today=date(2026, 11, 30))

    plan(30)

    assert sorted(Reminder.objects.values_list("kind", "channel", "owner_id")) == [
        ("problem_escalated", "email", section_head.person_id),
        ("problem_overdue", "email", mailbox.person_id),
        ("problem_overdue", "wecom", mailbox.person_id),
    ]


def test_without_a_channel_nothing_is_recorded(
    post: Post, officer_a: Viewer, problem: Problem
) -> None:
    assert plan(24) == 0


def test_what_is_due_no_more_is_called_off_and_comes_back_with_its_reason(
    mailbox: Viewer, problem: Problem, section_head: Viewer
) -> None:
    plan(24)
    later = AssignForm("自然资源局", mailbox.person_id, date(2026, 12, 18))
    projects.assign_problem(section_head, problem.pk, form=later, today=date(2026, 11, 24))

    plan(24, 10)
    called_off = Reminder.objects.get()
    before = AssignForm("自然资源局", mailbox.person_id, DUE)
    projects.assign_problem(section_head, problem.pk, form=before, today=date(2026, 11, 24))
    plan(24, 11)

    assert (called_off.state, bool(called_off.reason)) == (_S.CANCELLED, True)
    assert Reminder.objects.get().state == _S.PLANNED


def test_what_comes_at_night_waits_for_the_morning(mailbox: Viewer, problem: Problem) -> None:
    plan(26, 22)

    assert Reminder.objects.get().not_before == at(27, 8)


def test_promises_are_reminded_of(mailbox: Viewer, project: Project) -> None:
    form = PromiseForm("investor", "other", "首期到位 2000 万元", due_on=DUE)
    projects.note_promise(mailbox, project.pk, form=form)

    plan(26)
    plan(30)

    assert occasions() == [f"promise_due {DUE}/-3", f"promise_overdue {DUE}/1"]


def test_a_house_goes_by_its_own_rule(
    mailbox: Viewer, problem: Problem, section_head: Viewer
) -> None:
    text = """
key = "own"
title = "测试园区提醒时点"
issuer = "测试园区"
document = "测试文件"
issued_on = 2026-11-01
version = "1"
[steps]
problem_due = [-4]
"""
    people.adopt_pack(section_head, kind="reminders", text=text, adopted_from=date(2026, 11, 1))

    assert [plan(23), plan(30)] == [1, 0]


def test_reminders_follow_the_work_into_other_hands(
    mailbox: Viewer, problem: Problem, teammate: Viewer, section_head: Viewer
) -> None:
    choose(teammate, email="lu@park.example")
    plan(24)
    enquiries.hand_over_all(
        mailbox, from_person_id=mailbox.person_id or 0, to_person_id=teammate.person_id or 0
    )

    plan(24, 10)

    told = {each.owner_id: each.state for each in Reminder.objects.all()}
    assert told == {mailbox.person_id: _S.CANCELLED, teammate.person_id: _S.PLANNED}


def test_of_a_round_each_inspector_is_told_once(
    mailbox: Viewer, project: Project, supervisor: Viewer
) -> None:
    choose(supervisor, email="feng@park.example")
    for signed in (project, opened(mailbox, title="另一个项目")):
        enter(mailbox, signed, "sign")
    made = projects.plan_round(supervisor, "yuzhou", day=date(2026, 11, 23))

    plan(23)

    told = Reminder.objects.get(kind="inspection_due")
    assert (told.subject_id, told.owner_id) == (made.pk, supervisor.person_id)
    assert told.more == "还有 2 个项目没有检查"


def test_a_light_that_turned_is_told_to_who_runs_the_project(
    mailbox: Viewer, section_head: Viewer, officer_a: Viewer
) -> None:
    project = lit_project(section_head, officer_a)
    book(officer_a, project, 10)
    turned = LightChange.objects.get()

    house = within(SYSTEM, officer_a.organisation_id or 0)
    found = SOURCES["light_changed"](house, turned.changed_on, turned.changed_on)

    assert [(each.number, each.person_id, each.on) for each in found] == [
        (project.pk, officer_a.person_id, turned.changed_on)
    ]
    assert "黄灯" in found[0].more
    assert not SOURCES["light_changed"](
        house, turned.changed_on + timedelta(days=2), date(2030, 1, 1)
    )
