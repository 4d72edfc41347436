"""A pasted page becomes a draft that an editor publishes and withdraws."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.faces.desk.conftest import House

from zhuchao.apps.library import selectors as library
from zhuchao.apps.people.viewer import SYSTEM
from zhuchao.apps.publishing.judging.services import judge_due

PAGE = """<html><head><title>示例高新区召开创新发展大会_示例产业网</title></head><body>
<div>首页 > 产业信息 > 正文</div>
<h1>示例高新区召开创新发展大会</h1>
<div>来源：示例日报　编辑：某某　发布时间：2026-03-05　浏览：7</div>
<p>三月五日，示例高新区召开创新发展大会，十二个项目集中签约，总投资四十六亿元。</p>
<p>会议指出，要以科技创新引领产业升级，推动更多项目落地投产，<script>alert('x')</script>不断优化服务。</p>
<p>与会企业代表表示，将继续扩大投资，年内新开工厂房三万平方米。</p>
</body></html>"""


@pytest.fixture
def article_id(officer: Client, paste: Callable[[str], int]) -> int:
    number = paste(PAGE)
    fields = {row.name: row.field.value() or "" for row in rows_of(officer, number)}
    answer = officer.post(f"/desk/intakes/{number}/confirm/", fields | {"as": "page"})
    return int(answer["Location"].split("/")[-2])


def rows_of(client: Client, number: int) -> list:  # type: ignore[type-arg]
    rows: list = client.get(f"/desk/intakes/{number}/").context["rows"]  # type: ignore[type-arg]
    return rows


def test_a_page_is_shown_with_its_fields(officer: Client, paste: Callable[[str], int]) -> None:
    page = officer.get(f"/desk/intakes/{paste(PAGE)}/").content.decode()

    assert "读作网页" in page
    assert 'value="示例高新区召开创新发展大会"' in page
    assert "<script>alert" not in page


def test_a_corrected_title_goes_into_the_draft(
    officer: Client, house: House, paste: Callable[[str], int]
) -> None:
    number = paste(PAGE)

    answer = officer.post(
        f"/desk/intakes/{number}/confirm/", {"as": "page", "title": "更正后的标题"}, follow=True
    )

    assert "更正后的标题" in answer.content.decode()
    assert library.read_pages(house.viewer("officer")).get().title == "更正后的标题"


def test_a_page_without_title_is_told_at_the_field(
    officer: Client, paste: Callable[[str], int]
) -> None:
    answer = officer.post(f"/desk/intakes/{paste(PAGE)}/confirm/", {"as": "page", "title": ""})

    assert answer.status_code == 422
    assert "请填写此项" in answer.content.decode()


def test_an_officer_sees_why_publishing_is_not_offered(officer: Client, article_id: int) -> None:
    page = officer.get(f"/desk/articles/{article_id}/").content.decode()

    assert "由编辑或管理员办理" in page
    assert officer.post(f"/desk/articles/{article_id}/publish/").status_code == 403


def test_an_editor_publishes_and_withdraws(
    signed_in: Callable[[str], Client], article_id: int
) -> None:
    editor = signed_in("editor")

    live = editor.post(f"/desk/articles/{article_id}/publish/", follow=True).content.decode()
    down = editor.post(f"/desk/articles/{article_id}/withdraw/", follow=True).content.decode()

    assert "已发布到门户" in live
    assert "已从门户撤下" in down


def test_pages_and_articles_are_listed(officer: Client, article_id: int) -> None:
    pages = officer.get("/desk/pages/?q=创新").content.decode()
    articles = officer.get("/desk/articles/?state=draft").content.decode()

    assert "示例高新区召开创新发展大会" in pages
    assert f"/desk/articles/{article_id}/" in articles


def test_a_read_page_shows_its_body(officer: Client, house: House, article_id: int) -> None:
    record = library.read_pages(house.viewer("officer")).get()

    page = officer.get(f"/desk/pages/{record.pk}/").content.decode()

    assert "十二个项目集中签约" in page


def test_the_day_of_opening_a_page_gives_its_year(
    officer: Client, paste: Callable[[str], int]
) -> None:
    number = paste(PAGE.replace("2026-03-05", "8个月前 (09-24)"))

    unknown = officer.get(f"/desk/intakes/{number}/").content.decode()
    told = officer.get(f"/desk/intakes/{number}/?as=page&seen=2023-05-30").content.decode()

    assert "这个网页是哪天打开的" in unknown
    assert 'value="2022-09-24"' in told


def test_a_live_article_shows_its_medal_in_the_list_and_on_its_page(
    signed_in: Callable[[str], Client], article_id: int
) -> None:
    editor = signed_in("editor")
    editor.post(f"/desk/articles/{article_id}/publish/")
    waiting = editor.get(f"/desk/articles/{article_id}/").content.decode()
    judge_due(SYSTEM, timezone.now() + timedelta(seconds=1))

    page = editor.get(f"/desk/articles/{article_id}/").content.decode()
    listed = editor.get("/desk/articles/").content.decode()

    assert "一小时之内会评一次" in waiting
    assert f'href="/medals/{article_id}/"' in page
    assert "距铜牌差" in page
    assert "暂无奖牌" in page
    assert f'href="/medals/{article_id}/">暂无' in listed
