"""Medals: judged once a day, by the scheme in force, and shown where the level turned."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.apps import apps
from django.utils import timezone
from tests.apps.publishing.conftest import Committed
from tests.apps.publishing.people import channel, organisation, person, published, written

from zhuchao.apps.people.services import adopt_pack
from zhuchao.apps.people.viewer import PUBLIC, SYSTEM, Role, Viewer
from zhuchao.apps.publishing import services
from zhuchao.apps.publishing.judging import inputs, selectors
from zhuchao.apps.publishing.judging.services import judge_due
from zhuchao.apps.publishing.mapping import Draft, Paragraph, Provenance, paragraphs_of_text
from zhuchao.apps.publishing.models import (
    ArticleMedal,
    ArticlePage,
    MedalChange,
    MedalRule,
    Renewal,
)
from zhuchao.core.errors import NotAllowed, NotFound
from zhuchao.tables.packs import pack_text

pytestmark = pytest.mark.django_db

LONG = "今年一季度，园区签约落地项目七个，计划总投资二十一亿元，用地三百亩。" * 30
HEADINGS = [Paragraph("heading", "签约"), Paragraph("heading", "开工")]


def later(days: int = 0) -> datetime:
    """A moment after everything that the test did."""
    return timezone.now() + timedelta(days=days, seconds=1)


def original(editor: Viewer) -> ArticlePage:
    """Words 12, own 10, the only copy 6, source 4, author 3, headings 8: 43 points and bronze."""
    body = [*paragraphs_of_text(LONG), *HEADINGS]
    draft = Draft("一季度签约七个项目", body, Provenance(author_name="柳青"))
    made = services.write_article(editor, draft=draft, channel_id=channel().pk)
    ArticlePage.objects.filter(pk=made.pk).update(excerpt="")
    return services.publish_article(editor, made.pk)


def medal(article: ArticlePage) -> ArticleMedal:
    return ArticleMedal.objects.get(pk=article.pk)


def score(article: ArticlePage) -> Decimal:
    found = selectors.explained(PUBLIC, article)
    assert found is not None
    assert found.working is not None
    assert found.working.verdict.score is not None
    return found.working.verdict.score


def counted(monkeypatch: pytest.MonkeyPatch, name: str, count: int) -> None:
    told = dict.fromkeys(range(10_000), count)
    monkeypatch.setitem(inputs._PROVIDED, name, lambda ids: told)


def test_an_article_is_judged_by_what_is_known_of_it(editor: Viewer) -> None:
    article = original(editor)

    assert judge_due(SYSTEM, later()) == 1

    found = medal(article)
    assert found.inputs["words"] == len(LONG) + 4
    assert (found.inputs["is_own"], found.inputs["headings"]) == (True, 2)
    # The excerpt follows the text where the editor writes none: 2 points more.
    assert found.score == (45 if found.inputs["has_excerpt"] else 43)
    assert found.level == "bronze"
    assert found.rule.version == "1"


def test_what_is_fresh_is_not_judged_again_before_the_next_day(editor: Viewer) -> None:
    article = original(editor)
    now = timezone.localtime(later()).replace(hour=12)
    ArticlePage.objects.update(last_published_at=now - timedelta(hours=1))

    assert judge_due(SYSTEM, now) == 1
    assert judge_due(SYSTEM, now + timedelta(hours=2)) == 0
    assert judge_due(SYSTEM, now + timedelta(hours=13)) == 1
    ArticlePage.objects.filter(pk=article.pk).update(last_published_at=now + timedelta(hours=14))
    assert judge_due(SYSTEM, now + timedelta(hours=15)) == 1


def test_readers_marks_raise_the_level_and_the_page_says_so_once(
    editor: Viewer, home: Path, committed: Committed, monkeypatch: pytest.MonkeyPatch
) -> None:
    with committed():
        article = original(editor)
    with committed():
        judge_due(SYSTEM, later())
    page = home / "news" / str(article.slug) / "index.html"
    assert "铜牌" in page.read_text("utf-8")

    counted(monkeypatch, "shared", 5)
    with committed():
        judge_due(SYSTEM, later(days=1))
    with committed():
        judge_due(SYSTEM, later(days=2))

    assert "银牌" in page.read_text("utf-8")
    turns = MedalChange.objects.order_by("pk").values_list("before", "after")
    assert list(turns) == [("none", "bronze"), ("bronze", "silver")]
    assert Renewal.objects.filter(cause="medal").count() == 2


def test_a_house_judges_by_the_scheme_that_it_adopted(editor: Viewer, head: Viewer) -> None:
    article = original(editor)
    judge_due(SYSTEM, later())
    stricter = pack_text("medals", "standard").replace('version = "1"', 'version = "2"')
    stricter = stricter.replace("from = 40", "from = 55")
    adopt_pack(head, kind="medals", text=stricter, adopted_from=timezone.localdate())

    assert judge_due(SYSTEM, later()) == 1

    assert medal(article).level == "none"
    assert medal(article).rule.version == "2"
    found = selectors.explained(PUBLIC, article)
    assert found is not None
    assert found.working is not None
    assert found.working.scheme.version == "2"
    assert found.working.raising is not None
    assert found.working.raising.level.title == "铜牌"


def test_another_house_goes_by_its_own(editor: Viewer, park: int) -> None:
    other = person(organisation("邻县园区"), Role.EDITOR, "neighbour")
    published(editor, "本园文章", in_channel=channel())
    published(other, "邻县文章", in_channel=channel())

    assert judge_due(SYSTEM, later()) == 2


def test_what_is_withdrawn_is_neither_judged_nor_told(editor: Viewer) -> None:
    article = original(editor)
    judge_due(SYSTEM, later())
    services.withdraw_article(editor, article.pk)

    assert judge_due(SYSTEM, later(days=1)) == 0
    with pytest.raises(NotFound):
        selectors.judged_article(PUBLIC, article.pk)


def test_a_reader_judges_nothing(editor: Viewer) -> None:
    with pytest.raises(NotAllowed):
        judge_due(PUBLIC, later())


def test_the_way_up_holds_when_the_article_is_changed_so(
    editor: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = original(editor)
    judge_due(SYSTEM, later())
    found = selectors.explained(PUBLIC, article)
    assert found is not None
    assert found.working is not None
    assert found.working.raising is not None
    shares = next(way for way in found.working.raising.ways if way.changes[0].input.key == "shared")

    counted(monkeypatch, "shared", int(shares.changes[0].after))
    judge_due(SYSTEM, later(days=1))

    assert medal(article).level == "silver"
    assert score(article) == shares.score


def test_a_repost_says_how_often_the_text_stands_elsewhere(editor: Viewer) -> None:
    article = services.publish_article(editor, written(editor, "转载", in_channel=channel()).pk)
    judge_due(SYSTEM, later())

    told = medal(article).inputs

    assert told["is_own"] is False
    assert told["copies"] == 0
    assert told["has_source"] is False


def test_an_unknown_count_is_no_provider_but_nought(editor: Viewer) -> None:
    assert inputs.counts("comments", [7]) == {7: 0}
    with pytest.raises(ValueError, match="likes"):
        inputs.provide("likes", lambda ids: {})


def test_the_scheme_in_force_is_the_shipped_one_where_none_was_adopted(park: int) -> None:
    found = selectors.scheme_in_force(PUBLIC, date(2026, 11, 28))

    assert found.adopted_from is None
    assert found.scheme.title == "文章评级办法"


def age(article: ArticlePage) -> None:
    """As if the scheme had been kept by a version that knew another form of rules."""
    rule = medal(article).rule
    MedalRule.objects.filter(pk=rule.pk).update(content="version = 0", digest="0" * 64)


def test_a_scheme_that_can_no_longer_be_read_is_told_and_judged_anew(editor: Viewer) -> None:
    article = original(editor)
    judge_due(SYSTEM, later())
    age(article)

    found = selectors.explained(PUBLIC, article)
    assert found is not None
    assert found.working is None
    assert found.medal.level == "bronze"

    assert judge_due(SYSTEM, later()) == 1
    found = selectors.explained(PUBLIC, article)
    assert found is not None
    assert found.working is not None


def test_an_adopted_scheme_that_cannot_be_read_holds_nothing_up(
    editor: Viewer, head: Viewer
) -> None:
    article = original(editor)
    text = pack_text("medals", "standard")
    adopt_pack(head, kind="medals", text=text, adopted_from=timezone.localdate())
    apps.get_model("people", "AdoptedPack").objects.update(content="kind = 7")

    assert judge_due(SYSTEM, later()) == 1

    assert medal(article).level == "bronze"
    assert selectors.scheme_in_force(PUBLIC, timezone.localdate()).is_instead
