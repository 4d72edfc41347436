"""The reading room: what a page shows, and what three people may do to it."""

import re
from collections.abc import Callable
from functools import partial

import pytest
from django.test import Client
from tests.faces.desk.conftest import House
from tests.faces.desk.paged import cluster_of, make_page, undo_in

from zhuchao.apps.library import selectors
from zhuchao.apps.library.models import ReadPage
from zhuchao.core.vocabulary.tables import Tables


@pytest.fixture
def make(house: House, tables: Tables) -> Callable[..., ReadPage]:
    return partial(make_page, house, tables)


@pytest.fixture
def page(make: Callable[..., ReadPage]) -> ReadPage:
    return make()


def place(page: ReadPage, where: str, kind: str) -> str:
    zone = next(each for each in page.page[where] if each["kind"] == kind)
    return f"{zone['span'][0]}-{zone['span'][1]}"


def test_the_body_reads_and_what_was_cut_shows_on_demand(officer: Client, page: ReadPage) -> None:
    plain = officer.get(f"/desk/pages/{page.pk}/").content.decode()
    whole = officer.get(f"/desk/pages/{page.pk}/?zones=all").content.decode()

    assert "<td>1 亿元</td>" in plain
    assert "&lt;script&gt;alert" in plain
    assert "显示剪去的部分" in plain
    assert "版权声明" not in plain
    assert whole.index("面包屑") < whole.index("集中签约") < whole.index("版权声明")
    assert "放回正文" in whole
    assert "13800000009" not in whole


def test_a_line_is_put_back_and_that_is_undone(officer: Client, page: ReadPage) -> None:
    form = {"place": place(page, "cut", "notice"), "zones": "all"}

    answer = officer.post(f"/desk/pages/{page.pk}/put-back/", form, follow=True)
    back = ReadPage.objects.get(pk=page.pk)
    undone = officer.post(undo_in(answer.content.decode()), follow=True)

    start = form["place"].split("-")[0]
    assert answer.redirect_chain == [(f"/desk/pages/{page.pk}/?zones=all#z-{start}", 302)]
    assert "版权声明" in back.page["body"][-1]["text"]
    assert "已撤销" in undone.content.decode()
    assert ReadPage.objects.get(pk=page.pk).page == page.page


def test_a_paragraph_is_cut_as_its_kind(officer: Client, page: ReadPage) -> None:
    form = {"place": place(page, "body", "paragraph"), "kind": "share", "zones": "all"}

    answer = officer.post(f"/desk/pages/{page.pk}/cut-away/", form, follow=True)
    again = officer.post(f"/desk/pages/{page.pk}/cut-away/", form)
    wrong = officer.post(f"/desk/pages/{page.pk}/cut-away/", form | {"place": "x-y"})

    assert "归为“分享栏”" in answer.content.decode()
    assert '<option value="share" selected>' in answer.content.decode()
    assert "集中签约" in str(ReadPage.objects.get(pk=page.pk).page["cut"])
    assert (again.status_code, wrong.status_code) == (409, 409)
    assert "已经剪去" in again.content.decode()


def test_a_field_is_corrected_and_that_is_undone(officer: Client, page: ReadPage) -> None:
    form = {"field": "source", "written": "青屿日报"}

    answer = officer.post(f"/desk/pages/{page.pk}/correct/", form, follow=True)
    corrected = ReadPage.objects.get(pk=page.pk).source
    undone = officer.post(undo_in(answer.content.decode()), follow=True).content.decode()

    assert corrected == "青屿日报"
    assert "已更正“来源”" in answer.content.decode()
    assert ReadPage.objects.get(pk=page.pk).source == page.source
    assert undone.count("<del>") == 2


def test_a_wrong_date_is_told_at_its_field_and_kept(officer: Client, page: ReadPage) -> None:
    form = {"field": "published", "written": "前年<b>"}

    answer = officer.post(f"/desk/pages/{page.pk}/correct/", form)

    content = answer.content.decode()
    assert answer.status_code == 409
    assert 'value="前年&lt;b&gt;"' in content
    assert "2026年3月31日" in content
    assert re.search(r'id="f-published" open', content)


def test_a_cluster_names_its_origin_first(officer: Client, make: Callable[..., ReadPage]) -> None:
    repost, origin = make(1, source="转载报"), make(2, source="首发报")
    cluster_of(origin, repost)

    content = officer.get(f"/desk/pages/{repost.pk}/").content.decode()

    panel = content[content.index("同一篇文章") :]
    assert panel.index("首发报") < panel.index("转载报") < panel.index("本页")


def test_an_older_page_without_new_keys_is_shown(officer: Client, page: ReadPage) -> None:
    kept = ("title", "source", "published", "body", "cut", "contacts")
    ReadPage.objects.filter(pk=page.pk).update(page={name: page.page[name] for name in kept})

    assert "集中签约" in officer.get(f"/desk/pages/{page.pk}/?zones=all").content.decode()


def test_attachments_are_links_only_where_they_are_of_the_web(
    officer: Client, page: ReadPage
) -> None:
    page.page["attachments"] = [
        {"name": "清单.xlsx", "address": "https://a.example/清单.xlsx", "span": [0, 1]},
        {"name": "别的", "address": "javascript:alert(1)", "span": [0, 1]},
    ]
    page.save()

    content = officer.get(f"/desk/pages/{page.pk}/").content.decode()

    assert 'href="https://a.example/清单.xlsx"' in content
    assert "javascript:" not in content


def test_setting_aside_hides_corrections_until_restored(officer: Client, page: ReadPage) -> None:
    aside = officer.post(f"/desk/pages/{page.pk}/set-aside/", follow=True).content.decode()
    refused = officer.post(f"/desk/pages/{page.pk}/correct/", {"field": "title", "written": "新"})
    back = officer.post(f"/desk/pages/{page.pk}/restore/", follow=True).content.decode()

    assert "已搁置《" in aside
    assert 'class="fix"' not in aside
    assert refused.status_code == 409
    assert "请先恢复" in refused.content.decode()
    assert "已恢复《" in back


def test_what_three_people_may_do(
    signed_in: Callable[[str], Client], house: House, page: ReadPage
) -> None:
    form = {"field": "editor", "written": "某某"}
    statuses = {}
    for who in ("stranger", "leader", "agent"):
        client, address = signed_in(who), f"/desk/pages/{page.pk}/"
        seen = client.get(f"{address}?zones=all")
        statuses[who] = (
            seen.status_code,
            "放回正文" in seen.content.decode(),
            client.post(f"{address}correct/", form).status_code,
            client.post(f"{address}set-aside/").status_code,
            'type="checkbox" name="page"' in client.get("/desk/pages/").content.decode(),
        )

    assert statuses == {
        "stranger": (200, True, 302, 302, True),  # An officer of another team.
        "leader": (200, False, 403, 403, False),
        "agent": (404, False, 404, 404, False),
    }
    assert selectors.corrections(house.viewer("leader"), page.pk).count() == 1
