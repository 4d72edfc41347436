"""Many pages in one edition: what all show is read once, what changes meanwhile is not lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from tests.apps.publishing.conftest import Committed
from tests.apps.publishing.people import channel, published

from zhuchao.apps.people.viewer import PUBLIC, Viewer
from zhuchao.apps.publishing import selectors, services
from zhuchao.apps.publishing.rendering import renewing, whole
from zhuchao.apps.publishing.rendering.edition import edition, of_each, once
from zhuchao.apps.publishing.rendering.values import Cause, Wanted, Why

pytestmark = pytest.mark.django_db


class Kind:
    def __init__(self, pk: int) -> None:
        self.pk = pk


def test_the_pages_of_an_edition_are_read_together() -> None:
    pages, asked = [Kind(1), Kind(2)], []

    def read(some: Any) -> dict[int, str]:
        asked.append([each.pk for each in some])
        return {each.pk: f"of {each.pk}" for each in some if each.pk != 2}

    with edition(pages):
        told = [of_each("told", each, read) for each in (*pages, Kind(3))]

    assert told == ["of 1", None, "of 3"]
    assert asked == [[1, 2], [3]]
    assert of_each("told", pages[0], read) == "of 1"


def test_what_is_alike_is_rendered_once_for_its_keys() -> None:
    template = Template("{% load portal %}{% alike part key %}{{ told }}{% endalike %}")

    def render(key: int, told: str) -> str:
        return template.render(Context({"key": key, "told": told}))

    with edition():
        assert [render(1, "甲"), render(1, "乙"), render(2, "丙")] == ["甲", "甲", "丙"]
    assert render(1, "丁") == "丁"


def test_more_pages_take_no_more_queries(
    editor: Viewer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What was written a moment ago counts as changed meanwhile, and is read anew.
    monkeypatch.setattr(renewing, "CLOCKS_APART_S", -3600)
    news = channel()
    ids = [published(editor, f"第{number}号地块挂牌", in_channel=news).pk for number in range(8)]
    whole.do(whole.Batch("pages", tuple(ids)))

    with CaptureQueriesContext(connection) as few:
        whole.do(whole.Batch("pages", tuple(ids[:2])))
    with CaptureQueriesContext(connection) as many:
        whole.do(whole.Batch("pages", tuple(ids)))

    assert len(many) == len(few)


def test_what_was_withdrawn_meanwhile_stays_away(
    editor: Viewer, home: Path, committed: Committed, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = published(editor, "撤下的一篇", in_channel=channel())
    file = home / "news" / str(article.pk) / "index.html"
    whole.do(whole.Batch("pages", (article.pk,)))
    assert file.exists()
    press = renewing.press

    def withdrawn_first(*told: Any, **named: Any) -> bytes | None:
        monkeypatch.setattr(renewing, "press", press)
        content = press(*told, **named)
        services.withdraw_article(editor, article.pk)
        return content

    monkeypatch.setattr(renewing, "press", withdrawn_first)
    done = whole.do(whole.Batch("pages", (article.pk,)))

    assert [each.outcome for each in done] == ["removed"]
    assert not file.exists()


def test_a_page_that_was_renewed_since_it_was_read_is_read_anew(
    editor: Viewer, home: Path, committed: Committed
) -> None:
    article = published(editor, "先前的标题", in_channel=channel())
    wanted = Wanted(article.url, Why.WHOLE, article.pk)
    renewing.renew([wanted], cause=Cause.HAND)
    article.title = "没有这样的标题"

    renewing.renewed(wanted, article, read_at=1.0)

    assert "没有这样的标题" not in (home / article.url.strip("/") / "index.html").read_text()


def test_related_pages_are_the_same_together_and_one_by_one(editor: Viewer, home: Path) -> None:
    news = channel()
    pages = [
        published(editor, f"{title}开工", in_channel=news)
        for title in ("澄湖新材料园", "青屿冷链中心", "临溪标准厂房", "望亭专家公寓")
    ]

    together = selectors.related_to_each(PUBLIC, pages, limit=3)

    for each in pages:
        assert together[each.pk] == selectors.related_articles(PUBLIC, each, limit=3)
        assert len(together[each.pk]) == 3


def test_once_outside_of_an_edition_makes_anew() -> None:
    made = iter(range(5))

    assert [once("number", lambda: next(made)) for _ in range(2)] == [0, 1]
