"""One sending for each reminder: tried again while it surely did not go, shown where unknown."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from tests.apps.reminders.conftest import Post, at, choose

from zhuchao.apps.enquiries import services as enquiries
from zhuchao.apps.people.viewer import SYSTEM, Viewer
from zhuchao.apps.projects.models import Problem
from zhuchao.apps.reminders import selectors, services
from zhuchao.apps.reminders.models import Reminder
from zhuchao.core.errors import NotFound, Refused
from zhuchao.core.reminders.hours import PAUSES
from zhuchao.ground import audit
from zhuchao.ground.channels.outcome import SENT, not_sent, refused, unknown

_S = Reminder.State
NOW = at(24)


@pytest.fixture
def planned(mailbox: Viewer, problem: Problem) -> Reminder:
    services.plan_reminders(SYSTEM, now=NOW)
    return Reminder.objects.get()


def send(now: datetime = NOW) -> int:
    return services.send_reminders(SYSTEM, clock=lambda: now)


def state() -> str:
    return Reminder.objects.get().state


def test_it_is_sent_once_with_its_link(planned: Reminder, post: Post, problem: Problem) -> None:
    assert [send(), send(), send(at(25))] == [1, 0, 0]

    ((channel, recipient, message),) = post.sent
    assert (channel, recipient) == ("email", "shen@park.example")
    assert message.title == "用地指标未落实，摘牌推迟"
    assert message.when == "还有 3 个工作日，11月27日到期"
    assert message.address == f"https://park.example/desk/problems/{problem.pk}/"
    assert state() == _S.SENT
    assert "send_reminder" in [each.act for each in audit.about("reminder", planned.pk)]


def test_what_surely_did_not_go_is_tried_again_after_a_pause(planned: Reminder, post: Post) -> None:
    post.outcomes = [not_sent("连不上"), SENT]

    tried = [send(), send(NOW + timedelta(seconds=30)), send(NOW + PAUSES[0])]

    assert tried == [1, 0, 1]
    assert (state(), Reminder.objects.get().attempts) == (_S.SENT, 2)


def test_after_the_last_pause_it_is_given_up_with_the_reason(planned: Reminder, post: Post) -> None:
    post.outcomes = [not_sent("连不上")] * 20
    for _ in range(20):
        Reminder.objects.update(not_before=NOW)
        send()

    assert (state(), Reminder.objects.get().reason) == (_S.FAILED, "连不上")
    assert len(post.sent) == len(PAUSES) + 1


def test_a_channel_that_is_limited_rests_and_loses_nothing(
    mailbox: Viewer, problem: Problem, post: Post
) -> None:
    choose(mailbox, email="shen@park.example", wecom="ShenZhihe")
    services.plan_reminders(SYSTEM, now=NOW)
    row = Reminder.objects.get(channel="wecom")
    for number in (101, 102):
        row.pk, row.subject_id = None, number
        row.save(force_insert=True)
    Reminder.objects.filter(channel="email").delete()
    post.outcomes = [not_sent("45009", timedelta(minutes=1), is_limited=True)]

    assert [send(), len(post.sent)] == [1, 1]
    assert send(NOW + timedelta(minutes=1)) == 3
    assert set(Reminder.objects.values_list("state", "vain")) == {(_S.SENT, 0)}


def test_what_was_refused_is_not_tried_again(planned: Reminder, post: Post) -> None:
    post.outcomes = [refused("没有这个邮箱")]

    assert [send(), send(at(30))] == [1, 0]
    assert state() == _S.FAILED


def test_what_nobody_knows_is_shown_and_never_repeated(
    planned: Reminder, post: Post, mailbox: Viewer
) -> None:
    post.outcomes = [unknown("没有回执")]

    tried = [send(), send(at(25)), services.plan_reminders(SYSTEM, now=at(24, 12)), send(at(30))]

    assert tried == [1, 0, 0, 0]
    assert selectors.to_decide(mailbox).get().reason == "没有回执"


def test_what_a_dead_worker_was_sending_becomes_unknown_after_the_lease(
    planned: Reminder,
) -> None:
    Reminder.objects.update(state=_S.SENDING, began_at=NOW, attempts=1)

    early = services.note_interrupted(SYSTEM, now=NOW + services.LEASE)
    late = services.note_interrupted(SYSTEM, now=NOW + services.LEASE + timedelta(seconds=1))

    assert (early, late, state()) == (0, 1, _S.UNKNOWN)


def test_a_slow_answer_is_believed_until_a_person_decided(planned: Reminder, post: Post) -> None:
    def slow(*told: object) -> object:
        services.note_interrupted(SYSTEM, now=NOW + 2 * services.LEASE)
        assert state() == _S.UNKNOWN
        return SENT

    post.send = slow  # type: ignore[method-assign,assignment]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("zhuchao.ground.channels.send", slow)
        send()

    assert state() == _S.SENT


def test_a_person_sends_it_again_or_leaves_it_at_that(
    planned: Reminder, post: Post, mailbox: Viewer
) -> None:
    post.outcomes = [unknown("没有回执"), unknown("没有回执")]
    send()
    services.send_again(mailbox, planned.pk, now=NOW)
    services.plan_reminders(SYSTEM, now=at(30))  # the step is past: what was decided stays
    send()
    services.settle(mailbox, planned.pk, now=NOW)

    assert len(post.sent) == 2
    assert len({message.key for _, _, message in post.sent}) == 2
    assert Reminder.objects.get(pk=planned.pk).state == _S.SETTLED
    with pytest.raises(Refused, match="不需要处理"):
        services.send_again(mailbox, planned.pk, now=NOW)


def test_only_ones_own_is_decided_on_but_the_supervisor_decides_on_all(
    planned: Reminder, post: Post, teammate: Viewer, supervisor: Viewer, agent: Viewer
) -> None:
    post.outcomes = [unknown("没有回执")]
    send()

    for other in (teammate, agent):
        assert not selectors.reminders(other).exists()
        with pytest.raises(NotFound):
            services.settle(other, planned.pk, now=NOW)
    assert selectors.reminders(supervisor).get().owner_id == planned.owner_id
    services.settle(supervisor, planned.pk, now=NOW)


def test_who_shut_the_channel_meanwhile_is_left_alone(
    planned: Reminder, post: Post, mailbox: Viewer
) -> None:
    off = {"email": services.ChannelForm(is_on=False)}
    services.choose_channels(mailbox, channels=off, on_days_off=False)

    assert (send(), post.sent, state()) == (0, [], _S.CANCELLED)


def test_in_quiet_hours_and_on_days_off_nothing_goes_out(
    planned: Reminder, post: Post, mailbox: Viewer
) -> None:
    night, saturday = at(24, 22), at(28, 10)

    assert [send(night), send(at(25, 7)), len(post.sent)] == [0, 0, 0]
    Reminder.objects.update(not_before=NOW)
    assert send(saturday) == 0
    Reminder.objects.update(not_before=NOW)
    choose(mailbox, email="shen@park.example", on_days_off=True)
    assert send(saturday) == 1


def test_an_address_that_is_none_is_refused(post: Post, officer_a: Viewer) -> None:
    with pytest.raises(Refused, match="邮箱地址"):
        choose(officer_a, email="no address")
    with pytest.raises(Refused, match="企业微信账号"):
        choose(officer_a, wecom="")


def test_what_waits_for_a_decision_goes_with_the_work(
    planned: Reminder, post: Post, mailbox: Viewer, teammate: Viewer
) -> None:
    post.outcomes = [unknown("没有回执")]
    send()
    choose(teammate, email="lu@park.example")
    made = enquiries.hand_over_all(
        mailbox, from_person_id=mailbox.person_id or 0, to_person_id=teammate.person_id or 0
    )
    given = selectors.to_decide(teammate).get().pk
    enquiries.undo_hand_over(mailbox, made.pk)

    assert given == planned.pk == selectors.to_decide(mailbox).get().pk
    assert not selectors.to_decide(teammate).exists()
