"""/medals/, /medals/<number>/ and /counted/<kind>/<number>/: why an article has its medal."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone
from tests.faces.portal.conftest import Park, Publish

from zhuchao.apps.people.services import adopt_pack
from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.apps.publishing import services
from zhuchao.apps.publishing.judging.services import judge_due
from zhuchao.tables.packs import pack_text

LONG = "园区今年签约落地项目七个，计划总投资二十一亿元，用地三百亩。" * 30


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Any) -> None:
    settings.ZHUCHAO_HOME = tmp_path


def judge() -> None:
    judge_due(SYSTEM, timezone.now() + timedelta(seconds=1))


def text_of(client: Client, address: str) -> str:
    page = client.get(address).content.decode()
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def article_id(client: Client, address: str) -> int:
    found = re.search(r'data-seen="(\d+)"', client.get(address).content.decode())
    assert found
    return int(found[1])


def test_the_page_says_why_and_what_would_raise_it(client: Client, publish: Publish) -> None:
    address = publish("签约七个项目", LONG, author_name="柳青")
    judge()

    page = text_of(client, f"/medals/{article_id(client, address)}/")

    assert "第 1 版" in page
    # Length 12, excerpt 2, own 10, the only one 6, source 4, author 3.
    assert "总分 37 分" in page
    assert "为什么没有奖牌" in page
    assert "怎样到铜牌" in page
    assert "用小标题分段" in page
    assert "正文字数 900 字" in page
    assert "900 ÷ 800 × 12 = 13.5；超过上限，记 12" in page
    assert "正文字数 ÷ 800 × 12，最多 12" in page
    assert "0 至 19 记 0" in page


def test_the_article_bears_its_medal_and_buttons_that_need_no_script(
    client: Client, publish: Publish
) -> None:
    address = publish("签约七个项目", LONG, author_name="柳青", source="")
    before = client.get(address).content.decode()
    judge()

    page = client.get(address).content.decode()

    number = article_id(client, address)
    assert f'href="/medals/{number}/"' not in before
    assert f'href="/medals/{number}/"' in page
    assert f'action="/useful/{number}/"' in page
    assert f'action="/shared/{number}/"' in page


def test_an_article_that_was_not_judged_says_when_it_will_be(
    client: Client, publish: Publish
) -> None:
    number = article_id(client, publish())

    assert "一小时之内会评一次" in text_of(client, f"/medals/{number}/")


def test_the_scheme_in_force_is_explained_with_its_version(client: Client, park: Park) -> None:
    page = text_of(client, "/medals/")

    assert "第 1 版" in page
    assert "本站没有另行采用" in page
    assert "内容质量 + 互动 + 传播" in page
    assert "金牌 80 分起" in page
    assert "缺了就不评" in page


def test_an_adopted_scheme_takes_its_place(client: Client, park: Park) -> None:
    own = pack_text("medals", "standard").replace('version = "1"', 'version = "甲"')
    adopt_pack(park.head, kind="medals", text=own, adopted_from=timezone.localdate())

    page = text_of(client, "/medals/")

    assert "第 甲 版" in page
    assert "本站没有另行采用" not in page


def test_what_is_withdrawn_is_not_found(client: Client, park: Park, publish: Publish) -> None:
    number = article_id(client, publish())
    services.withdraw_article(park.editor, number)

    assert client.get(f"/medals/{number}/").status_code == 404
    assert client.get(f"/counted/useful/{number}/").status_code == 404


def test_who_marked_or_shared_is_thanked(client: Client, publish: Publish) -> None:
    address = publish("签约七个项目")
    number = article_id(client, address)

    useful = text_of(client, f"/counted/useful/{number}/")
    shared = text_of(client, f"/counted/shared/{number}/")

    assert "已记下" in useful
    assert "签约七个项目 http://testserver" + address in shared
    assert client.get(f"/counted/liked/{number}/").status_code == 404


def test_the_page_of_a_medal_takes_few_queries(
    client: Client, publish: Publish, django_assert_max_num_queries: Any
) -> None:
    number = article_id(client, publish())
    judge()

    with django_assert_max_num_queries(16):
        client.get(f"/medals/{number}/")


def test_a_medal_by_a_scheme_of_an_earlier_version_says_so(
    client: Client, publish: Publish
) -> None:
    address = publish("签约七个项目", LONG, author_name="柳青")
    judge()
    rules = apps.get_model("publishing", "MedalRule").objects
    rules.update(content="version = 0", title="早年的办法", version="甲")

    page = text_of(client, f"/medals/{article_id(client, address)}/")

    assert "旧版评级方案" in page
    assert "按“早年的办法 第 甲 版”" in page
    assert "总分 37" in page
    assert "分数怎样算出来" not in page
