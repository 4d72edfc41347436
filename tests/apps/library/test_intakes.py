"""Intakes: kept whatever they are, once while they are open, with their fate."""

import pytest

from zhuchao.apps.library import selectors, services
from zhuchao.apps.library.models import Intake
from zhuchao.apps.people.viewer import Viewer
from zhuchao.core.errors import NotAllowed, NotFound, Refused

RAW = "求租厂房 2000 平".encode()


def keep(viewer: Viewer, raw: bytes = RAW, address: str = "") -> Intake:
    return services.keep_intake(viewer, raw=raw, origin="paste", address=address)


@pytest.mark.parametrize("raw", [b"", b"\x00\xff\xfe", "😀".encode(), RAW])
def test_whatever_was_pasted_is_kept(officer_a: Viewer, raw: bytes) -> None:
    intake = keep(officer_a, raw)

    assert selectors.raw_of(officer_a, intake.pk) == raw
    assert (intake.state, intake.size) == ("proposed", len(raw))


def test_the_same_pasted_twice_is_one_intake(officer_a: Viewer) -> None:
    assert keep(officer_a) == keep(officer_a)


def test_the_quicker_of_two_clicks_wins(officer_a: Viewer, monkeypatch: pytest.MonkeyPatch) -> None:
    first = keep(officer_a)
    look, looks = services.intakes._open_twin, []

    def blind_once(same: dict[str, object]) -> Intake | None:
        looks.append(same)
        return None if len(looks) == 1 else look(same)

    monkeypatch.setattr(services.intakes, "_open_twin", blind_once)

    assert keep(officer_a) == first
    assert Intake.objects.count() == 1


def test_another_person_and_another_address_are_another_intake(
    officer_a: Viewer, teammate: Viewer
) -> None:
    intakes = {keep(officer_a).pk, keep(teammate).pk, keep(officer_a, address="http://a.example")}

    assert len(intakes) == 3


def test_what_was_dealt_with_may_come_again(officer_a: Viewer) -> None:
    first = keep(officer_a)
    services.set_aside_intake(officer_a, first.pk)

    assert keep(officer_a) != first


def test_restoring_beside_the_same_open_one_is_refused(officer_a: Viewer) -> None:
    first = keep(officer_a)
    services.set_aside_intake(officer_a, first.pk)
    keep(officer_a)

    with pytest.raises(Refused, match="请处理那一条"):
        services.restore_intake(officer_a, first.pk)


def test_too_much_is_refused(officer_a: Viewer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services.intakes, "MOST_BYTES", 3)

    with pytest.raises(Refused, match="64 MB"):
        keep(officer_a)


def test_a_failure_is_kept_with_its_reason_and_stays_open(officer_a: Viewer) -> None:
    intake = keep(officer_a)

    services.note_failure(officer_a, intake.pk, reason="没有文字")

    found = selectors.open_intakes(officer_a).get()
    assert (found.state, found.reason) == ("failed", "没有文字")
    assert keep(officer_a) == intake


def test_setting_aside_is_undone(officer_a: Viewer) -> None:
    intake = keep(officer_a)
    services.note_failure(officer_a, intake.pk, reason="没有文字")

    services.set_aside_intake(officer_a, intake.pk)
    services.set_aside_intake(officer_a, intake.pk)
    assert not selectors.open_intakes(officer_a)
    services.restore_intake(officer_a, intake.pk)

    assert selectors.intake(officer_a, intake.pk).state == "failed"
    with pytest.raises(Refused, match="不需要恢复"):
        services.restore_intake(officer_a, intake.pk)


@pytest.mark.parametrize(
    ("became", "kind"), [("enquiry", "message"), ("offer", "message"), ("page", "page")]
)
def test_what_an_intake_became_tells_its_kind(officer_a: Viewer, became: str, kind: str) -> None:
    intake = keep(officer_a)
    services.close_intake(officer_a, intake.pk, became=became, became_id=1)

    assert selectors.intake(officer_a, intake.pk).kind == kind


def test_what_was_confirmed_is_neither_failed_nor_set_aside_nor_confirmed_again(
    officer_a: Viewer,
) -> None:
    intake = keep(officer_a)
    services.close_intake(officer_a, intake.pk, became="enquiry", became_id=1)

    with pytest.raises(Refused):
        services.note_failure(officer_a, intake.pk, reason="没有文字")
    with pytest.raises(Refused):
        services.set_aside_intake(officer_a, intake.pk)
    with pytest.raises(Refused):
        services.close_intake(officer_a, intake.pk, became="offer", became_id=1)
    assert selectors.intake(officer_a, intake.pk).state == "confirmed"


def test_who_sees_an_intake(
    officer_a: Viewer, teammate: Viewer, officer_b: Viewer, section_head: Viewer, agent: Viewer
) -> None:
    intake = keep(officer_a)

    for viewer in (officer_a, teammate, section_head):
        assert selectors.intake(viewer, intake.pk) == intake
    for viewer in (officer_b, agent):
        with pytest.raises(NotFound):
            selectors.raw_of(viewer, intake.pk)
        with pytest.raises(NotFound):
            services.set_aside_intake(viewer, intake.pk)


def test_a_leader_and_a_visitor_bring_nothing_in(leader: Viewer, visitor: Viewer) -> None:
    for viewer in (leader, visitor):
        with pytest.raises(NotAllowed):
            keep(viewer)


def test_lists_are_newest_first_by_state_and_owner(officer_a: Viewer, teammate: Viewer) -> None:
    old, new = keep(officer_a), keep(officer_a, b"other")
    theirs = keep(teammate, b"third")
    services.set_aside_intake(officer_a, new.pk)

    assert list(selectors.intakes(officer_a)) == [theirs, new, old]
    assert list(selectors.intakes(officer_a, states=["proposed"])) == [theirs, old]
    assert list(selectors.intakes(officer_a, owner_id=officer_a.person_id)) == [new, old]
