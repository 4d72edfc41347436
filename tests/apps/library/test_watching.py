"""What a person does about a source: begin, change, pause, resume, ask for a visit."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from zhuchao.apps.library import selectors, services
from zhuchao.apps.library.models import WatchedAddress, WatchedSource
from zhuchao.apps.people.viewer import Viewer
from zhuchao.core.errors import NotAllowed, NotFound, Refused

ADDRESS = "http://www.park.example/news/"


def begin(
    viewer: Viewer, address: str = ADDRESS, name: str = "", minutes: int = 60
) -> WatchedSource:
    return services.watch(viewer, name=name, address=address, every_minutes=minutes)


def test_a_source_is_called_after_its_host_and_due_at_once(officer_a: Viewer) -> None:
    source = begin(officer_a, " HTTP://WWW.park.example:80/news/?utm_source=x#top ")

    assert (source.name, source.address) == ("park.example", ADDRESS)
    assert selectors.due_source(officer_a, timezone.now()) == source.pk


@pytest.mark.parametrize("address", ["", "新闻", "ftp://park.example/", "http://u:p@park.example/"])
def test_what_is_no_address_is_refused(officer_a: Viewer, address: str) -> None:
    with pytest.raises(Refused, match="http://"):
        begin(officer_a, address)


@pytest.mark.parametrize("minutes", [9, 7 * 24 * 60 + 1])
def test_an_interval_has_bounds(officer_a: Viewer, minutes: int) -> None:
    with pytest.raises(Refused, match="10 分钟到 7 天"):
        begin(officer_a, minutes=minutes)


def test_the_same_source_twice_names_the_first(
    officer_a: Viewer, officer_b: Viewer, agent: Viewer
) -> None:
    begin(officer_a, name="园区要闻")

    with pytest.raises(Refused, match="园区要闻”（关注中"):
        begin(officer_b, "https://www.park.example/news/?utm_source=wx")
    assert begin(agent).organisation_id != officer_a.organisation_id


def test_rights_decide_who_watches(
    officer_a: Viewer, officer_b: Viewer, leader: Viewer, agent: Viewer, visitor: Viewer
) -> None:
    source = begin(officer_a)

    for viewer in (leader, visitor):
        with pytest.raises(NotAllowed):
            begin(viewer, "http://other.example/")
    assert selectors.source(leader, source.pk) == source
    assert not selectors.sources(agent)
    for viewer in (leader, agent):
        with pytest.raises(NotFound):
            services.pause(viewer, source.pk)
    with pytest.raises(NotFound):
        selectors.source(agent, source.pk)
    assert not selectors.addresses(agent, source.pk)
    assert services.pause(officer_b, source.pk).state == "paused"


def test_a_paused_source_is_not_due_and_resumes_at_once(officer_a: Viewer) -> None:
    source = begin(officer_a)
    WatchedSource.objects.update(failures=3, reason="网站回答 500")

    services.pause(officer_a, source.pk)
    services.pause(officer_a, source.pk)
    assert selectors.due_source(officer_a, timezone.now()) is None
    with pytest.raises(Refused, match="已暂停"):
        services.visit_now(officer_a, source.pk)

    services.resume(officer_a, source.pk)
    again = services.resume(officer_a, source.pk)
    assert (again.state, again.failures, again.reason) == ("active", 0, "")
    assert selectors.due_source(officer_a, timezone.now()) == source.pk


def test_pages_of_a_paused_source_wait(officer_a: Viewer) -> None:
    source = begin(officer_a)
    WatchedAddress.objects.create(
        organisation_id=source.organisation_id, source=source, address="http://a.example/1",
        digest="1", host="a.example",
    )  # fmt: skip

    assert selectors.due_address(officer_a, timezone.now())
    services.pause(officer_a, source.pk)

    assert selectors.due_address(officer_a, timezone.now()) is None


def test_a_shorter_interval_brings_the_next_visit_nearer(officer_a: Viewer) -> None:
    source = begin(officer_a, minutes=7 * 24 * 60)
    WatchedSource.objects.update(next_at=timezone.now() + timedelta(days=6))

    changed = services.change_source(officer_a, source.pk, name=" 要闻 ", every_minutes=60)

    assert (changed.name, changed.every_minutes) == ("要闻", 60)
    assert changed.next_at is not None
    assert changed.next_at <= timezone.now() + timedelta(hours=1)
    with pytest.raises(Refused, match="名称"):
        services.change_source(officer_a, source.pk, name=" ", every_minutes=60)


def test_a_visit_that_is_asked_for_is_due(officer_a: Viewer) -> None:
    source = begin(officer_a)
    WatchedSource.objects.update(next_at=timezone.now() + timedelta(days=1))

    services.visit_now(officer_a, source.pk)

    assert selectors.due_source(officer_a, timezone.now()) == source.pk


def test_sources_are_found_and_counted(
    officer_a: Viewer, watch: Callable[[str], WatchedSource]
) -> None:
    first, second = watch(ADDRESS), watch("http://other.example/")
    states = ("read", "waiting", "waiting", "failed")
    for number, state in enumerate(states):
        WatchedAddress.objects.create(
            organisation_id=first.organisation_id, source=first, address=f"http://a.example/{number}",
            digest=str(number), host="a.example", state=state,
        )  # fmt: skip
    WatchedSource.objects.filter(pk=second.pk).update(failures=1)

    counted = selectors.source(officer_a, first.pk)

    assert (counted.read, counted.waiting, counted.failed) == (1, 2, 1)  # type: ignore[attr-defined]
    assert list(selectors.sources(officer_a, q="OTHER")) == [second]
    assert list(selectors.sources(officer_a, failing=True)) == [second]
    assert not selectors.sources(officer_a, states=["paused"])
    assert len(selectors.addresses(officer_a, first.pk, states=["waiting"])) == 2
