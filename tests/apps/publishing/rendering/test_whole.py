"""The whole site, batch by batch; and offers, which follow their register."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.apps.publishing.conftest import Committed
from tests.apps.publishing.people import channel, published
from tests.pictures import photograph

from zhuchao.apps.people.viewer import Viewer
from zhuchao.apps.properties import services as properties
from zhuchao.apps.publishing import tasks
from zhuchao.apps.publishing.models import FollowedTick, PublishedFile, Renewal
from zhuchao.apps.publishing.rendering import following, looks, whole
from zhuchao.apps.publishing.rendering.values import Cause
from zhuchao.core.vocabulary.read import Read, State
from zhuchao.core.vocabulary.term import Amount, FieldKey, Term

TODAY = date(2026, 3, 31)
pytestmark = pytest.mark.django_db


def offer(head: Viewer, title: str = "单层厂房") -> Any:
    terms = [
        Term(FieldKey.KIND, Read("factory", State.GIVEN, None, "")),
        Term(FieldKey.AREA, Read(Amount(2000, 2000), State.GIVEN, None, "㎡")),
    ]
    return properties.confirm_supply(head, intake_id=None, title=title, terms=terms, text=title)


def test_the_whole_site_is_made_and_what_no_longer_answers_is_taken_away(
    editor: Viewer, home: Path, committed: Committed
) -> None:
    news = channel()
    kept = published(editor, "二期开园", in_channel=news)
    stray = home / "news" / "999" / "index.html"
    stray.parent.mkdir(parents=True)
    stray.write_text("left behind")
    (home / "tmp.html").write_text("no page's name")
    PublishedFile.objects.create(site="default", address="/old/", digest="x", size=1)

    renewal = whole.begin(Cause.HAND)
    assert whole.go_on(renewal, seconds=60)

    assert (home / "news" / str(kept.pk) / "index.html").exists()
    assert (home / "index.html").exists()
    assert (home / "offers" / "index.html").exists()
    assert not stray.exists()
    assert not PublishedFile.objects.filter(address__in=["/old/", "/news/999/"]).exists()
    renewal.refresh_from_db()
    assert renewal.state == "done"
    assert renewal.made == renewal.total


def test_it_goes_on_where_it_stopped(
    editor: Viewer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole, "BATCH", 2)
    news = channel()
    for number in range(5):
        published(editor, f"消息{number}", in_channel=news)
    renewal = whole.begin(Cause.HAND)

    assert not whole.go_on(renewal, seconds=0)
    first = whole.running()
    assert first is not None
    assert first.done == 2
    while not whole.go_on(whole.running() or renewal, seconds=0):
        pass

    renewal.refresh_from_db()
    assert renewal.done == renewal.total
    assert whole.running() is None


def test_only_one_process_renews_the_whole_site(editor: Viewer, home: Path) -> None:
    channel()
    renewal = whole.begin(Cause.HAND)

    with whole.sole() as is_mine:
        assert is_mine
        assert not whole.go_on(renewal, seconds=60)


def test_new_looks_renew_everything_once(
    editor: Viewer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel()

    tasks.keep_renewed.call()
    tasks.keep_renewed.call()
    assert Renewal.objects.filter(is_whole=True, cause="code").count() == 1

    monkeypatch.setattr(looks, "digest", lambda: "other")
    tasks.keep_renewed.call()
    assert Renewal.objects.filter(is_whole=True, state="done").count() == 2


def test_an_offer_that_is_put_on_gets_its_page_and_loses_it_when_taken_off(
    head: Viewer, editor: Viewer, home: Path, committed: Committed
) -> None:
    channel()
    made = offer(head)
    with committed():
        properties.put_on(head, made.pk, today=TODAY)
    file = home / "offers" / made.code / "index.html"
    assert "单层厂房" in file.read_text("utf-8")
    assert "单层厂房" in (home / "index.html").read_text("utf-8")
    assert "单层厂房" in (home / "offers" / "index.html").read_text("utf-8")
    assert Renewal.objects.latest("pk").cause == "offer"

    with committed():
        properties.take_off(head, made.pk, today=TODAY)

    assert not file.exists()
    assert "单层厂房" not in (home / "index.html").read_text("utf-8")


def test_a_picture_stands_on_the_offers_page_at_once(
    head: Viewer, editor: Viewer, home: Path, committed: Committed
) -> None:
    channel()
    made = offer(head)
    with committed():
        properties.put_on(head, made.pk, today=TODAY)

    with committed():
        picture = properties.add_picture(head, on=made, content=photograph())

    page = (home / "offers" / made.code / "index.html").read_text("utf-8")
    assert f"/offers/{made.code}/{picture.pk}-small.jpg" in page
    assert 'property="og:image"' in page


def test_many_offers_at_once_are_left_to_the_background_but_taken_away_at_once(
    head: Viewer, editor: Viewer, home: Path, committed: Committed, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel()
    monkeypatch.setattr(following, "MOST_AT_ONCE", 1)
    made = [offer(head, f"厂房{number}") for number in range(3)]
    for each in made:
        properties.put_on(head, each.pk, today=TODAY)
    following.follow(most=None)
    with committed():
        for each in made:
            properties.take_off(head, each.pk, today=TODAY)

    assert not (home / "offers" / made[0].code / "index.html").exists()
    assert "厂房0" in (home / "index.html").read_text("utf-8")
    assert tasks.keep_renewed.call() == 3
    assert "厂房0" not in (home / "index.html").read_text("utf-8")
    assert FollowedTick.objects.get().number > 0
