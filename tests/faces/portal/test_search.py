"""/search/: all that the portal tells, found by its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from tests.faces.portal.conftest import TODAY, Park, Publish, PutUp, given

from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.apps.properties import selectors, services
from zhuchao.apps.publishing import services as publishing
from zhuchao.apps.publishing.selectors import articles
from zhuchao.core.vocabulary.term import FieldKey
from zhuchao.ground.finding import house

Shown = Callable[[str], str]


@pytest.fixture
def shown(client: Client) -> Shown:
    def of(query: str) -> str:
        answer = client.get(f"/search/{query}")
        assert answer.status_code == 200
        return str(answer.content.decode())

    return of


def test_articles_and_offers_are_found_and_marked(
    shown: Shown, publish: Publish, put_up: PutUp
) -> None:
    address = publish("溧阳经开区风电项目开工", "主轴承厂房已经封顶。")
    code = put_up("风电主轴厂房 ", area=4000)

    page = shown("?q=風電")

    assert f'<a href="{address}">溧阳经开区<mark>风电</mark>项目开工</a>' in page
    assert f"/offers/{code}/" in page
    assert '全部 <span class="figure">2</span>' in page
    assert '共 <strong class="figure">2</strong> 条' in page


def test_an_excerpt_shows_what_was_asked_for(shown: Shown, publish: Publish) -> None:
    publish("园区动态一则", "开头的话。" * 60 + "经开<区>的冷链物流中心投用。")

    page = shown("?q=经开 物流")

    assert "…" in page
    assert "<mark>经开</mark>&lt;区&gt;的冷链<mark>物流</mark>中心" in page


def test_kinds_and_order_stand_in_the_address(
    shown: Shown, publish: Publish, put_up: PutUp
) -> None:
    publish("风电旧闻")
    put_up("风电厂房")

    page = shown("?q=风电&in=offer&sort=newest")

    assert "风电旧闻" not in page.replace("<mark>", "").replace("</mark>", "")
    assert 'href="?q=%E9%A3%8E%E7%94%B5&amp;in=offer"' in page


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("", "输入一个词开始查找"),
        ("?q=。！", "没有可以查找的文字"),
        ("?q=" + "长" * 80, "只按前 60 个字查找"),
        ("?q=氢能", "没有找到包含"),
        ("?q=风电氢能", "只找“风电”</a>：1 条"),
        ("?q=<script>", "&lt;script&gt;"),
        ("?q=风电&page=999&in=castle&sort=x", "风电"),
    ],
)
def test_what_was_asked_wrongly_is_helped(
    shown: Shown, publish: Publish, query: str, sentence: str
) -> None:
    publish("风电项目")

    assert sentence in shown(query)


def test_what_is_withdrawn_is_not_found(shown: Shown, park: Park, publish: Publish) -> None:
    publish("撤回的风电稿")
    article = articles(SYSTEM).get()
    publishing.withdraw_article(park.editor, article.pk)

    assert "没有找到" in shown("?q=风电")


def test_an_index_that_lags_shows_nothing_that_is_gone(
    shown: Shown, park: Park, put_up: PutUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = put_up("风电厂房")
    house.follow()
    services.take_off(park.head, selectors.offer_by_code(SYSTEM, code).pk, today=TODAY)
    monkeypatch.setattr("zhuchao.faces.portal.searching.fresh_index", house.index)

    assert f"/offers/{code}/" not in shown("?q=风电")


def test_what_a_source_wrote_finds_no_offer(shown: Shown, park: Park) -> None:
    terms = [given(FieldKey.KIND, "factory"), given(FieldKey.PERSON, "钱老板")]
    offer = services.confirm_supply(
        park.head, intake_id=None, title="单层厂房", terms=terms, text="钱老板急售，底价可谈"
    )
    services.put_on(park.head, offer.pk, today=TODAY)

    assert f"/offers/{offer.code}/" in shown("?q=单层")
    assert "没有找到" in shown("?q=底价")
    assert "没有找到" in shown("?q=钱老板")


def test_the_next_page_keeps_the_question(shown: Shown, put_up: PutUp) -> None:
    for number in range(21):
        put_up(f"风电厂房{number}")

    assert 'href="?q=%E9%A3%8E%E7%94%B5&amp;page=2"' in shown("?q=风电")
    assert shown("?q=风电&page=2").count('class="result"') == 1
